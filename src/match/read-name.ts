import { fold } from '../input/fold.ts';
import { isRelation, isSelf } from '../input/relation.ts';
import { bareTitles, families, perhapsTitles, titles } from './known-names.ts';

/** A word of a name without its marks, and the marks it has; null where the name was typed without any. */
export type Word = { readonly plain: string; readonly marks: string | null };

/** A name as words in the order family, middle, given; several where it may have been meant in several ways. */
export type Name = readonly (readonly Word[])[];

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
  const isMarked = /[^\p{ASCII}]/u.test(said);
  const words = withoutTitle(spelled.split(/\s+/).filter((word) => /\p{L}/u.test(word))).flatMap((word) =>
    wordOf(word, isMarked),
  );
  return words.length === 0 ? [] : [words, ...turned(words)];
}

function withoutTitle(spelled: readonly string[]): readonly string[] {
  const [first = '', ...rest] = spelled;
  if (rest.length === 0) return spelled;
  const isBare = bareTitles.has(first.toLowerCase()) || (rest.length === 1 && perhapsTitles.has(fold(first)));
  return titles.has(first.toLowerCase()) || isBare ? withoutTitle(rest) : spelled;
}

function wordOf(spelled: string, isMarked: boolean): readonly Word[] {
  const plain = fold(spelled).replaceAll(' ', '');
  return plain === '' ? [] : [{ plain, marks: isMarked ? marksOf(spelled) : null }];
}

/** In an order of their own: "Hoà" and "Hòa" are one name. */
function marksOf(spelled: string): string {
  const marks =
    spelled
      .toLowerCase()
      .normalize('NFD')
      .match(/\p{M}|đ/gu) ?? [];
  return marks.toSorted().join('');
}

/** "Hoa Nguyen", "Hoa Thi Nguyen" and "Thi Hoa Nguyen" begin with the given name or the middle one. */
function turned(words: readonly Word[]): Name {
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !families.has(last.plain)) return [];
  return [words.toReversed(), [last, ...words.slice(0, -1)]];
}

/** Was the whole name typed as one word? */
export function isRunTogether(words: readonly Word[]): boolean {
  return words.length === 1 && (words[0]?.plain.length ?? 0) > longestWord;
}
