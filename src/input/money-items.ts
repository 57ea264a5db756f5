import { readAmount } from './money-amount.ts';
import type { Token } from './money-tokens.ts';
import { EACH, ONE, PERIOD_WORDS, type Period } from './money-words.ts';
import { readNumberWords } from './number-words.ts';

/** One thing said about money: an amount, for each what, how many of what. `one` is "1 tháng", which may be either. */
export type Item =
  | { readonly kind: 'amount'; readonly value: number }
  | { readonly kind: 'per'; readonly period: Period }
  | { readonly kind: 'one'; readonly period: Period; readonly worked: boolean; readonly apart: boolean }
  | { readonly kind: 'count'; readonly period: Period; readonly value: number }
  | { readonly kind: 'people'; readonly value: number }
  | { readonly kind: 'per-person' }
  | { readonly kind: 'times' };

type Step = { readonly item: Item | null; readonly next: number };

/** Reads everything that was said about money; null when a single word of it is not understood, so that nothing is ever guessed. */
export function moneyItems(tokens: readonly Token[]): readonly Item[] | null {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const step = stepAt(tokens, at, items.at(-1));
    if (!step) return null;
    if (step.item) items.push(step.item);
    at = step.next;
  }
  return items;
}

function stepAt(tokens: readonly Token[], at: number, before: Item | undefined): Step | null {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  if (word === ',' || word === '.' || word === '=') return { item: null, next: at + 1 };
  // "5-6tr" is a range, "-5tr" a loss; only a dash between words parts.
  if (word === '-') return /^\d/.test(next) ? null : { item: null, next: at + 1 };
  if (word === '/') return per(tokens, ONE.has(next) ? at + 2 : at + 1);
  if (word === 'x' || word === '*' || word === 'nhan' || word === 'times')
    return { item: { kind: 'times' }, next: at + 1 };
  if (EACH.has(word)) return per(tokens, ONE.has(next) ? at + 2 : at + 1);
  if (word === 'ca') return PERIOD_WORDS.has(next) ? per(tokens, at + 1) : { item: null, next: at + 1 };
  if (/^(?:lam|trong|for|work|works|working|worked)$/.test(word)) return { item: null, next: at + 1 };
  const amount = readAmount(tokens, at);
  if (amount?.kind === 'bad') return null;
  if (amount) return { item: { kind: 'amount', value: amount.value }, next: amount.next };
  return counted(tokens, at, before) ?? barePeriod(tokens, at, before);
}

function per(tokens: readonly Token[], at: number): Step | null {
  const word = wordAt(tokens, at);
  const period = PERIOD_WORDS.get(word);
  if (period) return { item: { kind: 'per', period }, next: at + 1 };
  return /^(?:nguoi|person)$/.test(word) ? { item: { kind: 'per-person' }, next: at + 1 } : null;
}

function counted(tokens: readonly Token[], at: number, before: Item | undefined): Step | null {
  const word = wordAt(tokens, at);
  const period = PERIOD_WORDS.get(wordAt(tokens, at + 1));
  if (ONE.has(word) && period) {
    const last = wordAt(tokens, at - 1);
    const worked = /^(?:lam|for|worked|working|works)$/.test(last);
    const apart =
      last === ',' || ((before?.kind === 'one' || before?.kind === 'per') && before.period === 'year');
    return { item: { kind: 'one', period, worked, apart }, next: at + 2 };
  }
  if (ONE.has(word) && /^(?:nguoi|person)$/.test(wordAt(tokens, at + 1)))
    return { item: { kind: 'per-person' }, next: at + 2 };
  const words = tokens.map((token) => token.text);
  const read = /^\d{1,3}$/.test(word) ? { value: Number(word), next: at + 1 } : readNumberWords(words, at);
  if (!read || read.value < 1) return null;
  const what = wordAt(tokens, read.next);
  const of = PERIOD_WORDS.get(what);
  // "quý 2" and "tháng 5" name one; "5 năm" of work is more than was asked for.
  if (of && of !== 'year')
    return { item: { kind: 'count', period: of, value: read.value }, next: read.next + 1 };
  return /^(?:nguoi|people|persons)$/.test(what)
    ? { item: { kind: 'people', value: read.value }, next: read.next + 1 }
    : null;
}

// "tháng 5tr", "5tr tháng": the word alone, directly before or behind the amount.
function barePeriod(tokens: readonly Token[], at: number, before: Item | undefined): Step | null {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  const period = PERIOD_WORDS.get(word);
  if (!period || period === 'quarter') return null;
  const item: Item = { kind: 'per', period };
  const year = period === 'year';
  if (readAmount(tokens, at + 1)?.kind === 'amount' && (!year || /^\d/.test(next)))
    return { item, next: at + 1 };
  if (year && PERIOD_WORDS.get(wordAt(tokens, at + 2)) === 'season' && /^[1-4]$/.test(next))
    return { item, next: at + 1 };
  // "tháng 20 ngày", "tháng làm 20 ngày"
  const first = next === 'lam' ? at + 2 : at + 1;
  const ofDays =
    PERIOD_WORDS.get(wordAt(tokens, first + 1)) === 'day' && /^\d{1,2}$/.test(wordAt(tokens, first));
  if (period === 'month' && ofDays) return { item, next: first };
  const behind =
    before?.kind === 'amount' && !year && (next === '' || next === ',' || next === 'lam' || next === 'x');
  // "1tr5 tháng" may be a million for five months.
  const mixed =
    tokens[at - 1]?.glued === true &&
    /^\d+$/.test(wordAt(tokens, at - 1)) &&
    /^[a-z]/.test(wordAt(tokens, at - 2));
  return behind && !mixed ? { item, next: at + 1 } : null;
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}
