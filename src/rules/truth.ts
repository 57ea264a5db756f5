import type { Fact } from './household.ts';

/** Both are so; a sure "no" of either settles it. */
export function both(a: Fact<boolean>, b: Fact<boolean>): Fact<boolean> {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : 'unknown';
}

/** The opposite; of what is unknown the opposite is unknown too. */
export function not(a: Fact<boolean>): Fact<boolean> {
  if (a === true) return false;
  return a === false ? true : 'unknown';
}
