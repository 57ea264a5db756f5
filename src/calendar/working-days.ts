import type { IsoDate } from '../rules/source.ts';
import { addDays, daysFrom, isWeekend, yearOf } from './day.ts';
import { type CalendarYear, calendarYear, type DayOff, reachDays } from './year.ts';

/** A day that was counted to. Unconfirmed when a day on the way may yet be fixed otherwise. */
export type CountedDay = { readonly day: IsoDate; readonly isConfirmed: boolean };

/** Why nobody is at the office on a day, `null` on a working day. */
export function dayOff(day: IsoDate): DayOff | { readonly kind: 'weekend' } | null {
  const years = yearsAround(day);
  for (const { off } of years) {
    const why = off.get(day);
    if (why !== undefined) return why;
  }
  return isWeekend(day) && !years.some(({ worked }) => worked.has(day)) ? { kind: 'weekend' } : null;
}

/** Whether the offices work on a day. */
export function isWorkingDay(day: IsoDate): { readonly isWorking: boolean; readonly isConfirmed: boolean } {
  return {
    isWorking: dayOff(day) === null,
    isConfirmed: !yearsAround(day).some(({ open }) => open.has(day)),
  };
}

/** The first working day after a day. */
export function nextWorkingDay(day: IsoDate): CountedDay {
  return walk(day, 1, 1);
}

/** The last working day before a day. */
export function previousWorkingDay(day: IsoDate): CountedDay {
  return walk(day, 1, -1);
}

/**
 * The day itself when it is a working day, else the next one: where a period ends that was counted in calendar days
 * (Bộ luật Dân sự 2015, Điều 148 khoản 5, known from memory).
 */
export function workingDayFrom(day: IsoDate): CountedDay {
  return walk(addDays(day, -1), 1, 1);
}

/**
 * Where a period of so many working days ends. The day that starts it is not counted (Bộ luật Dân sự 2015, Điều 147
 * khoản 2, known from memory).
 */
export function addWorkingDays(day: IsoDate, count: number): CountedDay {
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`A period has at least one whole working day, not ${count}.`);
  }
  return walk(day, count, 1);
}

/** How many working days there are after one day, up to another and with it. */
export function workingDaysBetween(
  after: IsoDate,
  upTo: IsoDate,
): { readonly count: number; readonly isConfirmed: boolean } {
  const days = Array.from({ length: Math.max(0, daysFrom(after, upTo)) }, (_, index) =>
    isWorkingDay(addDays(after, index + 1)),
  );
  return {
    count: days.filter(({ isWorking }) => isWorking).length,
    isConfirmed: days.every(({ isConfirmed }) => isConfirmed),
  };
}

function walk(from: IsoDate, count: number, step: 1 | -1): CountedDay {
  let day = from;
  let left = count;
  let isConfirmed = true;
  while (left > 0) {
    day = addDays(day, step);
    const answer = isWorkingDay(day);
    if (answer.isWorking) left -= 1;
    isConfirmed &&= answer.isConfirmed;
  }
  return { day, isConfirmed };
}

/** A holiday reaches into the next year, or back into the last one. */
function yearsAround(day: IsoDate): readonly CalendarYear[] {
  const first = yearOf(addDays(day, -reachDays));
  const last = yearOf(addDays(day, reachDays));
  return first === last ? [calendarYear(first)] : [calendarYear(first), calendarYear(last)];
}
