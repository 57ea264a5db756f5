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
  /** Which open questions about counting the amounts touch: the place in `questionsOf`. */
  readonly touched: number;
};

/** Adds up what a household told of its income. */
export function incomeOf({ income, members }: Household): Income {
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
    touched:
      (isOrMayBe(farm) || isOrMayBe(business) ? touching.costs : 0) |
      (isOrMayBe(allowances) ? touching.allowances : 0) |
      (isOrMayBe(remittances) ? touching.remittances : 0),
  };
}

const touching = { costs: 1, allowances: 2, remittances: 4 } as const;
const questions = ['costs', 'allowances', 'remittances'] as const;

/** The open questions about counting, for each set of them that an income may touch. */
export function questionsOf(definition: IncomeDefinition): readonly (readonly string[])[] {
  return Array.from({ length: 8 }, (_, touched) =>
    questions
      .filter((question) => (touched & touching[question]) !== 0)
      .map((question) => definition[question].ask),
  );
}

/** For display, in whole VND per person, rounded down; `months` are those the amount was taken in over. */
export function perPerson(amount: number, people: number, months: 1 | 12): number {
  return Math.floor(amount / (months * people));
}

function isTold(amount: Fact<number>): amount is number {
  return typeof amount === 'number';
}

/** Whether there is such an income; words are not compared with numbers, which would leave compiled code. */
function isOrMayBe(amount: Fact<number>): boolean {
  return !isTold(amount) || amount !== 0;
}

function told(amount: Fact<number>): number {
  return isTold(amount) ? amount : 0;
}
