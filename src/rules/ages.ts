import type { PeopleRules } from './answers.ts';
import type { AgeRange, Fact, Member } from './household.ts';

/** The oldest age that is tried where an age is not known at all. */
const oldest = 130;

/** One age of each stretch of years, of those that are possible, in which the law asks the same of somebody. */
export function agesToTry(age: Fact<AgeRange>, rules: PeopleRules, year: number): readonly AgeRange[] {
  const { min, max } = age === 'unknown' ? { min: 0, max: oldest } : age;
  const ages = [exactly(min)];
  if (min === max) return ages;
  for (const border of bordersIn(rules, year)) if (border > min && border <= max) ages.push(exactly(border));
  return ages;
}

/** One year of birth on either side of that from which the law asks, where either is possible at that age. */
export function yearsOfBirthToTry(
  { age, bornYear = 'unknown' }: Member,
  { bornFrom }: PeopleRules,
  year: number,
): readonly number[] {
  if (bornFrom === null || bornYear !== 'unknown') return [];
  const may = [bornFrom - 1, bornFrom];
  if (age === 'unknown') return may;
  return age.min <= year - bornFrom && year - bornFrom <= age.max ? may : [];
}

/** The ages at which what the law says of somebody may change; two years of birth are possible at one age. */
function bordersIn({ borders, bornFrom }: PeopleRules, year: number): readonly number[] {
  return bornFrom === null ? borders : [...borders, year - bornFrom, year - bornFrom + 1];
}

function exactly(years: number): AgeRange {
  return { min: years, max: years };
}
