import { isAged } from './age.ts';
import type { AgeBand, ConditionOf } from './condition.ts';

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

/** How many conditions there is room for: the bits of a half. */
export const half = 12;
/** The bits of the lower half; shifted, since a power is kept as a number with a fraction, which costs at each `&`. */
export const lower = (1 << half) - 1;

/** The bit of each condition in the lower half is that of the condition's place in the list. */
export type PeopleRules = {
  /** The bits in the lower half of the conditions of each kind. */
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
  const ofKind = (kind: PeopleCondition['kind']) => bitsOf((at) => conditions[at]?.kind === kind);
  const borders = new Set(
    bands.flatMap((band) => (band === null ? [] : [band.from, ...(band.below === null ? [] : [band.below])])),
  );
  const atAge = (age: number): Answers =>
    twice(
      bitsOf((at) => {
        const band = bands[at] ?? null;
        return band === null || isAged(age, band);
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
    either: twice(ofKind('dependents')),
    borders: [...borders],
    bornFrom: lowerSecondary === undefined ? null : lowerSecondary.bornFrom,
    hasOlder: (ofKind('untreated') | ofKind('not-in-school') | ofKind('without-lower-secondary')) !== 0,
  };
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
