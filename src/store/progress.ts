import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ReviewRows } from '../progress/household.ts';
import { type Review, reviewSchema } from '../review/review.ts';
import { stageSchema } from '../rights.ts';
import { type Interview, interviewSchema } from '../survey/interview.ts';
import type { Query } from './db.ts';
import { rows } from './db.ts';
import { type ListedDetails, listedDetailsSchema } from './listed.ts';
import { cases, listedHouseholds, matches } from './schema-cases.ts';
import { wards, zones } from './schema.ts';
import { unseal } from './seal.ts';

const caseRow = z.object({
  id: z.number(),
  owner: z.number(),
  zone: z.number(),
  stage: stageSchema,
  listYear: z.number(),
  updatedAt: z.date(),
  agreed: z.boolean(),
  reminded: z.number(),
  remindersOff: z.boolean(),
  reachable: z.boolean(),
});

/** What the progress of a ward follows from: its zones, its last list, its cases, and which of them are the same. */
export async function reviewRows(q: Query, ward: number): Promise<ReviewRows> {
  return {
    zones: await q
      .select({ id: zones.id, name: zones.name })
      .from(zones)
      .where(and(eq(zones.wardId, ward), isNull(zones.mergedInto)))
      .orderBy(asc(zones.id)),
    listed: await q
      .select({ id: listedHouseholds.id, zone: listedHouseholds.zoneId })
      .from(listedHouseholds)
      .where(
        sql`${listedHouseholds.wardId} = ${ward} and ${listedHouseholds.listYear} =
          (select max(list_year) from listed_households where ward_id = ${ward})`,
      )
      .orderBy(asc(listedHouseholds.id)),
    cases: await rows(
      q,
      sql`select c.id, c.person_id as owner, c.zone_id as zone, c.stage, c.list_year as "listYear",
            c.updated_at as "updatedAt", c.reminded, c.reminders_off as "remindersOff",
            exists (select 1 from events e where e.case_id = c.id and e.type = 'ConsentGiven') as agreed,
            exists (select 1 from chats h where h.person_id = c.person_id and h.gone_at is null) as reachable
          from cases c where c.ward_id = ${ward} and c.zone_id is not null order by c.id`,
      caseRow,
    ),
    same: await q
      .select({ case: matches.caseId, listed: matches.listedId, otherCase: matches.otherCaseId })
      .from(matches)
      .innerJoin(cases, eq(cases.id, matches.caseId))
      .where(and(eq(cases.wardId, ward), inArray(matches.state, ['same', 'later']))),
  };
}

/** The wards to which these zones belong. */
export async function wardsOf(
  q: Query,
  of: readonly number[],
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  if (of.length === 0) return [];
  return q
    .selectDistinct({ id: wards.id, name: wards.name })
    .from(zones)
    .innerJoin(wards, eq(wards.id, zones.wardId))
    .where(inArray(zones.id, [...of]))
    .orderBy(asc(wards.id));
}

/** What the list says of these households. */
export async function listedDetails(
  q: Query,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ListedDetails>> {
  if (ids.length === 0) return new Map();
  const { id, details } = listedHouseholds;
  const found = await q
    .select({ id, details })
    .from(listedHouseholds)
    .where(inArray(id, [...ids]));
  return new Map(found.map((row) => [row.id, unseal(row.details, listedDetailsSchema)]));
}

/** The interviews of these cases. */
export async function interviewsOf(
  q: Query,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Interview>> {
  if (ids.length === 0) return new Map();
  const found = await q
    .select({ id: cases.id, interview: cases.interview })
    .from(cases)
    .where(inArray(cases.id, [...ids]));
  return new Map(found.map((row) => [row.id, unseal(row.interview, interviewSchema)]));
}

/** What the heads recorded of these cases. */
export async function reviewsOf(q: Query, ids: readonly number[]): Promise<ReadonlyMap<number, Review>> {
  if (ids.length === 0) return new Map();
  const found = await q
    .select({ id: cases.id, review: cases.review })
    .from(cases)
    .where(inArray(cases.id, [...ids]));
  return new Map(found.map((row) => [row.id, unseal(row.review, reviewSchema)]));
}
