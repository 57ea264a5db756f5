import { ageOf } from './age.ts';
import { agesToTry } from './ages.ts';
import type { Fact, Household, Member } from './household.ts';
import type { PeopleRules } from './people-rules.ts';
import { answerOf, type Answers, perhapsDepends, saidOf, surelyAndPerhaps, surelyDepends } from './said.ts';
import type { IsoDate } from './source.ts';
import { both, not } from './truth.ts';
import { yearOf } from './years.ts';

/** A member, what is so or may be so of this one, and the members after. */
export type Person = { readonly member: Member; readonly answers: Answers; readonly next: Person | null };

/** What is so, and may be so, of any member, and of each of them. */
export type PeopleAnswers = {
  readonly any: Answers;
  readonly first: Person | null;
  /** How many depend on others, at least and at most. */
  readonly least: number;
  readonly most: number;
};

/** Reads all members, each at the age we know. */
export function readPeople(rules: PeopleRules, { members }: Household, on: IsoDate): PeopleAnswers {
  let any: Answers = 0;
  let first: Person | null = null;
  let least = 0;
  let most = 0;
  // A list is quicker to make than an array whose length is not written down; it grows at its beginning.
  for (let at = members.length - 1; at >= 0; at -= 1) {
    const member = members[at];
    if (member === undefined) continue;
    const answers = answersOf(rules, member, ageOf(member, on), on);
    any |= answers;
    least += surelyDepends(answers);
    most += perhapsDepends(answers);
    first = { member, answers, next: first };
  }
  return { any, first, least, most };
}

/** What is so of one member on a day, if the member is then of that age. */
function answersOf(rules: PeopleRules, member: Member, age: Member['age'], on: IsoDate): Answers {
  const asked = askedOf(rules, age);
  const said = rules.hasOlder ? saidOf(member) | olderSaidOf(rules, member, age, on) : saidOf(member);
  return together(asked, said, rules.either);
}

function together(asked: Answers, said: Answers, either: Answers): Answers {
  return (asked & said) | ((asked | said) & either);
}

const noWays: readonly Answers[] = [];

/** What is so of one member at each age that is possible, as far as that differs; empty where only one age is possible. */
export function answersByAge(rules: PeopleRules, member: Member, on: IsoDate): readonly Answers[] {
  const age = ageOf(member, on);
  if (age !== 'unknown' && age.min === age.max) return noWays;
  const ages = agesToTry(member, rules, on);
  if (ages.length < 2) return noWays;
  const ways: Answers[] = [];
  const said = saidOf(member);
  for (const years of ages) {
    const exact = { min: years, max: years };
    const all = rules.hasOlder ? said | olderSaidOf(rules, member, exact, on) : said;
    const answers = together(askedOf(rules, exact), all, rules.either);
    if (answers !== ways.at(-1)) ways.push(answers);
  }
  return ways;
}

/** What the facts say of one member that only the standard of 2016–2021 asks. */
function olderSaidOf({ bornFrom }: PeopleRules, member: Member, age: Member['age'], on: IsoDate): Answers {
  const isBornLate = bornFrom === null ? 'unknown' : isBornFrom(member, age, bornFrom, on);
  const hasNone = not(member.lowerSecondaryOrLearning ?? 'unknown');
  return (
    answerOf(member.untreatedIllness, 'untreated') |
    answerOf(not(inSchool(member)), 'not-in-school') |
    answerOf(both(isBornLate, hasNone), 'without-lower-secondary')
  );
}

function askedOf({ byAge, anyAge }: PeopleRules, age: Member['age']): Answers {
  if (typeof age === 'string') return anyAge;
  const last = byAge.length - 1;
  let every = byAge[Math.min(age.min, last)] ?? 0;
  let any = every;
  for (let years = age.min + 1; years <= age.max && years <= last; years += 1) {
    const asked = byAge[years] ?? 0;
    every &= asked;
    any |= asked;
  }
  return surelyAndPerhaps(every, any);
}

/** Born in that year or later; from an age alone two years of birth are possible. */
function isBornFrom(
  { bornYear = 'unknown' }: Member,
  age: Member['age'],
  from: number,
  on: IsoDate,
): Fact<boolean> {
  if (bornYear !== 'unknown') return bornYear >= from;
  if (age === 'unknown') return 'unknown';
  const year = yearOf(on);
  const earliest = year - age.max - 1;
  const latest = year - age.min;
  if (earliest >= from) return true;
  return latest < from ? false : 'unknown';
}

/** Who is at school at the level of the age is at school; who is not may be at another level. */
function inSchool({ inSchool = 'unknown', atSchool }: Member): Fact<boolean> {
  return inSchool === 'unknown' && atSchool === true ? true : inSchool;
}
