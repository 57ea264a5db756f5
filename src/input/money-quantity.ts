import type { Token } from './money-tokens.ts';
import { readNumberWords } from './number-words.ts';

/** A number as it was written: `value` divided by ten to the `places`. */
export type Quantity = {
  readonly value: number;
  readonly places: number;
  readonly style: 'plain' | 'grouped' | 'three' | 'words';
  readonly next: number;
};

/** Reads a number, in digits or words, as it may stand before a money unit. */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | null {
  const word = wordAt(tokens, at);
  if (/^\d/.test(word)) return literal(word, tokens, at);
  if (word === 'a') return { value: 1, places: 0, style: 'words', next: at + 1 };
  const read = readNumberWords(
    tokens.map((token) => token.text),
    at,
  );
  return read ? { value: read.value, places: 0, style: 'words', next: read.next } : null;
}

function literal(word: string, tokens: readonly Token[], at: number): Quantity | null {
  const next = at + 1;
  const value = Number(word.replace(/[.,]/g, ''));
  if (/^\d{1,15}$/.test(word)) {
    const multiple = wordAt(tokens, next);
    const times = !/^\d{1,2}$/.test(word)
      ? undefined
      : multiple === 'tram'
        ? 100
        : multiple === 'chuc'
          ? 10
          : undefined;
    return { value: value * (times ?? 1), places: 0, style: 'plain', next: times ? next + 1 : next };
  }
  if (/^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+$/.test(word)) return { value, places: 0, style: 'grouped', next };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(word)) return { value, places: 0, style: 'three', next };
  const decimals = /^\d{1,6}[.,](\d{1,2})$/.exec(word)?.[1];
  return decimals ? { value, places: decimals.length, style: 'plain', next } : null;
}

/** Reads the one that "triệu rưỡi" and "triệu hai" leave out. */
export function leftOutOne(tokens: readonly Token[], at: number): Quantity | null {
  if (!/^(?:trieu|tr|ty|cu)$/.test(wordAt(tokens, at))) return null;
  const next = wordAt(tokens, at + 1);
  return /^(?:ruoi|mot|hai|ba|tu|sau|bay|tam|chin)$/.test(next)
    ? { value: 1, places: 0, style: 'words', next: at }
    : null;
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}
