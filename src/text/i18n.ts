import i18next from 'i18next';
import type { Phrase } from '../decision.ts';
import { type Language, languages } from './language.ts';
import { phraseText } from './phrase.ts';

/** All texts of all languages: language → file name → nested keys, as they stand in locales/. */
export type Texts = Readonly<Record<Language, Readonly<Record<string, object>>>>;

/** A key has no text; the message names the key and holds nothing that a person said. */
export class MissingText extends Error {}

/** Turns keys into words. `say` throws on a missing key, which is a bug that the tests of the locales find first. */
export type Speaker = {
  readonly say: (phrase: Phrase, language: Language) => string;
  /** A phrase in every language, with the synonyms that stand for it in words.json. */
  readonly words: (phrase: Phrase) => readonly string[];
};

/** Makes the speaker of a set of texts. */
export function speakerOf(texts: Texts): Speaker {
  const i18n = i18next.createInstance();
  void i18n.init({
    resources: Object.fromEntries(languages.map((language) => [language, { translation: texts[language] }])),
    lng: 'vi',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  // Most texts have no values, and are the same each time.
  const plain = new Map<string, string>();
  const text = (
    key: string,
    language: Language,
    values: Readonly<Record<string, string | number>>,
  ): string => {
    const name = Object.keys(values).length === 0 ? `${language}.${key}` : null;
    const known = name === null ? undefined : plain.get(name);
    if (known !== undefined) return known;
    const found = lookUp(key, language, values);
    if (name !== null) plain.set(name, found);
    return found;
  };
  const lookUp: typeof text = (key, language, values) => {
    if (!i18n.exists(key, { lng: language }))
      throw new MissingText(`No text for ${key} in locales/${language}/.`);
    return i18n.t(key, { ...values, lng: language });
  };
  const synonyms = (key: string, language: Language): readonly string[] => {
    const name = `words.${key}`;
    return i18n.exists(name, { lng: language }) ? i18n.t(name, { lng: language }).split('|') : [];
  };
  const say = (phrase: Phrase, language: Language) => phraseText(phrase, language, text);
  const words = (phrase: Phrase) =>
    languages.flatMap((language) => [say(phrase, language), ...synonyms(phrase.key, language)]);
  return { say, words };
}
