import { expect, test } from 'vitest';
import type { Fact } from '../../src/rules/household.ts';
import { both, not } from '../../src/rules/truth.ts';

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
