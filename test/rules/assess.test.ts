import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import type { Household } from '../../src/rules/household.ts';
import { hoChiMinh2021 } from '../../src/rules/overlays/ho-chi-minh.ts';
import { readyOf } from '../../src/rules/ready.ts';
import type { Cited } from '../../src/rules/source.ts';
import type { Line, Standard } from '../../src/rules/standard.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import type { CaseHousehold } from './case-file.ts';
import { householdOf } from './plain-household.ts';

type CasePerson = NonNullable<CaseHousehold['members']>[number];

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
    'income-average',
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
    lines: { ...lines, poor: { ...lines.poor, rural: missing, urban: missing } },
  };
  const assessment = read(householdOf(), standard);
  expect(assessment).toMatchObject({ category: 'undetermined', certainty: 'gap' });
  expect(assessment.findings[0]).toMatchObject({ verdict: 'unknown', why: 'law-gap', gaps: ['Bao nhiêu?'] });
  expect(assessment.findings[0]).toMatchObject({ threshold: null, source: null });
});

describe('with all of the city known but its second indicator of income', () => {
  const standard: Standard = {
    ...hoChiMinh2021,
    unlisted: null,
    lines: { ...hoChiMinh2021.lines, average: null },
    // And sure that the line is one of its indicators.
    indicators: hoChiMinh2021.indicators.map((one) =>
      one.id === 'income-per-person' && 'value' in one.condition
        ? { ...one, condition: { ...one.condition, certainty: 'verified' } }
        : one,
    ),
  };
  const two = [{ healthInsurance: false }, { age: 5, undernourished: true }];
  const by = (members: CasePerson[], wages: number, by = standard) =>
    assess(householdOf({ members: [{}, ...members], income: { wages } }), by, 2024, '2024-09-15');
  /** And that one known too, as never deprived. */
  const whole: Standard = {
    ...standard,
    indicators: standard.indicators.filter(({ id }) => id !== 'second-income'),
  };

  test.each([
    ['low income and two others', two, 100_000_000, ['poor'], [3, 4]],
    ['low income and one other', two.slice(0, 1), 60_000_000, ['poor', 'none'], [2, 3]],
    ['low income alone', [{}, {}], 60_000_000, ['poor', 'none'], [1, 2]],
    ['two between the lines', two, 120_000_000, ['poor', 'near-poor'], [2, 3]],
    ['one between the lines', two.slice(0, 1), 80_000_000, ['near-poor', 'none'], [1, 2]],
    ['none between the lines', [{}, {}], 120_000_000, ['none'], [0, 1]],
    ['two over both lines', two, 150_000_000, ['poor', 'none'], [2, 3]],
    ['one over both lines', two.slice(0, 1), 150_000_000, ['none'], [1, 2]],
  ] as const)('%s', (_, members, wages, possible, [least, most]) => {
    expect(by([...members], wages)).toMatchObject({ possible, count: { least, most } });
  });

  test.each([
    ['three between the lines', [{ withoutSecureWork: true, healthInsurance: false }], 80_000_000, 'none'],
    ['two between the lines', two, 120_000_000, 'near-poor'],
    ['one between the lines', two.slice(0, 1), 80_000_000, 'none'],
    ['two over both lines', two, 150_000_000, 'none'],
  ] as const)('and that one known too, %s', (_, members, wages, category) => {
    expect(by([...members], wages, whole)).toMatchObject({ category, certainty: 'secondary' });
  });

  test('an average living standard of which we do not know is open over both lines only', () => {
    const open: Standard = { ...whole, lines: hoChiMinh2021.lines };
    expect(by(two, 138_000_000, open).possible).toEqual(['near-poor']);
    expect(by(two, 138_000_001, open)).toMatchObject({
      possible: ['average', 'none'],
      certainty: 'gap',
    });
    expect(by(two.slice(0, 1), 80_000_000, open).possible).toEqual(['none']);
  });

  test('one deprivation that nobody can tell leaves near-poor open on both sides', () => {
    const open = [{ healthInsurance: 'unknown' }, { age: 5, undernourished: true }] as const;
    expect(by([...open], 120_000_000, whole)).toMatchObject({
      possible: ['near-poor', 'none'],
      certainty: 'secondary',
    });
  });

  test('indicators of which not even the name is known leave a class open as a gap', () => {
    const open: Standard = { ...whole, unlisted: hoChiMinh2021.unlisted };
    expect(by(two, 120_000_000, open)).toMatchObject({
      certainty: 'gap',
      count: { least: 2, most: 8 },
      unknown: 6,
    });
    expect(by(two, 100_000_000, open)).toMatchObject({ category: 'poor', certainty: 'secondary' });
  });

  test.each([
    { deprivations: missing },
    {
      decide: {
        ...hoChiMinh2021.decide,
        value: { kind: 'deprived-or-income', nearPoorDeprivations: missing },
      },
    },
  ])('with a number of deprivations not known every class but average is open', (unknown) => {
    const part = unknown as Partial<Standard>;
    for (const wages of [0, 120_000_000, 150_000_000])
      expect(by(two, wages, { ...whole, ...part })).toMatchObject({
        possible: ['poor', 'near-poor', 'none'],
        certainty: 'gap',
      });
  });
});

