import { type PeopleCondition, type PeopleRules, peopleRulesOf } from './answers.ts';
import type { Finding } from './assessment.ts';
import type { Sureness } from './certainty.ts';
import type { Condition } from './condition.ts';
import { type Basis, nobody } from './finding.ts';
import {
  type HomeReader,
  housingArea,
  housingQuality,
  noDevice,
  noDeviceNorLoudspeaker,
  noInternet,
  noneOf,
  noPhoneNorInternet,
} from './home.ts';
import type { Area } from './household.ts';
import { linesFor, type ReadyLine } from './lines.ts';
import { anyMember, type PeopleReader, share } from './people.ts';
import type { Known } from './source.ts';
import type { IndicatorRule, Standard } from './standard.ts';
import { surenessOfYear, yearsOf } from './years.ts';

/** An indicator made ready to be read many times: all that does not depend on the household is there already. */
export type ReadyIndicator =
  | {
      readonly kind: 'people';
      readonly find: PeopleReader;
      /** The condition's bit in the answers about people. */
      readonly bit: number;
      /** The share above which the household is deprived; null where one member is enough. */
      readonly overPercent: number | null;
    }
  | { readonly kind: 'home'; readonly find: HomeReader }
  /** Deprived are those under the line of the poor. */
  | { readonly kind: 'line'; readonly basis: Basis }
  /** The law's condition is not known to us. */
  | { readonly kind: 'gap'; readonly finding: Finding };

/** A standard made ready. */
export type Ready = {
  readonly lines: Readonly<Record<Area, readonly ReadyLine[]>>;
  /** How sure it is that the standard serves a list year, for the years it does; of any other it is not. */
  readonly surenessOfYear: ReadonlyMap<number, Sureness>;
  readonly people: PeopleRules;
  readonly indicators: readonly ReadyIndicator[];
};

const known = new WeakMap<Standard, Ready>();

/** Makes a standard ready, once. */
export function readyOf(standard: Standard): Ready {
  const found = known.get(standard);
  if (found !== undefined) return found;
  const conditions: PeopleCondition[] = [];
  const indicators = standard.indicators.map((rule) => indicatorOf(rule, standard, conditions));
  const ready = {
    lines: { rural: linesFor(standard, 'rural'), urban: linesFor(standard, 'urban') },
    surenessOfYear: new Map(yearsOf(standard).map((year) => [year, surenessOfYear(standard, year)])),
    people: peopleRulesOf(conditions),
    indicators,
  };
  known.set(standard, ready);
  return ready;
}

/** Puts a condition about people on the list, at the place that its bit stands for. */
function indicatorOf(
  { id, condition, name }: IndicatorRule,
  standard: Standard,
  ofPeople: PeopleCondition[],
): ReadyIndicator {
  if ('gap' in condition) {
    // Of what the law does not tell us we still know where the indicator was seen, be it in a draft only.
    const source = 'gap' in name ? null : name.source;
    const basis = { rule: id, members: nobody, measured: null, threshold: null, source } as const;
    const open = { verdict: 'unknown', certainty: 'gap', why: 'law-gap', gaps: [condition.ask] } as const;
    return { kind: 'gap', finding: { ...basis, ...open } };
  }
  const { source, certainty } = condition;
  return withBasis({ rule: id, source, certainty, threshold: null }, condition, standard, ofPeople);
}

function withBasis(
  basis: Basis,
  { value: condition }: Known<Condition>,
  standard: Standard,
  ofPeople: PeopleCondition[],
): ReadyIndicator {
  switch (condition.kind) {
    case 'weak-parts': {
      const threshold = { value: condition.atLeast, inclusive: true, unit: 'count' } as const;
      return { kind: 'home', find: housingQuality({ ...basis, threshold }, condition) };
    }
    case 'area-per-person': {
      const threshold = { value: condition.below, inclusive: false, unit: 'm2' } as const;
      return { kind: 'home', find: housingArea({ ...basis, threshold }, condition) };
    }
    case 'no-clean-water':
      return { kind: 'home', find: noneOf(basis, ({ water }) => water, condition.clean) };
    case 'no-hygienic-latrine':
      return { kind: 'home', find: noneOf(basis, ({ latrine }) => latrine, condition.hygienic) };
    case 'no-internet':
      return { kind: 'home', find: noInternet(basis) };
    case 'no-phone-nor-internet':
      return { kind: 'home', find: noPhoneNorInternet(basis) };
    case 'no-device':
      return { kind: 'home', find: noDevice(basis, condition) };
    case 'no-device-nor-loudspeaker':
      return { kind: 'home', find: noDeviceNorLoudspeaker(basis, condition) };
    case 'under-income-line':
      return { kind: 'line', basis: { ...basis, threshold: lineOf(standard) } };
    default:
      ofPeople.push(condition);
      return people(basis, condition, 1 << (ofPeople.length - 1));
  }
}

function people(basis: Basis, condition: PeopleCondition, bit: number): ReadyIndicator {
  if (condition.kind === 'dependents') {
    const { overPercent } = condition;
    const threshold = { value: overPercent, inclusive: false, unit: 'percent' } as const;
    return { kind: 'people', find: share({ ...basis, threshold }, bit, condition), bit, overPercent };
  }
  const gaps = condition.kind === 'without-secure-work' ? [condition.workingAge.ask] : nobody;
  return { kind: 'people', find: anyMember(basis, bit, gaps), bit, overPercent: null };
}

/** Standards with an indicator of income have one line for town and country. */
function lineOf(standard: Standard): Basis['threshold'] {
  return linesFor(standard, 'urban')[0]?.threshold ?? null;
}
