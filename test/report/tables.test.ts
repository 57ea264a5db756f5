import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportHousehold } from '../../src/report/household.ts';
import { tables } from '../../src/report/register.ts';
import { type Basis, rowsOf, type TableRow } from '../../src/report/rows.ts';
import { anyHousehold, basis, tallyOf, zones } from './made.ts';

const many = fc.array(anyHousehold, { maxLength: 25 });
const tableNo = (no: number) => tables.find((table) => table.no === no)!;
const rowsFor = (no: number, households: readonly ReportHousehold[], own: Partial<Basis> = {}) =>
  rowsOf(tableNo(no), tallyOf(households), { ...basis, ...own });
const numberIn = (no: number, row: TableRow, id: string) =>
  row.values[tableNo(no).columns.findIndex((column) => column.id === id)]!.value;
const counted = (households: readonly ReportHousehold[]) => households.filter(({ isTwin }) => !isTwin);
const weightIn = (label: string) => (each: ReportHousehold) => (label === 'Hộ' ? 1 : (each.people ?? 0));
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('the layout', () => {
  test('has the numbers 1 to 13 and says of each table where it was seen', () => {
    expect(tables.map(({ no }) => no)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
    for (const { title } of tables) expect(title).toMatchObject({ certainty: 'secondary' });
  });

  test.each([
    [1, 14],
    [2, 9],
    [3, 9],
    [4, 14],
    [5, 13],
    [6, 14],
    [7, 13],
    [8, 10],
    [10, 8],
    [11, 8],
    [12, 22],
    [13, 22],
  ])('table %i has %i columns', (no, columns) => {
    expect(tableNo(no).columns).toHaveLength(columns);
  });
});

describe('movements', () => {
  test.each([2, 3])('table %i: 9 = 1−2−3−4+5+6+7+8, for households and for people', (no) => {
    fc.assert(
      fc.property(many, (households) => {
        for (const row of rowsFor(no, households)) {
          const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0, seven = 0, eight = 0, nine] =
            row.values.map(({ value }) => value ?? 0);
          expect(nine).toBe(one - two - three - four + five + six + seven + eight);
          expect(row.values[8]!.formula).toMatchObject({ kind: 'sum', minus: ['2', '3', '4'] });
        }
      }),
    );
  });

  test.each([
    [2, 'poor'],
    [3, 'near-poor'],
  ] as const)(
    'table %i ends with those who are %s now, and those of whom nothing is decided',
    (no, listed) => {
      fc.assert(
        fc.property(many, (households) => {
          for (const row of rowsFor(no, households)) {
            const here = counted(households).filter(({ zone }) => row.zone === null || zone === row.zone.id);
            const left = here.filter(
              ({ after, before, isOpen }) => after === listed || (isOpen && before === listed),
            );
            expect(numberIn(no, row, '9')).toBe(sum(left.map(weightIn(row.label))));
          }
        }),
      );
    },
  );

  test('without a list only what was entered by hand for the year before is told', () => {
    const totals = [{ ...noTotals, zone: null, year: 2025, poor: 203, nearPoor: 447 }];
    const [own, whole] = [
      rowsFor(2, [], { hasList: false, totals }),
      rowsFor(3, [], { hasList: false, totals }),
    ];
    const last = (rows: readonly TableRow[]) =>
      rows.find(({ label, zone }) => zone === null && label === 'Hộ')!;
    expect(last(own).values.map(({ value }) => value)).toEqual([
      203,
      ...Array.from({ length: 8 }, () => null),
    ]);
    expect(numberIn(3, last(whole), '1')).toBe(447);
    expect(own[0]!.values.every(({ value }) => value === null)).toBe(true);
  });
});

const noTotals = {
  poor: null,
  nearPoor: null,
  poorPersons: null,
  nearPoorPersons: null,
  households: null,
  persons: null,
  minorityHouseholds: null,
  minorityPersons: null,
  source: 'Báo cáo mẫu',
};

