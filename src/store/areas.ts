import { asc, eq, inArray, isNull, sql } from 'drizzle-orm';
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

/** What these zones and their wards are called, also of zones that were merged. */
export async function placesOf(q: Query, of: readonly number[]): Promise<ReadonlyMap<number, Place>> {
  if (of.length === 0) return new Map();
  const found = await q
    .select(place)
    .from(zones)
    .innerJoin(wards, eq(wards.id, zones.wardId))
    .where(inArray(zones.id, [...new Set(of)]));
  return new Map(found.map((each) => [each.zone, each]));
}

/** Is this ward part of the demonstration area? */
export async function isDemoWard(q: Query, ward: number): Promise<boolean> {
  const [found] = await q.select({ demo: wards.demo }).from(wards).where(eq(wards.id, ward));
  return found?.demo ?? false;
}

/** What a ward is called; throws when there is none, which is a bug. */
export async function wardName(q: Query, ward: number): Promise<string> {
  const [found] = await q.select({ name: wards.name }).from(wards).where(eq(wards.id, ward));
  if (found === undefined) throw new Error(`There is no ward ${ward}.`);
  return found.name;
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

/** A zone as operators see it, merged ones too. */
export type ZoneRow = {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly mergedInto: number | null;
};

/** A ward by its code, held for this transaction against others that change what it consists of; null when there is none. */
export async function holdWard(q: Query, code: string): Promise<{ id: number; name: string } | null> {
  const [ward] = await q
    .select({ id: wards.id, name: wards.name })
    .from(wards)
    .where(eq(wards.code, code))
    .for('no key update');
  return ward ?? null;
}

/** The ward with that number; throws when there is none, which is a bug. */
export async function wardById(q: Query, id: number): Promise<{ id: number; name: string }> {
  const [ward] = await q.select({ id: wards.id, name: wards.name }).from(wards).where(eq(wards.id, id));
  if (ward === undefined) throw new Error(`There is no ward ${id}.`);
  return ward;
}

/** All zones that a ward has or had, in the order in which they were added. */
export async function zonesOf(q: Query, ward: number): Promise<readonly ZoneRow[]> {
  const { id, name, code, mergedInto } = zones;
  return q.select({ id, name, code, mergedInto }).from(zones).where(eq(zones.wardId, ward)).orderBy(asc(id));
}

/** Of these codes those that a zone of any ward has. */
export async function zoneCodesTaken(q: Query, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const found = await q
    .select({ code: zones.code })
    .from(zones)
    .where(inArray(zones.code, [...codes]));
  return found.map(({ code }) => code);
}

/** Adds the zones of a ward that are not there by their names; gives those it added. */
export async function addMissingZones(
  q: Query,
  wardId: number,
  wanted: readonly { readonly name: string; readonly code: string }[],
): Promise<readonly { readonly name: string; readonly code: string }[]> {
  if (wanted.length === 0) return [];
  return q
    .insert(zones)
    .values(wanted.map((zone) => ({ wardId, ...zone })))
    .onConflictDoNothing({ target: [zones.wardId, zones.name], where: isNull(zones.mergedInto) })
    .returning({ name: zones.name, code: zones.code });
}
