import { describe, expect, test } from 'vitest';
import { peopleRulesOf } from '../../src/rules/people-rules.ts';
import { agesToTry } from '../../src/rules/ages.ts';
import { assess } from '../../src/rules/assess.ts';
import type { Member } from '../../src/rules/household.ts';
import { standardOf } from '../../src/rules/register.ts';
import { firstYearOf } from '../../src/rules/years.ts';
import { completionsOf } from './completions.ts';
import { householdOf } from './plain-household.ts';

/** Ages known to a few years: what is found must be what all their completions make, counted one by one. */
const year = 2021;
const plain = householdOf({ floorArea: 100, income: { wages: 80_000_000 } });
const [adult, ...others] = plain.members;
const left = {
  atSchool: false,
  inSchool: false,
  learningOrQualified: false,
  lowerSecondaryOrLearning: false,
};
const poorly = { undernourished: true, healthInsurance: false };
const told = [{ ...left, ...poorly }, left, poorly, { ...left, learningOrQualified: 'unknown' as const }];
const ranges = [
  [1, 3],
  [4, 6],
  [14, 15],
  [15, 16],
  [14, 16],
  [30, 31],
  [34, 36],
] as const;
const people = ranges.flatMap(([min, max]) =>
  told.map((facts) => ({ ...facts, age: { min, max }, bornYear: 'unknown' as const })),
);

test('one age of each stretch is tried, those of the year of birth too', () => {
  const rules = peopleRulesOf([
    { kind: 'uninsured', ages: { from: 6, below: null } },
    { kind: 'without-lower-secondary', ages: { from: 15, below: null }, bornFrom: 1986 },
  ]);
  const on = `${year}-09-15`;
  const tried = (age: Member['age'], bornYear: Member['bornYear'] = 'unknown') =>
    agesToTry({ ...adult!, age, bornYear }, rules, on);
  expect(tried({ min: 7, max: 7 })).toEqual([7]);
  expect(tried({ min: 6, max: 15 })).toEqual([6, 15]);
  expect(tried({ min: 5, max: 14 })).toEqual([5, 6]);
  expect(tried('unknown')).toEqual([0, 6, 15, 35, 36]);
  expect(agesToTry({ ...adult!, age: 'unknown' }, { ...rules, bornFrom: null }, on)).toHaveLength(3);
  // A year of birth leaves two ages.
  expect(tried('unknown', 2015)).toEqual([5, 6]);
  expect(tried({ min: 6, max: 30 }, 2015)).toEqual([6]);
  // Of an age and a year of birth that cannot both be so the age is read.
  expect(tried({ min: 7, max: 7 }, 2015)).toEqual([7]);
});

describe.each(['national-2022-2026', 'national-2016-2021'] as const)('by %s', (id) => {
  const standard = standardOf(id);
  const read = (members: readonly Member[]) =>
    assess({ ...plain, members }, standard, firstYearOf(standard), `${year}-09-15`);
  const member = (at: number, facts: (typeof people)[number] | undefined): Member => ({
    ...adult!,
    ...facts,
    id: `m${at}`,
  });

  test.each([
    ['beside one adult', (one: Member, other: Member) => [adult!, one, other]],
    ['beside two, one of them a child', (one: Member, other: Member) => [adult!, ...others, one, other]],
  ] as const)('two people whose age is open, %s', (_, together) => {
    for (let at = 0; at < people.length; at += 1)
      // Not every pair: each with itself and with three others spread over the list.
      for (const step of [0, 1, 5, 10]) {
        const members = together(member(8, people[at]), member(9, people[(at + step) % people.length]));
        const all = completionsOf({ ...plain, members }, standard, year, 10_000);
        if (all === null) continue;
        const counts = all.map((one) => read(one.members).count);
        const { count } = read(members);
        expect({ at, step, ...count }).toEqual({
          at,
          step,
          least: Math.min(...counts.map(({ least }) => least)),
          most: Math.max(...counts.map(({ most }) => most)),
        });
      }
  });
});

test('a year of birth leaves two ages and what they make, no others', () => {
  const standard = standardOf('national-2022-2026');
  const child = { ...adult!, ...left, ...poorly, id: 'm9', age: 'unknown' } as const;
  for (const bornYear of [2003, 2004, 2005, 2006, 2015, 2016, 2018, 2019]) {
    const members = [adult!, { ...child, bornYear }];
    const all = completionsOf({ ...plain, members }, standard, year, 10_000) ?? [];
    const read = (one: typeof plain) => assess(one, standard, 2022, `${year}-09-15`);
    const counts = all.map((one) => read(one).count);
    expect(all.length).toBeGreaterThan(1);
    expect({ bornYear, ...read({ ...plain, members }).count }).toEqual({
      bornYear,
      least: Math.min(...counts.map(({ least }) => least)),
      most: Math.max(...counts.map(({ most }) => most)),
    });
  }
});

test('there is room for one condition about people of each kind, and a second of a kind is refused', () => {
  const untreated = { kind: 'untreated' } as const;
  const uninsured = { kind: 'uninsured', ages: { from: 6, below: null } } as const;
  expect(() => peopleRulesOf([untreated, uninsured])).not.toThrow();
  expect(() => peopleRulesOf([untreated, uninsured, untreated])).toThrow('one condition of each kind');
});
