import type { AgeBand } from './condition.ts';
import type { AgeRange, Fact } from './household.ts';

/** Both are so; a sure "no" of either settles it. */
export function both(a: Fact<boolean>, b: Fact<boolean>): Fact<boolean> {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : 'unknown';
}

/** At least one is so; a sure "yes" of either settles it. */
export function either(a: Fact<boolean>, b: Fact<boolean>): Fact<boolean> {
  return not(both(not(a), not(b)));
}

/** The opposite; of what is unknown the opposite is unknown too. */
export function not(a: Fact<boolean>): Fact<boolean> {
  return a === 'unknown' ? 'unknown' : !a;
}

/** Whether a person is of that age: unknown when only a part of the possible ages is. */
export function isAged(age: Fact<AgeRange>, { from, below }: AgeBand): Fact<boolean> {
  if (age === 'unknown') return 'unknown';
  const isIn = (years: number) => years >= from && (below === null || years < below);
  if (isIn(age.min) && isIn(age.max)) return true;
  const isPast = below !== null && age.min >= below;
  return age.max < from || isPast ? false : 'unknown';
}
