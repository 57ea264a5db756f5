import { describe, expect, test } from 'vitest';
import { applicableStandards } from '../../src/rules/applicable.ts';
import { register } from '../../src/rules/register.ts';
import { casesOf } from './case-file.ts';
import { checkCase, checkSources, failuresOf } from './check.ts';

const all = register.map((standard) => ({ standard, id: standard.id, cases: casesOf(standard.id) }));
const files = all.flatMap(({ standard, cases }) =>
  cases.files.map((file) => ({ ...file, id: standard.id, standard })),
);

describe.each(files)('$id/$file', ({ standard, cases }) => {
  test.each(cases)('$name', (one) => {
    const { authority } = standard;
    const serving = applicableStandards(one.listYear, authority === 'national' ? null : authority);
    expect(serving).toContain(standard);
    const { seen, stated } = checkCase(standard, one);
    expect(seen).toEqual(stated);
  });
});

test.each(all)('$id/sources.yaml', ({ standard, cases }) => {
  const { seen, stated } = checkSources(standard, cases.sources);
  expect(seen).toEqual(stated);
});

describe('the cases together', () => {
  test.each(all)('hold of $id', ({ standard, cases }) => {
    expect(failuresOf(standard, cases)).toEqual([]);
  });

  const indicators = all.flatMap(({ cases, id, standard }) =>
    standard.indicators.map((rule) => ({ id, cases, indicator: rule.id, isGap: 'gap' in rule.condition })),
  );
  test.each(indicators)('show $indicator of $id with each verdict it can have', (one) => {
    const shown = new Set<unknown>(
      one.cases.files.flatMap(({ cases }) =>
        cases.flatMap(({ always, expect: { verdicts } }) => [
          verdicts?.[one.indicator],
          always?.[one.indicator],
        ]),
      ),
    );
    const wanted = one.isGap ? ['unknown'] : ['deprived', 'not-deprived', 'unknown'];
    for (const verdict of wanted) expect([...shown]).toContain(verdict);
  });

  test.each([
    ['turn-2021-2022.yaml', 'national-2016-2021', 'national-2022-2026'],
    ['turn-2026-2027.yaml', 'national-2022-2026', 'national-2027-2030'],
  ] as const)('%s tells the same households on both sides', (name, before, after) => {
    const told = (id: string) =>
      files
        .filter((one) => one.id === id && one.file === name)
        .flatMap(({ cases }) => cases.map(({ name, household }) => ({ name, household })));
    expect(told(before).length).toBeGreaterThan(1);
    expect(told(after)).toEqual(told(before));
  });
});