describe('every table', () => {
  test('the zones add up to the ward in everything that is counted', () => {
    fc.assert(
      fc.property(many, (households) => {
        for (const table of tables) {
          const rows = rowsFor(table.no, households);
          table.columns.forEach(({ content }, at) => {
            if (content.kind === 'percent' || content.kind === 'unrecorded') return;
            for (const { label } of table.rows) {
              const of = rows.filter((row) => row.label === label);
              const total = of.find(({ zone }) => zone === null)!.values[at]!.value;
              const parts = of.filter(({ zone }) => zone !== null).map(({ values }) => values[at]!.value);
              if (total === null) expect(parts.every((each) => each === null)).toBe(true);
              else expect(total).toBe(sum(parts.map((each) => each ?? 0)));
            }
          });
        }
      }),
    );
  });

  test('every household counts once: in the classes, in the groups, in the movements', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const total = (no: number, id: string, label = '') =>
          numberIn(
            no,
            rowsFor(no, [household]).find((row) => row.zone === null && row.label === label)!,
            id,
          ) ?? 0;
        const isPoor = !household.isTwin && household.after === 'poor';
        const isNear = !household.isTwin && household.after === 'near-poor';
        expect([total(1, '3'), total(1, '5')]).toEqual([Number(isPoor), Number(isNear)]);
        expect(sum(['2', '3', '4', '5'].map((id) => total(8, id, 'Hộ')))).toBe(Number(isPoor));
        expect(sum(['7', '8', '9', '10'].map((id) => total(8, id, 'Hộ')))).toBe(Number(isNear));
        for (const id of ['2', '3', '4', '5'])
          expect(total(8, id, 'Nhân khẩu')).toBe(total(8, id, 'Hộ') * (household.people ?? 0));
        expect(total(9, '1.0')).toBe(Number(isPoor));
        if (household.groups !== null) expect(total(9, '1.1') + total(9, '1.2')).toBe(Number(isPoor));
        const ways = [2, 3].flatMap((no) => ['4', '6', '7'].map((id) => total(no, id, 'Hộ')));
        expect(sum(ways)).toBeLessThanOrEqual(1);
        expect(total(4, 'all') + total(6, 'all')).toBe(Number(isPoor) + Number(isNear));
        expect(total(12, '9') + total(13, '9')).toBe(Number(isPoor) + Number(isNear));
      }),
    );
  });

  test('what nobody wrote down is told under the table, not counted as a no', () => {
    const open = fc.sample(anyHousehold, { numRuns: 1, seed: 7 })[0]!;
    const household: ReportHousehold = {
      ...open,
      zone: 1,
      isTwin: false,
      isOpen: false,
      after: 'poor',
      groups: null,
      causes: null,
      findings: null,
      members: null,
      people: null,
    };
    const tally = tallyOf([household]);
    const told = (no: number) => {
      const at = tables.findIndex((table) => table.no === no);
      return tables[at]!.gaps.filter((_, index) => (tally.gaps[at]![index] ?? 0) > 0).map(({ say }) => say);
    };
    expect([4, 8, 9, 10, 11, 12].map(told)).toEqual([
      ['unread'],
      ['groups', 'people'],
      ['ethnicity'],
      ['causes'],
      ['members'],
      ['groups-outside', 'people'],
    ]);
    // All of them, though it is not known of which they are; so it stands there without the formula 10 + 11.
    const [row] = rowsFor(12, [household]);
    expect([numberIn(12, row!, '9'), numberIn(12, row!, '10'), numberIn(12, row!, '11')]).toEqual([1, 0, 0]);
    expect(row!.values[8]!.formula).toBeNull();
  });
});

describe('shares', () => {
  const totals = [
    { ...noTotals, zone: 1, year: 2026, households: 300, persons: 1000, minorityHouseholds: 30 },
    { ...noTotals, zone: null, year: 2026, households: 800, persons: 3000 },
  ];

  test('are of what was entered by hand, and empty where nothing was', () => {
    const poor = fc.sample(anyHousehold, { numRuns: 1, seed: 7 })[0]!;
    const one: ReportHousehold = { ...poor, zone: 1, isTwin: false, isOpen: false, after: 'poor', people: 5 };
    const rows = rowsFor(1, [one], { totals });
    const shares = rows.map((row) => [numberIn(1, row, '4'), numberIn(1, row, '10')]);
    expect(shares).toEqual([
      [(1 / 300) * 100, (5 / 1000) * 100],
      [null, null],
      [null, null],
      [(1 / 800) * 100, (5 / 3000) * 100],
    ]);
    const [first] = rowsFor(12, [one], { totals });
    expect(['1', '2', '3'].map((id) => numberIn(12, first!, id))).toEqual([300, 270, 30]);
    expect(first!.values[0]!.formula).toEqual({ kind: 'sum', plus: ['2', '3'], minus: [] });
  });

  test('of one zone the totals of the ward are not those of the whole', () => {
    const rows = rowsFor(1, [], { totals, isWhole: false, zones: zones.slice(0, 1) });
    expect(rows.map((row) => numberIn(1, row, '1'))).toEqual([300, 300]);
  });
});
