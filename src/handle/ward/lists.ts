import type { Phrase } from '../../decision.ts';
import { fold } from '../../input/fold.ts';
import { waitingFor } from '../../office/ward/household.ts';
import {
  foundList,
  householdList,
  type ListedWork,
  oneHousehold,
  zonesToPost,
} from '../../office/ward/lists.ts';
import { type Page, pageOf } from '../../office/ward/page.ts';
import { type DossierRow, dossiersOfRound } from '../../store/dossiers.ts';
import type { Round } from '../../store/rounds.ts';
import { keep } from '../flow-state.ts';
import { type Reply, toSelf } from '../turn.ts';
import { namedOf, type Office, seenOf } from './office.ts';
import { onOverview, wholeRound } from './overview.ts';

/** The households of which something waits. */
export async function onList(office: Office, round: Round, work: ListedWork, from: number): Promise<Reply> {
  const { households, rows } = await wholeRound(office, round);
  const page = pageOf(waitingFor(work, households, office.turn.today), from);
  if (page.of === 0) return onOverview(office, { round: round.id });
  await keep(office.turn, { kind: 'browse', round: round.id });
  const shown = await namedOf(office, page.shown, rows);
  return toSelf(householdList(work, { ...page, shown }, round.id));
}

/** The zones in which a list waits to be posted. */
export async function onPostings(office: Office, round: Round): Promise<Reply> {
  const zones = await zonesWaiting(office, round, 'post');
  if (zones.length === 0) return onOverview(office, { round: round.id });
  await keep(office.turn, { kind: 'browse', round: round.id });
  return toSelf(zonesToPost(zones));
}

/** In which zones that waits, and for how many households. */
export async function zonesWaiting(
  office: Office,
  round: Round,
  work: 'certify' | 'post',
): Promise<readonly { readonly zone: number; readonly name: string; readonly count: number }[]> {
  const rows = await dossiersOfRound(office.acting.q, round);
  const waiting = waitingFor(work, await seenOf(office, rows, 'plain'), office.turn.today);
  const firsts = waiting.filter(({ zone }, at) => waiting.findIndex((each) => each.zone === zone) === at);
  const named = await namedOf(office, firsts, rows);
  return named.map(({ zone, zoneName }) => ({
    zone,
    name: zoneName,
    count: waiting.filter((each) => each.zone === zone).length,
  }));
}

/** The households of a round that go by what was typed; one alone is opened. */
export async function onFind(office: Office, round: Round, typed: string): Promise<Reply> {
  const rows = await dossiersOfRound(office.acting.q, round);
  const named = await namedOf(office, await seenOf(office, rows, 'plain'), rows);
  const said = fold(typed);
  const exact = named.filter(({ name }) => fold(name) === said);
  const words = said.split(' ');
  const near = named.filter(({ name }) => words.every((word) => fold(name).split(' ').includes(word)));
  const page = pageOf(exact.length > 0 ? exact : said === '' ? [] : near, 0);
  await keep(office.turn, { kind: 'browse', round: round.id });
  const [only, ...others] = page.shown;
  const row = rows.find(({ id }) => id === only?.dossier);
  if (row !== undefined && others.length === 0) return onOne(office, row);
  return toSelf(foundList(page satisfies Page<object>, typed));
}

/** One household, as the office sees it. */
export async function onOne(office: Office, row: DossierRow, lead: readonly Phrase[] = []): Promise<Reply> {
  await keep(office.turn, { kind: 'browse', round: row.round });
  return toSelf(...(await oneNamed(office, row)).map((one) => oneHousehold(one, office.turn.today, lead)));
}

/** A household with its names. */
export async function oneNamed(office: Office, row: DossierRow) {
  return namedOf(office, await seenOf(office, [row], 'whole'), [row]);
}
