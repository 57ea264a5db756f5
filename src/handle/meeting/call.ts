import { type Phrase, say } from '../../decision.ts';
import type { Move } from '../../office/meeting-move.ts';
import { readyIn } from '../../office/meeting-overview.ts';
import type { Seat } from '../../office/seat.ts';
import type { Command } from '../../procedure/command.ts';
import { type DossierRow, dossiersIn, lockDossiers } from '../../store/dossiers.ts';
import { lockZone } from '../../store/matches.ts';
import { callMeeting, lockMeeting, meetingsOf, saveMeeting } from '../../store/meetings.ts';
import { roundById } from '../../store/rounds.ts';
import { actingFrom, operatorOf } from '../procedure/follow.ts';
import { type Given, giveAll } from '../procedure/give.ts';
import { byOf, type Turn } from '../turn.ts';
import { refusedLines } from './refused-lines.ts';
import { isFor } from './seats.ts';
import { tellConcerned } from './tell-concerned.ts';

type Called = Extract<Move, { kind: 'call' }>;
type Where = Pick<Called, 'on' | 'time' | 'place'>;

/** Calls the meeting, or calls it anew for another day: its households get a numbered step each, and all are told. */
export async function callTheMeeting(turn: Turn, seat: Seat, called: Called): Promise<readonly Phrase[]> {
  const { now, q, speaker } = turn;
  const { zone, round } = seat;
  await lockZone(q, zone);
  const { putOff } = called.step;
  const before = putOff === null ? null : await lockMeeting(q, putOff);
  // Another who acts there may have called one in the meantime.
  const isThere = (await meetingsOf(q, zone, round)).some(({ state }) => state === 'called');
  if (putOff === null ? isThere : before?.state !== 'called') return [say('meeting.changed')];
  if (before !== null) await saveMeeting(q, { ...before, state: 'put-off' }, byOf(turn));
  const { on, place, time } = called;
  const { ward } = await roundById(q, round);
  const body = { time, place, attendance: null, note: null };
  const id = await callMeeting(q, { ward, zone, round, on, body, by: speaker.id }, now);
  const refused = await summon(turn, seat, id, { on, place, time });
  if (before !== null) await moveOthers(turn, before.id, { zone, id, where: { on, place, time } });
  await tellConcerned(turn, {
    ward,
    zone,
    meeting: id,
    where: { on, place, time },
    isMoved: before !== null,
  });
  const where = { day: { day: on }, time, place };
  return [before === null ? say('meeting.done.called', where) : say('meeting.done.moved', where), ...refused];
}

/** Puts households that were signed since on the agenda of the meeting that is called. */
export async function addToMeeting(turn: Turn, seat: Seat): Promise<readonly Phrase[]> {
  await lockZone(turn.q, seat.zone);
  const meeting = seat.meeting === null ? null : await lockMeeting(turn.q, seat.meeting.id);
  if (meeting?.state !== 'called') return [say('meeting.changed')];
  const { body, id, on } = meeting;
  const where = { on, place: body.place, time: body.time };
  const refused = await summon(turn, { ...seat, agenda: [] }, id, where);
  return [say('meeting.done.added', { count: readyIn(seat).length - refused.length }), ...refused];
}

/** Puts on the agenda what is ready, and what stood on that of the meeting before. */
async function summon(turn: Turn, seat: Seat, meeting: number, where: Where): Promise<readonly Phrase[]> {
  const guests = [...seat.agenda, ...readyIn(seat)];
  const rows = await lockDossiers(
    turn.q,
    guests.map(({ id }) => id),
  );
  const given = rows.flatMap((row): readonly Given[] => {
    const guest = guests.find(({ id }) => id === row.id);
    if (guest === undefined) return [];
    return [{ row, command: summonTo(meeting, where, guest.category), step: guest.step }];
  });
  return refusedLines(turn.q, await giveAll(await actingFrom(turn), given));
}

/** Households for which somebody else acts go along with the meeting on whose agenda they are. */
async function moveOthers(
  turn: Turn,
  before: number,
  { id, where, zone }: { readonly zone: number; readonly id: number; readonly where: Where },
): Promise<void> {
  const acting = await actingFrom(turn);
  const all = await dossiersIn(turn.q, [zone], ['meeting']);
  const left = all.filter((row) => row.dossier.meeting === before && !isFor(row, acting.person));
  const rows = await lockDossiers(
    turn.q,
    left.map((row) => row.id),
  );
  const given = (row: DossierRow): Given => ({
    row,
    command: summonTo(id, where, row.dossier.proposed),
    step: row.dossier.step,
  });
  const [first] = rows;
  if (first !== undefined) await giveAll({ ...acting, person: operatorOf(first.ward) }, rows.map(given));
}

function summonTo(
  meeting: number,
  { on, place, time }: Where,
  category: Extract<Command, { kind: 'summon' }>['category'],
): Command {
  return { kind: 'summon', meeting, on, time, place, category };
}
