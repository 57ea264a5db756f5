import { leftOutOne, type Quantity, quantityAt } from './money-quantity.ts';
import type { Token } from './money-tokens.ts';
import { PERIOD_WORDS, UNITS } from './money-words.ts';
import { readNumberWords } from './number-words.ts';

/** An amount in đồng and the place behind it; `bad` when its words can mean two amounts. */
export type AmountRead =
  { readonly kind: 'amount'; readonly value: number; readonly next: number } | { readonly kind: 'bad' };

const BAD = { kind: 'bad' } as const;
const THOUSAND = 1000;
const MILLION = 1_000_000;
// A bare number under this may be meant in thousands.
const SURELY_DONG = 100_000;

/** Reads an amount such as "1tr5", "2 triệu rưỡi" or "1.500.000đ" from `tokens[at]` on; null when none starts there. */
export function readAmount(tokens: readonly Token[], at: number): AmountRead | null {
  const half = halfOf(tokens, at);
  if (half) return half;
  const quantity = quantityAt(tokens, at) ?? leftOutOne(tokens, at);
  if (!quantity) return null;
  const unit = UNITS.get(wordAt(tokens, quantity.next));
  if (unit === undefined) return withoutUnit(quantity);
  const base = (quantity.value * unit) / 10 ** quantity.places;
  const size = quantity.value / 10 ** quantity.places;
  // "1.500 triệu" may be one and a half million or fifteen hundred; "500.000k" says thousand twice.
  if (unit >= MILLION && quantity.style !== 'plain' && quantity.style !== 'words') return BAD;
  if (unit === MILLION && size >= 1000) return BAD;
  if (unit === THOUSAND && size >= SURELY_DONG) return BAD;
  if (!Number.isSafeInteger(base) || (unit === 1 && base > 0 && base < 1000)) return BAD;
  return withTail(tokens, quantity.next + 1, base, unit, quantity);
}

function withoutUnit(quantity: Quantity): AmountRead | null {
  if (quantity.style === 'words' || quantity.places > 0 || quantity.value < SURELY_DONG) return null;
  return { kind: 'amount', value: quantity.value, next: quantity.next };
}

function withTail(
  tokens: readonly Token[],
  at: number,
  base: number,
  unit: number,
  quantity: Quantity,
): AmountRead {
  const end = (value: number, next: number): AmountRead => ({
    kind: 'amount',
    value,
    next: skipDong(tokens, next),
  });
  if (unit === 1) return { kind: 'amount', value: base, next: at };
  if (wordAt(tokens, at) === 'ruoi')
    return unit < MILLION || quantity.places > 0 ? BAD : end(base + unit / 2, at + 1);
  const lower = quantityAt(tokens, at);
  const small = lower ? UNITS.get(wordAt(tokens, lower.next)) : undefined;
  if (lower && small !== undefined && small < unit) {
    const glued = tokens[at]?.glued === true;
    const more = (lower.value * small) / 10 ** lower.places;
    if (more >= unit || quantity.places > 0 || !Number.isInteger(more) || (glued && lower.value < 10))
      return BAD;
    return withTail(tokens, lower.next + 1, base + more, small, lower);
  }
  if (unit < MILLION) return end(base, at);
  const tail = tailAt(tokens, at, unit, quantity);
  if (tail === 'bad' || (tail && quantity.places > 0)) return BAD;
  return tail ? end(base + tail.value, tail.next) : end(base, at);
}

// What follows the unit without a unit of its own: "1tr5", "1 triệu 500", "một triệu hai".
function tailAt(
  tokens: readonly Token[],
  at: number,
  unit: number,
  head: Quantity,
): { value: number; next: number } | null | 'bad' {
  const word = wordAt(tokens, at);
  const glued = tokens[at]?.glued === true;
  if (/^\d/.test(word)) {
    // "500m2" is land.
    if (glued && word === '2' && wordAt(tokens, at - 1) === 'm') return 'bad';
    const hundreds = wordAt(tokens, at + 1) === 'tram' && /^\d$/.test(word);
    const next = hundreds ? at + 2 : at + 1;
    // "5tr 1 tháng" is for each month; glued, "5tr1 tháng" may be a hundred thousand more.
    if (PERIOD_WORDS.has(wordAt(tokens, next)) || isPeople(wordAt(tokens, next))) return glued ? 'bad' : null;
    if (hundreds || /^\d$/.test(word)) return { value: (Number(word) * unit) / 10, next };
    return /^\d{3}$/.test(word) ? { value: (Number(word) * unit) / 1000, next } : 'bad';
  }
  if (word === 'tu' && !PERIOD_WORDS.has(wordAt(tokens, at + 1)))
    return { value: (4 * unit) / 10, next: at + 1 };
  const words = tokens.map((token) => token.text);
  if (/^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(word)) {
    return PERIOD_WORDS.has(wordAt(tokens, at + 1)) ? null : 'bad';
  }
  const read = readNumberWords(words, at);
  if (!read) return null;
  const behind = wordAt(tokens, read.next);
  if (PERIOD_WORDS.has(behind) || isPeople(behind)) return null;
  // "một triệu năm": five hundred thousand more, or a year?
  if (word === 'nam' && read.value === 5 && !(head.style === 'words' && /^(?:mot|moi|1|\/)$/.test(behind)))
    return 'bad';
  if (read.value < 10) return { value: (read.value * unit) / 10, next: read.next };
  return read.value >= 100 ? { value: (read.value * unit) / 1000, next: read.next } : 'bad';
}

function halfOf(tokens: readonly Token[], at: number): AmountRead | null {
  const word = wordAt(tokens, at);
  if (word !== 'nua' && word !== 'half') return null;
  const next = /^(?:mot|a|an)$/.test(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const unit = UNITS.get(wordAt(tokens, next)) ?? 0;
  return unit >= MILLION ? { kind: 'amount', value: unit / 2, next: skipDong(tokens, next + 1) } : BAD;
}

function skipDong(tokens: readonly Token[], at: number): number {
  return UNITS.get(wordAt(tokens, at)) === 1 ? at + 1 : at;
}

function isPeople(word: string): boolean {
  return /^(?:nguoi|person|people|persons|x)$/.test(word);
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}
