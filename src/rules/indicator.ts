import type { Condition, PeopleCondition } from './condition.ts';
import {
  type Basis,
  findingOf,
  type Found,
  nobody,
  type PlainFindings,
  plainFindings,
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
import type { ReadyLines } from './lines.ts';
import { type AnyMember, anyMemberOf, type Share, shareOf } from './people.ts';
import { place } from './said.ts';
import type { Known } from './source.ts';
import type { IndicatorRule } from './standard.ts';

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

/** One that hangs on the household, other than by what is so of any of its members. */
export type HouseholdIndicator = Exclude<ReadyIndicator, { readonly kind: 'any-member' | 'gap' }>;

/** Is it one of those? */
export function isOfHousehold(indicator: ReadyIndicator): indicator is HouseholdIndicator {
  return indicator.kind !== 'any-member' && indicator.kind !== 'gap';
}

/** The lines of a standard made ready for each area. */
export type LinesByArea = Readonly<Record<Area, ReadyLines>>;

/** Makes an indicator ready, and puts its condition on the list if it is one about people. */
export function indicatorOf(
  { id, condition, name }: IndicatorRule,
  lines: LinesByArea,
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
  lines: LinesByArea,
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
      return people(basis, condition, 1 << place[condition.kind]);
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
