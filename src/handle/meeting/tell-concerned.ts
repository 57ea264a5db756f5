import { say } from '../../decision.ts';
import { dossiersIn } from '../../store/dossiers.ts';
import { holdersIn } from '../../store/posts.ts';
import { holdersOfOffice } from '../../store/ward-posts.ts';
import { zoneNames } from '../../store/zones.ts';
import { deadEnd } from '../../survey/person.ts';
import { notInQuietHours, vietnamDay } from '../../time/vietnam.ts';
import { tell } from '../tell.ts';
import type { Turn } from '../turn.ts';

type Called = {
  readonly ward: number;
  readonly zone: number;
  readonly meeting: number;
  readonly where: { readonly on: string; readonly time: string; readonly place: string };
  readonly isMoved: boolean;
};

/** Invites those concerned, once each: who acts in the zone, who stands in there, and the officers of the ward. No household is named. */
export async function tellConcerned(
  turn: Turn,
  { isMoved, meeting, ward, where, zone }: Called,
): Promise<void> {
  const { now, q, settings, speaker } = turn;
  const day = vietnamDay(notInQuietHours(now, settings.quiet));
  const holders = await holdersIn(q, zone, day);
  const there = holders.filter(({ awayUntil }) => awayUntil === null || awayUntil < day);
  const onAgenda = (await dossiersIn(q, [zone], ['meeting'])).filter(
    ({ dossier }) => dossier.meeting === meeting,
  );
  const people = new Set([
    ...there.map(({ person }) => person),
    ...onAgenda.flatMap(({ deputies }) => deputies),
    ...(await holdersOfOffice(q, ward, 'officer', day)),
  ]);
  people.delete(speaker.id);
  const name = (await zoneNames(q, [zone])).get(zone) ?? '?';
  const at = { zone: name, day: { day: where.on }, time: where.time, place: where.place };
  const said = isMoved ? say('meeting.told.moved', at) : say('meeting.told.called', at);
  await tell(
    q,
    [...people],
    deadEnd('meeting-called', said),
    { ward, case: null },
    { now, quiet: settings.quiet },
  );
}
