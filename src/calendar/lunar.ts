import { CalendarVietnamese } from 'date-chinese';
import type { IsoDate } from '../rules/source.ts';

/** Lunar years are counted in cycles of sixty; the first one began in the year -2636. */
const firstYear = -2636;

/** The first day of the lunar year that begins in this year: Tết. */
export function tetDay(year: number): IsoDate {
  return dayOf(year, 1, 1);
}

/** The tenth of the third lunar month: Giỗ Tổ Hùng Vương. */
export function hungKingsDay(year: number): IsoDate {
  return dayOf(year, 3, 10);
}

function dayOf(year: number, month: number, day: number): IsoDate {
  const count = year - firstYear;
  const lunar = new CalendarVietnamese(Math.floor(count / 60) + 1, (count % 60) + 1, month, false, day);
  const solar = lunar.toGregorian();
  return [solar.year, solar.month, solar.day].map((part) => String(part).padStart(2, '0')).join('-');
}
