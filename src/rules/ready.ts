import { type Doubt, doubtOf } from './certainty.ts';
import type { Condition } from './condition.ts';
import {
  type Basis,
  type Counts,
  type Found,
  findingOf,
  type Marks,
  marksOf,
  nobody,
  type PlainFindings,
  plainFindings,
  unknowns,
  weighed,
} from './finding.ts';
import {
  type HousingArea,
  housingAreaOf,
  type HousingQuality,
  housingQualityOf,
  type NoDevice,
  noDeviceOf,
  type NoneOf,
  noneOfThese,
} from './home.ts';
import type { Area } from './household.ts';
import { linesFor, type ReadyLines } from './lines.ts';
import { type PeopleCondition, type PeopleRules, peopleRulesOf } from './people-rules.ts';
import { type AnyMember, anyMemberOf, type Share, shareOf } from './people.ts';
import type { Known } from './source.ts';
import type { IndicatorRule, Standard } from './standard.ts';
import { doubtOfCount, type Steps, stepsOf } from './steps.ts';
import { surenessOfYear, yearsOf } from './years.ts';

/**
 * An indicator made ready to be read many times: all that does not depend on the household is there already. `rule` is
 * what the reader of that kind needs.
 */
export type ReadyIndicator =
  | { readonly kind: 'any-member'; readonly rule: AnyMember }
  | { readonly kind: 'share'; readonly rule: Share }
  | { readonly kind: 'housing-quality'; readonly rule: HousingQuality }
  | { readonly kind: 'housing-area'; readonly rule: HousingArea }
  | { readonly kind: 'water' | 'latrine'; readonly rule: NoneOf }
  | { readonly kind: 'internet' | 'phone-or-internet'; readonly rule: PlainFindings }
  | { readonly kind: 'device' | 'device-or-loudspeaker'; readonly rule: NoDevice }
  /** Deprived are those under the line of the poor. */
  | { readonly kind: 'line'; readonly rule: Basis }
  /** The law's condition is not known to us. */
  | { readonly kind: 'gap'; readonly rule: Found };

/** A standard made ready. */
export type Ready = {
  readonly lines: Readonly<Record<Area, ReadyLines>>;
  /** The step above all lines. */
  readonly lastStep: number;
  /** What each set of steps, as bits, leaves open. */
  readonly steps: readonly Steps[];
  readonly doubtOfWay: Doubt;
  readonly doubtOfCount: Doubt;
  /** Whether the standard serves a list year, for the years it does; that it serves any other is not sure. */
  readonly doubtOfYear: ReadonlyMap<number, Doubt>;
  readonly people: PeopleRules;
  readonly indicators: readonly ReadyIndicator[];
  /** What indicators add to the whole that exist and of which nothing is known. */
  readonly unlisted: { readonly counts: Counts; readonly marks: Marks };
  /** The indicator that asks for more than a share of the members. */
  readonly share: Share | null;
  /** Whether an indicator only says on which side of the line the income is. */
  readonly countsIncome: boolean;
};

const known = new WeakMap<Standard, Ready>();

/** Makes a standard ready, once. */
export function readyOf(standard: Standard): Ready {
  const found = known.get(standard);
  if (found !== undefined) return found;
  const conditions: PeopleCondition[] = [];
  const lines = { rural: linesFor(standard, 'rural'), urban: linesFor(standard, 'urban') };
  const indicators = standard.indicators.map((indicator) => indicatorOf(indicator, lines, conditions));
  const ready = {
    lines,
    steps: stepsOf(standard),
    lastStep: lines.rural.length,
    doubtOfWay: doubtOf(standard.decide.certainty),
    doubtOfCount: doubtOfCount(standard),
    doubtOfYear: new Map(yearsOf(standard).map((year) => [year, doubtOf(surenessOfYear(standard, year))])),
    people: peopleRulesOf(conditions),
    indicators,
    unlisted: {
      counts: unknowns(standard.unlisted?.indicators ?? 0),
      marks: marksOf(0, standard.unlisted === null ? 0 : doubtOf('gap')),
    },
    share: indicators.find((indicator) => indicator.kind === 'share')?.rule ?? null,
    countsIncome: indicators.some(({ kind }) => kind === 'line'),
  };
  known.set(standard, ready);
  return ready;
}

/** Puts a condition about people on the list, at the place that its bit stands for. */
function indicatorOf(
  { id, condition, name }: IndicatorRule,
  lines: Ready['lines'],
  ofPeople: PeopleCondition[],
): ReadyIndicator {
  if ('gap' in condition) {
    // Of what the law does not tell us we still know where the indicator was seen, be it in a draft only.
    const source = 'gap' in name ? null : name.source;
    const basis = { rule: id, source, certainty: 'gap', threshold: null } as const;
    return {
      kind: 'gap',
      rule: weighed(findingOf(basis, 'unknown', nobody, null, [condition.ask], 'law-gap')),
    };
  }
  const { source, certainty } = condition;
  return withBasis({ rule: id, source, certainty, threshold: null }, condition, lines, ofPeople);
}

function withBasis(
  basis: Basis,
  { value: condition }: Known<Condition>,
  lines: Ready['lines'],
  ofPeople: PeopleCondition[],
): ReadyIndicator {
  switch (condition.kind) {
    case 'weak-parts': {
      const threshold = { value: condition.atLeast, inclusive: true, unit: 'count' } as const;
      return { kind: 'housing-quality', rule: housingQualityOf({ ...basis, threshold }, condition) };
    }
    case 'area-per-person': {
      const threshold = { value: condition.below, inclusive: false, unit: 'm2' } as const;
      return { kind: 'housing-area', rule: housingAreaOf({ ...basis, threshold }, condition) };
    }
    case 'no-clean-water':
      return { kind: 'water', rule: noneOfThese(basis, condition.clean) };
    case 'no-hygienic-latrine':
      return { kind: 'latrine', rule: noneOfThese(basis, condition.hygienic) };
    case 'no-internet':
      return { kind: 'internet', rule: plainFindings(basis) };
    case 'no-phone-nor-internet':
      return { kind: 'phone-or-internet', rule: plainFindings(basis) };
    case 'no-device':
      return { kind: 'device', rule: noDeviceOf(basis, condition.anyOf) };
    case 'no-device-nor-loudspeaker':
      return { kind: 'device-or-loudspeaker', rule: noDeviceOf(basis, condition.anyOf) };
    case 'under-income-line':
      // Standards with an indicator of income have one line for town and country.
      return { kind: 'line', rule: { ...basis, threshold: lines.urban[0].threshold } };
    default:
      ofPeople.push(condition);
      return people(basis, condition, 1 << (ofPeople.length - 1));
  }
}

function people(basis: Basis, condition: PeopleCondition, bit: number): ReadyIndicator {
  if (condition.kind === 'dependents') {
    const { overPercent } = condition;
    const threshold = { value: overPercent, inclusive: false, unit: 'percent' } as const;
    return { kind: 'share', rule: shareOf({ ...basis, threshold }, bit, overPercent) };
  }
  const gaps = condition.kind === 'without-secure-work' ? [condition.workingAge.ask] : nobody;
  return { kind: 'any-member', rule: anyMemberOf(basis, bit, gaps) };
}
