import { asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { movements } from '../procedure/movement.ts';
import { officialClasses } from '../review/official.ts';
import { type Query, rows } from './db.ts';
import { type By, noteDown } from './record.ts';
import { lists } from './schema-rounds.ts';
import { seal, unseal } from './seal.ts';

/** What the chairman decided of one household, and how it moved between two lists; null where nothing says so. */
const decisionSchema = z.object({
  kind: z.enum(['recognised', 'released', 'declined']),
  category: z.enum(officialClasses).nullable(),
  reasons: z.string().nullable(),
  number: z.string(),
  on: z.iso.date(),
  movement: z.enum(movements).nullable(),
});

/** One household on a list: what it went up as, and what came back. */
const lineSchema = z.object({
  dossier: z.number().int(),
  zone: z.number().int(),
  name: z.string(),
  category: z.enum(officialClasses),
  before: z.enum(['poor', 'near-poor']).nullable(),
  opinion: z.object({ agrees: z.boolean(), note: z.string() }).nullable(),
  decision: decisionSchema.nullable(),
});
export type ListLine = z.infer<typeof lineSchema>;

/** Who gave the opinion, in the words of the paper; since 1 July 2025 the law that we have seen names nobody for certain. */
const opinionSchema = z.object({ by: z.string(), number: z.string(), on: z.iso.date() });
const bodySchema = z.object({ lines: z.array(lineSchema), opinion: opinionSchema.nullable() });

/** A list that a ward put together for the opinion and the decision (danh sách trình). `n`: the first, second, … of its round. */
export type WardList = z.infer<typeof bodySchema> & {
  readonly id: number;
  readonly ward: number;
  readonly round: number;
  readonly n: number;
};

/** Puts a list together. */
export async function addList(
  q: Query,
  to: {
    readonly ward: number;
    readonly round: number;
    readonly by: number;
    readonly lines: readonly ListLine[];
  },
  now: Date,
): Promise<WardList> {
  const { by, lines, round, ward } = to;
  const n = sql<number>`(select coalesce(max(n), 0) + 1 from lists where round_id = ${round})`;
  const body = { lines, opinion: null };
  const [made] = await q
    .insert(lists)
    .values({ wardId: ward, roundId: round, n, body: seal(body), madeBy: by, madeAt: now })
    .returning();
  if (made === undefined) throw new Error('The database gave no id for a new list.');
  await noteDown(q, [{ actor: by, of: 'list', action: 'Made', ward, ref: made.id }], now);
  return read(made);
}

/** The lists of a round, in their order. */
export async function listsOf(q: Query, round: number): Promise<readonly WardList[]> {
  const found = await q.select().from(lists).where(eq(lists.roundId, round)).orderBy(asc(lists.n));
  return found.map(read);
}

/** These lists, in the order of their numbers; not held. */
export async function listsById(q: Query, ids: readonly number[]): Promise<readonly WardList[]> {
  if (ids.length === 0) return [];
  const found = await q
    .select()
    .from(lists)
    .where(inArray(lists.id, [...ids]))
    .orderBy(asc(lists.id));
  return found.map(read);
}

/** Takes a list for this transaction, so that one paper of it is written down at a time; null when there is none. */
export async function lockList(q: Query, id: number): Promise<WardList | null> {
  const [found] = await q.select().from(lists).where(eq(lists.id, id)).for('no key update');
  return found === undefined ? null : read(found);
}

/** Keeps what came back for a list. Which households stood on it is never changed. */
export async function saveList(
  q: Query,
  { id, lines, opinion, ward }: Pick<WardList, 'id' | 'lines' | 'opinion' | 'ward'>,
  { by, now }: By,
): Promise<void> {
  await q
    .update(lists)
    .set({ body: seal({ lines, opinion }) })
    .where(eq(lists.id, id));
  await noteDown(q, [{ actor: by, of: 'list', action: 'Kept', ward, ref: id }], now);
}

/** Which of these households of a list stood on one of an earlier year than the last before `listYear`, by its key. */
export async function stoodEarlier(
  q: Query,
  listed: readonly number[],
  listYear: number,
): Promise<ReadonlySet<number>> {
  if (listed.length === 0) return new Set();
  const found = await rows(
    q,
    sql`select distinct l.id from listed_households l
        join listed_households e on e.ward_id = l.ward_id and e.key = l.key
        where l.id in ${[...listed]} and e.list_year < ${listYear - 1}`,
    z.object({ id: z.number() }),
  );
  return new Set(found.map(({ id }) => id));
}

function read(row: typeof lists.$inferSelect): WardList {
  return {
    id: row.id,
    ward: row.wardId,
    round: row.roundId,
    n: row.n,
    ...unseal(row.body, bodySchema),
  };
}
