import type { Cause } from '../review/cause.ts';
import type { IndicatorId } from '../rules/assessment.ts';
import type { Cited, IsoDate, Known } from '../rules/source.ts';
import type { Years } from '../rules/standard.ts';
import type { GroupId } from './groups.ts';

/** What a policy is about; its name in locales/ hangs on it. */
export type SupportName =
  | 'insurance-premium'
  | 'insurance-benefit'
  | 'tuition'
  | 'higher-tuition'
  | 'study-costs'
  | 'electricity'
  | 'business-loan'
  | 'student-loan'
  | 'work-abroad-loan'
  | 'water-loan'
  | 'house-loan'
  | 'house-grant'
  | 'legal-aid';

/** One support policy (chính sách hỗ trợ) as it stood for a time; a new amount is a new policy of the same name. */
export type Policy = {
  /** The name and the year from which it is told. Stored, so never renamed. */
  readonly id: `${SupportName}-${number}`;
  readonly name: SupportName;
  readonly inForce: Period;
  /** A household is given what stands with the first of these that it is. */
  readonly recipients: readonly [Recipient, ...Recipient[]];
  /** What it can help against. The law does not say it: it is our reading of what the policy gives. */
  readonly fits: { readonly indicators: readonly IndicatorId[]; readonly causes: readonly Cause[] };
};

/** When a policy is in force, as far as we know. */
export type Period = {
  /** Its first day; null where we do not know it, and then it is told from the first of the years `told`. */
  readonly from: IsoDate | null;
  /** Its last day; null where none is known. */
  readonly until: IsoDate | null;
  /** The calendar years for which our facts tell of it. */
  readonly told: Years;
  /** Nothing says that it ended: it is told after those years too, as unconfirmed. */
  readonly lasts: boolean;
};

/** Who is given something: the class of the household, or whoever it is. */
export type Recipient = {
  readonly to: 'poor' | 'near-poor' | 'average' | 'newly-left' | 'anybody';
  readonly when: Condition | null;
  readonly gives: Known<Gift>;
};

/**
 * What a class alone does not say. The first three are looked at; whether a household farms or somebody stands accused
 * is not known to us, so it is told as a condition.
 */
export type Condition =
  | { readonly kind: 'rural' }
  | { readonly kind: 'group'; readonly group: GroupId }
  /** Years since the household left poverty; null where the number is not known. */
  | { readonly kind: 'left-within'; readonly years: number | null }
  | { readonly kind: 'farm' }
  | { readonly kind: 'accused' };

/** What a policy gives. Money in VND, all numbers integers; null where we do not know it. */
export type Gift =
  /** The State's part of the contribution to health insurance. */
  | { readonly kind: 'premium'; readonly percent: number; readonly orMore: boolean }
  /** The part of the costs of treatment that the insurance bears. */
  | { readonly kind: 'benefit'; readonly percent: number }
  | { readonly kind: 'tuition'; readonly percentOff: number }
  | { readonly kind: 'study-costs'; readonly monthly: number; readonly monthsAYear: number }
  /** The price of so much electricity at the first tier; the amount follows the price. */
  | { readonly kind: 'electricity'; readonly kwhAMonth: number; readonly monthly: Cited<number> }
  | ({ readonly kind: 'loan' } & Loan)
  | { readonly kind: 'house-grant'; readonly build: number; readonly repair: number }
  | { readonly kind: 'legal-aid' };

/** The terms of a loan. */
export type Loan = {
  readonly most: number | null;
  /** What `most` is counted for: a household, a work (công trình), or a student's month. */
  readonly each: 'household' | 'work' | 'student-month';
  readonly percentOfCost: number | null;
  /** A year's interest in hundredths of a percent: 660 is 6.6 %. */
  readonly interest: number | null;
  readonly years: number | null;
};
