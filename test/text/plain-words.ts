import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('./plain-words.vi.txt', import.meta.url), 'utf8');

/** The everyday words: a syllable alone, or several joined by spaces. */
export const plainWords: ReadonlySet<string> = new Set(
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' ')),
);

const LONGEST = 5;

/** What is left of a sentence when all known words are taken out, so that as little as can be is left. */
export function hardWords(sentence: string, terms: ReadonlySet<string>): readonly string[] {
  const syllables = syllablesOf(sentence);
  const isKnown = (from: number, to: number) => {
    const word = syllables.slice(from, to).join(' ');
    return plainWords.has(word) || terms.has(word);
  };
  /** The hard words from each place on; the last one is behind the end. */
  const from: (readonly string[])[] = Array.from({ length: syllables.length + 1 }, () => []);
  for (let at = syllables.length - 1; at >= 0; at -= 1) {
    const rests = Array.from({ length: Math.min(LONGEST, syllables.length - at) }, (_, more) => at + more + 1)
      .filter((to) => isKnown(at, to))
      .map((to) => from[to] ?? []);
    from[at] = [[syllables[at] ?? '', ...(from[at + 1] ?? [])], ...rests].reduce((best, each) =>
      each.length < best.length ? each : best,
    );
  }
  return from[0] ?? [];
}

/** The syllables (tiếng) of a sentence in small letters; numbers and commands are read as they stand and are not words. */
export function syllablesOf(sentence: string): readonly string[] {
  return (
    sentence
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/\/[a-z]+/g, ' ')
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []
  ).filter((syllable) => !/^\p{Nd}+$/u.test(syllable));
}

/** The sentences and lines of a text: what is read in one breath. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.?!:…][”"’)]*)\s|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}
