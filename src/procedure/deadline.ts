import { addDays } from '../calendar/day.ts';
import { addWorkingDays, nextWorkingDay, workingDayFrom } from '../calendar/working-days.ts';
import type { Known } from '../rules/source.ts';
import type { Dossier } from './dossier.ts';
import type { Party } from './party.ts';
import { type PlannedTerm, type Procedure, type Term } from './procedures.ts';
import { isEnded, type Open } from './state.ts';

/** Who may set a day: the law, the ward itself, or our plan that the ward has not changed. */
export const dueSetters = ['law', 'ward', 'plan'] as const;

/** A day, and whether it rests on nothing unconfirmed (a term of the law only recalled, a holiday not yet announced). */
export type Due = {
  readonly on: string;
  readonly isConfirmed: boolean;
  readonly by: (typeof dueSetters)[number];
};

/** A term as a ward uses it: what it set itself goes before the plan and before what is only recalled. */
export type TermInUse = PlannedTerm | { readonly ward: Term };

/** What a deadline follows from beside the state. */
export type Clockwork = {
  readonly terms: Readonly<Record<Open, TermInUse>>;
  /** The first day of the round: nothing is due by days before it. */
  readonly startsOn: string;
  /** The last day of the round. */
  readonly endsOn: string;
  /** Who set that day, and whether it is sure. */
  readonly endIs: Pick<Due, 'by' | 'isConfirmed'>;
  /** The day of the meeting on whose agenda it is. */
  readonly meetsOn: string | null;
};

/** What may end after its round: a list hangs as long as it must, a certificate is handed over later. */
const late: readonly Open[] = ['posted', 'recognised'];

/** Until which day the one who must act next has to, or null when nothing is left to do. */
export function dueOf({ since: done, state }: Dossier, clockwork: Clockwork): Due | null {
  if (isEnded(state)) return null;
  // A day that was given out stays, also where it comes after the end of the round.
  if (state === 'meeting' && clockwork.meetsOn !== null)
    return { on: clockwork.meetsOn, isConfirmed: true, by: 'ward' };
  const since = done < clockwork.startsOn ? clockwork.startsOn : done;
  const term = endOf(clockwork.terms[state], since);
  // On the last day of a posting people may still object: whoever goes on with it has the next working day.
  const own = state === 'posted' ? after(term) : term;
  const { endsOn } = clockwork;
  // Nothing may take longer than its round; what is done after the end keeps its own days.
  return own.on > endsOn && since <= endsOn && !late.includes(state)
    ? { on: endsOn, ...clockwork.endIs }
    : own;
}

function after(due: Due): Due {
  const next = nextWorkingDay(due.on);
  return { ...due, on: next.day, isConfirmed: due.isConfirmed && next.isConfirmed };
}

/** Where a term ends that begins on that day. */
export function endOf(term: TermInUse, since: string): Due {
  const { days, kind } = daysOf(term);
  const end = kind === 'working' ? addWorkingDays(since, days) : workingDayFrom(addDays(since, days));
  return { on: end.day, isConfirmed: end.isConfirmed && isSure(term), by: setBy(term) };
}

function daysOf(term: TermInUse): Term {
  if ('ward' in term) return term.ward;
  return 'plan' in term ? term.plan : term.value;
}

function setBy(term: TermInUse): Due['by'] {
  if ('ward' in term) return 'ward';
  return 'plan' in term ? 'plan' : 'law';
}

function isSure(term: TermInUse): boolean {
  return !('certainty' in term) || (term satisfies Known<Term>).certainty === 'verified';
}

/** Who must act next. In each open state it is exactly one party. */
const acting: Readonly<Record<Open, Party>> = {
  listed: 'head',
  interviewed: 'head',
  returned: 'household',
  verified: 'head',
  meeting: 'head',
  agreed: 'officer',
  posted: 'officer',
  complaint: 'rechecker',
  rechecked: 'officer',
  opinion: 'officer',
  decision: 'recorder',
  recognised: 'officer',
};

/** The one party that must act next; null when nothing is left to do. */
export function actsNext({ rechecker, state }: Dossier, { meets }: Pick<Procedure, 'meets'>): Party | null {
  if (isEnded(state)) return null;
  if (state === 'complaint' && rechecker === null) return 'officer';
  if (state === 'verified' && !meets) return 'officer';
  return acting[state];
}
