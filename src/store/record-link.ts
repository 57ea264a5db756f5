import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { linkOf, origin } from '../record/chain.ts';
import { type Database, type Query, rows } from './db.ts';
import { changedBy, contentOf, entryColumns, entryRow, hashed, stateOf } from './record-rows.ts';

/** Any number will do, as long as every rasoat uses the same one, and none that another lock has. */
export const linkLock = 7_204_216;

const headRow = z.object({ n: z.number(), hash: z.string() });

/** The last link; null while there is none. */
export async function headOf(q: Query): Promise<z.infer<typeof headRow> | null> {
  const [head] = await rows(
    q,
    sql`select n, hash from record where n is not null and hash is not null order by n desc limit 1`,
    headRow,
  );
  return head ?? null;
}

const openRow = entryRow.omit({ n: true }).extend({ salt: z.string().nullable() });

/**
 * Links entries that are written and committed into the chain, oldest first, so many at once; gives how many. One
 * program does it at a time, and nobody who writes entries waits for it. What an entry is about is hashed here: with a
 * salt of its own, so that the hash tells nothing once the salt and the row are erased.
 */
export async function linkRecord(db: Database, most = 500): Promise<number> {
  return db.tx(async (q) => {
    const [lock] = await rows(
      q,
      sql`select pg_try_advisory_xact_lock(${linkLock}) as mine`,
      z.object({ mine: z.boolean() }),
    );
    if (lock?.mine !== true) return 0;
    const open = await openEntries(q, most);
    if (open.length === 0) return 0;
    const head = await headOf(q);
    let n = head?.n ?? 0;
    let previous = head?.hash ?? origin;
    const links = open.map(({ salt, ...entry }) => {
      n += 1;
      const before = previous;
      previous = linkOf(before, { ...entry, n });
      const { digest, id, mark, state } = entry;
      return { id, n, digest, state, salt, mark, previous: before, hash: previous };
    });
    await q.execute(sql`update record r set n = l.n, digest = l.digest, state = l.state, salt = l.salt, mark = l.mark,
        previous = l.previous, hash = l.hash
      from json_to_recordset(${JSON.stringify(links)}::text::json)
        as l (id int8, n int8, digest text, state text, salt text, mark text, previous text, hash text)
      where r.id = l.id`);
    return links.length;
  });
}

/** The state of a row that several of these changed is kept once, with the last of them. */
async function openEntries(q: Query, most: number): Promise<readonly z.infer<typeof openRow>[]> {
  return rows(
    q,
    sql`with open as (select * from record where n is null order by id limit ${most}),
        salted as materialized (
          select o.*, replace(gen_random_uuid()::text, '-', '') as fresh from open o),
        seen as materialized (
          select r.id as of_id, r.fresh, ${contentOf} as content, case when ${changedBy} is not null and row_number()
            over (partition by ${changedBy} order by r.id desc) = 1 then ${stateOf} end as now
          from salted r)
      select ${entryColumns},
        ${hashed(sql`s.fresh`, sql`s.content`)} as digest, ${hashed(sql`s.fresh`, sql`s.now`)} as state,
        case when s.content is not null or s.now is not null then s.fresh end as salt,
        case when s.content is not null or s.now is not null then ${hashed(sql`s.fresh`, sql`''`)} end as mark
      from seen s join record r on r.id = s.of_id order by r.id`,
    openRow,
  );
}
