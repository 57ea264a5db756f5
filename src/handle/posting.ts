import { listHangs } from '../office/posted-list.ts';
import { endOf } from '../procedure/deadline.ts';
import { partiesOf } from '../procedure/party.ts';
import { type DossierRow, dossiersIn, lockDossiers } from '../store/dossiers.ts';
import { lockZone } from '../store/matches.ts';
import { actingHeads } from '../store/posts.ts';
import { type PostedLine, type Posting, post } from '../store/postings.ts';
import { residentsOf } from '../store/residents.ts';
import { roundById, termsOf } from '../store/rounds.ts';
import { zoneNames } from '../store/zones.ts';
import { notInQuietHours, vietnamDay } from '../time/vietnam.ts';
import { type Acting, giveAll } from './procedure/give.ts';
import { namesOf } from './procedure/names.ts';
import { tell } from './tell.ts';

/** A zone in a round: what is posted together. */
export type At = { readonly zone: number; readonly round: number };

/** A list as it is to be posted. */
export type ToPost = {
  readonly rows: readonly DossierRow[];
  readonly lines: readonly PostedLine[];
  readonly from: string;
  readonly until: string;
  readonly untilConfirmed: boolean;
};

/** The households from which lists of these zones are made: agreed on, or checked once more. */
export async function waitingForPosting(
  { person, q }: Acting,
  zones: readonly number[],
): Promise<readonly DossierRow[]> {
  const all = await dossiersIn(q, zones, ['agreed', 'rechecked']);
  // Nobody posts their own household, nor that of their kin: another officer does.
  return all.filter((row) => partiesOf(person, { ...row, rechecker: null }).includes('officer'));
}

/** The list of a zone as it would hang from today, its households held; null when there is none for this person to post. */
export async function listToPost(acting: Acting, { round, zone }: At): Promise<ToPost | null> {
  const { q, today } = acting;
  await lockZone(q, zone);
  const waiting = (await waitingForPosting(acting, [zone])).filter((row) => row.round === round);
  const held = await lockDossiers(
    q,
    waiting.map(({ id }) => id),
  );
  const rows = held.filter((row) => waiting.some(({ dossier }) => dossier.state === row.dossier.state));
  if (rows.length === 0) return null;
  const names = await namesOf(q, rows);
  const lines = rows.flatMap(({ dossier: { proposed }, id }) =>
    proposed === null ? [] : [{ dossier: id, name: names.get(id) ?? '?', category: proposed }],
  );
  if (lines.length < rows.length) throw new Error('A household came to its posting without a class.');
  const { procedure, ward } = await roundById(q, round);
  const { isConfirmed, on } = endOf((await termsOf(q, ward, procedure)).posted, today);
  return { rows, lines, from: today, until: on, untilConfirmed: isConfirmed };
}

/**
 * Posts all households of a zone that were agreed on or checked once more as one list, and tells its residents once that
 * it hangs; null when there are none.
 */
export async function postZone(acting: Acting, at: At): Promise<Posting | null> {
  const list = await listToPost(acting, at);
  return list === null ? null : postList(acting, at, list);
}

/** Posts a list as it was shown. */
export async function postList(acting: Acting, at: At, list: ToPost): Promise<Posting> {
  const { now, person, q } = acting;
  const { from, lines, rows, until, untilConfirmed } = list;
  const { ward } = await roundById(q, at.round);
  const made = await post(q, { ...at, ward, from, until, untilConfirmed, lines, by: person.id }, now);
  const outcomes = await giveAll(
    acting,
    rows.map((row) => ({ row, command: { kind: 'post', posting: made.id }, step: row.dossier.step })),
  );
  const refused = outcomes.find(({ kind }) => kind === 'refused');
  if (refused?.kind === 'refused')
    throw new Error(`Household ${refused.row.id} is on a list, and may not be posted: ${refused.why}.`);
  await tellResidents(acting, made, rows);
  return made;
}

/** Whoever stands on the list was told so already. */
async function tellResidents(
  { now, person, q, quiet }: Acting,
  { until, ward, zone }: Posting,
  rows: readonly DossierRow[],
): Promise<void> {
  const name = (await zoneNames(q, [zone])).get(zone) ?? '?';
  const heads = await actingHeads(q, zone, vietnamDay(notInQuietHours(now, quiet)));
  const told = new Set([person.id, ...rows.map(({ owner }) => owner)]);
  const all = [...new Set([...(await residentsOf(q, zone)), ...heads])].filter((each) => !told.has(each));
  await tell(q, all, listHangs(name, until), { ward, case: null }, { now, quiet });
}
