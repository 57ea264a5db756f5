import { expect, test } from 'vitest';
import { movementOf, staysAsListed } from '../../src/procedure/movement.ts';
import { states } from '../../src/procedure/state.ts';

test('a household whose request ended stays what the last list says, and has not left', () => {
  const staying = (origin: 'listed' | 'asked' | 'leaving') =>
    states.filter((state) => staysAsListed({ origin, state }));
  expect(staying('leaving')).toEqual(['declined', 'withdrawn']);
  // Who was reviewed and is not recognised leaves the list.
  expect(staying('listed')).toEqual(['withdrawn']);
  expect(staying('asked')).toEqual(['withdrawn']);
  expect(movementOf('poor', false, 'poor')).toBe('stays-poor');
  expect(movementOf('poor', false, null)).toBe('poor-left');
});
