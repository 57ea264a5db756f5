import { say } from '../decision.ts';
import { readAgain } from '../desk/subject.ts';
import { type Moment, tell } from '../handle/tell.ts';
import { evolve as evolveReview } from '../review/review.ts';
import { may } from '../rights.ts';
import { allPlaces } from '../store/areas.ts';
import { type CaseRow, lockCase, operator, saveCase } from '../store/cases.ts';
import type { Database, Query } from '../store/db.ts';
import { placeNow, strayCases } from '../store/zones.ts';
import { placeOf, type ToldPlace } from '../survey/answer.ts';
import { type Place, placeAnswer } from '../survey/context.ts';
import { suspect } from '../suspect.ts';
import { evolve } from '../survey/interview.ts';
import { deadEnd } from '../survey/person.ts';
import { vietnamDay } from '../time/vietnam.ts';

const atOnce = 100;

/**
 * Brings home the cases whose zone was merged or moved, each in a transaction of its own: it can be broken off, and is
 * done again by itself, also for who chose the zone in the very moment in which it was merged. Gives how many there were.
 */
export async function bringHome(db: Database, moment: Moment): Promise<number> {
  let count = 0;
  for (let after = 0; ;) {
    const found = await strayCases(db.q, after, atOnce);
    for (const id of found) {
      after = id;
      if (await relocate(db, id, moment)) count += 1;
    }
    if (found.length < atOnce) return count;
  }
}

/** Gives one case the place that its zone is now. False when nothing of it has changed. */
export async function relocate(db: Database, id: number, moment: Moment): Promise<boolean> {
  return db.tx(async (q) => {
    const row = await lockCase(q, id);
    const was = row === null ? null : placeOf(row.interview.answers);
    if (row === null || was === null) return false;
    const zone = await placeNow(q, was.zone);
    const now = (await allPlaces(q)).find((place) => place.zone === zone);
    if (now === undefined) return false;
    const place = placeAfter(row, was, now);
    if (JSON.stringify(place) === JSON.stringify(was)) return false;
    await move(q, row, was, place, moment);
    return true;
  });
}

/** A case that is closed keeps the area and the province that it was read by: what was signed stays true. */
function placeAfter({ interview }: CaseRow, was: ToldPlace, now: Place): ToldPlace {
  const place = placeAnswer(now);
  if (may(['household'], 'withdraw', interview.stage)) return place;
  const { area, province } = was;
  const { province: _, ...rest } = place;
  return { ...rest, area, ...(province === undefined ? {} : { province }) };
}

async function move(q: Query, row: CaseRow, was: ToldPlace, place: ToldPlace, moment: Moment): Promise<void> {
  const relocated = { type: 'Relocated' as const, from: was.zone, place };
  const interview = evolve(row.interview, relocated);
  const today = vietnamDay(moment.now);
  const again = may(['head'], 'look', interview.stage)
    ? readAgain({ interview, review: row.review, today }, 'moved')
    : [];
  const next = { ...row, interview, review: again.reduce(evolveReview, row.review) };
  await saveCase(q, { row: next, happened: [relocated, ...again], actor: operator }, moment.now);
  // In its new zone it may be known already.
  if (was.zone !== place.zone) await suspect(q, place.zone, moment.now, row.id);
  if (was.zone === place.zone || !may(['household'], 'withdraw', interview.stage)) return;
  const names = { from: was.zoneName, to: place.zoneName, case: row.id };
  const told = deadEnd('relocated', say('talk.relocated', names));
  await tell(q, [row.owner], told, { ward: place.ward, case: row.id }, moment);
}
