import { addDays, daysFrom, yearOf } from '../calendar/day.ts';
import { addWorkingDays, workingDayFrom } from '../calendar/working-days.ts';
import type { Due } from './deadline.ts';
import type { Procedure, Term } from './procedures.ts';

/** From which day to which a round runs, both included. */
export type Window = { readonly startsOn: string; readonly endsOn: string };

/**
 * The window of a procedure in which a day lies, else the next one. Of a month's round that is nearly over the next one:
 * what was promised to a household until its end could not be kept.
 */
export function windowFor({ window: { value } }: Pick<Procedure, 'window'>, day: string): Window {
  switch (value.kind) {
    case 'year':
      return inYear(value, day);
    case 'month':
      return inMonth(value, day);
    case 'request':
      return { startsOn: day, endsOn: endOf(day, value.term) };
    default:
      return value satisfies never;
  }
}

/**
 * Who set the last day of a round, and whether it is sure: the law, as far as it was seen for this list; or the ward,
 * where it is another day than that of the law.
 */
export function endOfRound(
  { sureUntil, window }: Pick<Procedure, 'sureUntil' | 'window'>,
  { endsOn, listYear, startsOn }: Window & { readonly listYear: number },
): Pick<Due, 'by' | 'isConfirmed'> {
  if (endsOn !== windowFor({ window }, startsOn).endsOn) return { by: 'ward', isConfirmed: true };
  return { by: 'law', isConfirmed: listYear <= sureUntil && window.certainty === 'verified' };
}

function inYear({ from, to }: { readonly from: string; readonly to: string }, day: string): Window {
  const year = day <= `${yearOf(day)}-${to}` ? yearOf(day) : yearOf(day) + 1;
  return { startsOn: `${year}-${from}`, endsOn: `${year}-${to}` };
}

/** A household in need does not wait for a month while there is time in the one that runs; with less it gets a whole one. */
const leastDays = 7;

function inMonth({ days, from }: { readonly from: number; readonly days: number }, day: string): Window {
  const months = [-1, 0, 1].map((later) => windowOf(monthFrom(day, later), from, days));
  const found = months.find(({ endsOn }) => daysFrom(day, endsOn) >= leastDays);
  if (found === undefined) throw new Error(`No round of a month ends after ${day}.`);
  return found;
}

function windowOf(month: string, from: number, days: number): Window {
  const startsOn = `${month}-${String(from).padStart(2, '0')}`;
  return { startsOn, endsOn: addDays(startsOn, days) };
}

/** The month so many months later, `YYYY-MM`. */
function monthFrom(day: string, later: number): string {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + later;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function endOf(day: string, { days, kind }: Term): string {
  return kind === 'working' ? addWorkingDays(day, days).day : workingDayFrom(addDays(day, days)).day;
}
