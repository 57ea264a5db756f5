import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Role } from '../rights.ts';
import { type Contact, contactSchema } from './contact.ts';
import type { Query } from './db.ts';
import { inviteAll } from './invitations.ts';
import { staff, zones } from './schema.ts';
import { seal, unseal } from './seal.ts';

/** Somebody whom a ward named for a post of a zone; `person` once they took it up. */
export type StaffMember = Contact & {
  readonly id: number;
  readonly role: Role;
  readonly person: number | null;
};

/** An invitation for one of them, to be handed over. */
export type StaffInvitation = {
  readonly role: Role;
  readonly name: string;
  readonly zoneName: string;
  readonly code: string;
  /** Which row of `staff` it is for. */
  readonly staff: number;
};

/** Of the rows of `staff` those that still hold their post. */
export const isServing = isNull(staff.endedAt);

/** The heads and collaborators of a zone who still are it, heads first, with the numbers under which they are reached. */
export async function staffOf(q: Query, zone: number): Promise<readonly StaffMember[]> {
  const { id, role, personId: person, details } = staff;
  const found = await q
    .select({ id, role, person, details })
    .from(staff)
    .where(and(eq(staff.zoneId, zone), isServing))
    .orderBy(...headsFirst);
  return found.map(({ details: sealed, ...row }) => ({ ...row, ...unseal(sealed, contactSchema) }));
}

/**
 * Invites everybody whom a ward named and who has not taken the post up yet, zone by zone, heads first. Earlier
 * invitations of the same people work no longer. To be called in a transaction.
 */
export async function inviteStaff(
  q: Query,
  ward: number,
  expiresAt: Date,
): Promise<readonly StaffInvitation[]> {
  const { id, role, zoneId: zone, details } = staff;
  const open = await q
    .select({ staff: id, role, zone, zoneName: zones.name, details })
    .from(staff)
    .innerJoin(zones, eq(zones.id, staff.zoneId))
    .where(and(eq(staff.wardId, ward), isServing, isNull(staff.personId)))
    .orderBy(asc(zones.id), ...headsFirst)
    .for('update', { of: staff });
  const codes = await inviteAll(
    q,
    open.map((each) => ({ ward, zone: each.zone, role: each.role, staff: each.staff })),
    expiresAt,
  );
  return open.map(({ details: sealed, role: post, staff: member, zoneName }, at) => {
    const { name } = unseal(sealed, contactSchema);
    return { role: post, name, zoneName, code: codes[at] ?? '', staff: member };
  });
}

/** Somebody who still holds a post, held for this transaction; null when nobody does under this number. */
export async function holdStaff(
  q: Query,
  member: number,
): Promise<{ readonly zone: number; readonly role: Role; readonly person: number | null } | null> {
  const [held] = await q
    .select({ zone: staff.zoneId, role: staff.role, person: staff.personId })
    .from(staff)
    .where(and(eq(staff.id, member), isServing))
    .for('update');
  return held ?? null;
}

/** Somebody to be named for a post of a zone; `key` tells them from all others who are named for it. */
export type ToName = {
  readonly zone: number;
  readonly role: Role;
  readonly key: string;
  readonly details: Contact;
};

/** Which post of which person: what cannot be there twice. */
export type StaffKey = Pick<ToName, 'zone' | 'role' | 'key'>;

/**
 * Names people for posts, each once however often they come; gives those for whom that changed something. Who holds the
 * post no longer is left so unless told otherwise: an old file must not bring somebody back.
 */
export async function nameStaff(
  q: Query,
  to: { readonly ward: number; readonly bringBack: boolean },
  people: readonly ToName[],
  now: Date,
): Promise<readonly (StaffKey & { readonly added: boolean })[]> {
  if (people.length === 0) return [];
  const { details, endedAt, key, personId, role, zoneId } = staff;
  const rows = people.map((each) => ({
    wardId: to.ward,
    zoneId: each.zone,
    role: each.role,
    key: each.key,
    details: seal(each.details),
    importedAt: now,
  }));
  const isNew = sql`${details} is distinct from excluded.details`;
  return q
    .insert(staff)
    .values(rows)
    .onConflictDoUpdate({
      target: [zoneId, role, key],
      set: {
        details: sql`excluded.details`,
        endedAt: null,
        // Whoever comes back takes the post up anew.
        personId: sql`case when ${endedAt} is null then ${personId} end`,
      },
      setWhere: to.bringBack ? sql`${isNew} or ${isNotNull(endedAt)}` : sql`${isNew} and ${isServing}`,
    })
    .returning({ zone: zoneId, role, key, added: sql<boolean>`xmax = 0` });
}

/** Of a ward's staff those who hold their post no longer. */
export async function formerStaff(q: Query, ward: number): Promise<readonly StaffKey[]> {
  const { key, role, zoneId: zone } = staff;
  return q
    .select({ zone, role, key })
    .from(staff)
    .where(and(eq(staff.wardId, ward), isNotNull(staff.endedAt)));
}

/** Of the two names of posts, the head's comes last in the alphabet. */
const headsFirst = [desc(staff.role), asc(staff.id)] as const;
