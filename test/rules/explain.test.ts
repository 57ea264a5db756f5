import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import { explainToResident, explainToVerifier } from '../../src/rules/explain/explain.ts';
import { register, standardOf } from '../../src/rules/register.ts';
import { lastYearOf } from '../../src/rules/years.ts';
import { anyHousehold } from './any-household.ts';

describe('of any household, in either language', () => {
  const given = [
    anyHousehold,
    fc.constantFrom(...register.map(({ id }) => id)),
    fc.constantFrom('vi' as const, 'en' as const),
  ] as const;

  test('the findings listed add up to the count', () => {
    fc.assert(
      fc.property(...given, (any, id, language) => {
        const standard = standardOf(id);
        const assessment = assess(any, standard, lastYearOf(standard), '2026-09-15');
        const lines = explainToVerifier(assessment, { household: any, language, standard });
        const having = (words: RegExp) =>
          lines.filter((line) => line.startsWith('- ') && words.test(line)).length;
        const told = (words: RegExp) => lines.flatMap((line) => words.exec(line)?.[1] ?? []).map(Number)[0];
        const unlisted = standard.unlisted?.indicators ?? 0;
        const deprived = having(/^- [^:]+: (?:thiếu hụt|deprived);/);
        const open = having(/^- (?!Thu nhập so|Income against)[^:]+: (?:chưa rõ|not known);/) + unlisted;
        const least = told(/(?:ít nhất|at least) (\d+) (?:chỉ số thiếu hụt|deprived)/) ?? 0;
        const most = told(/(?:nhiều nhất|at most) (\d+) (?:chỉ số thiếu hụt|deprived)/) ?? open;
        expect({ least: deprived + least, most: deprived + most }).toEqual(assessment.count);
      }),
    );
  });

  test('nobody is called poor to the face', () => {
    fc.assert(
      fc.property(...given, (any, id, language) => {
        const by = standardOf(id);
        const lines = explainToResident(assess(any, by, lastYearOf(by), '2026-09-15'), {
          language,
          standard: by,
        });
        expect(lines.join('\n')).not.toMatch(/(?<!mức chuẩn )hộ nghèo|hộ cận nghèo|poor household/);
      }),
    );
  });
});
