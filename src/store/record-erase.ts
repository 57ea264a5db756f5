import { type SQL, sql } from 'drizzle-orm';
import type { Query } from './db.ts';
import { linkLock } from './record-link.ts';

/**
 * Writes down that all cases and dossiers of the wards w that are like that, and the wards, are erased now, and erases the
 * salts of the entries about them: what is left of these tells nothing. To be called before they are removed.
 */
export async function erase(q: Query, isSo: SQL, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  // Nobody writes to them, nor links what was written of them, from here to the end of the transaction.
  await q.execute(
    sql`select c.id from cases c join wards w on w.id = c.ward_id where ${isSo} order by c.id for update of c`,
  );
  await q.execute(
    sql`select d.id from dossiers d join wards w on w.id = d.ward_id where ${isSo} order by d.id for update of d`,
  );
  await q.execute(sql`select w.id from wards w where ${isSo} for update`);
  await q.execute(sql`select pg_advisory_xact_lock(${linkLock})`);
  await q.execute(
    sql`insert into record (at, actor, "of", action, case_id, dossier_id, ward_id)
        select ${at}, 0, 'erasure', 'Erased', e.case_id, e.dossier_id, e.ward_id from (
          select c.id as case_id, null::int8 as dossier_id, c.ward_id from cases c join wards w on w.id = c.ward_id where ${isSo}
          union all select null, d.id, d.ward_id from dossiers d join wards w on w.id = d.ward_id where ${isSo}
          union all select null, null, w.id from wards w where ${isSo}) e`,
  );
  await q.execute(
    sql`update record r set salt = null where r.n is not null and r.salt is not null and (
          r.case_id in (select c.id from cases c join wards w on w.id = c.ward_id where ${isSo})
          or r.dossier_id in (select d.id from dossiers d join wards w on w.id = d.ward_id where ${isSo})
          or r.ward_id in (select w.id from wards w where ${isSo}))`,
  );
}
