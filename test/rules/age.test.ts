import { expect, test } from 'vitest';
import { ageOf, isAged } from '../../src/rules/age.ts';
import { householdOf } from './plain-household.ts';

test.each([
  [5, false],
  [6, true],
  [15, true],
  [16, false],
] as const)('whether %i years are from 6 to under 16: %s', (years, expected) => {
  expect(isAged(years, { from: 6, below: 16 })).toBe(expected);
});

test('a band without an end holds all older ones', () => {
  expect([5, 6, 99].map((years) => isAged(years, { from: 6, below: null }))).toEqual([false, true, true]);
});

const [somebody] = householdOf().members;

test.each([
  ['a year of birth leaves two ages', 'unknown', 2015, { min: 9, max: 10 }],
  ['of which one may be known', { min: 10, max: 10 }, 2015, { min: 10, max: 10 }],
  ['or ruled out', { min: 0, max: 9 }, 2015, { min: 9, max: 9 }],
  ['who is born this year is none', 'unknown', 2025, { min: 0, max: 0 }],
  ['without a year of birth an age is what was said', { min: 3, max: 40 }, 'unknown', { min: 3, max: 40 }],
  [
    'of an age and a year that cannot both be so the age is read',
    { min: 3, max: 4 },
    2015,
    { min: 3, max: 4 },
  ],
  ['nothing is known of who told nothing', 'unknown', 'unknown', 'unknown'],
] as const)('%s', (_, age, bornYear, expected) => {
  expect(ageOf({ ...somebody!, age, bornYear }, '2025-11-15')).toEqual(expected);
});
