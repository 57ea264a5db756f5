import type { AgeBand } from './condition.ts';
import type { AgeRange, Fact } from './household.ts';

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

/** Whether a person is of that age: unknown when only a part of the possible ages is. */
export function isAged(age: Fact<AgeRange>, { from, below }: AgeBand): Fact<boolean> {
  if (age === 'unknown') return 'unknown';
  const { min, max } = age;
  if (max < from || (below !== null && min >= below)) return false;
  return min >= from && (below === null || max < below) ? true : 'unknown';
}
