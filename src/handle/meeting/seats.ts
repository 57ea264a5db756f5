import type { Guest, MeetingSeen, Seat } from '../../office/seat.ts';
import { presentFrom } from '../../office/meeting-tally.ts';
import { partiesOf, type Person } from '../../procedure/party.ts';
import { procedures } from '../../procedure/procedures.ts';
import { headed } from '../../rights.ts';
import type { Query } from '../../store/db.ts';
import { type DossierRow, dossiersIn, dossiersOfDeputy } from '../../store/dossiers.ts';
import { type Meeting, meetingById, meetingsOf } from '../../store/meetings.ts';
import { officialClassesOf } from '../../store/official.ts';
import { roundById } from '../../store/rounds.ts';
import { zoneNames } from '../../store/zones.ts';
import { actingFrom } from '../procedure/follow.ts';
import { namesOf } from '../procedure/names.ts';
import type { Turn } from '../turn.ts';

const states = ['verified', 'meeting'] as const;

/** Does a household wait for a meeting, or on the agenda of one, for which this person acts? */
export async function hasSeat(turn: Turn): Promise<boolean> {
  return (await rowsFor(turn)).length > 0;
}

/** The meetings for which somebody acts: as head of a zone, or for a head who is kin; those of one zone and round together. */
export async function seatsOf(turn: Turn): Promise<readonly Seat[]> {
  const rows = await rowsFor(turn);
  const { person } = await actingFrom(turn);
  const places = new Map(rows.map((row) => [`${row.zone}|${row.round}`, row]));
  const seats: Seat[] = [];
  for (const { round, zone } of places.values()) {
    const here = rows.filter((row) => row.zone === zone && row.round === round);
    seats.push(await seatOf(turn.q, here, person));
  }
  return seats;
}

async function rowsFor({ q, speaker }: Turn): Promise<readonly DossierRow[]> {
  const own = await dossiersIn(q, headed(speaker.posts), states);
  const asDeputy = await dossiersOfDeputy(q, speaker.id, states);
  const all = [...own, ...asDeputy.filter(({ id }) => !own.some((each) => each.id === id))];
  return all.filter(({ dossier }) => procedures[dossier.procedure].meets);
}

async function seatOf(q: Query, rows: readonly DossierRow[], person: Person): Promise<Seat> {
  const [first] = rows;
  if (first === undefined) throw new Error('A meeting has no household.');
  const { round, zone } = first;
  const mine = rows.filter((row) => isFor(row, person));
  const guests = await guestsOf(q, mine);
  const all = await meetingsOf(q, zone, round);
  const meeting = await currentOf(q, all, mine);
  const { endsOn, listYear, procedure } = await roundById(q, round);
  const isOn = (row: DossierRow) => row.dossier.state === 'meeting' && row.dossier.meeting === meeting?.id;
  const pick = (wanted: (row: DossierRow) => boolean) =>
    mine.filter(wanted).flatMap((row) => guests.get(row.id) ?? []);
  const waits = mine.filter((row) => row.dossier.state === 'verified');
  const dues = waits.flatMap(({ due }) => due?.on ?? []);
  const { share, sureUntil } = procedures[procedure];
  // For a list after its own scope nothing of the decision is sure.
  const isSure = listYear <= sureUntil;
  return {
    zone,
    zoneName: (await zoneNames(q, [zone])).get(zone) ?? '?',
    round,
    share: share === null ? null : { percent: share.value, source: sourceOf(share.source), isSure },
    until: dues.toSorted()[0] ?? endsOn,
    waiting: pick((row) => row.dossier.state === 'verified'),
    agenda: pick(isOn),
    others: rows.length - mine.length,
    meeting: meeting === null ? null : seen(meeting),
    next: Math.max(0, ...all.map(({ n }) => n)) + 1,
  };
}

/** Does this person act as head for the household? Never for the own one, or that of kin. */
export function isFor(row: DossierRow, person: Person): boolean {
  return partiesOf(person, { ...row, rechecker: row.dossier.rechecker }).includes('head');
}

/** The class that is copied is that on the paper form; on an agenda it is the one with which it was put there. */
async function guestsOf(q: Query, rows: readonly DossierRow[]): Promise<ReadonlyMap<number, Guest>> {
  const names = await namesOf(q, rows);
  const classes = await officialClassesOf(
    q,
    rows.flatMap((row) => row.case ?? []),
  );
  return new Map(
    rows.map(({ case: caseId, dossier, id }) => {
      const onForm = (caseId === null ? null : classes.get(caseId)) ?? null;
      const category = dossier.state === 'meeting' ? dossier.proposed : onForm;
      return [id, { id, step: dossier.step, case: caseId, name: names.get(id) ?? '?', category }];
    }),
  );
}

/** The meeting that is called; else one that was held, and on whose agenda a household still stands. */
async function currentOf(
  q: Query,
  all: readonly Meeting[],
  mine: readonly DossierRow[],
): Promise<Meeting | null> {
  const called = all.find(({ state }) => state === 'called');
  if (called !== undefined) return called;
  const left = mine.find(({ dossier }) => dossier.state === 'meeting')?.dossier.meeting ?? null;
  return left === null ? null : meetingById(q, left);
}

function seen({ body, id, n, on, state }: Meeting): MeetingSeen {
  const { attendance, place, time } = body;
  return {
    id,
    n,
    on,
    time,
    place,
    attendance: state === 'held' && attendance !== null ? presentFrom(attendance) : null,
  };
}

function sourceOf({ article, document }: { readonly document: string; readonly article?: string }): string {
  return article === undefined ? document : `${article}, ${document}`;
}
