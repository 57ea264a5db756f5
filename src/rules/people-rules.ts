import { isAged } from './age.ts';
import type { AgeBand, PeopleCondition } from './condition.ts';
import { type Answers, half, place } from './said.ts';

/** The bits of the lower half; shifted, since a power is kept as a number with a fraction, which costs at each `&`. */
export const lower = (1 << half) - 1;

/** The conditions of a standard about people, one of a kind at most. */
export type PeopleRules = {
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

/** Makes the conditions ready. */
export function peopleRulesOf(conditions: readonly PeopleCondition[]): PeopleRules {
  if (new Set(conditions.map(({ kind }) => kind)).size < conditions.length)
    throw new Error('There is room for one condition of each kind.');
  const bitsOf = (isWanted: (condition: PeopleCondition) => boolean): Answers =>
    conditions.reduce((bits, one) => (isWanted(one) ? bits | (1 << place[one.kind]) : bits), 0);
  const bands = conditions.map(bandOf);
  const borders = new Set(
    bands.flatMap((band) => (band === null ? [] : [band.from, ...(band.below === null ? [] : [band.below])])),
  );
  const atAge = (age: number): Answers => twice(bitsOf((one) => isAskedAt(age, one)));
  const later = Array.from({ length: Math.max(0, ...borders) }, (_, before) => atAge(before + 1));
  const lowerSecondary = conditions.find((condition) => condition.kind === 'without-lower-secondary');
  return {
    byAge: [atAge(0), ...later],
    anyAge: bitsOf((one) => bandOf(one) === null) | (bitsOf(() => true) << half),
    either: twice(bitsOf(({ kind }) => kind === 'dependents')),
    borders: [...borders],
    bornFrom: lowerSecondary === undefined ? null : lowerSecondary.bornFrom,
    hasOlder: conditions.some(({ kind }) => isOlder(kind)),
  };
}

function bandOf(condition: PeopleCondition): AgeBand | null {
  if (condition.kind === 'dependents') return condition.children;
  return 'ages' in condition ? condition.ages : null;
}

function isAskedAt(age: number, condition: PeopleCondition): boolean {
  const band = bandOf(condition);
  return band === null || isAged(age, band);
}

function isOlder(kind: PeopleCondition['kind']): boolean {
  return kind === 'untreated' || kind === 'not-in-school' || kind === 'without-lower-secondary';
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

function twice(bits: number): Answers {
  return bits | (bits << half);
}
