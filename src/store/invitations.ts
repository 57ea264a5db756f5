import { createHash, randomInt } from 'node:crypto';
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Role } from '../rights.ts';
import type { Query } from './db.ts';
import { invitations, posts, staff, wards, zones } from './schema.ts';

/** Invitation codes begin with this, so that they are never taken for a zone's code. */
export const invitationMark = 'moi-';

export type Invitation = {
  readonly role: Role;
  readonly ward: number;
  readonly zone: number;
  readonly zoneName: string;
  readonly wardName: string;
  /** The code of the zone's own link, which residents are given. */
  readonly zoneCode: string;
  /** The row of `staff` that it names. */
  readonly staff: number | null;
};

/** The post to which somebody is invited. */
export type Invited = {
  readonly ward: number;
  readonly zone: number;
  /** Left out: head. */
  readonly role?: Role;
  /** Whom the ward named for it, if it did. */
  readonly staff?: number;
  /** The last day of a stand-in, `YYYY-MM-DD`; left out: without an end. */
  readonly until?: string | undefined;
};

/** Makes a one-time invitation to a post in a zone. The code is given out once; only its hash is kept. */
export async function invite(q: Query, to: Invited, expiresAt: Date): Promise<string> {
  const [code] = await inviteAll(q, [to], expiresAt);
  if (code === undefined) throw new Error('No code was made for an invitation.');
  return code;
}

/**
 * Makes an invitation for each of these posts and gives their codes in the same order. One that names somebody takes
 * the place of all that this person has not used; whoever makes such holds their row of `staff`.
 */
export async function inviteAll(
  q: Query,
  to: readonly Invited[],
  expiresAt: Date,
): Promise<readonly string[]> {
  const named = to.flatMap((each) => (each.staff === undefined ? [] : [each.staff]));
  if (named.length > 0)
    await q.delete(invitations).where(and(inArray(invitations.staffId, named), isNull(invitations.usedAt)));
  const made = to.map(
    ({ role = 'head', staff: staffId = null, until = null, ward: wardId, zone: zoneId }) => {
      const code = newCode();
      return { code, row: { hash: hashOf(code), role, wardId, zoneId, staffId, until, expiresAt } };
    },
  );
  if (made.length > 0) await q.insert(invitations).values(made.map(({ row }) => row));
  return made.map(({ code }) => code);
}

/** The invitation behind a code while it can still be used; looking does not use it up. */
export async function findInvitation(q: Query, code: string, now: Date): Promise<Invitation | null> {
  const [found] = await q
    .select({
      role: invitations.role,
      ward: wards.id,
      zone: zones.id,
      zoneName: zones.name,
      wardName: wards.name,
      zoneCode: zones.code,
      staff: invitations.staffId,
    })
    .from(invitations)
    .innerJoin(zones, eq(zones.id, invitations.zoneId))
    .innerJoin(wards, eq(wards.id, invitations.wardId))
    .leftJoin(staff, eq(staff.id, invitations.staffId))
    .where(and(usable(code, now), or(isNull(invitations.staffId), isNull(staff.endedAt))));
  return found ?? null;
}

/** Uses an invitation up and gives the post, once; null when it can no longer be used. */
export async function acceptInvitation(
  q: Query,
  code: string,
  person: number,
  now: Date,
): Promise<Invitation | null> {
  const invitation = await findInvitation(q, code, now);
  if (invitation === null) return null;
  // Whom it names is held first, then itself: in that order new invitations are made too.
  if (invitation.staff !== null && !(await holdServing(q, invitation.staff))) return null;
  const used = await q
    .update(invitations)
    .set({ usedAt: now, usedBy: person })
    .where(usable(code, now))
    .returning({ role: invitations.role, until: invitations.until });
  const [row] = used;
  if (row === undefined) return null;
  await q
    .insert(posts)
    .values({
      personId: person,
      role: row.role,
      wardId: invitation.ward,
      zoneId: invitation.zone,
      since: now,
      until: row.until,
    })
    // Who stands in anew gets the new last day; who holds it without an end keeps it so.
    .onConflictDoUpdate({
      target: [posts.personId, posts.role, posts.zoneId],
      set: { until: sql`case when ${posts.until} is null then null else excluded.until end` },
    });
  if (invitation.staff !== null)
    await q.update(staff).set({ personId: person }).where(eq(staff.id, invitation.staff));
  return invitation;
}

/** Holds somebody's row of `staff` for this transaction; false when they hold the post no longer. */
async function holdServing(q: Query, id: number): Promise<boolean> {
  const held = await q
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, id), isNull(staff.endedAt)))
    .for('update');
  return held.length > 0;
}

// Codes are typed from paper: no capitals, and no letter that is taken for another or for a digit. 99 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code that is typed from paper, with the mark of an invitation. */
export function newCode(): string {
  return invitationMark + Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('');
}

function usable(code: string, now: Date) {
  // A telephone begins what is typed with a capital; codes of an earlier kind had capitals of their own.
  const hashes = [hashOf(code), hashOf(code.toLowerCase())];
  return and(inArray(invitations.hash, hashes), isNull(invitations.usedAt), gt(invitations.expiresAt, now));
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
