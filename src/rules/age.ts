import type { AgeBand } from './condition.ts';
import type { AgeRange, Fact, Member } from './household.ts';
import type { IsoDate } from './source.ts';
import { yearOf } from './years.ts';

/** The ages that somebody may have on a day: no others than the two that a known year of birth leaves. */
export function ageOf({ age, bornYear }: Member, on: IsoDate): Fact<AgeRange> {
  if (typeof bornYear !== 'number') return age;
  const latest = Math.max(0, yearOf(on) - bornYear);
  const earliest = Math.max(0, latest - 1);
  if (age === 'unknown') return { min: earliest, max: latest };
  const min = Math.max(age.min, earliest);
  const max = Math.min(age.max, latest);
  // Of two that cannot both be so the age is read, which the law asks of.
  return min <= max ? { min, max } : age;
}

/** Whether somebody of so many completed years is in a band. */
export function isAged(years: number, { from, below }: AgeBand): boolean {
  return years >= from && (below === null || years < below);
}
