import type { Fact, Household, IncomeSource } from './household.ts';
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

/** How an income stands to a line; `costsMatter` when it is over only if no cost is taken off the amounts told. */
export type Standing =
  | { readonly verdict: 'under' }
  | { readonly verdict: 'over'; readonly costsMatter: boolean }
  | { readonly verdict: 'unknown'; readonly why: 'fact-unknown' | 'law-gap' };

/** Adds up what a household told of its income. */
export function incomeOf({ income, members }: Household, definition: IncomeDefinition): Income {
  const earned = [income.wages, income.farm, income.business];
  const all = [...earned, income.allowances, income.remittances];
  const told = sum(all);
  const touches = (...sources: IncomeSource[]) => sources.some((source) => income[source] !== 0);
  return {
    people: members.length,
    low: sum(earned),
    high: all.includes('unknown') ? null : told,
    told,
    wages: sum([income.wages]),
    lowIsOpen: earned.includes('unknown'),
    gaps: [
      ...(touches('farm', 'business') ? [definition.costs.ask] : []),
      ...(touches('allowances') ? [definition.allowances.ask] : []),
      ...(touches('remittances') ? [definition.remittances.ask] : []),
    ],
  };
}

/** Holds an income against a line per person per month, by multiplying the line: a division would round. */
export function holdAgainst(income: Income, perPersonMonth: number): Standing {
  if (income.people === 0) return { verdict: 'unknown', why: 'fact-unknown' };
  const line = perPersonMonth * 12 * income.people;
  if (income.low > line) return { verdict: 'over', costsMatter: income.wages <= line };
  if (income.high !== null && income.high <= line) return { verdict: 'under' };
  // Hearing an unknown amount could settle it, unless what was told is already over the line only with what may not count.
  const factsCouldSettle = income.lowIsOpen || income.told <= line;
  return { verdict: 'unknown', why: factsCouldSettle ? 'fact-unknown' : 'law-gap' };
}

/** For display, in whole VND per person per month, rounded down. */
export function perPersonMonth(amount: number, people: number): number {
  return Math.floor(amount / (12 * people));
}

function sum(amounts: readonly Fact<number>[]): number {
  return amounts.reduce<number>((total, amount) => (amount === 'unknown' ? total : total + amount), 0);
}
