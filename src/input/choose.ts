import { fold } from './fold.ts';
import { readNumberWords } from './number-words.ts';
import { withoutCourtesy } from './without-courtesy.ts';

/** One thing that can be chosen, and the words by which people call it. */
export type Option = { readonly value: string; readonly words: readonly string[] };
/** What was chosen, or what came near when it is not clear. */
export type Choice =
  | { readonly kind: 'chosen'; readonly value: string }
  | { readonly kind: 'unclear'; readonly near: readonly string[] };
/** The same for a question that takes several. */
export type Choices =
  | { readonly kind: 'chosen'; readonly values: readonly string[] }
  | { readonly kind: 'unclear'; readonly near: readonly string[] };

const PLACE = /^(?:(?:lua chon|phuong an|dap an|chon|so|cau|thu|muc|cai|option|number|no|choice|answer) )+/;
const DENIAL = /(?:^| )(?:khong|ko|k|chua|chang|no|not|none|without|tru|except)(?: |$)/;

/** Finds the one option that somebody means, by its number or by its words; never guesses between two. */
export function choose(raw: string, options: readonly Option[]): Choice {
  const said = fold(raw);
  if (said === '') return { kind: 'unclear', near: [] };
  const exact = valuesOf(options, (word) => fold(word) === said);
  if (exact.length > 0) return onlyOne(exact.length > 1 ? spelledLike(raw, exact, options) : exact, exact);
  const plain = withoutCourtesy(said);
  const numbered = byNumber(plain, options);
  if (numbered) return numbered;
  const same = valuesOf(options, (word) => fold(word) === plain);
  if (same.length > 0) return onlyOne(same, same);
  const holding = valuesOf(options, (word) => holds(fold(word), plain));
  const typed = plain.split(' ');
  const touching = valuesOf(options, (word) =>
    fold(word)
      .split(' ')
      .some((one) => typed.includes(one)),
  );
  return onlyOne(holding, holding.length > 0 ? holding : touching);
}

const EVERYTHING =
  /^(?:tat ca|toan bo|all|all of them|everyone|everybody|ca nha|moi nguoi|tat ca moi nguoi|tat ca ca nha)$/;
// "hết" may also say that nobody is left, "tất cả đều có" that nothing is lacking.
const PERHAPS_EVERYTHING = /^(?:tat|het|het ca|het ca nha|ca nha het|ca nha deu co|tat ca deu co|deu co)$/;

/** Says whether the text is nothing but a word for all of them, be it as clear as "tất cả" or as unclear as "hết". */
export function saysAll(raw: string): boolean {
  return [fold(raw), withoutCourtesy(fold(raw))].some(
    (said) => EVERYTHING.test(said) || PERHAPS_EVERYTHING.test(said),
  );
}

/** Finds all the options that somebody lists; one unclear part makes the whole unclear. */
export function chooseMany(raw: string, options: readonly Option[]): Choices {
  const whole = choose(raw, options);
  if (whole.kind === 'chosen') return { kind: 'chosen', values: [whole.value] };
  const said = withoutCourtesy(fold(raw));
  const both = /^(?:(?:chon|lay) )?ca (\S+)$/.exec(said)?.[1];
  const counted = both === undefined ? null : numberIn(both);
  if (
    options.length > 0 &&
    (EVERYTHING.test(said) || EVERYTHING.test(fold(raw)) || counted === options.length)
  ) {
    return { kind: 'chosen', values: options.map((option) => option.value) };
  }
  const parts = partsOf(raw);
  if (parts.length < 2) return whole;
  const choices = parts.map((part) => choose(part, options));
  const values = new Set(
    choices.flatMap((choice) => (choice.kind === 'chosen' ? [choice.value] : choice.near)),
  );
  const inOrder = options.map((option) => option.value).filter((value) => values.has(value));
  // "1-3" may be two or three of them.
  const range = /\d\s*[-–—]\s*\d|\d\s*(?:đến|den|tới|toi|to)\s*\d/iu.test(raw);
  if (range || choices.some((choice) => choice.kind === 'unclear')) return { kind: 'unclear', near: inOrder };
  return { kind: 'chosen', values: inOrder };
}

function partsOf(raw: string): string[] {
  const plain = withoutCourtesy(fold(raw)).replace(PLACE, '');
  if (/^\d+(?: (?:(?:va|voi|and|den|toi|to) )?\d+)+$/.test(plain)) return plain.match(/\d+/g) ?? [];
  return raw
    .normalize('NFC')
    .split(/[,;+&/\n]|(?<=\s)(?:và|va|với|voi|and)(?=\s)/iu)
    .filter((part) => fold(part) !== '');
}

function onlyOne(values: readonly string[], near: readonly string[]): Choice {
  const [value, ...others] = values;
  return value !== undefined && others.length === 0 ? { kind: 'chosen', value } : { kind: 'unclear', near };
}

function byNumber(said: string, options: readonly Option[]): Choice | null {
  const bare = said.replace(PLACE, '');
  const nth = bare !== said && /^(?:nhat)$/.test(bare) ? 1 : bare !== said && bare === 'tu' ? 4 : null;
  const number = nth ?? numberIn(bare);
  if (number !== null) {
    const option = options[number - 1];
    return option ? { kind: 'chosen', value: option.value } : { kind: 'unclear', near: [] };
  }
  // A copied line, "2. Nhà gạch": the number and the words must agree.
  const line = /^(\d{1,2}) (.+)$/.exec(bare);
  const option = line ? options[Number(line[1]) - 1] : undefined;
  const text = line?.[2] ?? '';
  if (!option?.words.some((word) => fold(word) === text)) return null;
  return { kind: 'chosen', value: option.value };
}

function numberIn(said: string): number | null {
  if (/^\d{1,3}$/.test(said)) return Number(said);
  const words = said.split(' ');
  const read = readNumberWords(words, 0);
  return read && read.next === words.length ? read.value : null;
}

function holds(option: string, said: string): boolean {
  // "có" lies inside "không có", and means the opposite.
  if (said.length < 2 || DENIAL.test(option) !== DENIAL.test(said)) return false;
  const words = option.split(' ');
  return option.startsWith(said) || said.split(' ').every((word) => words.includes(word));
}

function valuesOf(options: readonly Option[], fits: (word: string) => boolean): string[] {
  return options.filter((option) => option.words.some(fits)).map((option) => option.value);
}

// Hoa and Hòa: when marks were typed, they decide.
function spelledLike(raw: string, values: readonly string[], options: readonly Option[]): readonly string[] {
  const spelling = marks(raw);
  if (!/\p{M}|đ/u.test(spelling)) return values;
  return options
    .filter((one) => values.includes(one.value) && one.words.some((word) => marks(word) === spelling))
    .map((one) => one.value);
}

// The letters and marks of each word in one order, so that "hoà" and "hòa" are the same.
function marks(text: string): string {
  const words =
    text
      .normalize('NFD')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  return words.map((word) => [...word].sort().join('')).join(' ');
}
