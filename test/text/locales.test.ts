import { describe, expect, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { asked, dynamic, templates, textsOf } from './keys.ts';

const texts = { vi: textsOf('vi'), en: textsOf('en') };
/** English says some of them otherwise when it is only one. */
const manyOf = (key: string) => key.replace(/_one$/, '');
const said = (language: 'vi' | 'en') =>
  [...texts[language].keys()].filter((key) => !key.startsWith('words.') && !key.endsWith('_one'));
const holes = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].toSorted();

describe('the locales', () => {
  test('every key with a gap in the source is enumerated, and no other', () => {
    expect([...templates].toSorted()).toEqual(Object.keys(dynamic).toSorted());
  });

  test.each(languages)('%s has every key that the source asks for', (language) => {
    expect([...asked].filter((key) => !texts[language].has(key))).toEqual([]);
  });

  test.each(languages)('%s has no key that nothing asks for', (language) => {
    expect(said(language).filter((key) => !asked.has(key))).toEqual([]);
  });

  test('what is said otherwise of one has the same gaps, and is about a number', () => {
    const ones = [...texts.en.keys()].filter((key) => key.endsWith('_one'));
    expect(ones.length).toBeGreaterThan(0);
    for (const key of ones) {
      expect(holes(texts.en.get(manyOf(key)) ?? ''), key).toContain('count');
      expect(holes(texts.en.get(key) ?? '').toSorted(), key).toEqual(holes(texts.en.get(manyOf(key)) ?? ''));
    }
  });

  test('a text has the same gaps in both languages', () => {
    const differing = said('vi').filter(
      (key) => holes(texts.vi.get(key) ?? '').join() !== holes(texts.en.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test.each(languages)('%s has synonyms only for keys with a text of their own', (language) => {
    const lost = [...texts[language].keys()].filter(
      (key) => key.startsWith('words.') && !texts[language].has(key.slice('words.'.length)),
    );
    expect(lost).toEqual([]);
  });

  test.each(languages)('%s is plain text: no markup, no doubled or outer spaces, no nesting', (language) => {
    // A mark is put right behind a sentence and brings its own space.
    const own = [...texts[language]].filter(([key]) => !key.startsWith('rules.mark.'));
    const odd = own.filter(([, text]) =>
      /<|>|\*|`|\$t\(|(?<!\{)\{(?!\{)| {2}|^\s|\s$|\n\n\n|[#_]{2}/.test(
        text.replaceAll('{{', '').replaceAll('}}', ''),
      ),
    );
    expect(odd).toEqual([]);
  });

  test.each(languages)('a button in %s fits a phone', (language) => {
    const isLabel = (key: string) =>
      /^(?:acts|menu|desk\.act|desk\.cause)\./.test(key) || /^survey\.[\w-]+\.(?:o\..+|nobody)$/.test(key);
    const long = [...texts[language]].filter(([key, text]) => isLabel(key) && [...text].length > 40);
    expect(long).toEqual([]);
  });

  test.each(languages)('what a text in %s tells to press is the label of a button', (language) => {
    const pressed = language === 'vi' ? /bấm “([^”]+)”/gi : /press “([^”]+)”/gi;
    const labels = [...texts[language]].filter(([key]) =>
      /^(?:acts|menu|desk\.act|survey\.members\.o)\./.test(key),
    );
    // A label that is handed over is one by itself.
    const wrong = [...texts[language]].flatMap(([key, text]) =>
      [...text.matchAll(pressed)]
        .map((match) => match[1] ?? '')
        .filter(
          (label) =>
            !/^\{\{\w+\}\}$/.test(label) &&
            !labels.some(
              ([, each]) =>
                each === label || each.startsWith(`${label}, {{`) || each.startsWith(`${label} (`),
            ),
        )
        .map((label) => `${key}: ${label}`),
    );
    expect(wrong).toEqual([]);
  });
});
