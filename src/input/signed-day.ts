import { tidy } from './tidy.ts';
import { withoutCourtesy } from './without-courtesy.ts';

/** The day that stands on a paper that was signed, `YYYY-MM-DD`; or why it was not understood. */
export type SignedDay =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'refused'; readonly why: 'not-a-day' | 'future' | 'too-old' };

/** Reads the day of a paper as it is typed: "10/12", "ngày 10 tháng 12 năm 2026", "hôm qua". Without a year it is the latest one that is past. */
export function parseSignedDay(raw: string, today: string): SignedDay {
  const typed = withoutCourtesy(tidy(raw).replace(/[,;]+/g, ' ').trim());
  const named = { 'hom nay': 0, nay: 0, today: 0, 'hom qua': 1, qua: 1, yesterday: 1 }[typed];
  if (named !== undefined) return { kind: 'day', day: daysBefore(today, named) };
  const read = partsOf(typed);
  if (read === null) return { kind: 'refused', why: 'not-a-day' };
  const thisYear = Number(today.slice(0, 4));
  const [latest] = (read.year === null ? [thisYear, thisYear - 1] : [read.year])
    .map((year) => dayOf(year, read.month, read.day))
    .filter((day) => day !== null && (read.year !== null || day <= today));
  if (latest === undefined || latest === null) return { kind: 'refused', why: 'not-a-day' };
  if (latest > today) return { kind: 'refused', why: 'future' };
  // Somebody who types last year's year by habit is asked again.
  return latest < daysBefore(today, 366) ? { kind: 'refused', why: 'too-old' } : { kind: 'day', day: latest };
}

type Parts = { readonly day: number; readonly month: number; readonly year: number | null };

function partsOf(typed: string): Parts | null {
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(typed);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const plain = typed
    .replace(/^(?:ngay|mung|mong) /, '')
    .replace(/ ?(?:thang|thg|th) ?/, '/')
    .replace(/ ?(?:nam) ?/, '/');
  const spoken = /^(\d{1,2})[ /.-]+(\d{1,2})(?:[ /.-]+(\d{4}|\d{2}))?$/.exec(plain);
  if (spoken === null) return null;
  const [, day, month, year] = spoken;
  return { day: Number(day), month: Number(month), year: yearOf(year) };
}

function yearOf(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

/** 30 February is no day. */
function dayOf(year: number, month: number, day: number): string | null {
  const at = Date.UTC(year, month - 1, day);
  const text = Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
  const [, readMonth, readDay] = text.split('-').map(Number);
  return readMonth === month && readDay === day ? text : null;
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
}
