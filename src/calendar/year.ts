import type { IsoDate, Known } from '../rules/source.ts';
import { type AnnouncedYear, announced } from './announced.ts';
import { addDays, isWeekend } from './day.ts';
import { tetDay } from './lunar.ts';
import { fixedHolidays, type HolidayName, secondNationalDayFrom, tetDays } from './statute.ts';

/** Why a day is off: a holiday, its substitute, or a working day exchanged for a rest day. */
export type DayOff =
  { readonly kind: 'holiday' | 'substitute'; readonly holiday: HolidayName } | { readonly kind: 'exchanged' };

/** What is off and what is worked in one year, beside weekends. */
export type CalendarYear = {
  readonly off: ReadonlyMap<IsoDate, DayOff>;
  /** Rest days worked for a day that was exchanged. */
  readonly worked: ReadonlySet<IsoDate>;
  /** Days off which the authorities have yet to fix, and all days that they may yet exchange around them. */
  readonly open: ReadonlySet<IsoDate>;
};

/** The rest day worked for an exchanged day was never further from its holiday than eleven days (22 August 2026). */
export const reachDays = 14;

/** A working day is exchanged to join a holiday with a weekend: it is never further from the holiday than this. */
const bridgeDays = 4;

type Holiday = { readonly name: HolidayName; readonly day: IsoDate; readonly isOpen: boolean };

const known = new Map<number, CalendarYear>();

/** The year as announced, else as the law says it. */
export function calendarYear(year: number): CalendarYear {
  const before = known.get(year);
  if (before !== undefined) return before;
  const made = makeYear(
    year,
    announced.find((each) => each.year === year),
  );
  known.set(year, made);
  return made;
}

/** A year by one announcement, or by the law alone. */
export function makeYear(year: number, entry: AnnouncedYear | undefined): CalendarYear {
  const holidays = [
    ...fixedOf(year, entry),
    ...tetOf(year, entry?.tetFrom),
    ...nationalOf(year, entry?.besideNationalDay),
  ];
  const off = new Map<IsoDate, DayOff>(
    holidays.map(({ day, name }) => [day, { kind: 'holiday', holiday: name }]),
  );
  const open = holidays.filter(({ isOpen }) => isOpen).map(({ day }) => day);
  for (const { day, isOpen, name } of inOrder(holidays)) {
    if (!isWeekend(day)) continue;
    const substitute = nextFree(day, off);
    off.set(substitute, { kind: 'substitute', holiday: name });
    if (isOpen) open.push(substitute);
  }
  const exchanged = entry?.exchanged ?? [];
  for (const each of exchanged) {
    off.set(each.value.off, { kind: 'exchanged' });
    if (!isSure(each)) open.push(each.value.off, each.value.worked);
  }
  return {
    off,
    worked: new Set(exchanged.map(({ value }) => value.worked)),
    open: new Set(open.flatMap(openAround)),
  };
}

function fixedOf(year: number, entry: AnnouncedYear | undefined): readonly Holiday[] {
  return fixedHolidays
    .filter(({ from }) => year >= from)
    .map(({ dayIn, name }) => {
      const day = dayIn.value(year);
      return { name, day, isOpen: !isSure(dayIn) || entry === undefined || day > entry.completeUntil };
    });
}

/** Two days before and three from the first on, as in most years; in 2022 and 2026 it was one and four. */
function tetOf(year: number, from: Known<IsoDate> | undefined): readonly Holiday[] {
  const first = from?.value ?? addDays(tetDay(year), -2);
  return Array.from({ length: tetDays.value }, (_, index) => ({
    name: 'tet',
    day: addDays(first, index),
    isOpen: !isSure(from),
  }));
}

function nationalOf(year: number, beside: Known<IsoDate> | undefined): readonly Holiday[] {
  const day = `${year}-09-02`;
  const second = beside?.value ?? besideNationalDay(day);
  const days = year >= secondNationalDayFrom ? [day, second] : [day];
  return days.map((each) => ({ name: 'national', day: each, isOpen: !isSure(beside) }));
}

/** The day before, as in most years; on a Thursday the day after, which joins the weekend, as in 2021. */
function besideNationalDay(day: IsoDate): IsoDate {
  return isWeekend(addDays(day, 2)) && !isWeekend(addDays(day, 1)) ? addDays(day, 1) : addDays(day, -1);
}

/** A day off on a weekend is made good on the next working day (Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3). */
function nextFree(day: IsoDate, off: ReadonlyMap<IsoDate, DayOff>): IsoDate {
  const next = addDays(day, 1);
  return isWeekend(next) || off.has(next) ? nextFree(next, off) : next;
}

function openAround(holiday: IsoDate): readonly IsoDate[] {
  return Array.from({ length: 2 * reachDays + 1 }, (_, index) => index - reachDays)
    .map((days) => ({ day: addDays(holiday, days), isNear: Math.abs(days) <= bridgeDays }))
    .filter(({ day, isNear }) => isNear || isWeekend(day))
    .map(({ day }) => day);
}

function inOrder(holidays: readonly Holiday[]): readonly Holiday[] {
  return holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function isSure(known: Known<unknown> | undefined): boolean {
  return known !== undefined && known.certainty === 'verified';
}
