import type { Fact, Household } from './household.ts';
import type { IncomeDefinition } from './standard.ts';

/** What a household took in over 12 months: a range, since what counts as income is not settled by the law as we know it. */
export type Income = {
  readonly people: number;
  /** Wages, farm and business as told, without what may not count; what is unknown adds nothing. */
  readonly low: number;
  /** With allowances and remittances too; null when an amount is unknown. */
  readonly high: number | null;
  /** All amounts that were told. */
  readonly told: number;
  /** Wages alone: the part on which no cost can lie. */
  readonly wages: number;
  /** Whether wages, farm or business is unknown, so that hearing it could still lift `low`. */
  readonly lowIsOpen: boolean;
  /** The open questions about counting that this household's amounts touch. */
  readonly gaps: readonly string[];
};

/** How an income stands to a line; `over-if-no-costs` when it is over only if no cost is taken off the amounts told. */
export type Standing = 'under' | 'over' | 'over-if-no-costs' | 'fact-unknown' | 'law-gap';

/** Adds up what a household told of its income. */
export function incomeOf({ income, members }: Household, definition: IncomeDefinition): Income {
  const { wages, farm, business, allowances, remittances } = income;
  const low = told(wages) + told(farm) + told(business);
  const all = low + told(allowances) + told(remittances);
  const lowIsOpen = !isTold(wages) || !isTold(farm) || !isTold(business);
  return {
    people: members.length,
    low,
    high: lowIsOpen || !isTold(allowances) || !isTold(remittances) ? null : all,
    told: all,
    wages: told(wages),
    lowIsOpen,
    gaps: gapsTouched(income, definition),
  };
}

/** Holds an income against a line per person per year, by multiplying the line: a division would round. */
export function holdAgainst(income: Income, perPersonYear: number, included: boolean): Standing {
  if (income.people === 0) return 'fact-unknown';
  // The highest amount that is still under the line.
  const line = perPersonYear * income.people - (included ? 0 : 1);
  if (income.low > line) return income.wages > line ? 'over' : 'over-if-no-costs';
  if (income.high !== null && income.high <= line) return 'under';
  // Hearing an unknown amount could settle it, unless what was told is already over the line only with what may not count.
  return income.lowIsOpen || income.told <= line ? 'fact-unknown' : 'law-gap';
}

/** For display, in whole VND per person, rounded down; `months` are those the amount was taken in over. */
export function perPerson(amount: number, people: number, months: 1 | 12): number {
  return Math.floor(amount / (months * people));
}

const nothing: readonly string[] = [];

function gapsTouched(income: Household['income'], definition: IncomeDefinition): readonly string[] {
  const costs = income.farm !== 0 || income.business !== 0;
  const { allowances, remittances } = income;
  if (!costs && allowances === 0 && remittances === 0) return nothing;
  const gaps = costs ? [definition.costs.ask] : [];
  if (allowances !== 0) gaps.push(definition.allowances.ask);
  if (remittances !== 0) gaps.push(definition.remittances.ask);
  return gaps;
}

function isTold(amount: Fact<number>): amount is number {
  return typeof amount === 'number';
}

function told(amount: Fact<number>): number {
  return isTold(amount) ? amount : 0;
}
