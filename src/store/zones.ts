import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, rows } from './db.ts';

export type ZoneRow = {
  readonly id: number;
  readonly ward: number;
  readonly name: string;
  readonly mergedInto: number | null;
};

const zoneRow = z.object({
  id: z.number(),
  ward: z.number(),
  name: z.string(),
  mergedInto: z.number().nullable(),
});

/** Holds the zones with these codes, so that nothing else is done to them meanwhile; those that are not there are left out. */
export async function holdZones(q: Query, codes: readonly string[]): Promise<ReadonlyMap<string, ZoneRow>> {
  const found = await rows(
    q,
    sql`select code, id, ward_id as ward, name, merged_into as "mergedInto" from zones
        where code in (${sql.join(
          codes.map((code) => sql`${code}`),
          sql`, `,
        )}) order by id for update`,
    zoneRow.extend({ code: z.string() }),
  );
  return new Map(found.map(({ code, ...zone }) => [code, zone]));
}

/**
 * Makes one zone part of another: its link leads there, and its posts, staff and listed households go over. Who is named
 * in both is named once. Its cases follow by themselves (`strayCases`).
 */
export async function mergeZone(q: Query, from: ZoneRow, into: ZoneRow, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await q.execute(
    sql`update zones set merged_into = ${into.id} where id = ${from.id} or merged_into = ${from.id}`,
  );
  await q.execute(
    sql`insert into posts (person_id, role, ward_id, zone_id, since, until, away_until)
        select person_id, role, ${into.ward}, ${into.id}, since, until, away_until from posts where zone_id = ${from.id}
        on conflict (person_id, role, zone_id) do update set away_until = excluded.away_until, until = case
          when posts.until is null or excluded.until is null then null else greatest(posts.until, excluded.until) end`,
  );
  await q.execute(sql`delete from posts where zone_id = ${from.id}`);
  await q.execute(
    sql`update staff k set person_id = coalesce(k.person_id, d.person_id), ended_at = null
        from staff d where k.zone_id = ${into.id} and d.zone_id = ${from.id} and d.role = k.role and d.key = k.key
          and d.ended_at is null`,
  );
  await q.execute(
    sql`update staff s set ended_at = coalesce(s.ended_at, ${at}) where s.zone_id = ${from.id} and exists (
          select 1 from staff k where k.zone_id = ${into.id} and k.role = s.role and k.key = s.key)`,
  );
  await q.execute(
    sql`update staff s set zone_id = ${into.id} where s.zone_id = ${from.id} and not exists (
          select 1 from staff k where k.zone_id = ${into.id} and k.role = s.role and k.key = s.key)`,
  );
  // A round that was limited to the one is of the other then.
  await q.execute(
    sql`insert into round_zones (round_id, zone_id) select round_id, ${into.id} from round_zones where zone_id = ${from.id}
        on conflict do nothing`,
  );
  await q.execute(
    sql`insert into record (at, actor, "of", action, dossier_id, ward_id)
        select ${at}, 0, 'dossier', 'Placed', id, ${into.ward} from dossiers where zone_id = ${from.id} order by id`,
  );
  for (const table of ['listed_households', 'invitations', 'matches', 'dossiers'])
    await q.execute(sql`update ${sql.identifier(table)} set zone_id = ${into.id} where zone_id = ${from.id}`);
  await toWard(q, into.id, into.ward);
}

/** Puts a zone into another ward, with all that belongs to it. Its cases follow by themselves (`strayCases`). */
export async function moveZone(q: Query, zone: ZoneRow, ward: number): Promise<void> {
  await q.execute(sql`update zones set ward_id = ${ward} where id = ${zone.id} or merged_into = ${zone.id}`);
  await toWard(q, zone.id, ward);
}

/** How many households of a zone are on their way in a round, by the rounds. */
export async function onTheirWay(
  q: Query,
  zone: number,
): Promise<readonly { readonly round: number; readonly count: number }[]> {
  return rows(
    q,
    sql`select round_id as round, count(*) as count from dossiers
        where zone_id = ${zone} and acts_next is not null group by round_id order by round_id`,
    z.object({ round: z.number(), count: z.number() }),
  );
}

/** Gives a zone another name. */
export async function renameZone(q: Query, zone: number, name: string): Promise<void> {
  await q.execute(sql`update zones set name = ${name} where id = ${zone}`);
}

async function toWard(q: Query, zone: number, ward: number): Promise<void> {
  for (const table of ['posts', 'staff', 'invitations', 'matches', 'dossiers'])
    await q.execute(
      sql`update ${sql.identifier(table)} set ward_id = ${ward} where zone_id = ${zone} and ward_id <> ${ward}`,
    );
  // Another ward may have given the same number to another household.
  await q.execute(
    sql`update listed_households h set ward_id = ${ward}, key = case when exists (
          select 1 from listed_households o where o.ward_id = ${ward} and o.list_year = h.list_year and o.key = h.key)
          then concat(h.key, ':', h.id) else h.key end
        where h.zone_id = ${zone} and h.ward_id <> ${ward}`,
  );
}

/** Some cases that stand in a zone which was merged, or in a ward that their zone has left, in the order of their ids. */
export async function strayCases(q: Query, after: number, most: number): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select c.id from cases c join zones z on z.id = c.zone_id
        where c.id > ${after} and (z.merged_into is not null or z.ward_id <> c.ward_id) order by c.id limit ${most}`,
    z.object({ id: z.number() }),
  );
  return found.map(({ id }) => id);
}

/** The cases of a zone, in the order of their ids. */
export async function casesIn(q: Query, zone: number): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select id from cases where zone_id = ${zone} order by id`,
    z.object({ id: z.number() }),
  );
  return found.map(({ id }) => id);
}

/** The zone of which this one is part now, or itself. */
export async function placeNow(q: Query, zone: number): Promise<number> {
  const [found] = await rows(
    q,
    sql`select coalesce(merged_into, id) as id from zones where id = ${zone}`,
    z.object({ id: z.number() }),
  );
  return found?.id ?? zone;
}

/** What these zones are called. */
export async function zoneNames(q: Query, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows(
    q,
    sql`select id, name from zones where id in ${[...new Set(ids)]}`,
    z.object({ id: z.number(), name: z.string() }),
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
