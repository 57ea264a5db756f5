import type { AgeBand, ConditionOf } from './condition.ts';
import type { Fact, Household, Member } from './household.ts';
import { both, isAged, not } from './truth.ts';

/** Conditions about one member after another. */
export type PeopleCondition = ConditionOf<
  | 'without-secure-work'
  | 'dependents'
  | 'undernourished'
  | 'untreated'
  | 'uninsured'
  | 'unqualified'
  | 'without-lower-secondary'
  | 'out-of-school'
  | 'not-in-school'
>;

/**
 * What is so of somebody, for all conditions about people at once. Each condition has a bit in the lower half that says
 * it is so, and one in the upper half that says it may be so; what is unknown has the upper one alone. Then `&` is
 * "both" and `|` is "either", unknown or not.
 */
export type Answers = number;

const half = 12;
const lower = 2 ** half - 1;

/** The bit of each condition in the lower half is that of the condition's place in the list. */
export type PeopleRules = {
  /** The bits, in both halves, of the conditions of each kind. */
  readonly of: Readonly<Record<PeopleCondition['kind'], Answers>>;
  /** Of what age the conditions ask, for each age in years; the last stands for all older ones. */
  readonly byAge: readonly [Answers, ...Answers[]];
  readonly anyAge: Answers;
  /** The conditions for which either the age or the fact is enough; the others want both. */
  readonly either: Answers;
  /** The ages at which that changes. */
  readonly borders: readonly number[];
  /** Whom the condition of lower secondary school concerns; null where there is none. */
  readonly bornFrom: number | null;
  /** Whether there are any of the conditions that only the standard of 2016–2021 has. */
  readonly hasOlder: boolean;
};

/** What is so, and may be so, of each member and of any of them. */
export type PeopleAnswers = { readonly each: readonly Answers[]; readonly any: Answers };

/** Makes the conditions ready. */
export function peopleRulesOf(conditions: readonly PeopleCondition[]): PeopleRules {
  if (conditions.length > half) throw new Error(`There is room for ${half} conditions about people.`);
  const bandOf = (condition: PeopleCondition): AgeBand | null => {
    if (condition.kind === 'dependents') return condition.children;
    return 'ages' in condition ? condition.ages : null;
  };
  const bands = conditions.map(bandOf);
  const bitsOf = (isWanted: (at: number) => boolean) =>
    conditions.reduce((bits, _, at) => (isWanted(at) ? bits | (1 << at) : bits), 0);
  const ofKind = (kind: PeopleCondition['kind']) => twice(bitsOf((at) => conditions[at]?.kind === kind));
  const borders = new Set(
    bands.flatMap((band) => (band === null ? [] : [band.from, ...(band.below === null ? [] : [band.below])])),
  );
  const atAge = (age: number): Answers =>
    twice(
      bitsOf((at) => {
        const band = bands[at] ?? null;
        return band === null || isAged({ min: age, max: age }, band) === true;
      }),
    );
  const later = Array.from({ length: Math.max(0, ...borders) }, (_, before) => atAge(before + 1));
  const lowerSecondary = conditions.find((condition) => condition.kind === 'without-lower-secondary');
  return {
    of: {
      'without-secure-work': ofKind('without-secure-work'),
      dependents: ofKind('dependents'),
      undernourished: ofKind('undernourished'),
      untreated: ofKind('untreated'),
      uninsured: ofKind('uninsured'),
      unqualified: ofKind('unqualified'),
      'without-lower-secondary': ofKind('without-lower-secondary'),
      'out-of-school': ofKind('out-of-school'),
      'not-in-school': ofKind('not-in-school'),
    },
    byAge: [atAge(0), ...later],
    anyAge: bitsOf((at) => bands[at] === null) | (bitsOf(() => true) << half),
    either: ofKind('dependents'),
    borders: [...borders],
    bornFrom: lowerSecondary === undefined ? null : lowerSecondary.bornFrom,
    hasOlder: (ofKind('untreated') | ofKind('not-in-school') | ofKind('without-lower-secondary')) !== 0,
  };
}

/** Reads all members, each at the age we know. */
export function readPeople(rules: PeopleRules, { members }: Household, year: number): PeopleAnswers {
  const each: Answers[] = [];
  let any: Answers = 0;
  for (const member of members) {
    const answers = answersOf(rules, member, member.age, year);
    each.push(answers);
    any |= answers;
  }
  return { each, any };
}

/** What is so of one member, in a review of that calendar year, if the member is of that age. */
export function answersOf(rules: PeopleRules, member: Member, age: Member['age'], year: number): Answers {
  const { of, either } = rules;
  // Nobody is left out of work by age: where working age begins and ends is not known to us.
  let said =
    when(member.withoutSecureWork, of['without-secure-work']) |
    when(member.socialAllowance, of.dependents) |
    when(member.undernourished, of.undernourished) |
    unless(member.healthInsurance, of.uninsured) |
    unless(member.learningOrQualified, of.unqualified) |
    unless(member.atSchool, of['out-of-school']);
  if (rules.hasOlder) said |= olderAnswersOf(rules, member, age, year);
  const asked = askedOf(rules, age);
  return (asked & said) | ((asked | said) & either);
}

/** What is so of one member by the conditions that only the standard of 2016–2021 has. */
function olderAnswersOf(
  { of, bornFrom }: PeopleRules,
  member: Member,
  age: Member['age'],
  year: number,
): Answers {
  const isBornLate = bornFrom === null ? 'unknown' : isBornFrom(member, age, bornFrom, year);
  const hasNone = not(member.lowerSecondaryOrLearning ?? 'unknown');
  return (
    when(member.untreatedIllness, of.untreated) |
    unless(inSchool(member), of['not-in-school']) |
    when(both(isBornLate, hasNone), of['without-lower-secondary'])
  );
}

/** Of which conditions it is so. */
export function sureOf(answers: Answers): number {
  return answers & lower;
}

/** Of which conditions it is so or may be. */
export function possibleOf(answers: Answers): number {
  return answers >> half;
}

function twice(bits: number): Answers {
  return bits | (bits << half);
}

function when(fact: Fact<boolean> | undefined, condition: Answers): Answers {
  if (fact === true) return condition;
  return fact === false ? 0 : condition & ~lower;
}

function unless(fact: Fact<boolean> | undefined, condition: Answers): Answers {
  if (fact === false) return condition;
  return fact === true ? 0 : condition & ~lower;
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
  return (every & lower) | (any & ~lower);
}

/** Born in that year or later; from an age alone two years of birth are possible. */
function isBornFrom(
  { bornYear = 'unknown' }: Member,
  age: Member['age'],
  from: number,
  year: number,
): Fact<boolean> {
  if (bornYear !== 'unknown') return bornYear >= from;
  if (age === 'unknown') return 'unknown';
  const earliest = year - age.max - 1;
  const latest = year - age.min;
  if (earliest >= from) return true;
  return latest < from ? false : 'unknown';
}

/** Who is at school at the level of the age is at school; who is not may be at another level. */
function inSchool({ inSchool = 'unknown', atSchool }: Member): Fact<boolean> {
  return inSchool === 'unknown' && atSchool === true ? true : inSchool;
}
