import { give } from '../../src/handle/procedure/give.ts';
import type { Command } from '../../src/procedure/command.ts';
import type { Person } from '../../src/procedure/party.ts';
import type { OfficialClass } from '../../src/review/official.ts';
import type { State } from '../../src/procedure/state.ts';
import { placeByCode } from '../../src/store/areas.ts';
import type { Query } from '../../src/store/db.ts';
import { type DossierRow, lockDossier, lockDossierOf } from '../../src/store/dossiers.ts';
import { callMeeting } from '../../src/store/meetings.ts';
import { post } from '../../src/store/postings.ts';
import { openRound } from '../../src/store/rounds.ts';
import { vietnamDay } from '../../src/time/vietnam.ts';
import type { Stage } from './stage.ts';

/** Opens the yearly round of a ward that holds this zone; gives its number. */
export async function openYearly(stage: Stage, zoneCode: string, listYear = 2026): Promise<number> {
  const place = await placeByCode(stage.db.q, zoneCode);
  if (place === null) throw new Error(`There is no zone ${zoneCode}`);
  const id = await openRound(
    stage.db.q,
    {
      ward: place.ward,
      kind: 'yearly',
      procedure: '24-2021-yearly',
      listYear,
      startsOn: '2026-09-01',
      endsOn: '2026-12-14',
    },
    stage.clock,
  );
  if (id === null) throw new Error('The round was there already');
  return id;
}

/** The household of a case in the round. */
export async function dossierOfCase(stage: Stage, id: number): Promise<DossierRow> {
  const row = await stage.db.tx((q) => lockDossierOf(q, id));
  if (row === null) throw new Error(`Case ${id} is in no round`);
  return row;
}

/** Persons of whom nothing but their posts is there: each acts once on the way, so that they differ. */
const far = 900_000;
const head = (zone: number): Person => ({ id: far + 1, posts: [{ role: 'head', zone }], wardPosts: [] });
const officer = (ward: number): Person => ({
  id: far + 2,
  posts: [],
  wardPosts: [{ role: 'officer', ward }],
});
const recorder = (ward: number): Person => ({
  id: far + 3,
  posts: [],
  wardPosts: [{ role: 'recorder', ward }],
});

/** The states of the yearly way after the head has signed, in their order. */
type Signed =
  'verified' | 'meeting' | 'agreed' | 'posted' | 'opinion' | 'decision' | 'recognised' | 'certified';

/** Brings a household that its head has signed along the way to a state, as if everybody agreed. */
export async function bringTo(
  stage: Stage,
  dossier: number,
  state: Signed,
  category: OfficialClass = 'poor',
): Promise<DossierRow> {
  return stage.db.tx(async (q) => {
    let row = await lockDossier(q, dossier);
    if (row === null) throw new Error(`There is no dossier ${dossier}`);
    while (row.dossier.state !== state) {
      const { by, command } = await next(stage, q, row, category);
      const acting = { q, now: stage.clock, today: vietnamDay(stage.clock), quiet: null, person: by };
      const outcome = await give(acting, { row, command, step: null });
      if (outcome.kind === 'refused')
        throw new Error(`${command.kind} while ${row.dossier.state}: ${outcome.why}`);
      row = outcome.row;
    }
    return row;
  });
}

async function next(
  stage: Stage,
  q: Query,
  row: DossierRow,
  category: OfficialClass,
): Promise<{ readonly by: Person; readonly command: Command }> {
  const { round, ward, zone } = row;
  const at = { ward, zone, round };
  const today = vietnamDay(stage.clock);
  const state: State = row.dossier.state;
  switch (state) {
    case 'verified': {
      const body = { time: '19:30', place: 'Nhà văn hóa', attendance: null, note: null };
      const meeting = await callMeeting(q, { ...at, on: today, body, by: far + 1 }, stage.clock);
      return { by: head(zone), command: { kind: 'summon', meeting, on: today, category } };
    }
    case 'meeting': {
      const meeting = row.dossier.meeting ?? 0;
      const command: Command = { kind: 'vote', meeting, present: 20, inFavour: 20, agreed: true };
      return { by: head(zone), command };
    }
    case 'agreed': {
      const lines = [{ dossier: row.id, name: '?', category }];
      // It hung until yesterday, so that it may go up at once.
      const hung = {
        ...at,
        from: '2026-01-01',
        until: '2026-01-02',
        untilConfirmed: true,
        lines,
        by: far + 2,
      };
      const { id } = await post(q, hung, stage.clock);
      return { by: officer(ward), command: { kind: 'post', posting: id } };
    }
    case 'posted':
      return { by: officer(ward), command: { kind: 'submit', list: 1 } };
    case 'opinion':
      return { by: officer(ward), command: { kind: 'advise', agrees: true, note: '' } };
    case 'decision': {
      const command: Command = { kind: 'recognise', category, decision: '12/QĐ-UBND', on: today };
      return { by: recorder(ward), command };
    }
    case 'recognised':
      return { by: officer(ward), command: { kind: 'certify', certificate: '7' } };
    default:
      throw new Error(`Nothing follows ${state} here`);
  }
}
