/** The oldest age that is believed. */
export const OLDEST = 120;

/** A year of birth that can be, or why it cannot. */
export type BornIn =
  | { readonly kind: 'born'; readonly year: number; readonly month?: number }
  | { readonly kind: 'refused'; readonly why: 'future' | 'too-old' | 'not-a-year' };

/** Checks a year of two or four digits, with its month and day where they were said. */
export function bornIn(digits: string, thisYear: number, month?: number, day = 1): BornIn {
  const wrong = { kind: 'refused', why: 'not-a-year' } as const;
  if (!/^(?:\d{2}|[12]\d{3})$/.test(digits)) return wrong;
  if ((month !== undefined && (month < 1 || month > 12)) || day < 1 || day > 31) return wrong;
  const year = digits.length === 2 ? latestYear(digits, thisYear) : Number(digits);
  if (year > thisYear) return { kind: 'refused', why: 'future' };
  if (year < thisYear - OLDEST) return { kind: 'refused', why: 'too-old' };
  return month === undefined ? { kind: 'born', year } : { kind: 'born', year, month };
}

/** Finds the latest year not after this one that ends in the two digits. */
export function latestYear(digits: string, thisYear: number): number {
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear ? year - 100 : year;
}