test('whether exactly the line is under it matters only to those who have exactly that', () => {
  const { lines } = standard2022;
  const unsure: Standard = {
    ...standard2022,
    lines: { ...lines, poor: { ...lines.poor, included: unconfirmed(lines.poor.included) } },
  };
  const certainty = (income: CaseHousehold['income']) =>
    read(householdOf({ income: { ...income } }), unsure).findings[0]?.certainty;
  expect(certainty({ wages: 53_999_999 })).toBe('verified');
  expect(certainty({ wages: 54_000_000 })).toBe('unconfirmed');
  expect(certainty({ wages: 54_000_001 })).toBe('verified');
  // With an allowance that may count it could be just that.
  expect(certainty({ wages: 50_000_000, allowances: 4_000_000 })).toBe('unconfirmed');
  expect(certainty({ wages: 50_000_000, allowances: 3_999_999 })).toBe('verified');
  expect(certainty({ wages: 54_000_000, allowances: 1 })).toBe('gap');
  // So could it with an amount that nobody knows, unless what is known is more than that already.
  expect(certainty({ wages: 50_000_000, farm: 'unknown' })).toBe('unconfirmed');
  expect(certainty({ wages: 54_000_001, remittances: 'unknown' })).toBe('verified');
});

test('where exactly the line is over it, one VND less is under', () => {
  const { lines } = standard2022;
  const included = { ...lines.poor.included, value: false };
  const strict: Standard = {
    ...standard2022,
    lines: { ...lines, poor: { ...lines.poor, included } },
  };
  const verdict = (wages: number) => read(householdOf({ income: { wages } }), strict).findings[0];
  expect(verdict(53_999_999)).toMatchObject({ verdict: 'under', threshold: { inclusive: false } });
  expect(verdict(54_000_000)).toMatchObject({ verdict: 'over' });
});

test('with only the answer to "exactly the line" not known the whole line is a gap', () => {
  const { lines } = standard2022;
  const standard: Standard = {
    ...standard2022,
    lines: { ...lines, poor: { ...lines.poor, included: missing } },
  };
  expect(read(householdOf(), standard).findings[0]).toMatchObject({ why: 'law-gap', gaps: ['Bao nhiêu?'] });
});

test('a standard is made ready once and a copy of it again', () => {
  const copy = structuredClone(standard2022);
  expect(readyOf(standard2022)).toBe(readyOf(standard2022));
  expect(readyOf(copy)).not.toBe(readyOf(standard2022));
});

/** The same standard as if somebody had confirmed it all. */
function verify(standard: Standard): Standard {
  const { lines } = standard;
  return {
    ...standard,
    lines: { ...lines, average: lines.average && sureLine(lines.average) },
    deprivations: sure(standard.deprivations),
    indicators: standard.indicators.map((rule) => ({ ...rule, condition: sure(rule.condition) })),
  };
}

function sureLine(line: Line): Line {
  return { ...line, rural: sure(line.rural), urban: sure(line.urban), included: sure(line.included) };
}

function unconfirmed<T>(cited: Cited<T>): Cited<T> {
  return 'gap' in cited ? cited : { ...cited, certainty: 'unconfirmed' };
}

function sure<T>(cited: Cited<T>): Cited<T> {
  return 'gap' in cited ? cited : { ...cited, certainty: 'verified' };
}
