import { expect, test } from 'vitest';
import { applicableStandards, NotInForce } from '../../src/rules/applicable.ts';
import { register } from '../../src/rules/register.ts';

test.each([
  [2022, 'national-2022-2026'],
  [2023, 'national-2022-2026'],
  [2024, 'national-2022-2026'],
  [2025, 'national-2022-2026'],
  [2026, 'national-2022-2026'],
  [2027, 'national-2027-2030'],
  [2028, 'national-2027-2030'],
  [2029, 'national-2027-2030'],
  [2030, 'national-2027-2030'],
])('the list of %i is made by %s alone', (listYear, id) => {
  expect(applicableStandards(listYear).map((standard) => standard.id)).toEqual([id]);
});

test.each([
  [2021, 'national-2022-2026, serves 2022 to 2026'],
  [2031, 'national-2027-2030, serves 2027 to 2030'],
])('no standard serves %i, and the refusal names the nearest and what to do', (listYear, nearest) => {
  const ask = () => applicableStandards(listYear);
  expect(ask).toThrow(NotInForce);
  expect(ask).toThrow(nearest);
  expect(ask).toThrow(`list year ${listYear}`);
  expect(ask).toThrow('register.ts');
});

test('the years of use touch, with no gap and no overlap', () => {
  const starts = register.slice(1).map(({ fromYear }) => fromYear);
  expect(starts).toEqual(register.slice(0, -1).map(({ toYear }) => toYear + 1));
});

test('every standard has an id of its own and lists each indicator once', () => {
  expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
  for (const { indicators } of register) {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(12);
    expect(indicators).toHaveLength(12);
  }
});
