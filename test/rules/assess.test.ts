import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import type { Household } from '../../src/rules/household.ts';
import type { Cited } from '../../src/rules/source.ts';
import type { Standard } from '../../src/rules/standard.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import { householdOf } from './plain-household.ts';

const missing = { gap: 'not found', ask: 'Bao nhiêu?' } as const;
const read = (household: Household, standard: Standard) => assess(household, standard, 2026, '2026-09-15');

test('keeps the standard, the list year and the day, and finds income first, then each indicator in order', () => {
  const assessment = read(householdOf({ water: 'river-pond', latrine: 'unknown' }), standard2022);
  expect(assessment).toMatchObject({
    standard: 'national-2022-2026',
    listYear: 2026,
    on: '2026-09-15',
    deprived: 1,
    unknown: 1,
  });
  expect(assessment.findings.map(({ rule }) => rule)).toEqual([
    'income',
    ...standard2022.indicators.map(({ id }) => id),
  ]);
});

test('a finding carries the threshold and the source it was held against', () => {
  const { findings } = read(householdOf({ floorArea: 23 }), standard2022);
  expect(findings.find(({ rule }) => rule === 'income')).toMatchObject({
    threshold: { value: 1_500_000, inclusive: true, unit: 'vnd-per-person-month' },
    source: { document: 'Nghị định 07/2021/NĐ-CP', signedOn: '2021-01-27' },
  });
  expect(findings.find(({ rule }) => rule === 'housing-area')).toMatchObject({
    threshold: { value: 8, inclusive: false, unit: 'm2' },
    source: { document: 'Nghị định 07/2021/NĐ-CP' },
  });
});

test('survives being stored as JSON', () => {
  const assessment = read(householdOf({ income: { wages: 'unknown' }, walls: 'makeshift' }), standard2022);
  expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
});

describe('with every value verified', () => {
  const verified = verify(standard2022);

  test.each([
    ['poor', { internet: false, devices: [], water: 'other' }],
    ['near-poor', {}],
    ['average', { income: { wages: 60_000_000 } }],
    ['none', { income: { wages: 90_000_000 } }],
  ] as const)('a household that is %s is no longer provisionally so', (category, facts) => {
    const { devices, ...others } = { devices: ['tv' as const], ...facts };
    const assessment = read(householdOf({ ...others, devices: [...devices] }), verified);
    expect(assessment).toMatchObject({ category, certainty: 'verified', provisional: false });
  });
});

describe('with the number of deprivations not known', () => {
  const standard: Standard = { ...standard2022, deprivations: missing };

  test('a household under the line may be poor or near-poor', () => {
    const assessment = read(householdOf(), standard);
    expect(assessment).toMatchObject({
      category: 'undetermined',
      possible: ['poor', 'near-poor'],
      certainty: 'gap',
    });
  });

  test('a household over the line does not need it', () => {
    const assessment = read(householdOf({ income: { wages: 60_000_000 } }), standard);
    expect(assessment).toMatchObject({ category: 'average', certainty: 'secondary' });
  });
});

test('with the income line not known no class is given, and the finding asks for the line', () => {
  const { lines } = standard2022;
  const standard: Standard = {
    ...standard2022,
    lines: { ...lines, income: { rural: missing, urban: missing } },
  };
  const assessment = read(householdOf(), standard);
  expect(assessment).toMatchObject({ category: 'undetermined', certainty: 'gap' });
  expect(assessment.findings[0]).toMatchObject({ verdict: 'unknown', why: 'law-gap', gaps: ['Bao nhiêu?'] });
  expect(assessment.findings[0]).not.toHaveProperty('threshold');
});

/** The same standard as if somebody had confirmed it all. */
function verify(standard: Standard): Standard {
  const { lines } = standard;
  return {
    ...standard,
    lines: { ...lines, average: { rural: sure(lines.average.rural), urban: sure(lines.average.urban) } },
    deprivations: sure(standard.deprivations),
    indicators: standard.indicators.map((rule) => ({ ...rule, condition: sure(rule.condition) })),
  };
}

function sure<T>(cited: Cited<T>): Cited<T> {
  return 'gap' in cited ? cited : { ...cited, certainty: 'verified' };
}
