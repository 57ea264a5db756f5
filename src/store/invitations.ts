import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Query } from './db.ts';
import { invitations, posts, wards, zones } from './schema.ts';

/** Invitation codes begin with this, so that they are never taken for a zone's code. */
export const invitationMark = 'moi-';

export type Invitation = {
  readonly ward: number;
  readonly zone: number;
  readonly zoneName: string;
  readonly wardName: string;
};

/** Makes a one-time invitation to head a zone. The code is given out once; only its hash is kept. */
export async function invite(
  q: Query,
  place: { readonly ward: number; readonly zone: number },
  expiresAt: Date,
): Promise<string> {
  const code =
    invitationMark + randomBytes(15).toString('base64url').replaceAll('_', 'x').replaceAll('-', 'y');
  await q
    .insert(invitations)
    .values({ hash: hashOf(code), role: 'head', wardId: place.ward, zoneId: place.zone, expiresAt });
  return code;
}

/** The invitation behind a code while it can still be used; looking does not use it up. */
export async function findInvitation(q: Query, code: string, now: Date): Promise<Invitation | null> {
  const [found] = await q
    .select({ ward: wards.id, zone: zones.id, zoneName: zones.name, wardName: wards.name })
    .from(invitations)
    .innerJoin(zones, eq(zones.id, invitations.zoneId))
    .innerJoin(wards, eq(wards.id, invitations.wardId))
    .where(usable(code, now));
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
  const used = await q
    .update(invitations)
    .set({ usedAt: now, usedBy: person })
    .where(usable(code, now))
    .returning({ role: invitations.role });
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
    })
    .onConflictDoNothing();
  return invitation;
}

function usable(code: string, now: Date) {
  return and(eq(invitations.hash, hashOf(code)), isNull(invitations.usedAt), gt(invitations.expiresAt, now));
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
