import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '../rights.ts';
import { contactSchema } from './contact.ts';
import { type Query, rows } from './db.ts';
import { giveUp, isTo } from './outbox.ts';
import { outbox } from './schema-queues.ts';
import { posts, staff, wards, zones } from './schema.ts';
import { unseal } from './seal.ts';

/** Somebody who holds a post in a zone; `name` is known of those whom the ward named for it. */
export type Holder = {
  readonly person: number;
  readonly role: Role;
  readonly name: string | null;
  readonly since: Date;
  readonly until: string | null;
  readonly awayUntil: string | null;
};

/** All who hold a post in a zone, or that one post, in the order in which they came; those of a stand-in end by themselves after their last day. */
export async function holdersIn(
  q: Query,
  zone: number,
  day: string,
  only?: Role,
): Promise<readonly Holder[]> {
  const { personId, role, since, until, awayUntil } = posts;
  const found = await q
    .select({ person: personId, role, since, until, awayUntil, details: staff.details })
    .from(posts)
    .leftJoin(
      staff,
      and(
        eq(staff.personId, personId),
        eq(staff.zoneId, posts.zoneId),
        eq(staff.role, role),
        isNull(staff.endedAt),
      ),
    )
    .where(
      and(
        eq(posts.zoneId, zone),
        only === undefined ? undefined : eq(role, only),
        sql`(${until} is null or ${until} >= ${day})`,
      ),
    )
    .orderBy(asc(since), asc(personId));
  return found.map(({ details, ...row }) => ({
    ...row,
    name: details === null ? null : unseal(details, contactSchema).name,
  }));
}

/** The heads who act for a zone on that day: not those who are away. A merged zone has the heads of the one it is part of. */
export async function actingHeads(q: Query, zone: number, day: string): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select person_id as person from posts
        where zone_id = coalesce((select merged_into from zones where id = ${zone}), ${zone}) and role = 'head'
          and (until is null or until >= ${day}) and (away_until is null or away_until < ${day})
        order by since, person_id`,
    z.object({ person: z.number() }),
  );
  return found.map(({ person }) => person);
}

type Held = { readonly person: number; readonly zone: number; readonly role: Role };

/** Ends a post. What waited to be said of the zone's cases to its holder is given up. */
export async function endPost(q: Query, { person, zone, role }: Held, now: Date): Promise<void> {
  await q.delete(posts).where(and(eq(posts.personId, person), eq(posts.zoneId, zone), eq(posts.role, role)));
  await q
    .update(staff)
    .set({ endedAt: now })
    .where(and(eq(staff.personId, person), eq(staff.zoneId, zone), eq(staff.role, role)));
  const ofZone = sql`${outbox.caseId} in (select id from cases where zone_id = ${zone} and person_id <> ${person})`;
  await giveUp(q, sql`${isTo(person)} and ${ofZone}`, now);
  await q.execute(sql`update persons set desk = null where id = ${person}`);
}

/** Says until when a head is away, the last day included; null: back again. */
export async function setAway(q: Query, { person, zone, role }: Held, until: string | null): Promise<void> {
  await q
    .update(posts)
    .set({ awayUntil: until })
    .where(and(eq(posts.personId, person), eq(posts.zoneId, zone), eq(posts.role, role)));
}

/** The heads whose leave is over; from here on they are simply there. Taken once, also by two programs. */
export async function takeReturned(
  q: Query,
  day: string,
): Promise<readonly { readonly person: number; readonly zone: number; readonly ward: number }[]> {
  return q
    .update(posts)
    .set({ awayUntil: null })
    .where(and(eq(posts.role, 'head'), lt(posts.awayUntil, day)))
    .returning({ person: posts.personId, zone: posts.zoneId, ward: posts.wardId });
}

/** The posts whose last day is over, held so that each is ended once. */
export async function expiredPosts(q: Query, day: string) {
  return q
    .select({
      person: posts.personId,
      role: posts.role,
      zone: posts.zoneId,
      ward: posts.wardId,
      zoneName: zones.name,
      wardName: wards.name,
    })
    .from(posts)
    .innerJoin(zones, eq(zones.id, posts.zoneId))
    .innerJoin(wards, eq(wards.id, posts.wardId))
    .where(lt(posts.until, day))
    .for('update', { of: posts, skipLocked: true });
}
