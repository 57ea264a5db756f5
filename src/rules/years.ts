import type { Sureness } from './certainty.ts';
import type { IsoDate } from './source.ts';
import type { Standard, Years } from './standard.ts';

/** The first list year that a standard serves. */
export function firstYearOf({ serves }: Standard): number {
  return Math.min(...serves.map(({ value }) => value.from));
}

/** The last list year that a standard serves. */
export function lastYearOf({ serves }: Standard): number {
  return Math.max(...serves.map(({ value }) => value.to));
}

/** The list years that a standard serves. */
export function yearsOf(standard: Standard): readonly number[] {
  const first = firstYearOf(standard);
  return Array.from({ length: lastYearOf(standard) - first + 1 }, (_, after) => first + after);
}

/** Whether a standard serves a list year. */
export function servesIn(standard: Standard, listYear: number): boolean {
  return firstYearOf(standard) <= listYear && listYear <= lastYearOf(standard);
}

/** Whether our facts leave open if a standard serves a list year. */
export function isContestedIn({ contested }: Standard, listYear: number): boolean {
  for (const year of contested) if (year.listYear === listYear) return true;
  return false;
}

/** How sure it is that a standard serves a list year; of a year for which that is open, or that it does not serve, it is not. */
export function surenessOfYear(standard: Standard, listYear: number): Sureness {
  if (isContestedIn(standard, listYear)) return 'unconfirmed';
  for (const { certainty, value } of standard.serves)
    if (value.from <= listYear && listYear <= value.to) return certainty;
  return 'unconfirmed';
}

/** List years in words: "2021", "2022–2025". */
export function yearsText({ from, to }: Years): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** The calendar year of a day. */
export function yearOf(on: IsoDate): number {
  return Number(on.slice(0, 4));
}
