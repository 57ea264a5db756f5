import { describe, expect, test } from 'vitest';
import { applicableStandards } from '../../src/rules/applicable.ts';
import { assess } from '../../src/rules/assess.ts';
import type { Assessment, Finding } from '../../src/rules/assessment.ts';
import { register } from '../../src/rules/register.ts';
import { type CaseFile, readCaseFiles } from './case-file.ts';
import { householdOf } from './plain-household.ts';

type Expectation = CaseFile['cases'][number]['expect'];

const files = readCaseFiles();

describe.each(files)('$standard/$file', ({ standard: id, listYear: year, cases }) => {
  test.each(cases)('$name', ({ listYear = year, household, expect: expected }) => {
    const [standard] = applicableStandards(listYear);
    expect(standard.id).toBe(id);
    const assessment = assess(householdOf(household), standard, listYear, `${listYear}-09-15`);
    expect(seenIn(assessment, expected)).toEqual(stated(assessment, expected));
  });
});

describe('the cases together', () => {
  test.each(register)('$id has cases of its own', ({ id }) => {
    expect(files.filter((file) => file.standard === id)).not.toEqual([]);
  });

  const indicators = register.flatMap(({ id, indicators }) =>
    indicators.map((rule) => ({ standard: id, indicator: rule.id, isGap: 'gap' in rule.condition })),
  );
  test.each(indicators)('show $indicator of $standard with each verdict it can have', (one) => {
    const shown = new Set(
      files
        .filter(({ standard }) => standard === one.standard)
        .flatMap(({ cases }) => cases.map((a) => a.expect.verdicts?.[one.indicator])),
    );
    const wanted = one.isGap ? ['unknown'] : ['deprived', 'not-deprived', 'unknown'];
    for (const verdict of wanted) expect([...shown]).toContain(verdict);
  });
});

/** All verdicts, and of the rest what the case states. */
function seenIn({ findings, ...seen }: Assessment, expected: Expectation) {
  const read = <T>(part: object | undefined, value: (finding: Finding) => T) =>
    Object.fromEntries(
      findings.filter(({ rule }) => rule in (part ?? {})).map((one) => [one.rule, value(one)]),
    );
  return {
    category: seen.category,
    possible: seen.possible,
    certainty: seen.certainty,
    provisional: seen.provisional,
    verdicts: Object.fromEntries(findings.map(({ rule, verdict }) => [rule, verdict])),
    why: read(expected.why, ({ why }) => why),
    certainties: read(expected.certainties, ({ certainty }) => certainty),
    members: read(expected.members, ({ members }) => members),
    measured: read(expected.measured, ({ measured }) => [measured?.min, measured?.max]),
    gaps: read(expected.gaps, ({ gaps }) => gaps),
  };
}

function stated({ certainty: seenCertainty, findings }: Assessment, expected: Expectation) {
  const { category, others = 'not-deprived', certainty = seenCertainty } = expected;
  const plain = findings.map(({ rule }) => [rule, rule === 'income' ? 'under' : others]);
  return {
    category,
    possible: expected.possible ?? [category],
    certainty,
    provisional: certainty !== 'verified',
    verdicts: { ...Object.fromEntries(plain), ...expected.verdicts },
    why: expected.why ?? {},
    certainties: expected.certainties ?? {},
    members: expected.members ?? {},
    measured: expected.measured ?? {},
    gaps: Object.fromEntries(
      Object.entries(expected.gaps ?? {}).map(([rule, words]) => [
        rule,
        words.map((some) => expect.stringContaining(some)),
      ]),
    ),
  };
}
