import { minutesSheets } from '../papers/minutes.ts';
import type { Sheet } from '../papers/paper.ts';
import { postedListSheet } from '../papers/posted-list.ts';
import type { Query } from '../store/db.ts';
import { type Meeting, meetingsOfRound } from '../store/meetings.ts';
import { postingsOfRound } from '../store/postings.ts';
import { lastOf } from './last-of.ts';
import type { PaperRequest } from './request.ts';
import { namesNow, type RoundSeen, type Seen } from './round-seen.ts';

/** Both copies of the minutes of each meeting that was written down: votes as the steps keep them. */
export async function minutesOf(
  q: Query,
  seen: RoundSeen,
  { number }: PaperRequest,
): Promise<readonly Sheet[]> {
  const held = (await meetingsOfRound(q, seen.round.id)).filter(
    ({ n, state, zone }) => state === 'held' && seen.isMeant(zone) && (number === undefined || n === number),
  );
  const name = await namesNow(q, seen.households);
  return held.flatMap((meeting) => {
    const { attendance, note, place, time } = meeting.body;
    const { n, on, zone } = meeting;
    return minutesSheets(seen.setting, {
      ...{ n, on, time, place, note },
      ...seen.zoneOf(zone),
      attendance: attendance ?? {},
      lines: seen.households.flatMap((household) => votedOn(meeting, household, name) ?? []),
    });
  });
}

/** A household as it was voted on at a meeting; null when it was not. */
function votedOn({ body, id }: Meeting, { row, steps }: Seen, name: (dossier: number) => string | null) {
  const vote = lastOf(steps, 'vote', ({ meeting }) => meeting === id);
  if (vote === null) return null;
  const before = steps.filter(({ n }) => n < vote.step.n);
  const { inFavour, present } = vote.command;
  return {
    dossier: row.id,
    name: name(row.id),
    before: row.dossier.before,
    category: lastOf(before, 'summon', ({ meeting }) => meeting === id)?.command.category ?? null,
    present,
    inFavour,
    isAgreed: vote.step.to === 'agreed',
    remark: body.remarks?.[String(row.id)] ?? null,
  };
}

/** The lists of a round as they hung. */
export async function postedListsOf(
  q: Query,
  seen: RoundSeen,
  { number }: PaperRequest,
): Promise<readonly Sheet[]> {
  return (await postingsOfRound(q, seen.round.id))
    .filter(({ n, zone }) => seen.isMeant(zone) && (number === undefined || n === number))
    .map((posting) => postedListSheet(seen.setting, { ...posting, ...seen.zoneOf(posting.zone) }));
}
