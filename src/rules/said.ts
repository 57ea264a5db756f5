import type { PeopleCondition } from './condition.ts';
import type { Fact, Member } from './household.ts';

/**
 * What is so of somebody, for all conditions about people at once. Each kind of condition has a bit in the lower half
 * that says it is so, and one in the upper half that says it may be so; what is unknown has the upper one alone. Then
 * `&` is "both" and `|` is "either", unknown or not.
 */
export type Answers = number;

/** How many conditions there is room for: the bits of a half. */
export const half = 12;

/** The bits of the lower half; shifted, since a power is kept as a number with a fraction, which costs at each `&`. */
export const lower = (1 << half) - 1;

/** The place of each kind's bit in a half. */
export const place = {
  'without-secure-work': 0,
  dependents: 1,
  undernourished: 2,
  uninsured: 3,
  unqualified: 4,
  'out-of-school': 5,
  untreated: 6,
  'not-in-school': 7,
  'without-lower-secondary': 8,
} as const satisfies Readonly<Record<PeopleCondition['kind'], number>>;

/**
 * What the facts say of one member, whether or not the law asks it at that age. Without a branch, as what people answer is
 * what a processor cannot guess, and in one piece, as a function for each fact would not be compiled into it.
 */
export function saidOf(member: Member): Answers {
  const { withoutSecureWork, socialAllowance, undernourished } = member;
  const { healthInsurance, learningOrQualified, atSchool } = member;
  // Nobody is left out of work by age: where working age begins and ends is not known to us.
  const sure =
    (Number(withoutSecureWork === true) << place['without-secure-work']) |
    (Number(socialAllowance === true) << place.dependents) |
    (Number(undernourished === true) << place.undernourished) |
    (Number(healthInsurance === false) << place.uninsured) |
    (Number(learningOrQualified === false) << place.unqualified) |
    (Number(atSchool === false) << place['out-of-school']);
  const perhaps =
    (Number(withoutSecureWork !== false) << place['without-secure-work']) |
    (Number(socialAllowance !== false) << place.dependents) |
    (Number(undernourished !== false) << place.undernourished) |
    (Number(healthInsurance !== true) << place.uninsured) |
    (Number(learningOrQualified !== true) << place.unqualified) |
    (Number(atSchool !== true) << place['out-of-school']);
  return sure | (perhaps << half);
}

/** What one fact says of a kind of condition. */
export function answerOf(fact: Fact<boolean> | undefined, kind: PeopleCondition['kind']): Answers {
  return (Number(fact === true) | (Number(fact !== false) << half)) << place[kind];
}

/** One if somebody surely depends on others, else nought: to be added up without a branch. */
export function surelyDepends(answers: Answers): number {
  return (answers >> place.dependents) & 1;
}

/** One if somebody depends on others or may do so, else nought. */
export function perhapsDepends(answers: Answers): number {
  return (answers >> (half + place.dependents)) & 1;
}

/** Of which conditions it is so. */
export function sureOf(answers: Answers): number {
  return answers & lower;
}

/** Of which conditions it is so or may be. */
export function possibleOf(answers: Answers): number {
  return answers >> half;
}

/** What is so at every one of some ages, and may be so as it is so at any of them. */
export function surelyAndPerhaps(every: Answers, any: Answers): Answers {
  return (every & lower) | (any & ~lower);
}

/** The same bits in both halves: surely and perhaps. */
export function twice(bits: number): Answers {
  return bits | (bits << half);
}
