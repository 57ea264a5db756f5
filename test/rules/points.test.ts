import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import { checkPointTable, type PointRow } from '../../src/rules/point-table.ts';
import { b1Of, byCountedPoints, byPaperPoints, byPoints, contradicts } from '../../src/rules/points.ts';
import { standardOf } from '../../src/rules/register.ts';
import type { Standard } from '../../src/rules/standard.ts';
import type { CaseHousehold } from './case-file.ts';
import { householdOf } from './plain-household.ts';

const missingCondition = { gap: 'not found', ask: 'Khi nào thiếu hụt?' } as const;

/** Made up for the tests: no official table is known to us. */
const rows: readonly PointRow[] = [
  { item: 'people', option: '1', points: { town: '80', plain: '75' } },
  { item: 'people', option: '2+', points: { town: '40', plain: '30' } },
  { item: 'pension', option: 'yes', points: { town: '100', plain: '70' } },
  { item: 'pension', option: 'no', points: { town: '0', plain: '0' } },
].map((row, index) => ({ ...row, line: index + 2, itemLabel: row.item, optionLabel: row.option }));

const about = {
  standard: 'national-2022-2026',
  source: { document: 'Thông tư thử/0000', signedOn: '2021-07-18' },
  certainty: 'verified',
} as const;

function tableOf(all: readonly PointRow[] = rows) {
  const checked = checkPointTable(all, about);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.table;
}

describe('the import of a table', () => {
  const problems = (all: readonly PointRow[]) => {
    const checked = checkPointTable(all, about);
    return checked.ok
      ? []
      : checked.problems.map(({ line, field, problem }) => `${line} ${field}: ${problem}`);
  };
  const changed = (at: number, change: Partial<PointRow>) =>
    rows.map((row, index) => (index === at ? { ...row, ...change } : row));

  test('of an empty table only that is said', () => {
    expect(problems([])).toEqual([expect.stringContaining('1 item: the table is empty')]);
  });

  test('names the lines in order, and takes points with blanks around them and the highest', () => {
    const two = [...changed(3, { points: { town: '', plain: '0' } }).slice(0, 4)];
    const first = two.map((row, at) => (at === 0 ? { ...row, option: ' ' } : row));
    expect(problems(first).map((problem) => Number.parseInt(problem, 10))).toEqual([2, 5]);
    expect(problems(changed(0, { points: { town: ' 200 ', plain: '0' } }))).toEqual([]);
  });

  test('calls an item by its first label that is not blank, else by its name', () => {
    const labelled = (labels: readonly string[]) =>
      tableOf(rows.map((row, at) => ({ ...row, itemLabel: labels[at] ?? '' }))).items.map(
        ({ label }) => label,
      );
    expect(labelled(['  ', 'Số người', '', ''])).toEqual(['Số người', 'pension']);
  });

  test('keeps items, options, regions and the citation', () => {
    expect(tableOf()).toMatchObject({ ...about, regions: ['town', 'plain'] });
    expect(tableOf().items.map(({ id, options }) => [id, options.length])).toEqual([
      ['people', 2],
      ['pension', 2],
    ]);
  });

  test.each([
    [changed(0, { points: { town: '', plain: '75' } }), '2 town: has no points'],
    [changed(0, { points: { town: '7,5', plain: '75' } }), '2 town: "7,5" is not a whole number'],
    [changed(0, { points: { town: '-5', plain: '75' } }), '2 town: "-5" is not a whole number'],
    [changed(0, { points: { town: '201', plain: '75' } }), '2 town: "201" is not a whole number'],
    [changed(1, { option: '1' }), '3 option: item "people", option "1" stands in line 2 already'],
    [changed(1, { option: ' ' }), '3 option: is empty'],
    [changed(2, { points: { plain: '70' } }), '4 town: has no points'],
    [rows.slice(0, 3), '4 item: item "pension" has one option only'],
    [[], '1 item: the table is empty'],
    [changed(0, { points: { town: ' 80 ', plain: '1000000' } }), '2 plain: "1000000" is not a whole number'],
  ])('is refused with the line and what would be right: %#', (all, problem) => {
    expect(problems(all)).toContainEqual(expect.stringContaining(problem));
  });
});

