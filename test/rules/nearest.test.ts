import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import { nearestChanges } from '../../src/rules/nearest.ts';
import { register, standardOf } from '../../src/rules/register.ts';
import { hoChiMinh2021 } from '../../src/rules/overlays/ho-chi-minh.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import { lastYearOf } from '../../src/rules/years.ts';
import { knownHousehold } from './any-household.ts';
import { householdOf } from './plain-household.ts';

const near = (facts: Parameters<typeof householdOf>[0], standard = standard2022) =>
  nearestChanges(householdOf(facts), standard, lastYearOf(standard), '2026-09-15');

test('a household just under the line is told how much more would lift it over', () => {
  expect(near({ income: { wages: 54_000_000 } })).toEqual([
    { kind: 'income', by: 1, possible: ['average'] },
    { kind: 'deprivations', by: 3, possible: ['poor'] },
  ]);
});

test('a household just over the line is told how little less would put it under', () => {
  expect(near({ income: { wages: 54_000_001 } })).toEqual([
    { kind: 'income', by: -1, possible: ['near-poor'] },
    { kind: 'income', by: 27_000_000, possible: ['none'] },
  ]);
});

test('a poor household with three deprivations is one deprivation from near-poor', () => {
  expect(near({ internet: false, water: 'other', latrine: 'none' })).toContainEqual({
    kind: 'deprivations',
    by: -1,
    possible: ['near-poor'],
  });
});

test('a change that leaves another class open than the one it is now is told with all that it leaves', () => {
  const standard = standardOf('quang-ninh-2023-2025');
  expect(near({ income: { wages: 60_000_000 } }, standard)[0]).toMatchObject({ kind: 'income' });
});

test('while the class is open there is no change of it', () => {
  expect(near({ income: { wages: 'unknown' } })).toEqual([]);
});

test('beside an amount that nobody knows no other income is surely enough', () => {
  const known = { wages: 100_000_000 };
  expect(near({ income: known }).map(({ kind }) => kind)).toContain('income');
  expect(near({ income: { ...known, remittances: 'unknown' } }).map(({ kind }) => kind)).not.toContain(
    'income',
  );
});

test('where income is an indicator itself it is not counted as a deprivation that could fall away', () => {
  const facts = { members: [{ healthInsurance: false }, {}, { age: 10, undernourished: true }] };
  expect(near(facts, hoChiMinh2021)).toEqual([]);
});

test('where income is an indicator, deprivations change beside it, up to all there are', () => {
  // Under the first line the second indicator of income, which is not known, leaves the class open.
  const standard = { ...hoChiMinh2021, unlisted: null, indicators: hoChiMinh2021.indicators.slice(0, 3) };
  const facts = { members: [{}, { healthInsurance: false }, { age: 10 }] };
  expect(near({ ...facts, income: { wages: 120_000_000 } }, standard)).toEqual([
    { kind: 'deprivations', by: 1, possible: ['near-poor'] },
  ]);
});

test('the change of income does give the class it names', () => {
  fc.assert(
    fc.property(knownHousehold, fc.constantFrom(...register.map(({ id }) => id)), (household, id) => {
      const standard = standardOf(id);
      const at = (one: typeof household) =>
        assess(one, standard, lastYearOf(standard), '2026-09-15').possible;
      for (const change of nearestChanges(household, standard, lastYearOf(standard), '2026-09-15')) {
        if (change.kind !== 'income') continue;
        const { wages, farm, business } = household.income;
        const told = [wages, farm, business].reduce<number>((sum, one) => sum + Number(one), 0);
        const income = { wages: told + change.by, farm: 0, business: 0, allowances: 0, remittances: 0 };
        expect(at({ ...household, income })).toEqual(change.possible);
        for (const category of at(household)) expect(change.possible).not.toContain(category);
      }
    }),
  );
});
