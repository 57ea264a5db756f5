import type { Certainty, IsoDate, Source } from './source.ts';

export type IndicatorId =
  | 'employment'
  | 'dependents'
  | 'nutrition'
  | 'health-insurance'
  | 'adult-education'
  | 'child-school'
  | 'housing-quality'
  | 'housing-area'
  | 'water'
  | 'latrine'
  | 'telecom'
  | 'info-devices'
  | 'waste';

export type StandardId = 'national-2022-2026' | 'national-2027-2030';

/** Hộ nghèo, hộ cận nghèo, hộ có mức sống trung bình, none of them. */
export type Category = 'poor' | 'near-poor' | 'average' | 'none';

/** What one rule found, whether or not it changed the result. */
export type Finding = {
  readonly rule: IndicatorId | 'income';
  /** Indicators: deprived / not-deprived. Income: under (≤ line) / over. */
  readonly verdict: 'deprived' | 'not-deprived' | 'under' | 'over' | 'unknown';
  /** Ids of the members whose facts decided it (or left it open). */
  readonly members: readonly string[];
  /** The measured value or range, and the threshold it was held against, both integers, in `unit`. */
  readonly measured?: { readonly min: number; readonly max: number | null; readonly unit: Unit };
  readonly threshold?: { readonly value: number; readonly inclusive: boolean; readonly unit: Unit };
  readonly source?: Source;
  /** `gap`: the law's value or condition is not known to us, so the verdict is `unknown`. */
  readonly certainty: Certainty | 'gap';
  /** Why the verdict is unknown: a fact nobody could tell, or a gap in what we know of the law. */
  readonly why?: 'fact-unknown' | 'law-gap';
  /** Declared gaps that this finding touches, in words for an authority (Vietnamese). */
  readonly gaps: readonly string[];
};
export type Unit = 'vnd-per-person-month' | 'm2' | 'percent' | 'count';

/** A reading of one household by one standard. Stored whole; never an official class. */
export type Assessment = {
  readonly standard: StandardId;
  readonly listYear: number;
  readonly on: IsoDate;
  readonly category: Category | 'undetermined';
  /** The classes that the unknown facts and gaps leave open; exactly one when determined. */
  readonly possible: readonly Category[];
  /** True unless every value used is `verified`. */
  readonly provisional: boolean;
  readonly certainty: Certainty | 'gap';
  /** Income first, then the indicators in the law's order. */
  readonly findings: readonly Finding[];
  readonly deprived: number;
  readonly unknown: number;
};
