import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, gte, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { officialClasses } from '../review/official.ts';
import type { Query } from './db.ts';
import { noteDown } from './record.ts';
import { postings } from './schema-rounds.ts';
import { seal, unseal } from './seal.ts';

/** One line of a posted list: name and class, nothing else; the zone stands above. */
const lineSchema = z.object({
  dossier: z.number().int(),
  name: z.string(),
  category: z.enum(officialClasses),
});
export type PostedLine = z.infer<typeof lineSchema>;

/** A posted list of a zone (niêm yết), as it hung. Days are Vietnam's, both included. */
export type Posting = {
  readonly id: number;
  readonly ward: number;
  readonly zone: number;
  readonly round: number;
  readonly n: number;
  readonly token: string;
  readonly from: string;
  readonly until: string;
  readonly untilConfirmed: boolean;
  readonly lines: readonly PostedLine[];
};

/** Posts a list; what stands on it is never changed. */
export async function post(
  q: Query,
  to: Omit<Posting, 'id' | 'n' | 'token'> & { readonly by: number },
  now: Date,
): Promise<Posting> {
  const { by, from, lines, round, until, untilConfirmed, ward, zone } = to;
  const next = sql<number>`(select coalesce(max(n), 0) + 1 from postings where round_id = ${round} and zone_id = ${zone})`;
  const [made] = await q
    .insert(postings)
    .values({
      wardId: ward,
      zoneId: zone,
      roundId: round,
      n: next,
      token: randomBytes(18).toString('base64url'),
      fromDay: from,
      untilDay: until,
      untilConfirmed,
      body: seal(lines),
      postedBy: by,
      postedAt: now,
    })
    .returning();
  if (made === undefined) throw new Error('The database gave no id for a new posting.');
  await noteDown(q, [{ actor: by, of: 'posting', action: 'Posted', ward, ref: made.id }], now);
  return read(made);
}

/** The lists of a zone, and of those that were merged into it, that hang on that day, oldest first. */
export async function postedIn(q: Query, zone: number, day: string): Promise<readonly Posting[]> {
  const found = await q
    .select()
    .from(postings)
    .where(
      and(
        sql`${postings.zoneId} in (select id from zones where id = ${zone} or merged_into = ${zone})`,
        lte(postings.fromDay, day),
        gte(postings.untilDay, day),
      ),
    )
    .orderBy(asc(postings.id));
  return found.map(read);
}

/** The list behind the link of its page, while it hangs; or null. */
export async function postedAt(q: Query, token: string, day: string): Promise<Posting | null> {
  const [found] = await q
    .select()
    .from(postings)
    .where(and(eq(postings.token, token), gte(postings.untilDay, day)));
  return found === undefined ? null : read(found);
}

/** All lists of a zone in a round, latest first. */
export async function postingsOf(q: Query, zone: number, round: number): Promise<readonly Posting[]> {
  const found = await q
    .select()
    .from(postings)
    .where(and(eq(postings.zoneId, zone), eq(postings.roundId, round)))
    .orderBy(desc(postings.id));
  return found.map(read);
}

/** All lists of a round, zone by zone in their order. */
export async function postingsOfRound(q: Query, round: number): Promise<readonly Posting[]> {
  const found = await q
    .select()
    .from(postings)
    .where(eq(postings.roundId, round))
    .orderBy(asc(postings.zoneId), asc(postings.n));
  return found.map(read);
}

/** The last day on which a list hangs; null when there is no such list. */
export async function postedUntil(q: Query, id: number): Promise<string | null> {
  const [found] = await q.select({ until: postings.untilDay }).from(postings).where(eq(postings.id, id));
  return found?.until ?? null;
}

function read(row: typeof postings.$inferSelect): Posting {
  return {
    id: row.id,
    ward: row.wardId,
    zone: row.zoneId,
    round: row.roundId,
    n: row.n,
    token: row.token,
    from: row.fromDay,
    until: row.untilDay,
    untilConfirmed: row.untilConfirmed,
    lines: unseal(row.body, z.array(lineSchema)),
  };
}
