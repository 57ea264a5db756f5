import { expect, test } from 'vitest';
import { bothSides, compare } from '../../src/rules/compare.ts';
import { standardOf } from '../../src/rules/register.ts';
import { householdOf } from './plain-household.ts';

test('at the turn of 2026 to 2027 the line, the indicators and the classes differ, and it says why', () => {
  const household = householdOf({ income: { wages: 60_000_000 } });
  const { before, after, differs } = bothSides(household, 2026, '2026-11-23');
  expect([before.standard, before.category]).toEqual(['national-2022-2026', 'average']);
  expect([after.standard, after.possible]).toEqual(['national-2027-2030', ['poor', 'near-poor']]);
  expect(differs).toEqual([
    { kind: 'class', before: ['average'], after: ['poor', 'near-poor'] },
    {
      kind: 'line',
      rule: 'income',
      before: { value: 1_500_000, inclusive: true, unit: 'vnd-per-person-month' },
      after: { value: 2_200_000, inclusive: true, unit: 'vnd-per-person-month' },
    },
    {
      kind: 'line',
      rule: 'income-average',
      before: { value: 2_250_000, inclusive: true, unit: 'vnd-per-person-month' },
      after: 'gap',
    },
    ...[
      'health-insurance',
      'adult-education',
      'child-school',
      'housing-quality',
      'housing-area',
      'water',
      'latrine',
      'telecom',
    ].map((rule) => ({
      kind: 'verdict',
      rule,
      before: 'not-deprived',
      after: 'unknown',
      because: 'law-gap',
    })),
    // Which indicators there are from 2027 is known from a draft only.
    { kind: 'indicator-dropped', rule: 'info-devices', certainty: 'secondary', draft: true },
    { kind: 'indicator-added', rule: 'waste', certainty: 'secondary', draft: true },
  ]);
});

test('at the turn of 2021 to 2022 the poor by income alone become near-poor', () => {
  const { before, after, differs } = bothSides(householdOf(), 2021, '2021-11-01');
  expect([before.category, before.poorBy]).toEqual(['poor', 'income']);
  expect(after.category).toBe('near-poor');
  expect(differs.slice(0, 2)).toEqual([
    { kind: 'class', before: ['poor'], after: ['near-poor'] },
    { kind: 'way-to-decide', before: 'line-or-deprived', after: 'line-and-deprived' },
  ]);
});

test('a number of deprivations that is not known differs from one that is', () => {
  const national = standardOf('national-2022-2026');
  const other = { ...national, deprivations: { gap: 'not found', ask: 'Bao nhiêu?' } } as const;
  const year = (standard: typeof national) => ({ standard, listYear: 2025 });
  const cutOffs = (one: typeof national, two: typeof national) =>
    compare(householdOf(), year(one), year(two), '2025-09-15').differs.filter(
      ({ kind }) => kind === 'cut-off',
    );
  expect(cutOffs(national, other)).toEqual([{ kind: 'cut-off', before: 3, after: null }]);
  expect(cutOffs(other, national)).toEqual([{ kind: 'cut-off', before: null, after: 3 }]);
});

test('a line that only one side has stands there alone, before or after', () => {
  const { differs } = bothSides(householdOf(), 2021, '2021-11-01');
  const back = compare(
    householdOf(),
    { standard: standardOf('national-2022-2026'), listYear: 2022 },
    { standard: standardOf('national-2016-2021'), listYear: 2021 },
    '2021-11-01',
  ).differs;
  const ofLine = (all: typeof differs) =>
    all.filter((one) => one.kind === 'line' && one.rule === 'income-near-poor');
  expect(ofLine(differs)).toMatchObject([{ before: { value: 1_000_000 }, after: 'absent' }]);
  expect(ofLine(back)).toMatchObject([{ before: 'absent', after: { value: 1_000_000 } }]);
});

test('a line that is a gap is neither a line that is not there nor one that is the same', () => {
  const national = standardOf('national-2022-2026');
  const of2027 = standardOf('national-2027-2030');
  const without = { ...of2027, lines: { ...of2027.lines, average: null } };
  const averages = (one: typeof national, two: typeof national) =>
    compare(
      householdOf(),
      { standard: one, listYear: 2027 },
      { standard: two, listYear: 2027 },
      '2027-09-15',
    ).differs.filter((difference) => difference.kind === 'line' && difference.rule === 'income-average');
  expect(averages(of2027, without)).toMatchObject([{ before: 'gap', after: 'absent' }]);
  expect(averages(without, of2027)).toMatchObject([{ before: 'absent', after: 'gap' }]);
  expect(averages(of2027, national)).toMatchObject([{ before: 'gap', after: { value: 2_250_000 } }]);
  expect(averages(of2027, of2027)).toEqual([]);
});

test('that only one side has an indicator is as sure as its name there and the list here', () => {
  const national = { standard: standardOf('national-2022-2026'), listYear: 2024 };
  const city = { standard: standardOf('ho-chi-minh-2021-2025'), listYear: 2024 };
  const { differs } = bothSides(householdOf(), 2021, '2021-11-01');
  expect(differs).toContainEqual({
    kind: 'indicator-added',
    rule: 'employment',
    certainty: 'verified',
    draft: false,
  });
  const of = (rule: string) =>
    compare(householdOf(), national, city, '2024-09-15').differs.filter(
      (one) => 'rule' in one && one.rule === rule,
    );
  // Of the city's ten indicators six are not known by name.
  expect(of('water')).toMatchObject([{ kind: 'indicator-dropped', certainty: 'gap', draft: false }]);
  expect(of('income-per-person')).toMatchObject([{ kind: 'indicator-added', certainty: 'unconfirmed' }]);
  expect(of('second-income')).toMatchObject([{ kind: 'indicator-added', certainty: 'gap' }]);
});

test('what only an unknown fact makes different says so', () => {
  const { differs } = bothSides(householdOf({ phone: 'unknown', internet: false }), 2021, '2021-11-01');
  expect(differs).toContainEqual({
    kind: 'verdict',
    rule: 'telecom',
    before: 'unknown',
    after: 'deprived',
    because: 'fact-unknown',
  });
});

test('a line that only includes who is exactly on it differs', () => {
  const national = standardOf('national-2022-2026');
  const { lines } = national;
  const without = {
    ...lines.poor,
    included: { value: false, source: national.basis[0], certainty: 'verified' },
  } as const;
  const other = { ...national, lines: { ...lines, poor: without } };
  const { differs } = compare(
    householdOf(),
    { standard: national, listYear: 2025 },
    { standard: other, listYear: 2025 },
    '2025-09-15',
  );
  expect(differs).toMatchObject([
    { kind: 'line', rule: 'income', before: { inclusive: true }, after: { inclusive: false } },
  ]);
});

test('the same standard for two years differs in nothing', () => {
  expect(bothSides(householdOf(), 2024, '2024-09-15').differs).toEqual([]);
});

test('a province beside the nation: the line alone', () => {
  const national = { standard: standardOf('national-2022-2026'), listYear: 2025 };
  const province = { standard: standardOf('quang-ninh-2023-2025'), listYear: 2025 };
  const { differs } = compare(
    householdOf({ income: { wages: 60_000_000 } }),
    national,
    province,
    '2025-09-15',
  );
  expect(differs.map(({ kind }) => kind)).toEqual(['class', 'line', 'line']);
});
