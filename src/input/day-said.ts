import { type Clock, type PartOfDay, takeClock } from './clock.ts';
import { withoutCourtesy } from './without-courtesy.ts';

/** A day that lies ahead, and the time where it was said with it. */
export type DaySaid =
  | {
      readonly kind: 'day';
      readonly on: string;
      readonly part: PartOfDay | null;
      readonly clock: Clock | null;
    }
  | { readonly kind: 'refused'; readonly why: 'not-a-day' | 'past' };

const dayMs = 86_400_000;
/** A day without a year that is over belongs to the next year only when that is near: else it is a slip. */
const nearDays = 120;

const relative: readonly (readonly [RegExp, number])[] = [
  [/^(?:hom nay|nay|bua nay|today|this)$/, 0],
  [/^(?:ngay mai|mai|bua mai|tomorrow)$/, 1],
  [/^(?:ngay mot|mot|ngay kia|the day after tomorrow|day after tomorrow)$/, 2],
];
const weekdays: readonly RegExp[] = [
  /^(?:chu nhat|cn|sunday|sun)$/,
  /^(?:thu hai|thu 2|t2|monday|mon)$/,
  /^(?:thu ba|thu 3|t3|tuesday|tue)$/,
  /^(?:thu tu|thu 4|t4|wednesday|wed)$/,
  /^(?:thu nam|thu 5|t5|thursday|thu)$/,
  /^(?:thu sau|thu 6|t6|friday|fri)$/,
  /^(?:thu bay|thu 7|t7|saturday|sat)$/,
];
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads a day that is not over: "20/11", "20-11 lúc 19h30", "tối mai", "thứ bảy tuần sau", "ngày 20". */
export function parseDay(raw: string, today: string): DaySaid {
  if (raw.length > 100) return { kind: 'refused', why: 'not-a-day' };
  const { clock, part, rest } = takeClock(raw);
  const said = withoutCourtesy(
    rest.replace(/^(?:vao|on|hop|luc|hen)(?: |$)/, '').replace(/[\s,.]+$/, ''),
  ).trim();
  const text = said === '' && part !== null && /nay|tonight/i.test(raw) ? 'nay' : said;
  const ahead = relative.find(([pattern]) => pattern.test(text));
  if (ahead !== undefined) return { kind: 'day', on: later(today, ahead[1]), part, clock };
  const found = onWeekday(text, today) ?? inCalendar(text, today);
  if (found === null) return { kind: 'refused', why: 'not-a-day' };
  return found < today ? { kind: 'refused', why: 'past' } : { kind: 'day', on: found, part, clock };
}

/** The next one of that name, or the one of this week or the next, where that is said. */
function onWeekday(text: string, today: string): string | null {
  const [, name = text, week] = /^(.+?) (tuan nay|tuan sau|this week|next week)$/.exec(text) ?? [];
  const wanted = weekdays.findIndex((pattern) => pattern.test(name.replace(/ toi$/, '')));
  if (wanted < 0) return null;
  const now = new Date(at(today)).getUTCDay();
  if (week === undefined) return later(today, ((wanted - now + 6) % 7) + 1);
  // A week begins on Monday.
  const monday = later(today, -((now + 6) % 7));
  const isNext = week === 'tuan sau' || week === 'next week';
  return later(monday, ((wanted + 6) % 7) + (isNext ? 7 : 0));
}

function inCalendar(text: string, today: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const bare = text.replace(/^ngay (?=\d)/, '').replace(/(\d) ?(?:st|nd|rd|th)\b/, '$1');
  const dated =
    /^(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{2}|\d{4}))?$/.exec(bare) ??
    /^(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?$/.exec(bare);
  if (dated !== null) return inYear(Number(dated[1]), Number(dated[2]), dated[3], today);
  const named = /^(\d{1,2}) (?:of )?([a-z]{3})[a-z]*(?:,? (\d{4}))?$/.exec(bare) ?? turned(bare);
  const month = months.indexOf(named?.[2] ?? '') + 1;
  if (named !== null && month > 0) return inYear(Number(named[1]), month, named[3], today);
  return /^ngay \d{1,2}$/.test(text) ? inMonth(Number(bare), today) : null;
}

/** "November 20" names the month first. */
function turned(text: string): readonly (string | undefined)[] | null {
  const found = /^([a-z]{3})[a-z]* (\d{1,2})(?:,? (\d{4}))?$/.exec(text);
  return found === null ? null : [found[0], found[2], found[1], found[3]];
}

function inYear(day: number, month: number, year: string | undefined, today: string): string | null {
  if (year !== undefined) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const now = dayOf(thisYear, month, day);
  if (now !== null && now >= today) return now;
  const next = dayOf(thisYear + 1, month, day);
  return next !== null && at(next) - at(today) <= nearDays * dayMs ? next : now;
}

/** "Ngày 20" is that of this month, or of the next when it is over. */
function inMonth(day: number, today: string): string | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const now = dayOf(year, month, day);
  if (now !== null && now >= today) return now;
  return month === 12 ? dayOf(year + 1, 1, day) : dayOf(year, month + 1, day);
}

function dayOf(year: number, month: number, day: number): string | null {
  const made = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const read = Date.parse(`${made}T00:00:00Z`);
  // "31/11" would be read as a day of December.
  return Number.isNaN(read) || new Date(read).toISOString().slice(0, 10) !== made ? null : made;
}

function later(day: string, days: number): string {
  return new Date(at(day) + days * dayMs).toISOString().slice(0, 10);
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
