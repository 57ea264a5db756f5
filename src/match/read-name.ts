import { fold } from '../input/fold.ts';
import { isRelation, isSelf } from '../input/relation.ts';
import { bareTitles, families, perhapsTitles, titles } from './known-names.ts';

/** A name as words in the order family, middle, given; several where it may have been meant in several ways. */
export type Name = readonly (readonly string[])[];

// The longest syllable of Vietnamese has seven letters.
const longestWord = 7;

/** Reads names out of what somebody is called by: "bà Hoa", "Hoa Nguyen", "Trần Văn Bảy (Tư)"; none where it is a relation alone. */
export function readNames(said: string): readonly Name[] {
  return said
    .split(/[()[\],;/]| tức | hay /u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isSelf(part) && !isRelation(part))
    .map(readName)
    .filter((name) => name.length > 0);
}

function readName(said: string): Name {
  const spelled = said
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replaceAll('.', '. ');
  const words = withoutTitle(spelled.split(/\s+/).filter((word) => /\p{L}/u.test(word)));
  if (words.length === 0) return [];
  return [words, ...turned(words)];
}

function withoutTitle(spelled: readonly string[]): readonly string[] {
  const [first = '', ...rest] = spelled;
  if (rest.length === 0) return first === '' ? [] : folded(spelled);
  const isBare = bareTitles.has(first.toLowerCase()) || (rest.length === 1 && perhapsTitles.has(fold(first)));
  const isTitle = titles.has(first.toLowerCase()) || isBare;
  return isTitle ? withoutTitle(rest) : folded(spelled);
}

function folded(spelled: readonly string[]): readonly string[] {
  return spelled.flatMap((word) => fold(word).split(' ')).filter((word) => word !== '');
}

/** "Hoa Nguyen", "Hoa Thi Nguyen" and "Thi Hoa Nguyen" begin with the given name or the middle one. */
function turned(words: readonly string[]): Name {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !families.has(last)) return [];
  return [words.toReversed(), [last, ...words.slice(0, -1)]];
}

/** Was the whole name typed as one word? */
export function isRunTogether(words: readonly string[]): boolean {
  return words.length === 1 && (words[0] ?? '').length > longestWord;
}