describe('B1', () => {
  test('adds the points of the region', () => {
    const ticked = { people: '1', pension: 'no' };
    expect(b1Of(tableOf(), 'town', ticked)).toEqual({ min: 80, max: 80, missing: [] });
    expect(b1Of(tableOf(), 'plain', ticked)).toEqual({ min: 75, max: 75, missing: [] });
  });

  test.each([
    ['moon', tableOf(), 'The table has no region "moon". It has: town, plain.'],
    ['plain', { ...tableOf(), regions: ['town'] }, 'The table has no region "plain". It has: town.'],
    ['hill', { ...tableOf(), regions: ['hill'] }, 'The table has no points of "1" for "hill".'],
  ])('is refused for a region the table has no points of: %s', (region, table, say) => {
    expect(() => b1Of(table, region, {})).toThrow(RangeError);
    expect(() => b1Of(table, region, {})).toThrow(say);
  });

  test('is a range while an item is unknown', () => {
    expect(b1Of(tableOf(), 'town', { people: '2+' })).toEqual({ min: 40, max: 140, missing: ['pension'] });
  });
});

describe('the class by points', () => {
  const national = standardOf('national-2022-2026');
  const classes = (town: number, least: number, most = least, standard = national) => {
    const points = { town: String(town) };
    const two = ['a', 'b'].map((option, at) => ({
      line: at,
      item: 'x',
      itemLabel: '',
      option,
      optionLabel: 'o',
      points,
    }));
    const table = { ...tableOf(two), standard: standard.id };
    const household = { area: 'urban' as const, region: 'town', ticked: { x: 'a' } };
    return byCountedPoints(standard, table, household, { least, most })?.possible;
  };

  test.each([
    [175, 3, ['poor']],
    [175, 2, ['near-poor']],
    [176, 3, ['not-poor']],
    [176, 0, ['not-poor']],
  ])('2022–2026, urban, B1 %i with %i deprivations: %j', (b1, count, expected) => {
    expect(classes(b1, count)).toEqual(expected);
  });

  test.each([
    [140, 0, ['poor']],
    [141, 2, ['near-poor']],
    [141, 3, ['poor']],
    [175, 3, ['poor']],
    [176, 3, ['not-poor']],
  ])('2016–2021, urban, B1 %i with %i deprivations: %j', (b1, count, expected) => {
    expect(classes(b1, count, count, standardOf('national-2016-2021'))).toEqual(expected);
  });

  test.each([
    ['urban', 175, 30, 'poor', 'verified'],
    ['urban', 175, 20, 'near-poor', 'verified'],
    // That those above are not poor whatever B2 was seen in a program only.
    ['urban', 176, 30, 'not-poor', 'secondary'],
    ['rural', 140, 30, 'poor', 'verified'],
    ['rural', 140, 29, 'near-poor', 'verified'],
    ['rural', 141, 30, 'not-poor', 'secondary'],
  ] as const)('points on paper, %s, B1 %i and B2 %i: %s, %s', (area, b1, b2, category, certainty) => {
    expect(byPaperPoints(national, area, { b1, b2 })).toEqual({ category, certainty });
    expect(byPaperPoints(standardOf('national-2027-2030'), area, { b1, b2 })).toBeNull();
  });

  const { points: rule } = national;
  const known = rule !== null && 'value' in rule ? rule : null;
  const missing = { gap: 'not found', ask: 'Bao nhiêu điểm?' } as const;

  test.each([
    ['the first threshold', { poor: { rural: missing, urban: missing } }],
    ['the second threshold', { nearPoor: { rural: missing, urban: missing } }],
    ['the points of an indicator', { perIndicator: missing }],
    ['the points that count as deprived', { deprived: missing }],
  ])('without %s nothing is said', (_, gap) => {
    const standard = { ...national, points: { ...known!, value: { ...known!.value, ...gap } } };
    expect(classes(100, 3, 3, standard)).toBeUndefined();
    expect(byPaperPoints(standard, 'urban', { b1: 100, b2: 30 })).toBeNull();
    expect(byPaperPoints({ ...national, points: missing }, 'urban', { b1: 100, b2: 30 })).toBeNull();
    expect(byPaperPoints({ ...national, points: null }, 'urban', { b1: 100, b2: 30 })).toBeNull();
  });

  test.each([
    ['all', { certainty: 'unconfirmed' }, {}, 'unconfirmed'],
    ['the points of an indicator', {}, { perIndicator: 'secondary' }, 'secondary'],
    ['the points that count as deprived', {}, { deprived: 'unconfirmed' }, 'unconfirmed'],
  ] as const)('is no surer than %s', (_, whole, parts, certainty) => {
    const value = Object.fromEntries(
      Object.entries(known!.value).map(([key, one]) => [
        key,
        key in parts ? { ...one, certainty: Object.values(parts)[0] } : one,
      ]),
    );
    const standard = { ...national, points: { ...known!, ...whole, value } } as typeof national;
    expect(byPaperPoints(standard, 'urban', { b1: 100, b2: 30 })).toEqual({ category: 'poor', certainty });
  });

  test.each([
    [140, 141, 0, 0, ['poor', 'near-poor']],
    [140, 176, 3, 3, ['poor', 'not-poor']],
    // Neither end is between the lines, but what is between the ends is.
    [100, 200, 0, 0, ['poor', 'near-poor', 'not-poor']],
    [150, 160, 2, 3, ['poor', 'near-poor']],
    [176, 200, 0, 3, ['not-poor']],
  ])('2016–2021, urban, B1 %i to %i with %i to %i deprivations', (low, high, least, most, expected) => {
    const standard = standardOf('national-2016-2021');
    const table = {
      ...tableOf(),
      standard: standard.id,
      items: [
        {
          id: 'x',
          label: 'x',
          options: [low, high].map((town, at) => ({ code: `${at}`, label: '', points: { town } })),
        },
      ],
    };
    const household = { area: 'urban' as const, region: 'town', ticked: {} };
    expect(byCountedPoints(standard, table, household, { least, most })?.possible).toEqual(expected);
  });

  test('what is unknown leaves classes open', () => {
    expect(classes(100, 2, 3)).toEqual(['poor', 'near-poor']);
  });

  test('without known thresholds, and by the table of another standard, nothing is said', () => {
    expect(classes(100, 3, 3, standardOf('national-2027-2030'))).toBeUndefined();
    expect(classes(100, 3, 3, standardOf('quang-ninh-2023-2025'))).toBeUndefined();
    const household = { area: 'urban' as const, region: 'town', ticked: {} };
    const other = standardOf('national-2016-2021');
    expect(byCountedPoints(other, tableOf(), household, { least: 0, most: 0 })).toBeNull();
  });

  test('a class by income and one by points contradict each other when both cannot be right', () => {
    expect(contradicts(['poor'], ['near-poor'])).toBe(true);
    expect(contradicts(['average'], ['not-poor'])).toBe(false);
    expect(contradicts(['average', 'none'], ['poor'])).toBe(true);
    expect(contradicts(['poor', 'near-poor'], ['near-poor'])).toBe(false);
  });
});

