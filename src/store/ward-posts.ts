import { createHash } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Office, WardPost } from '../procedure/party.ts';
import { type Query, rows } from './db.ts';
import { newCode } from './invitations.ts';
import { wardInvitations, wardPosts } from './schema-rounds.ts';
import { wards } from './schema.ts';

/** The posts at an office that somebody holds on that day. */
export async function wardPostsOf(q: Query, person: number, day: string): Promise<readonly WardPost[]> {
  return q
    .select({ role: wardPosts.role, ward: wardPosts.wardId })
    .from(wardPosts)
    .where(and(eq(wardPosts.personId, person), isHeldOn(day)));
}

/** Who holds that post of a ward on that day, in the order in which they came. */
export async function holdersOfOffice(
  q: Query,
  ward: number,
  role: Office,
  day: string,
): Promise<readonly number[]> {
  const found = await q
    .select({ person: wardPosts.personId })
    .from(wardPosts)
    .where(and(eq(wardPosts.wardId, ward), eq(wardPosts.role, role), isHeldOn(day)))
    .orderBy(wardPosts.since, wardPosts.personId);
  return found.map(({ person }) => person);
}

/** Does somebody hold any post in a ward on that day, in a zone of it or at its office? */
export async function holdsPostIn(q: Query, person: number, ward: number, day: string): Promise<boolean> {
  const found = await rows(
    q,
    sql`select person_id as id from posts where person_id = ${person} and ward_id = ${ward} and (until is null or until >= ${day})
        union select person_id from ward_posts where person_id = ${person} and ward_id = ${ward} and (until is null or until >= ${day})`,
    z.object({ id: z.number() }),
  );
  return found.length > 0;
}

/** Who holds a post at the office of a ward on a day, and since when. */
export async function officeOf(
  q: Query,
  ward: number,
  day: string,
): Promise<readonly { readonly person: number; readonly role: Office; readonly since: Date }[]> {
  return q
    .select({ person: wardPosts.personId, role: wardPosts.role, since: wardPosts.since })
    .from(wardPosts)
    .where(and(eq(wardPosts.wardId, ward), isHeldOn(day)))
    .orderBy(wardPosts.role, wardPosts.since, wardPosts.personId);
}

/** Takes a post at an office away, at once. True when it was held. */
export async function endWardPost(q: Query, person: number, { role, ward }: WardPost): Promise<boolean> {
  const ended = await q
    .delete(wardPosts)
    .where(and(eq(wardPosts.personId, person), eq(wardPosts.role, role), eq(wardPosts.wardId, ward)))
    .returning({ person: wardPosts.personId });
  return ended.length > 0;
}

/** Makes a one-time invitation to a post at an office. The code is given out once; only its hash is kept. */
export async function inviteToWard(q: Query, { role, ward }: WardPost, expiresAt: Date): Promise<string> {
  const code = newCode();
  await q.insert(wardInvitations).values({ hash: hashOf(code), role, wardId: ward, expiresAt });
  return code;
}

export type WardInvitation = WardPost & { readonly wardName: string };

/** The invitation behind a code while it can still be used; looking does not use it up. */
export async function findWardInvitation(q: Query, code: string, now: Date): Promise<WardInvitation | null> {
  const [found] = await q
    .select({ role: wardInvitations.role, ward: wards.id, wardName: wards.name })
    .from(wardInvitations)
    .innerJoin(wards, eq(wards.id, wardInvitations.wardId))
    .where(usable(code, now));
  return found ?? null;
}

/** Uses an invitation up and gives the post, once; null when it can no longer be used. */
export async function acceptWardInvitation(
  q: Query,
  code: string,
  person: number,
  now: Date,
): Promise<WardInvitation | null> {
  const invitation = await findWardInvitation(q, code, now);
  if (invitation === null) return null;
  const used = await q
    .update(wardInvitations)
    .set({ usedAt: now, usedBy: person })
    .where(usable(code, now))
    .returning({ hash: wardInvitations.hash });
  if (used.length === 0) return null;
  const { role, ward } = invitation;
  await q
    .insert(wardPosts)
    .values({ personId: person, role, wardId: ward, since: now })
    .onConflictDoNothing();
  return invitation;
}

function isHeldOn(day: string) {
  return sql`(${wardPosts.until} is null or ${wardPosts.until} >= ${day})`;
}

function usable(code: string, now: Date) {
  const { expiresAt, hash, usedAt } = wardInvitations;
  return and(eq(hash, hashOf(code.toLowerCase())), isNull(usedAt), gt(expiresAt, now));
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
