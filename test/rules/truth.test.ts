import { expect, test } from 'vitest';
import type { Fact } from '../../src/rules/household.ts';
import { both, isAged, not } from '../../src/rules/truth.ts';

const facts: readonly Fact<boolean>[] = [true, false, 'unknown'];

test('"not" keeps what is unknown', () => {
  expect(facts.map(not)).toEqual([false, true, 'unknown']);
});

test('"both" is false as soon as one is, and unknown while it may be', () => {
  expect(facts.map((one) => facts.map((other) => both(one, other)))).toEqual([
    [true, false, 'unknown'],
    [false, false, false],
    ['unknown', false, 'unknown'],
  ]);
});

test.each([
  [{ min: 5, max: 5 }, false],
  [{ min: 6, max: 6 }, true],
  [{ min: 15, max: 15 }, true],
  [{ min: 16, max: 16 }, false],
  [{ min: 5, max: 6 }, 'unknown'],
  [{ min: 15, max: 16 }, 'unknown'],
  [{ min: 3, max: 40 }, 'unknown'],
  [{ min: 0, max: 5 }, false],
  [{ min: 16, max: 90 }, false],
  ['unknown', 'unknown'],
] as const)('whether an age of %j is from 6 to under 16: %s', (age, expected) => {
  expect(isAged(age, { from: 6, below: 16 })).toBe(expected);
});

test.each([
  [{ min: 5, max: 5 }, false],
  [{ min: 6, max: 6 }, true],
  [{ min: 5, max: 6 }, 'unknown'],
  [{ min: 90, max: 99 }, true],
] as const)('whether an age of %j is from 6 on: %s', (age, expected) => {
  expect(isAged(age, { from: 6, below: null })).toBe(expected);
});
