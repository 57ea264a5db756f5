import { and, asc, eq, inArray, max, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { type Review, reviewSchema } from '../review/review.ts';
import { may, stagesOf } from '../rights.ts';
import { type Interview, interviewSchema, isKnownHere } from '../survey/interview.ts';
import type { Query } from './db.ts';
import { rows } from './db.ts';
import { type Listed, listedDetailsSchema } from './listed.ts';
import { noteDown } from './record.ts';
import { cases, listedHouseholds, type MatchState, matches } from './schema-cases.ts';
import { type Sealed, unseal } from './seal.ts';

/** A case that may stand beside another: whose it is, where, and what is in it. */
export type MatchedCase = {
  readonly id: number;
  readonly owner: number;
  readonly zone: number | null;
  readonly interview: Interview;
  readonly review: Review;
  readonly sentAt: Date | null;
};

/** That a case may be of a household on the list. */
export type ListedMatch = { readonly id: number; readonly state: MatchState; readonly listed: Listed };

/** That two cases may be of one household. */
export type CaseMatch = {
  readonly id: number;
  readonly state: MatchState;
  readonly first: MatchedCase;
  readonly later: MatchedCase;
};

/** Holds all that is matched in a zone for this transaction: of two households that send at once the later one sees the earlier. */
export async function lockZone(q: Query, zone: number): Promise<void> {
  await rows(q, sql`select id from zones where id = ${zone} for no key update`, z.object({ id: z.number() }));
}

const first = alias(cases, 'first_case');
const later = alias(cases, 'later_case');

/** The same columns of the table and of both its aliases. */
const parts = <Id, Owner, Zone, Answers, Work, Moment>(table: {
  readonly id: Id;
  readonly personId: Owner;
  readonly zoneId: Zone;
  readonly interview: Answers;
  readonly review: Work;
  readonly sentAt: Moment;
}) => ({
  id: table.id,
  owner: table.personId,
  zone: table.zoneId,
  interview: table.interview,
  review: table.review,
  sentAt: table.sentAt,
});

type Row = Omit<MatchedCase, 'interview' | 'review'> & {
  readonly interview: Sealed;
  readonly review: Sealed;
};

/** What is compared of a case. */
export type SentCase = Pick<MatchedCase, 'id' | 'interview'>;

/** The cases of a zone that its heads have, in the order in which they were begun. */
export async function casesIn(q: Query, zone: number): Promise<readonly SentCase[]> {
  const found = await q
    .select({ id: cases.id, interview: cases.interview })
    .from(cases)
    .where(and(eq(cases.zoneId, zone), inArray(cases.stage, [...stagesOf('read')])))
    .orderBy(asc(cases.id));
  return found
    .map(({ id, interview }) => ({ id, interview: unseal(interview, interviewSchema) }))
    .filter(isWithHeads);
}

/** The year of the list that a review of this year goes by: the newest before it, else the newest there is; or null. */
export async function listBefore(q: Query, zone: number, listYear: number): Promise<number | null> {
  const [found] = await q
    .select({
      before: sql<
        number | null
      >`max(${listedHouseholds.listYear}) filter (where ${listedHouseholds.listYear} < ${listYear})`,
      newest: max(listedHouseholds.listYear),
    })
    .from(listedHouseholds)
    .where(eq(listedHouseholds.zoneId, zone));
  return found?.before ?? found?.newest ?? null;
}

/** Keeps what is suspected; what was suspected or decided before stays as it is. */
export async function keepSuspicions(
  q: Query,
  suspicions: readonly (typeof matches.$inferInsert)[],
): Promise<void> {
  if (suspicions.length === 0) return;
  await q
    .insert(matches)
    .values([...suspicions])
    .onConflictDoNothing();
}

/** What a case is matched with in its zone; what its heads cannot see (any more) is not among it. */
export async function matchesOf(
  q: Query,
  { id, zone }: { readonly id: number; readonly zone: number },
): Promise<{ readonly listed: readonly ListedMatch[]; readonly cases: readonly CaseMatch[] }> {
  const listed = await q
    .select({ match: matches, listed: listedHouseholds })
    .from(matches)
    .innerJoin(listedHouseholds, eq(listedHouseholds.id, matches.listedId))
    .where(and(eq(matches.caseId, id), eq(listedHouseholds.zoneId, zone)))
    .orderBy(asc(matches.id));
  const both = await casesMatched(q, or(eq(matches.caseId, id), eq(matches.otherCaseId, id)));
  return {
    listed: listed.map(({ match, listed: { details, zoneId, ...row } }) => ({
      id: match.id,
      state: match.state,
      listed: { ...row, zone: zoneId, ...unseal(details, listedDetailsSchema) },
    })),
    cases: both.filter((match) => match.first.zone === zone),
  };
}

async function casesMatched(q: Query, wanted: SQL | undefined): Promise<readonly CaseMatch[]> {
  const found = await q
    .select({ id: matches.id, state: matches.state, first: parts(first), later: parts(later) })
    .from(matches)
    .innerJoin(first, eq(first.id, matches.otherCaseId))
    .innerJoin(later, eq(later.id, matches.caseId))
    .where(and(wanted, eq(first.zoneId, later.zoneId)))
    .orderBy(asc(matches.id));
  return found
    .map((row) => ({ ...row, first: opened(row.first), later: opened(row.later) }))
    .filter((match) => isWithHeads(match.first) && isWithHeads(match.later));
}

/** The cases of these zones that are set aside, each by the match that says so: their household goes on in the other case. */
export async function asideIn(q: Query, zones: readonly number[]): Promise<ReadonlyMap<number, CaseMatch>> {
  if (zones.length === 0) return new Map();
  const together = await casesMatched(
    q,
    and(inArray(matches.state, ['same', 'later']), inArray(later.zoneId, [...zones])),
  );
  return new Map(together.map((match) => [match.state === 'same' ? match.later.id : match.first.id, match]));
}

/** A head's word on a match, which may be given anew. */
export async function decideMatch(
  q: Query,
  { id, state }: { readonly id: number; readonly state: MatchState },
  head: number,
  now: Date,
): Promise<void> {
  const changed = await q
    .update(matches)
    .set({ state, decidedBy: head, decidedAt: now })
    .where(eq(matches.id, id))
    .returning({ case: matches.caseId, ward: matches.wardId });
  // With its case, so that the entry is known to be of it when that is erased.
  await noteDown(
    q,
    changed.map((where) => ({ actor: head, of: 'match' as const, action: state, ref: id, ...where })),
    now,
  );
}

function opened(row: Row): MatchedCase {
  return {
    ...row,
    interview: unseal(row.interview, interviewSchema),
    review: unseal(row.review, reviewSchema),
  };
}

function isWithHeads({ interview }: Pick<MatchedCase, 'interview'>): boolean {
  return isKnownHere(interview) && may(['head'], 'read', interview.stage);
}
