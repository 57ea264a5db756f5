import type { Item } from './money-items.ts';
import { PERIODS, type Period } from './money-words.ts';

/** How often an amount came in within a year, or what is not said yet. */
export type Times =
  | { readonly kind: 'times'; readonly period: Period; readonly times: number }
  | { readonly kind: 'needs-period' }
  | { readonly kind: 'needs-count'; readonly period: 'day' | 'week' | 'season' }
  | { readonly kind: 'unclear' };

type Said = { readonly per: ReadonlySet<Period>; readonly counts: ReadonlyMap<Period, number> };

const IN_A_YEAR: Readonly<Record<Period, number>> = {
  day: 366,
  week: 53,
  month: 12,
  quarter: 4,
  season: 12,
  year: 1,
};
const USUAL: Readonly<Partial<Record<Period, number>>> = { week: 52, month: 12, quarter: 4, year: 1 };
const IN: Readonly<Partial<Record<Period, Readonly<Partial<Record<Period, number>>>>>> = {
  day: { week: 7, month: 31, quarter: 92, season: 366 },
  week: { month: 5, quarter: 14, season: 53 },
  month: { quarter: 3, season: 12 },
};

/** Works out how many times a year the amount came in: the shortest period said is the amount's own, the longer ones hold its counts. */
export function timesAYear(items: readonly Item[]): Times {
  const people = peopleOf(items);
  const said = settle(items);
  if (people === null || said === null) return { kind: 'unclear' };
  const levels = PERIODS.filter((period) => said.per.has(period) || said.counts.has(period));
  const own = levels[0];
  const multiplied = items.some((item) => item.kind === 'times') && said.counts.size > 0;
  if (own === undefined || (!said.per.has(own) && !multiplied)) {
    return people > 1 && said.counts.size === 0 && said.per.size === 0
      ? { kind: 'unclear' }
      : { kind: 'needs-period' };
  }
  let times = people;
  for (const [at, period] of levels.entries()) {
    const count = countOf(period, levels[at + 1], said);
    if (typeof count !== 'number') return count;
    times *= count;
  }
  return { kind: 'times', period: own, times };
}

function countOf(period: Period, within: Period | undefined, said: Said): number | Times {
  const count = said.counts.get(period);
  if (period === 'year') return count === undefined ? 1 : { kind: 'unclear' };
  const askable = period === 'day' || period === 'week' || period === 'season' ? period : null;
  if (count === undefined) {
    const usual = within === undefined || within === 'year' ? USUAL[period] : undefined;
    return usual ?? (askable ? { kind: 'needs-count', period: askable } : { kind: 'unclear' });
  }
  const most = within === undefined || within === 'year' ? IN_A_YEAR[period] : IN[period]?.[within];
  if (most === undefined || count > most) return { kind: 'unclear' };
  // "15 ngày" alone may be of a month or of the whole year.
  const perhapsOfAMonth = (period === 'day' && count <= 31) || (period === 'week' && count <= 5);
  return within === undefined && perhapsOfAMonth && askable
    ? { kind: 'needs-count', period: askable }
    : count;
}

// Decides for each "1 tháng" whether it says for each month or for a single one.
function settle(items: readonly Item[]): Said | null {
  const counts = new Map<Period, number>();
  for (const item of items) {
    if (item.kind !== 'count') continue;
    if (counts.has(item.period)) return null;
    counts.set(item.period, item.value);
  }
  const per = new Set<Period>(items.flatMap((item) => (item.kind === 'per' ? [item.period] : [])));
  const shorter = (period: Period): boolean =>
    [...counts.keys()].some((one) => PERIODS.indexOf(one) < PERIODS.indexOf(period));
  for (const item of items) {
    if (item.kind !== 'one') continue;
    const { period, worked, apart } = item;
    const again = per.has(period);
    if (again && !counts.has(period) && !shorter(period) && (worked || (apart && period === 'season')))
      counts.set(period, 1);
    else if (worked && !again && !counts.has(period) && !shorter(period) && period !== 'year')
      return { per: new Set(), counts };
    else per.add(period);
  }
  return { per, counts };
}

// How many people the amount is for: only "x 2 người" and "mỗi người …, 2 người" say it clearly.
function peopleOf(items: readonly Item[]): number | null {
  const each = items.some((item) => item.kind === 'per-person');
  const counts = items.flatMap((item, at) =>
    item.kind === 'people' ? [{ value: item.value, times: nextToTimes(items, at) }] : [],
  );
  const loose = items.filter((item, at) => item.kind === 'times' && !followsCount(items, at)).length;
  const [people] = counts;
  if (loose > 0 || counts.length > 1) return null;
  if (!people) return each ? null : 1;
  return (each || people.times) && people.value <= 20 ? people.value : null;
}

function nextToTimes(items: readonly Item[], at: number): boolean {
  return items[at - 1]?.kind === 'times' || items[at + 1]?.kind === 'times';
}

// An "x" must stand beside something it can multiply.
function followsCount(items: readonly Item[], at: number): boolean {
  const [before, behind] = [items[at - 1]?.kind, items[at + 1]?.kind];
  return (
    behind === 'count' ||
    behind === 'people' ||
    ((before === 'count' || before === 'people') && behind === 'amount')
  );
}