describe('the class by points of a household that is assessed', () => {
  const national = standardOf('national-2022-2026');
  const of2016 = standardOf('national-2016-2021');
  const read = (b1: number, facts: CaseHousehold = {}, { by = national, listYear = 2025 } = {}) => {
    const options = ['a', 'b'].map((code) => ({ code, label: code, points: { town: b1 } }));
    const table = { ...tableOf(), standard: by.id, items: [{ id: 'x', label: 'x', options }] };
    const assessment = assess(householdOf(facts), by, listYear, `${listYear}-09-15`);
    const household = { area: 'rural' as const, region: 'town', ticked: { x: 'a' } };
    return byPoints(by, table, household, assessment);
  };
  const deprived: CaseHousehold = { internet: false, water: 'river-pond', latrine: 'none' };
  /** Of which all that a reading uses is verified, but what a test changes. */
  const sure: Standard = {
    ...national,
    indicators: national.indicators.map((rule) =>
      'gap' in rule.condition ? rule : { ...rule, condition: { ...rule.condition, certainty: 'verified' } },
    ),
  };

  test('is no surer than the findings that B2 counts', () => {
    expect(read(140, deprived)).toMatchObject({ possible: ['poor'], certainty: 'unconfirmed' });
    expect(read(140, deprived, { by: sure })).toMatchObject({ possible: ['poor'], certainty: 'verified' });
    // That so few are deprived rests on all that are not.
    expect(read(140)).toMatchObject({ possible: ['near-poor'], certainty: 'unconfirmed' });
    expect(read(140, {}, { by: sure })).toMatchObject({ possible: ['near-poor'], certainty: 'verified' });
  });

  test('does not hang on the findings where B1 alone decides', () => {
    expect(read(141, deprived)).toMatchObject({ possible: ['not-poor'], certainty: 'secondary' });
    const points = { ...of2016.points!, certainty: 'verified' } as const;
    const value = 'gap' in points ? null : points.value;
    const verified = Object.fromEntries(
      Object.entries(value!).map(([key, one]) => [
        key,
        one !== null && 'rural' in one
          ? { rural: { ...one.rural, certainty: 'verified' }, urban: one.urban }
          : { ...one, certainty: 'verified' },
      ]),
    );
    const by = { ...of2016, points: { ...points, value: verified } } as Standard;
    const at = (b1: number) => read(b1, {}, { by, listYear: 2020 });
    expect(at(120)).toMatchObject({ possible: ['poor'], certainty: 'verified', gaps: [] });
    expect(at(121)).toMatchObject({ possible: ['near-poor'], certainty: 'unconfirmed' });
  });

  test('leaves out what stayed unknown once the class is settled, and counts it while it is open', () => {
    const unknown = sure.indicators.map((rule) =>
      rule.id === 'telecom' ? { ...rule, condition: missingCondition } : rule,
    );
    const by = { ...sure, indicators: unknown };
    const three: CaseHousehold = { water: 'river-pond', latrine: 'none', devices: [] };
    expect(read(140, three, { by })).toMatchObject({ possible: ['poor'], certainty: 'verified' });
    const two: CaseHousehold = { water: 'river-pond', latrine: 'none' };
    expect(read(140, two, { by })).toMatchObject({
      possible: ['poor', 'near-poor'],
      certainty: 'gap',
      gaps: expect.arrayContaining([missingCondition.ask]),
    });
  });

  test('is a gap while indicators that nobody can name leave it open', () => {
    const by: Standard = { ...sure, unlisted: { indicators: 3, ask: missingCondition } };
    expect(read(140, {}, { by })).toMatchObject({ possible: ['poor', 'near-poor'], certainty: 'gap' });
    expect(read(140, deprived, { by })).toMatchObject({ possible: ['poor'], certainty: 'verified' });
    expect(read(141, {}, { by })).toMatchObject({ possible: ['not-poor'], certainty: 'secondary' });
  });

  test('is no surer than the year, and asks what is open of it', () => {
    const turn = read(140, deprived, { by: sure, listYear: 2027 });
    expect(turn).toMatchObject({ listYear: 2027, certainty: 'unconfirmed' });
    expect(turn?.gaps[0]).toContain('Đợt rà soát cuối năm 2026');
    expect(read(140, deprived, { by: sure })?.gaps.join()).not.toContain('Đợt rà soát');
  });

  test('says what it was held against, and by which documents', () => {
    expect(read(140, deprived)).toMatchObject({
      thresholds: { b1: { poor: 140, nearPoor: null }, b2: { perIndicator: 10, deprived: 30 } },
      sources: [{ document: 'Thông tư 07/2021/TT-BLĐTBXH' }, about.source],
      b2: { min: 30, max: 30 },
    });
    expect(read(140, {}, { by: of2016, listYear: 2020 })?.thresholds.b1).toEqual({
      poor: 120,
      nearPoor: 150,
    });
  });

  test('is not given by an assessment of another standard', () => {
    const assessment = assess(householdOf(), of2016, 2020, '2020-09-15');
    const household = { area: 'rural' as const, region: 'town', ticked: {} };
    expect(byPoints(national, tableOf(), household, assessment)).toBeNull();
  });
});
