import type { Certainty, IsoDate, Source } from './source.ts';

export type IndicatorId =
  | 'employment'
  | 'dependents'
  | 'nutrition'
  | 'health-care'
  | 'health-insurance'
  | 'adult-education'
  | 'child-school'
  | 'housing-quality'
  | 'housing-area'
  | 'water'
  | 'latrine'
  | 'telecom'
  | 'info-devices'
  | 'waste'
  | 'income-per-person'
  | 'second-income';

/** The lines that an income is held against: `income` is the line of the poor. */
export type LineRule = 'income' | 'income-near-poor' | 'income-average';

/** Whether a finding holds the income against a line of the law. */
export function isLine({ rule }: { readonly rule: string }): boolean {
  return rule === 'income' || rule === 'income-near-poor' || rule === 'income-average';
}

export type StandardId =
  | 'national-2016-2021'
  | 'national-2022-2026'
  | 'national-2027-2030'
  | 'quang-ninh-2023-2025'
  | 'ho-chi-minh-2021-2025'
  | 'ha-noi-2022-2025';

/** Provinces (tỉnh, thành phố) of which we know that they set a standard of their own. */
export type ProvinceCode = 'quang-ninh' | 'ho-chi-minh' | 'ha-noi' | 'dong-nai' | 'binh-duong' | 'da-nang';

/** Hộ nghèo, hộ cận nghèo, hộ có mức sống trung bình, none of them. */
export type Category = 'poor' | 'near-poor' | 'average' | 'none';

export type Unit = 'vnd-per-person-month' | 'vnd-per-person-year' | 'm2' | 'percent' | 'count';

/** What was measured, as a range of integers: `max: null` has no upper end. */
export type Measured = { readonly min: number; readonly max: number | null; readonly unit: Unit };

/** What it was held against. `inclusive`: who measures exactly that much is still under it (a line), or already deprived. */
export type Threshold = { readonly value: number; readonly inclusive: boolean; readonly unit: Unit };

/** Why a verdict is unknown: a fact nobody could tell, or a gap in what we know of the law. */
export type Why = 'fact-unknown' | 'law-gap';

/** What one rule found, whether or not it changed the result. Every field is always there, so that all findings are alike. */
export type Finding = {
  readonly rule: IndicatorId | LineRule;
  /** Indicators: deprived / not-deprived. Lines: under (≤ line) / over. */
  readonly verdict: 'deprived' | 'not-deprived' | 'under' | 'over' | 'unknown';
  /** Ids of the members whose facts decided it (or left it open). */
  readonly members: readonly string[];
  /** For people to read; the verdict is taken from the whole numbers, before any division. */
  readonly measured: Measured | null;
  readonly threshold: Threshold | null;
  /** Of the line or the condition; where the condition is a gap, of the indicator's name. */
  readonly source: Source | null;
  /** `gap`: the law's value or condition is not known to us, so the verdict is `unknown`. */
  readonly certainty: Certainty | 'gap';
  readonly why: Why | null;
  /** Declared gaps that this finding touches, in words for an authority (Vietnamese). */
  readonly gaps: readonly string[];
};

/** A reading of one household by one standard. Stored whole; never an official class. */
export type Assessment = {
  readonly standard: StandardId;
  readonly authority: 'national' | ProvinceCode;
  readonly listYear: number;
  readonly on: IsoDate;
  readonly category: Category | 'undetermined';
  /** The classes that the unknown facts and gaps leave open, from poor to none; exactly one when determined. */
  readonly possible: readonly Category[];
  /** What made a household poor, where the standard knows two ways: by its income, or by deprivations above that line. */
  readonly poorBy: 'income' | 'deprivations' | null;
  /** True unless every value used is `verified`. */
  readonly provisional: boolean;
  readonly certainty: Certainty | 'gap';
  /** The lines first, then the indicators in the law's order. */
  readonly findings: readonly Finding[];
  /** Indicators that are surely deprived, and those of which it is unknown. */
  readonly deprived: number;
  readonly unknown: number;
  /** How many deprivations there can be at least and at most, over all that is unknown together. */
  readonly count: { readonly least: number; readonly most: number };
};
