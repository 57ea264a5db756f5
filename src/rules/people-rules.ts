import { isAged } from './age.ts';
import type { AgeBand, PeopleCondition } from './condition.ts';
import { type Answers, half, place, twice } from './said.ts';

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
