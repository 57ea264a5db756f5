import type { IsoDate } from '../rules/source.ts';

const dayMs = 86_400_000;

/** The calendar day so many days later, or earlier. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return isoDate(midnight(day) + days * dayMs);
}

/** How many days there are from one calendar day to another; below zero when the other is earlier. */
export function daysFrom(from: IsoDate, to: IsoDate): number {
  return (midnight(to) - midnight(from)) / dayMs;
}

/** State agencies work from Monday to Friday (Quyết định 188/1999/QĐ-TTg, known from memory). */
export function isWeekend(day: IsoDate): boolean {
  const weekday = new Date(midnight(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The year of a calendar day. */
export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

function midnight(day: IsoDate): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  // "2026-02-30" would be read as a day of March.
  if (Number.isNaN(at) || isoDate(at) !== day) {
    throw new Error(`"${day}" is not a day of the calendar. Give a day as YYYY-MM-DD, such as 2026-02-17.`);
  }
  return at;
}

function isoDate(at: number): IsoDate {
  return new Date(at).toISOString().slice(0, 10);
}
