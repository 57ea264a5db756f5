import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readers, readings } from '../record/entry.ts';
import { contactSchema } from './contact.ts';
import { type Query, rows } from './db.ts';
import { sealedSchema, unseal } from './seal.ts';

/** How many entries are not linked yet. */
export async function recordCounts(q: Query): Promise<{ readonly open: number }> {
  const [row] = await rows(
    q,
    sql`select count(*) as open from record where n is null`,
    z.object({ open: z.number() }),
  );
  return { open: row?.open ?? 0 };
}

/** An entry of a case belongs to it, or to the dossiers of its household. */
const aboutCase = (id: number) =>
  sql`(r.case_id = ${id} or r.dossier_id = any (array(select d.id from dossiers d where d.case_id = ${id})))`;

const entryShown = z.object({
  n: z.number().nullable(),
  at: z.date(),
  actor: z.number(),
  as: z.string().nullable(),
  of: z.string(),
  action: z.string(),
  dossier: z.number().nullable(),
  ref: z.number().nullable(),
});

/** All entries about a case and its household in rounds, in the order of writing. By reference only. */
export async function entriesOfCase(q: Query, id: number): Promise<readonly z.infer<typeof entryShown>[]> {
  return rows(
    q,
    sql`select r.n, r.at, r.actor, r."as", r."of", r.action, r.dossier_id as dossier, r.ref from record r
        where ${aboutCase(id)} order by r.id`,
    entryShown,
  );
}

/** Who was shown something of a case on one day, and how often; `name` is known of heads whom the ward named. */
export type ReaderOfCase = {
  readonly as: (typeof readers)[number];
  readonly why: (typeof readings)[number];
  readonly day: string;
  readonly times: number;
  readonly name: string | null;
};

const readerRow = z.object({
  as: z.enum(readers),
  why: z.enum(readings),
  day: z.string(),
  times: z.number(),
  details: sealedSchema.nullable(),
});

/**
 * Who was shown something of a case, newest first, each reader once for a day (Vietnam's) and a purpose. What its own
 * people looked at is not among it, whatever they are besides. Of all readers only heads have their names told.
 */
export async function readersOf(q: Query, id: number): Promise<readonly ReaderOfCase[]> {
  const found = await rows(
    q,
    sql`with said as (
          select coalesce(p.joined_to, r.actor) as person, r."as", r.action as why,
            (r.at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, count(*) as times, max(r.id) as last
          from record r left join persons p on p.id = r.actor
          where r."of" = 'reading' and ${aboutCase(id)}
            and coalesce(p.joined_to, r.actor) <> (select c.person_id from cases c where c.id = ${id})
          group by 1, 2, 3, 4)
        select s."as", s.why, s.day, s.times, (
          select k.details from staff k where s."as" = 'head' and k.person_id = s.person and k.role = 'head'
          order by k.ended_at desc nulls first, k.id desc limit 1) as details
        from said s order by s.last desc`,
    readerRow,
  );
  return found.map(({ details, ...row }) => ({
    ...row,
    name: details === null ? null : unseal(details, contactSchema).name,
  }));
}
