import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Contact, contactSchema } from './contact.ts';
import type { Query } from './db.ts';
import { staff, wards, zones } from './schema.ts';
import { type Sealed, unseal } from './seal.ts';

/** Whom one can speak to, and where they are. */
export type Contacts = {
  readonly zoneName: string | null;
  readonly wardName: string | null;
  readonly heads: readonly Contact[];
  readonly ward: Contact | null;
};

const nobody: Contacts = { zoneName: null, wardName: null, heads: [], ward: null };

/**
 * The named heads of a zone and the office of its ward. Of somebody whose zone is not known: the office, if there is
 * but one ward. A zone that was merged has the heads of the one it went into.
 */
export async function contactsOf(q: Query, zone: number | null): Promise<Contacts> {
  if (zone === null) return ofOnlyWard(q);
  const [place] = await q
    .select({ zone: zones.id, zoneName: zones.name, wardName: wards.name, contact: wards.contact })
    .from(zones)
    .innerJoin(wards, eq(wards.id, zones.wardId))
    .where(eq(zones.id, sql`(select coalesce(z.merged_into, z.id) from zones z where z.id = ${zone})`));
  if (place === undefined) return nobody;
  const heads = await q
    .select({ details: staff.details })
    .from(staff)
    .where(and(eq(staff.zoneId, place.zone), eq(staff.role, 'head'), isNull(staff.endedAt)))
    .orderBy(asc(staff.id));
  return {
    zoneName: place.zoneName,
    wardName: place.wardName,
    heads: heads.map(({ details }) => unseal(details, contactSchema)),
    ward: opened(place.contact),
  };
}

async function ofOnlyWard(q: Query): Promise<Contacts> {
  const [only, ...others] = await q
    .select({ wardName: wards.name, contact: wards.contact })
    .from(wards)
    .where(eq(wards.demo, false))
    .limit(2);
  if (only === undefined || others.length > 0) return nobody;
  return { ...nobody, wardName: only.wardName, ward: opened(only.contact) };
}

function opened(contact: Sealed | null): Contact | null {
  return contact === null ? null : unseal(contact, contactSchema);
}
