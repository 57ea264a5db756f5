import type { Words } from '../report/paper.ts';
import { speakerOf } from '../text/i18n.ts';
import type { Language } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';

/** Puts phrases into the words of a language, for files that are not sent through a channel. */
export function wordsIn(language: Language): Words {
  const speaker = speakerOf(loadTexts());
  return (phrase) => speaker.say(phrase, language);
}
