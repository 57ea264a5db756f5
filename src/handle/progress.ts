import { titleOf } from '../desk/subject.ts';
import { type Household, householdsOf } from '../progress/household.ts';
import { type Stuck, stuckFirst, tallies, type Tally } from '../progress/tally.ts';
import { headed, may, relationsOf, zonesWhere } from '../rights.ts';
import { casesOfKin } from '../store/dossiers.ts';
import { interviewsOf, listedDetails, reviewRows, wardsOf } from '../store/progress.ts';
import { isKnownHere } from '../survey/interview.ts';
import { openRoundOf } from '../store/rounds.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { menu } from '../talk/notices.ts';
import {
  type Called,
  chartMessage,
  namedAtOnce,
  noProgress,
  notBegunMessage,
  progressMessage,
  type StuckLine,
} from '../talk/progress.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

type Seen = {
  readonly households: readonly Household[];
  /** The zones in which somebody holds a post. */
  readonly own: readonly Tally[];
  /** The wards of these zones, with all of theirs. */
  readonly wards: readonly { readonly name: string; readonly zones: readonly Tally[] }[];
};

/** How far the zones are in which somebody holds a post, and who has stopped. */
export async function onProgress(turn: Turn, from = 0): Promise<Reply> {
  const seen = await see(turn);
  if (seen === null) return toSelf(noProgress());
  const ofKin = await casesOfKin(turn.q, turn.speaker.id);
  const stuck = stuckFirst(seen.households).filter(
    ({ case: row }) => !ofKin.has(row.id) && may(relationsOf(turn.speaker, row), 'knock', row.stage),
  );
  const first = from < stuck.length ? from : 0;
  const lines = await stuckLines(turn, stuck.slice(first, first + namedAtOnce), seen.own);
  const beside = [
    ...(seen.own.some(({ notBegun }) => notBegun > 0) ? [menu('not-begun')] : []),
    menu('ward-chart'),
    ...(headed(turn.speaker.posts).length > 0 ? [menu('tasks')] : []),
  ];
  return toSelf(progressMessage(seen.own, lines, { from: first, of: stuck.length }, beside));
}

/** The households of the list that have not begun, in the order of the list. */
export async function onNotBegun(turn: Turn, from = 0): Promise<Reply> {
  const seen = await see(turn);
  if (seen === null) return toSelf(noProgress());
  const missing = seen.households.flatMap(({ standing, zone, listed }) => {
    const place = seen.own.find((each) => each.zone === zone);
    return standing === 'not-begun' && listed !== null && place !== undefined ? [{ listed, place }] : [];
  });
  const first = from < missing.length ? from : 0;
  const page = missing.slice(first, first + namedAtOnce);
  const details = await listedDetails(
    turn.q,
    page.map(({ listed }) => listed),
  );
  const lines = page.map(({ listed, place }) => ({
    name: details.get(listed)?.name ?? '?',
    zone: place.name,
  }));
  return toSelf(notBegunMessage(lines, { from: first, of: missing.length }));
}

/** All zones of the ward as a picture, and in numbers. */
export async function onWardChart(turn: Turn): Promise<Reply> {
  const seen = await see(turn);
  if (seen === null) return toSelf(noProgress());
  return toSelf(...seen.wards.map(({ name, zones }) => chartMessage(name, zones, turn.today)));
}

/** What somebody with a post may see of the progress; null for everybody else. */
async function see(turn: Turn): Promise<Seen | null> {
  const mine = zonesWhere(turn.speaker.posts, 'knock');
  if (mine.length === 0) return null;
  const found = await wardsOf(turn.q, mine);
  const read = await Promise.all(
    found.map(async ({ id, name }) => {
      const rows = await reviewRows(turn.q, id);
      // The open round says for which list it is.
      const listYear = (await openRoundOf(turn.q, id))?.listYear ?? listYearFor(turn.today);
      const households = householdsOf(rows, { now: turn.now, listYear });
      return { name, households, zones: tallies(rows.zones, households) };
    }),
  );
  return {
    households: read.flatMap(({ households }) => households),
    own: read.flatMap(({ zones }) => zones).filter(({ zone }) => mine.includes(zone)),
    wards: read,
  };
}

async function stuckLines(
  turn: Turn,
  stuck: readonly Stuck[],
  zones: readonly Tally[],
): Promise<readonly StuckLine[]> {
  const names = await namesOf(turn, stuck);
  return stuck.map((each) => ({
    called: names.get(each) ?? { case: each.case.id },
    zone: zones.find(({ zone }) => zone === each.household.zone)?.name ?? '?',
    since: vietnamDay(each.case.updatedAt),
    row: each.case,
  }));
}

/** A household goes by its name on the list; else, for heads who were sent it, by the first of its people. */
async function namesOf(turn: Turn, stuck: readonly Stuck[]): Promise<ReadonlyMap<Stuck, Called>> {
  const listed = await listedDetails(
    turn.q,
    stuck.flatMap(({ household }) => household.listed ?? []),
  );
  const interviews = await interviewsOf(
    turn.q,
    stuck.map(({ case: row }) => row.id),
  );
  const named = stuck.flatMap((each): readonly (readonly [Stuck, Called])[] => {
    const place = each.household.listed === null ? undefined : listed.get(each.household.listed);
    if (place !== undefined) return [[each, { name: place.name }]];
    const interview = interviews.get(each.case.id);
    const isTold = may(relationsOf(turn.speaker, each.case), 'read', each.case.stage);
    return isTold && interview !== undefined && isKnownHere(interview)
      ? [[each, { name: titleOf(interview) }]]
      : [];
  });
  return new Map(named);
}
