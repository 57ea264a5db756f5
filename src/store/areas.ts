import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Place } from '../survey/context.ts';
import type { Query } from './db.ts';
import { escapeText } from './escape-text.ts';
import { wards, zones } from './schema.ts';

const place = {
  zone: zones.id,
  ward: wards.id,
  zoneName: zones.name,
  wardName: wards.name,
  area: wards.area,
  province: wards.province,
};

/** All zones that a household can belong to, ward by ward, each in the order in which its zones were added. */
export async function allPlaces(q: Query): Promise<readonly Place[]> {
  return q
    .select(place)
    .from(zones)
    .innerJoin(wards, eq(wards.id, zones.wardId))
    .where(isNull(zones.mergedInto))
    .orderBy(asc(wards.name), asc(wards.id), asc(zones.id));
}

/** The zone whose link was opened, or null; the link of a merged zone leads to the one that it is part of. */
export async function placeByCode(q: Query, code: string): Promise<Place | null> {
  const [found] = await q
    .select(place)
    .from(zones)
    .innerJoin(wards, eq(wards.id, zones.wardId))
    .where(
      sql`${zones.id} = (select coalesce(merged_into, id) from zones where code = ${escapeText(code.toLowerCase())})`,
    );
  return found ?? null;
}

/** Is this ward part of the demonstration area? */
export async function isDemoWard(q: Query, ward: number): Promise<boolean> {
  const [found] = await q.select({ demo: wards.demo }).from(wards).where(eq(wards.id, ward));
  return found?.demo ?? false;
}

/** A new ward; its code must be new. */
export async function addWard(
  q: Query,
  ward: {
    readonly code: string;
    readonly name: string;
    readonly area: 'rural' | 'urban';
    /** Left out: not known. */
    readonly province?: string | null;
    readonly demo: boolean;
  },
): Promise<number> {
  const [row] = await q.insert(wards).values(ward).returning({ id: wards.id });
  if (row === undefined) throw new Error('The database gave no id for a new ward.');
  return row.id;
}

/** A new zone of a ward; its link code must be new. */
export async function addZone(
  q: Query,
  zone: { readonly wardId: number; readonly name: string; readonly code: string },
): Promise<number> {
  const [row] = await q.insert(zones).values(zone).returning({ id: zones.id });
  if (row === undefined) throw new Error('The database gave no id for a new zone.');
  return row.id;
}
