import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type ChainFault, finish, follow, type Head, start } from '../record/chain.ts';
import type { Linked } from '../record/entry.ts';
import { type Query, rows } from './db.ts';
import {
  addedKinds,
  changedBy,
  contentOf,
  entryColumns,
  entryRow,
  hashed,
  isErased,
  stateOf,
} from './record-rows.ts';

const linkedRow = entryRow.extend({ previous: z.string().nullable(), hash: z.string().nullable() });
const atOnce = 2000;

/** What was found: the chain, and what it is about. */
export type Checked = Awaited<ReturnType<typeof checkChain>> & { readonly contents: readonly ContentFault[] };

/** Checks the record: the chain by itself, and both ways against what it is about. Reads as streams; nothing is changed. */
export async function checkRecord(
  q: Query,
  { late, noted }: { readonly late: Date; readonly noted: Head | null },
): Promise<Checked> {
  return { ...(await checkChain(q, noted)), contents: await checkContents(q, late) };
}

/** Reads the whole chain, so many rows at once; gives where it ends and every broken place. */
async function checkChain(
  q: Query,
  noted: Head | null,
): Promise<{ readonly linked: number; readonly head: Head; readonly chain: readonly ChainFault[] }> {
  const chain: ChainFault[] = [];
  let walk = start;
  let linked = 0;
  for await (const row of linkedRows(q)) {
    const read = follow(walk, row, noted);
    chain.push(...read.faults);
    walk = read.walk;
    linked += 1;
  }
  return { linked, head: { n: walk.n, hash: walk.hash }, chain: [...chain, ...finish(walk, noted)] };
}

/** The links as they stand, in the order of their numbers; also those whose numbers are none. */
export async function* linkedRows(q: Query): AsyncGenerator<Linked> {
  let last = { n: Number.MIN_SAFE_INTEGER, id: 0 };
  for (;;) {
    const some = await rows(
      q,
      sql`select ${entryColumns}, r.digest, r.state, r.mark, r.previous, r.hash from record r
          where (r.n, r.id) > (${last.n}, ${last.id}) order by r.n, r.id limit ${atOnce}`,
      linkedRow,
    );
    yield* some;
    if (some.length < atOnce) return;
    last = some.at(-1) ?? last;
  }
}

const contentFaults = ['gone', 'altered', 'state', 'salt', 'alone', 'twice', 'not-erased', 'late'] as const;

/**
 * What does not fit between the record and what it is about. `gone`: what an entry added is not there, and no erasure of
 * it is recorded; `altered`: it is not as it was added; `state`: a row was changed after its last entry; `salt`: the salt
 * is not the one that was used, or was erased and what it is of was not; `alone`: a row that no entry is about; `twice`:
 * several entries say that they added the same; `not-erased`: it is there although its erasing is recorded; `late`: not
 * linked although it is old.
 */
export type ContentFault = {
  readonly what: (typeof contentFaults)[number];
  readonly n: number | null;
  readonly of: string;
};

const faultRow = z.object({ what: z.enum(contentFaults), n: z.number().nullable(), of: z.string() });

/** The rows that must have an entry, each by what an entry of it says. */
const withEntries: readonly (readonly [string, SQL])[] = [
  ['events', sql`r."of" = 'event' and r.ref = x.id`],
  ['changes', sql`r."of" = 'change' and r.ref = x.id`],
  ['cases', sql`r."of" in ('event', 'case') and r.case_id = x.id`],
  ['dossiers', sql`r."of" in ('step', 'dossier') and r.dossier_id = x.id`],
  ['lists', sql`r."of" = 'list' and r.ref = x.id`],
  ['meetings', sql`r."of" = 'meeting' and r.ref = x.id`],
  ['postings', sql`r."of" = 'posting' and r.ref = x.id`],
  ['complaints', sql`r."of" = 'complaint' and r.ref = x.id`],
  ['supports', sql`r."of" = 'support' and r.ref = x.id`],
  ['visits', sql`r."of" = 'visit' and r.ref = x.id`],
];

/** Compares both ways; everything that does not fit, in the order of the entries. `late`: entries before it must be linked. */
async function checkContents(q: Query, late: Date): Promise<readonly ContentFault[]> {
  const found = [
    await rows(q, entriesThatDoNotFit, faultRow),
    await rows(
      q,
      sql`select 'late' as what, null as n, concat(count(*), ' of the entries') as "of" from record
        where n is null and at < ${late} having count(*) > 0`,
      faultRow,
    ),
    await rows(q, addedTwice, faultRow),
    await rows(q, notErased, faultRow),
    await rows(
      q,
      sql`select 'alone' as what, null as n, concat('step ', x.n, ' of dossier ', x.dossier_id) as "of" from dossier_steps x
          where not exists (select 1 from record r where r."of" = 'step' and r.dossier_id = x.dossier_id and r.ref = x.n)`,
      faultRow,
    ),
  ];
  for (const [table, isOf] of withEntries)
    found.push(
      await rows(
        q,
        sql`select 'alone' as what, null as n, concat(${table}::text, ' ', x.id) as "of" from ${sql.identifier(table)} x
            where not exists (select 1 from record r where ${isOf}) order by x.id`,
        faultRow,
      ),
    );
  return found.flat().toSorted((a, b) => (a.n ?? Infinity) - (b.n ?? Infinity) || 0);
}

const kinds = sql.join(
  addedKinds.map((kind) => sql`${kind}`),
  sql`, `,
);

/** Of a row that was changed only its last entry tells the state; while a newer one waits to be linked, none does. */
const entriesThatDoNotFit = sql`
  with erasures as materialized (select id, case_id, dossier_id, ward_id from record where "of" = 'erasure'),
  named as (select r.*, ${changedBy} as changed from record r),
  told as (
    select r.*, ${contentOf} as content, r.changed is not null and r.n is not null
      and r.n = max(r.n) over (partition by r.changed) and not bool_or(r.n is null) over (partition by r.changed) as is_last
    from named r),
  judged as (
    select r.n, concat_ws(' ', r."of", r.action, 'of case ' || r.case_id, 'of dossier ' || r.dossier_id) as "of",
      case
        when r."of" in (${kinds}) and r.content is null then case when ${isErased} then null else 'gone' end
        when r.n is null then null
        when r.salt is not null and r.mark is distinct from ${hashed(sql`r.salt`, sql`''`)} then 'salt'
        when r.salt is null and (r.mark is not null or r.content is not null) then case when ${isErased} then null else 'salt' end
        when r.salt is null then null
        when r.content is not null and r.digest is distinct from ${hashed(sql`r.salt`, sql`r.content`)} then 'altered'
        when r.is_last and r.state is distinct from ${hashed(sql`r.salt`, stateOf)} then case when ${isErased} then null else 'state' end
      end as what
    from told r)
  select what, n, "of" from judged where what is not null order by n`;

const addedTwice = sql`
  select 'twice' as what, max(n) as n, row as "of" from (
    select n, concat_ws(' ', "of", ref, case when "of" = 'step' then 'of dossier' end, case when "of" = 'step' then dossier_id end) as row
    from record where "of" in (${kinds})) r
  group by row having count(*) > 1 order by 2`;

const notErased = sql`
  select 'not-erased' as what, r.n, concat(case when r.case_id is not null then 'case ' else 'dossier ' end, coalesce(r.case_id, r.dossier_id)) as "of"
  from record r where r."of" = 'erasure' and (
    exists (select 1 from cases c where c.id = r.case_id) or exists (select 1 from dossiers d where d.id = r.dossier_id))`;
