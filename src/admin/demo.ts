import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { procedures } from '../procedure/procedures.ts';
import { addWard, addZone } from '../store/areas.ts';
import type { Database, Query } from '../store/db.ts';
import { rows } from '../store/db.ts';
import { findInvitation, invite } from '../store/invitations.ts';
import { openRound, openRoundOf } from '../store/rounds.ts';
import { erase } from '../store/record-erase.ts';
import { settings } from '../store/schema.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { vietnamDay } from '../time/vietnam.ts';

/** The demonstration area: a ward that exists, khu that are made up, and nothing real in it. */
const area = {
  code: 'demo-uong-bi',
  name: 'phường Uông Bí (bản dùng thử)',
  area: 'urban',
  province: 'quang-ninh',
  zones: ['Khu 1 (dùng thử)', 'Khu 2 (dùng thử)', 'Khu 3 (dùng thử)'],
} as const;

/** Makes the demonstration area unless it is there; gives whether it was made. */
export async function addDemo(db: Database): Promise<boolean> {
  return db.tx(async (q) => {
    if ((await demoZone(q)) !== null) return false;
    const { zones, ...ward } = area;
    const wardId = await addWard(q, { ...ward, demo: true });
    for (const [index, name] of zones.entries())
      await addZone(q, { wardId, name, code: `demo-khu-${index + 1}` });
    await remember(q, 'added');
    return true;
  });
}

/** Makes it once in the life of a database: after `demo remove` it does not come back by itself. */
export async function addDemoOnce(db: Database): Promise<void> {
  const [known] = await rows(
    db.q,
    sql`select value from settings where name = 'demo'`,
    z.object({ value: z.string() }),
  );
  if (known === undefined) await addDemo(db);
}

/** Keeps the demonstration in a yearly round of the year in which it is looked at, so that it shows what happens next. */
export async function openDemoRound(db: Database, now: Date): Promise<void> {
  const startsOn = vietnamDay(now);
  const listYear = listYearFor(startsOn);
  const { id: procedure, listYears } = procedures['24-2021-yearly'];
  if (listYear > listYears.to) return;
  await db.tx(async (q) => {
    const zone = await demoZone(q);
    if (zone === null || (await openRoundOf(q, zone.ward, { kind: 'yearly' })) !== null) return;
    const { ward } = zone;
    const endsOn = `${listYear}-12-31`;
    await openRound(q, { ward, kind: 'yearly', procedure, listYear, startsOn, endsOn }, now);
  });
}

/** Ends the demonstration: its area, its cases, and the people who were nowhere else. */
export async function removeDemo(db: Database, now: Date): Promise<boolean> {
  return db.tx(async (q) => {
    const there = (await demoZone(q)) !== null;
    await q.execute(sql`
      create temporary table demo_people on commit drop as
        select p.id from persons p
        where (exists (select 1 from cases c join wards w on w.id = c.ward_id where c.person_id = p.id and w.demo)
            or exists (select 1 from posts o join wards w on w.id = o.ward_id where o.person_id = p.id and w.demo))
          and not exists (select 1 from cases c left join wards w on w.id = c.ward_id where c.person_id = p.id and not coalesce(w.demo, false))
          and not exists (select 1 from posts o join wards w on w.id = o.ward_id where o.person_id = p.id and not w.demo)
          and not exists (select 1 from ward_posts o join wards w on w.id = o.ward_id where o.person_id = p.id and not w.demo)
          and not exists (select 1 from complaints k join dossiers d on d.id = k.dossier_id join wards w on w.id = d.ward_id
            where k.person_id = p.id and not w.demo)
          and not exists (select 1 from kin k join dossiers d on d.id = k.dossier_id join wards w on w.id = d.ward_id
            where k.person_id = p.id and not w.demo)`);
    await erase(q, sql`w.demo`, now);
    await q.execute(sql`
      delete from web_lines l using chats c, demo_people p
      where c.person_id = p.id and c.channel = 'web' and l.address = c.address`);
    await q.execute(sql`delete from cases c using wards w where w.id = c.ward_id and w.demo`);
    await q.execute(sql`delete from persons p using demo_people d where d.id = p.id`);
    await q.execute(sql`delete from wards where demo`);
    await remember(q, 'removed');
    return there;
  });
}

/** The codes with which the demonstration page opens its two phones; null while there is no demonstration. */
export function demoCodes(db: Database, clock: () => Date) {
  let kept: string | null = null;
  return async (): Promise<{ zoneCode: string; invitation: string } | null> => {
    const zone = await demoZone(db.q);
    if (zone === null) return null;
    const now = clock();
    if (kept === null || (await findInvitation(db.q, kept, now)) === null) {
      kept = await invite(db.q, { ward: zone.ward, zone: zone.id }, new Date(now.getTime() + 24 * 3_600_000));
    }
    return { zoneCode: zone.code, invitation: kept };
  };
}

const zoneRow = z.object({ id: z.number(), ward: z.number(), code: z.string() });

async function demoZone(q: Query): Promise<z.infer<typeof zoneRow> | null> {
  const [found] = await rows(
    q,
    sql`select z.id, z.ward_id as ward, z.code from zones z join wards w on w.id = z.ward_id where w.demo order by z.id limit 1`,
    zoneRow,
  );
  return found ?? null;
}

async function remember(q: Query, value: string): Promise<void> {
  await q
    .insert(settings)
    .values({ name: 'demo', value })
    .onConflictDoUpdate({ target: settings.name, set: { value } });
}
