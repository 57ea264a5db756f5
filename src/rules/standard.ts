import type { IndicatorId, StandardId } from './assessment.ts';
import type { Condition } from './condition.ts';
import type { Household } from './household.ts';
import type { Cited, Gap, Source } from './source.ts';

/** The six dimensions (chiều) under which the law lists its indicators. */
export type Dimension = 'work' | 'health' | 'education' | 'housing' | 'water-sanitation' | 'information';

/** One indicator (chỉ số) as the law lists it, with the condition under which a household is deprived in it. */
export type IndicatorRule = {
  readonly id: IndicatorId;
  readonly dimension: Dimension;
  /** The law's own name of it, in Vietnamese. */
  readonly name: Cited<string>;
  readonly condition: Cited<Condition>;
};

/** An amount for each area, in VND per person per month; who has exactly that much is still under it ("trở xuống"). */
export type Line = Readonly<Record<Household['area'], Cited<number>>>;

/** How findings become a category. `line-and-deprived`: under the line, and by the number of deprivations poor or near-poor. */
export type DecideBy = { readonly kind: 'line-and-deprived' };

/** What the law says of counting income, as far as we do not know it. */
export type IncomeDefinition = { readonly costs: Gap; readonly allowances: Gap; readonly remittances: Gap };

/** One poverty standard (chuẩn nghèo), whole: nothing of it is looked up elsewhere or by today's date. */
export type Standard = {
  readonly id: StandardId;
  readonly authority: 'national';
  /** The documents that set it. */
  readonly basis: readonly [Source, ...Source[]];
  /** First and last list year it serves, both included. */
  readonly fromYear: number;
  readonly toYear: number;
  readonly decide: DecideBy;
  readonly lines: { readonly income: Line; readonly average: Line };
  /** How many deprivations make a household under the income line poor. */
  readonly deprivations: Cited<number>;
  readonly incomeDefinition: IncomeDefinition;
  /** In the law's order. */
  readonly indicators: readonly IndicatorRule[];
  /** What else we do not know of this standard; what belongs to one value stands beside that value. */
  readonly gaps: readonly Gap[];
};
