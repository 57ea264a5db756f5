import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { hardWords, plainWords, sentencesOf } from './plain-words.ts';
import { residentTexts } from './resident-texts.ts';

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const glossary = z
  .array(z.strictObject({ term: z.string(), explained: z.string(), as: z.string() }))
  .parse(read('./glossary.vi.yaml'));
const officialese = Object.entries(z.record(z.string(), z.string()).parse(read('./officialese.vi.yaml')));
const terms = new Set(glossary.map(({ term }) => term));

/** What stands by its exact name, people in examples, units, and the lines that are in both languages. */
const names = new RegExp(
  [
    String.raw`(?:Nghị định|Quyết định|Luật Bảo vệ dữ liệu cá nhân) \d+\/\d{4}\/[\p{L}\d-]+`,
    'Chủ tịch Ủy ban nhân dân|Lan(?![\\p{L}])|Zalo|Telegram|English|Language',
    '(?<=\\s)(?:m²|đ)(?=$|\\s)',
    'Hello! This is .*|Which language would you like\\?',
  ].join('|'),
  'gu',
);
const bare = (text: string) => text.replaceAll(names, '1').replaceAll(/\{\{\w+\}\}/g, '1');
const vietnamese = residentTexts('vi');
const textAt = new Map(vietnamese);
/** Is the phrase said, as words of its own? */
const says = (text: string, phrase: string) =>
  ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')} `.includes(
    ` ${phrase.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')} `,
  );

/**
 * Readers who read little lose a sentence beyond about a dozen words. A Vietnamese word has one and a half syllables
 * (tiếng), so eighteen of them; English is read as a second language, so sixteen words. There are no exceptions.
 */
const longest = { vi: 18, en: 16 };

describe('what a resident reads', () => {
  test.each(['vi', 'en'] as const)('in %s has no long sentence', (language) => {
    const long = residentTexts(language).flatMap(([key, text]) =>
      sentencesOf(bare(text))
        .filter((sentence) => lengthOf(sentence) > longest[language])
        .map((sentence) => `${key}: ${lengthOf(sentence)} in “${sentence}”`),
    );
    expect(long).toEqual([]);
  });

  test('is in everyday words, or in terms that are explained', () => {
    const hard = vietnamese.flatMap(([key, text]) =>
      sentencesOf(bare(text)).flatMap((sentence) =>
        hardWords(sentence, terms).map((word) => `${key}: “${word}” in “${sentence}”`),
      ),
    );
    expect(hard).toEqual([]);
  });

  test.each(glossary)('explains “$term” where it says so, and needs the term', ({ term, explained, as }) => {
    const text = textAt.get(explained) ?? '';
    expect([term, as].filter((phrase) => !says(text, phrase))).toEqual([]);
    expect(hardWords(as, terms)).toEqual([]);
    expect(plainWords.has(term)).toBe(false);
  });

  test('is not in the words of an office', () => {
    const found = vietnamese.flatMap(([key, text]) =>
      officialese
        .filter(([phrase]) => says(bare(text), phrase))
        .map(([phrase, instead]) => `${key}: say “${instead}” for “${phrase}” in “${text}”`),
    );
    expect(found).toEqual([]);
  });
});

describe('the plain words', () => {
  test('are a language, not a list of what the texts happen to say', () => {
    const said = new Set(vietnamese.flatMap(([, text]) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
    const single = [...plainWords].filter((word) => !word.includes(' '));
    expect(single.length).toBeGreaterThan(1000);
    expect(single.filter((word) => said.has(word)).length).toBeLessThan(single.length / 2);
  });

  test('hold nothing that an office would write, and all that is to be said instead', () => {
    expect(officialese.filter(([phrase]) => plainWords.has(phrase) || terms.has(phrase))).toEqual([]);
    expect(officialese.flatMap(([, instead]) => hardWords(instead, terms))).toEqual([]);
  });

  test.each([
    [
      'Đề nghị hộ gia đình kê khai đầy đủ hiện trạng nhà ở.',
      ['đề', 'nghị', 'hộ', 'kê', 'khai', 'hiện', 'trạng'],
    ],
    ['Cán bộ tiến hành thu thập dữ liệu.', ['thập', 'dữ', 'liệu']],
    ['Trong trường hợp cần thiết, vui lòng liên hệ.', ['hợp', 'lòng', 'liên', 'hệ']],
    ['Bà con kể nhà mình có những ai nhé.', []],
    ['Tiền lương hưu thì ghi riêng.', []],
  ])('“%s” is hard by %j', (sentence, hard) => {
    expect(hardWords(sentence, terms)).toEqual(hard);
  });
});

function lengthOf(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{Nd}]/u.test(word)).length;
}
