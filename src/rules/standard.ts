import type { IndicatorId, ProvinceCode, StandardId } from './assessment.ts';
import type { Condition } from './condition.ts';
import type { Area } from './household.ts';
import type { Cited, Gap, Known, Source } from './source.ts';

/** The dimensions (chiều) under which the law lists its indicators. */
export type Dimension =
  'work' | 'health' | 'education' | 'housing' | 'water-sanitation' | 'information' | 'income';

/** One indicator (chỉ số) as the law lists it, with the condition under which a household is deprived in it. */
export type IndicatorRule = {
  readonly id: IndicatorId;
  readonly dimension: Dimension;
  /** The law's own name of it, in Vietnamese. */
  readonly name: Cited<string>;
  readonly condition: Cited<Condition>;
};

/** An amount in VND per person, for each area. `included`: who has exactly that much is still under the line ("trở xuống"). */
export type Line = Readonly<Record<Area, Cited<number>>> & {
  readonly per: 'month' | 'year';
  readonly included: Cited<boolean>;
};

/**
 * How findings become a category.
 * `line-and-deprived` (from 2022): up to the line poor by enough deprivations, else near-poor.
 * `line-or-deprived` (2016–2021): up to the line poor; up to the second line poor by enough deprivations, else near-poor.
 * `deprived-or-income` (Thành phố Hồ Chí Minh): poor by enough deprivations or by both indicators of income; near-poor by
 * one deprivation fewer, between the two lines.
 */
export type DecideBy =
  | { readonly kind: 'line-and-deprived' }
  | { readonly kind: 'line-or-deprived' }
  | { readonly kind: 'deprived-or-income'; readonly nearPoorDeprivations: Cited<number> };

/** List years, both ends included. */
export type Years = { readonly from: number; readonly to: number };

/** A list year for which our facts leave open by which standard its list is made, and the question that settles it. */
export type ContestedYear = { readonly listYear: number; readonly ask: Gap };

/** What the law says of counting income, as far as we do not know it. */
export type IncomeDefinition = { readonly costs: Gap; readonly allowances: Gap; readonly remittances: Gap };

/** The measure by points (điểm): B1 for income from a table, B2 for deprivations; see points.ts. */
export type PointRule = {
  /** B1 up to and including this is under the poor line, and, where the standard has two, under the near-poor line. */
  readonly poor: Readonly<Record<Area, Cited<number>>>;
  readonly nearPoor: Readonly<Record<Area, Cited<number>>> | null;
  /** B2 for each deprived indicator. */
  readonly perIndicator: Cited<number>;
  /** B2 from which a household counts as deprived enough. */
  readonly deprived: Cited<number>;
  /** Who is above is not poor, whatever B2. */
  readonly aboveIsNotPoor: Known<true>;
};

/** One poverty standard (chuẩn nghèo), whole: nothing of it is looked up elsewhere or by today's date. */
export type Standard = {
  readonly id: StandardId;
  readonly authority: 'national' | ProvinceCode;
  /** The documents that set it. */
  readonly basis: readonly [Source, ...Source[]];
  /** The list years it serves, first and last included, in stretches that touch. */
  readonly serves: readonly [Known<Years>, ...Known<Years>[]];
  /** List years, its own or beyond, of which our facts leave open whether it serves them; it is shown for them, unconfirmed. */
  readonly contested: readonly ContestedYear[];
  readonly decide: Known<DecideBy>;
  /** `near-poor` where the near-poor have a line of their own, `average` where the law has an average living standard. */
  readonly lines: {
    readonly poor: Line;
    readonly 'near-poor': Line | null;
    readonly average: Line | null;
  };
  /** How many deprivations make a household poor. */
  readonly deprivations: Cited<number>;
  readonly incomeDefinition: IncomeDefinition;
  /** In the law's order. */
  readonly indicators: readonly IndicatorRule[];
  /** How many more indicators the standard has of which we do not know the names. */
  readonly unlisted: { readonly indicators: number; readonly ask: Gap } | null;
  readonly points: Cited<PointRule> | null;
  /** What else we do not know of this standard; what belongs to one value stands beside that value. */
  readonly gaps: readonly Gap[];
};
