/** A stretch of time that an amount of money is said for. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year';

/** Periods from the shortest to the longest. */
export const PERIODS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'season', 'year'];

/** What the words for periods mean, their diacritics taken off; a crop, a litter and a batch are all seasons. */
export const PERIOD_WORDS: ReadonlyMap<string, Period> = new Map<string, Period>([
  ...pairs<Period>('day', 'ngay day days'),
  ...pairs<Period>('week', 'tuan week weeks wk'),
  ...pairs<Period>('month', 'thang thag thg th thangs month months mo'),
  ...pairs<Period>('quarter', 'quy quarter quarters'),
  ...pairs<Period>('season', 'vu dot crop crops season seasons harvest harvests'),
  ...pairs<Period>('year', 'nam year years yr'),
]);

/** What one of a money unit is in đồng. */
export const UNITS: ReadonlyMap<string, number> = new Map([
  ...pairs(1_000_000_000, 'ty ti billion'),
  ...pairs(1_000_000, 'trieu tr trd trieuj trieeu trieeuj triu trieuu cu million millions mil m'),
  ...pairs(1000, 'nghin ngin nghn nghing ngan ngann nghinf k kd thousand'),
  ...pairs(1, 'd dong vnd vndd dongs'),
]);

/** Words that say for each. */
export const EACH = new Set('moi hang tung per each every'.split(' '));

/** Words that say a single one before a period. */
export const ONE = new Set('1 mot a an one'.split(' '));

/** Words that carry no amount and may stand anywhere. */
export const FILLERS = new Set(
  (
    'da vang thua oi em toi minh tui nha gia dinh khoang chung uoc tinh tong cong tat co cung thu nhap luong kiem duoc tien la thi lai loi ' +
    'lua ban rong chan nuoi binh quan trung bq tb huu tro cap phu nhan dc dk nhe nhi thoi ' +
    'about around approximately i we my our get gets earn earns make makes made receive receives income salary wage pension is it s ' +
    'the in total roughly'
  ).split(' '),
);

function pairs<T>(value: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, value]);
}
