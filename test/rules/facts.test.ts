import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import type { Condition } from '../../src/rules/condition.ts';
import { factsOf, factsRead, type FactsRead } from '../../src/rules/explain/facts.ts';
import type { Household } from '../../src/rules/household.ts';
import { register, standardOf } from '../../src/rules/register.ts';
import type { IndicatorRule, Standard } from '../../src/rules/standard.ts';
import { firstYearOf } from '../../src/rules/years.ts';
import { anyHousehold, knownHousehold, on } from './any-household.ts';
import { householdOf } from './plain-household.ts';

type Read = { readonly kind: Condition['kind']; readonly rule: IndicatorRule; readonly standard: Standard };

/** One indicator for each kind of condition that some standard has. */
const kinds = [
  ...new Map(
    register.flatMap((standard) =>
      standard.indicators.flatMap((rule): readonly [string, Read][] =>
        'gap' in rule.condition
          ? []
          : [[rule.condition.value.kind, { kind: rule.condition.value.kind, rule, standard }]],
      ),
    ),
  ).values(),
];
// The same ones every time: a fact may be read only of few households.
const households = [anyHousehold, knownHousehold].flatMap((kind) =>
  fc.sample(kind, { seed: 2, numRuns: 500 }),
);

const findingOf = (household: Household, { rule, standard }: Read) =>
  assess(household, standard, firstYearOf(standard), on).findings.find((finding) => finding.rule === rule.id);

/** A household of which only those facts are told. */
function onlyTold(household: Household, told: FactsRead): Household {
  const { area, members, income, ...home } = household;
  const keep = (from: object, keys: readonly string[]) =>
    Object.fromEntries(
      Object.entries(from).map(([key, value]) => [key, keys.includes(key) ? value : 'unknown']),
    );
  return {
    ...household,
    ...keep(home, told.household),
    income: told.household.includes('income') ? income : { ...income, wages: 'unknown', farm: 'unknown' },
    members: members.map((member) => ({ ...member, ...keep(member, ['id', ...told.member]) })),
    area,
  };
}

test('every kind of condition is in some standard', () => {
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(factsRead).toSorted());
});

describe.each(kinds)('the facts that "$kind" reads', (read) => {
  const facts = factsRead[read.kind];
  const hears = (household: Household, others: FactsRead) =>
    findingOf(onlyTold(household, others), read)?.verdict !== findingOf(household, read)?.verdict;

  test('are all it reads', () => {
    for (const household of households)
      expect(findingOf(onlyTold(household, facts), read)).toEqual(findingOf(household, read));
  });

  // Area and number of people are never unknown.
  test.each(facts.household.filter((fact) => fact !== 'area' && fact !== 'members'))('hold %s', (fact) => {
    const others = { ...facts, household: facts.household.filter((one) => one !== fact) };
    expect(households.some((one) => hears(one, others))).toBe(true);
  });

  test.each(facts.member)('hold %s of each member', (fact) => {
    const others = { ...facts, member: facts.member.filter((one) => one !== fact) };
    expect(households.some((one) => hears(one, others))).toBe(true);
  });
});

test('facts are told with their names and whose they are', () => {
  const household = householdOf({ members: [{}, { age: 4 }], floorArea: 30 });
  const standard = standardOf('national-2022-2026');
  expect(factsOf(household, 'housing-area', standard)).toEqual([
    { fact: 'floorArea', member: null, value: 30 },
    { fact: 'members', member: null, value: 2 },
  ]);
  expect(factsOf(household, 'child-school', standard).filter(({ member }) => member === 'm2')).toEqual([
    { fact: 'age', member: 'm2', value: { min: 4, max: 4 } },
    { fact: 'atSchool', member: 'm2', value: true },
  ]);
  const ofIncome = ['area', 'members', 'wages', 'farm', 'business', 'allowances', 'remittances'];
  expect(factsOf(household, 'income-average', standard).map(({ fact }) => fact)).toEqual(ofIncome);
  const city = standardOf('ho-chi-minh-2021-2025');
  expect(factsOf(household, 'income-per-person', city).map(({ fact }) => fact)).toEqual(ofIncome);
});

test('what was left out is told as not known, and of a gap nothing is read', () => {
  const { phone: _, ...left } = householdOf({});
  const telecom = factsOf(left, 'telecom', standardOf('national-2016-2021'));
  expect(telecom).toContainEqual({ fact: 'phone', member: null, value: 'unknown' });
  expect(factsOf(left, 'waste', standardOf('national-2027-2030'))).toEqual([]);
});
