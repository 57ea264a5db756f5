import { addDays } from '../../calendar/day.ts';
import { procedureFor } from '../../procedure/procedures.ts';
import { windowFor } from '../../procedure/round.ts';
import type { Query } from '../../store/db.ts';
import { openRound, openRoundOf, roundById, type Round, roundsOf } from '../../store/rounds.ts';
import { listYearFor } from '../../surveys/list-year.ts';
import type { At } from './take-in.ts';

/**
 * The round in which a request of today is reviewed: the yearly one of its zone while it runs, else the regular one of
 * the month, which is opened where nobody has asked before.
 */
export async function roundAsked(
  q: Query,
  { ward, zone }: { readonly ward: number; readonly zone: number },
  at: At,
): Promise<Round> {
  const yearly = await openRoundOf(q, ward, { kind: 'yearly', zone });
  const runs = yearly !== null && yearly.startsOn <= at.today && at.today <= yearly.endsOn;
  return runs ? yearly : regularFrom(q, ward, at, at.today);
}

async function regularFrom(q: Query, ward: number, at: At, day: string): Promise<Round> {
  const procedure = procedureFor('regular', listYearFor(day));
  const window = windowFor(procedure, day);
  const listYear = listYearFor(window.startsOn);
  const wanted = { ...window, kind: 'regular' as const, listYear, procedure: procedure.id, ward };
  const made = await openRound(q, wanted, at.now);
  if (made !== null) return roundById(q, made);
  const found = (await roundsOf(q, ward)).find(
    ({ kind, startsOn }) => kind === 'regular' && startsOn === window.startsOn,
  );
  if (found === undefined) throw new Error(`Ward ${ward} has no regular round from ${window.startsOn}.`);
  // One that the operator has closed takes nobody in any more.
  return found.isClosed ? regularFrom(q, ward, at, addDays(found.endsOn, 1)) : found;
}
