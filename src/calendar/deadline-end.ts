import type { IsoDate } from '../rules/source.ts';
import { vietnamMoment } from '../time/vietnam.ts';
import { addDays } from './day.ts';

/**
 * The moment from which on a deadline is missed: the last day ends at twenty-four hours (Bộ luật Dân sự 2015, Điều 148
 * khoản 6, known from memory). Not at closing time, which each office sets for itself and which would take hours from people.
 */
export function deadlineEnd(day: IsoDate): Date {
  return vietnamMoment(addDays(day, 1), '00:00');
}
