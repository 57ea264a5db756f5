import { tidy } from './tidy.ts';

/** Brings what was typed into one plain form – lower case, no diacritics, no punctuation – so that it can be compared. */
export function fold(text: string): string {
  return tidy(text)
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}
