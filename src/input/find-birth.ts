import { type Birth, parseBirth } from './birth.ts';
import { tidy } from './tidy.ts';
import { withoutCourtesy } from './without-courtesy.ts';

/** The words of a line that say when somebody was born: from `start` up to `end`. */
export type BirthFound = { readonly birth: Birth; readonly start: number; readonly end: number };

const LONGEST = 8;

/** Finds the words that say an age or a year of birth: a full one before a bare number, the longest before the shorter. */
export function findBirth(words: readonly string[], thisYear: number): BirthFound | null {
  let best: { readonly found: BirthFound; readonly rank: number } | null = null;
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST); end += 1) {
      const window = words.slice(start, end);
      if (!maySayBirth(window, words[start - 1])) continue;
      const birth = parseBirth(window.join(' '), thisYear);
      if (!birth) continue;
      const rank = rankOf(birth, window);
      if (!best || rank > best.rank) best = { found: { birth, start, end }, rank };
    }
  }
  return best?.found ?? null;
}

function rankOf(birth: Birth, window: readonly string[]): number {
  const bare =
    window.length === 1 && /^\D{0,2}\d{1,2}\D?$/.test(window[0] ?? '') && !/\d ?[tT]/.test(window[0] ?? '');
  const sure = birth.kind === 'refused' ? 0 : bare ? 1 : 2;
  return sure * 100 + window.length * 10;
}

// How a word must be spelled to belong to the birth: Năm, Nam, Tám, Đệ and Đậu are names too.
const SPELLED = new Map([
  ['nam', 'năm'],
  ['tam', 'tầm'],
  ['chung', 'chừng'],
  ['uoc', 'ước'],
  ['duoc', ''],
  ['de', 'đẻ'],
  ['dau', 'đầu'],
  ['giua', 'giữa'],
  ['cuoi', 'cuối'],
  ['chau', ''],
  ['be', ''],
  ['em', ''],
]);

function maySayBirth(window: readonly string[], before: string | undefined): boolean {
  const first = (window[0] ?? '').normalize('NFC');
  if (!window.some((word) => /\d/.test(word) || /^(?:tuoi|thang|sinh|de|so)$/.test(tidy(word)))) return false;
  const spelled = SPELLED.get(tidy(first));
  if (spelled !== undefined && spelled !== first) return false;
  // Words of politeness beside the birth may be a relation: "1985 chủ hộ", "em 1985".
  const said = tidy(window.join(' '));
  if (withoutCourtesy(said) !== said) return false;
  // Sinh is a name as well: "Nguyễn Văn Sinh 1985".
  if (!/^(?:sinh|sanh)$/.test(tidy(first)) || !/^\d/.test(window[1] ?? '')) return true;
  return (
    !(/^\p{Lu}\p{Ll}/u.test(first) && (before === undefined || /^\p{Lu}/u.test(before))) &&
    !/^(?:van|thi)$/.test(tidy(before ?? ''))
  );
}
