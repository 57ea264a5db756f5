import { commonFamilies, commonGiven, families, fillers } from './known-names.ts';
import { isRunTogether, type Name, type Word } from './read-name.ts';
import { isOneSlip } from './slip.ts';

/** How alike two names are, and whether whole names agree, a part of them, or all but one letter. */
export type NameLikeness = { readonly score: number; readonly kind: (typeof kinds)[number] };
const kinds = ['whole', 'part', 'slip', 'other'] as const;

const other: NameLikeness = { score: 0, kind: 'other' };

/** How alike two names are, of 100, in the best of the ways in which they may be meant. */
export function nameLikeness(a: Name, b: Name): NameLikeness {
  return a.flatMap((one) => b.map((two) => likeness(one, two))).reduce(better, other);
}

/** The one that is more alike; of two alike ones the one that says more. */
export function better(one: NameLikeness, two: NameLikeness): NameLikeness {
  const isMore =
    two.score === one.score ? kinds.indexOf(two.kind) < kinds.indexOf(one.kind) : two.score > one.score;
  return isMore ? two : one;
}

function likeness(a: readonly Word[], b: readonly Word[]): NameLikeness {
  if ((isRunTogether(a) || isRunTogether(b)) && runTogether(a) === runTogether(b))
    return { score: 90, kind: 'whole' };
  const [one, two] = [partsOf(a), partsOf(b)];
  const given = givenScore(one.given, two.given);
  if (given === 0) return other;
  const family = familyScore(one.family, two.family);
  const middle = middleScore(one.middle, two.middle);
  const score = Math.max(0, given + family + middle);
  if (family < 0 || middle <= conflict) return { score, kind: 'other' };
  if (given === slip) return { score, kind: 'slip' };
  return { score, kind: family > 0 && middle > 0 ? 'whole' : 'part' };
}

function runTogether(words: readonly Word[]): string {
  return words.map(({ plain }) => plain).join('');
}

type Parts = { readonly family: string | null; readonly middle: readonly string[]; readonly given: Word };

/** The last word is the given name; the first is the family's unless it is known for a middle name. */
function partsOf(words: readonly Word[]): Parts {
  const given = words.at(-1) ?? { plain: '', marks: null };
  const [first = '', ...middle] = words.slice(0, -1).map(({ plain }) => plain);
  const isFamily =
    families.has(first) || isShortened(first) || (middle.length > 0 && !fillers.has(first) && first !== '');
  if (isFamily) return { family: first, middle, given };
  return { family: null, middle: first === '' ? [] : [first, ...middle], given };
}

function isShortened(word: string): boolean {
  return word.length === 1 || word === 'ng';
}

const slip = 32;

/** The given name weighs most. A slip counts only where the other word is not a name of its own; "Hùng" and "Hưng" may be one. */
function givenScore(a: Word, b: Word): number {
  if (a.plain === b.plain) {
    if (a.marks !== null && b.marks !== null && a.marks !== b.marks) return slip;
    return commonGiven.has(a.plain) ? 50 : 58;
  }
  const areNames = commonGiven.has(a.plain) && commonGiven.has(b.plain);
  const isLong = Math.min(a.plain.length, b.plain.length) > 2;
  return !areNames && isLong && isOneSlip(a.plain, b.plain) ? slip : 0;
}

function familyScore(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  if (a === b) return commonFamilies.has(a) ? 14 : 18;
  return isAlike(a, b) ? 12 : -40;
}

const conflict = -35;

/** Middle names: one side may have left some out, but none may say something else: "Văn Hùng" and "Mạnh Hùng" are two. */
function middleScore(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 8;
  if (a.length === 0 || b.length === 0) return 0;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  let agreed = 12;
  for (const word of few) {
    const at = many.findIndex((each, index) => index >= from && isAlike(each, word));
    if (at < 0) return conflict;
    from = at + 1;
    if (isTelling(word) && isTelling(many[at] ?? '')) agreed = 22;
  }
  if (many.length === few.length) return agreed;
  // Most often "Thị" and "Văn" are what was left out.
  return agreed - (many.some((word) => fillers.has(word)) && !few.some((word) => fillers.has(word)) ? 2 : 10);
}

function isTelling(word: string): boolean {
  return word.length > 1 && !fillers.has(word);
}

/** The same word, shortened ("Ng.", "T."), or with one slip in a longer one. */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    a === b ||
    (short.length <= 2 && long.startsWith(short)) ||
    (short.length > 3 && isOneSlip(a, b)) ||
    isSkipped(short, long)
  );
}

/** "Nguyn", "Ngyen", "Hng": letters left out of a long word. */
function isSkipped(short: string, long: string): boolean {
  return families.has(long) && long.length > 4 && short.length > 2 && isOneSlip(short, long);
}
