import { fold } from './fold.ts';
import { withoutCourtesy } from './without-courtesy.ts';

const PARTICLES = /(?: (?:a|ah|ak|nha|nhe|nhen|nghen|oi|em|anh|chi|co|chu|bac))+$/;

/** Is the text one of these words and nothing else, however it is spelled? */
export function isExactly(raw: string, words: readonly string[]): boolean {
  return words.some((word) => fold(word) === fold(raw));
}

/** Is the text one of these words, with nothing but politeness around it? "thôi" and "rồi" may be part of a word: "vậy thôi ạ". */
export function isSaid(raw: string, words: readonly string[]): boolean {
  const said = fold(raw);
  const forms = [said, said.replace(PARTICLES, ''), withoutCourtesy(said)];
  return words.some((word) => forms.includes(fold(word)));
}
