import { describe, expect, test } from 'vitest';
import { parseMemberLines } from '../../src/input/member-line.ts';
import { parseMoney } from '../../src/input/money.ts';
import { languages } from '../../src/text/language.ts';
import { textsOf } from './keys.ts';

/** What a text shows as an example must be understood when somebody types just that. */
describe.each(languages)('the examples in %s', (language) => {
  const texts = textsOf(language);
  const linesOf = (key: string) => (texts.get(key) ?? '').split('\n');

  test('amounts of money are understood whole', () => {
    const read = linesOf('survey.money.how')
      .slice(1)
      .map((line) => parseMoney(line));
    const yearly = read.map((money) => (money.kind === 'money' ? money.yearly : money.kind));
    expect(yearly).toEqual([60_000_000, 40_000_000, 60_000_000]);
  });

  test('amounts in refusals are understood whole', () => {
    const after = language === 'vi' ? /ví dụ: ([^.]+)/ : /for example: ([^.]+)/;
    const examples = [...texts]
      .filter(([key]) => key.startsWith('refused.money-'))
      .flatMap(([, text]) => (after.exec(text)?.[1] ?? '').split(/, (?:hoặc|or) /));
    expect(examples.length).toBeGreaterThanOrEqual(4);
    expect(examples.filter((example) => parseMoney(example).kind !== 'money')).toEqual([]);
  });

  test('people are understood with their birth', () => {
    const lines = linesOf('survey.members.ask').filter((line) => /\d/.test(line));
    const read = parseMemberLines(lines.join('\n'), 2026).map(({ result }) => result);
    expect(read).toMatchObject([
      { kind: 'member', name: 'Lan', birth: { kind: 'born', year: 1985 } },
      { kind: 'member', name: 'Sáu', birth: { kind: 'age', years: 72 } },
    ]);
  });
});
