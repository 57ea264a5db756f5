import { ageOf } from './age.ts';
import type { Member } from './household.ts';
import type { PeopleRules } from './people-rules.ts';
import type { IsoDate } from './source.ts';
import { yearOf } from './years.ts';

/** The oldest age that is tried where an age is not known at all. */
const oldest = 130;

/** One age of each stretch of years, of those that are possible, in which the law asks the same of somebody. */
export function agesToTry(member: Member, rules: PeopleRules, on: IsoDate): readonly number[] {
  const age = ageOf(member, on);
  const { min, max } = age === 'unknown' ? { min: 0, max: oldest } : age;
  const ages = [min];
  if (min === max) return ages;
  for (const border of bordersIn(rules, on)) if (border > min && border <= max) ages.push(border);
  return ages;
}

/** One year of birth on either side of that from which the law asks, where either is possible at that age. */
export function yearsOfBirthToTry(
  { age, bornYear = 'unknown' }: Member,
  { bornFrom }: PeopleRules,
  on: IsoDate,
): readonly number[] {
  if (bornFrom === null || bornYear !== 'unknown') return [];
  const may = [bornFrom - 1, bornFrom];
  if (age === 'unknown') return may;
  const year = yearOf(on);
  return age.min <= year - bornFrom && year - bornFrom <= age.max ? may : [];
}

/** The ages at which what the law says of somebody may change; two years of birth are possible at one age. */
function bordersIn({ borders, bornFrom }: PeopleRules, on: IsoDate): readonly number[] {
  if (bornFrom === null) return borders;
  const year = yearOf(on);
  return [...borders, year - bornFrom, year - bornFrom + 1];
}
