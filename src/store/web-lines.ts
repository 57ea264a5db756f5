import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Query } from './db.ts';
import { webLines } from './schema-queues.ts';
import { seal, unseal } from './seal.ts';

const choiceSchema = z.object({ label: z.string(), data: z.string(), picked: z.boolean().exactOptional() });
const renderedSchema = z.object({
  text: z.string(),
  options: z.array(choiceSchema),
  actions: z.array(choiceSchema),
  chart: z
    .object({
      title: z.string(),
      series: z.array(z.string()),
      rows: z.array(z.object({ label: z.string(), values: z.array(z.number()) })),
    })
    .exactOptional(),
  picture: z
    .object({ sheet: z.string(), alt: z.string(), drawings: z.array(z.string()), again: z.boolean() })
    .exactOptional(),
  speech: z.object({ text: z.string(), language: z.enum(['vi', 'en']) }).exactOptional(),
});
type Kept = z.infer<typeof renderedSchema>;

export type WebLine = {
  readonly id: number;
  readonly change: number;
  readonly ref: string;
  readonly sender: 'bot' | 'me';
  readonly body: Kept;
  readonly at: Date;
};

/** What was said in one web chat after a change number, in the order of change. */
export async function webLinesAfter(
  db: Database,
  address: string,
  after: number,
): Promise<readonly WebLine[]> {
  const found = await db.q
    .select()
    .from(webLines)
    .where(and(eq(webLines.address, address), gt(webLines.change, after)))
    .orderBy(asc(webLines.change));
  return found.map((row) => ({ ...row, body: unseal(row.body, renderedSchema) }));
}

type NewLine = {
  readonly address: string;
  readonly ref: string;
  readonly sender: 'bot' | 'me';
  readonly body: unknown;
  readonly at: Date;
};

/** Keeps a line once by its reference. */
export async function keepWebLine(db: Database, line: NewLine): Promise<void> {
  await db.tx(async (q) => {
    await inTurn(q, line.address);
    await q
      .insert(webLines)
      .values({ ...line, body: seal(line.body) })
      .onConflictDoNothing();
  });
}

/** Changes a kept line in place; gives whether there was one. */
export async function changeWebLine(
  db: Database,
  address: string,
  ref: string,
  body: unknown,
): Promise<boolean> {
  return db.tx(async (q) => {
    await inTurn(q, address);
    const changed = await q
      .update(webLines)
      .set({ body: seal(body), change: sql`nextval('web_changes')` })
      .where(and(eq(webLines.address, address), eq(webLines.ref, ref)))
      .returning({ id: webLines.id });
    return changed.length > 0;
  });
}

/** Takes all words out of a chat's lines; a browser that shows them hears of it as of any change. */
export async function eraseWebLines(q: Query, address: string): Promise<void> {
  await inTurn(q, address);
  const body = seal({ text: '', options: [], actions: [] });
  await q
    .update(webLines)
    .set({ body, change: sql`nextval('web_changes')` })
    .where(eq(webLines.address, address));
}

/** Lines of one chat are kept one after the other, so that no change number becomes visible after a higher one. */
async function inTurn(q: Query, address: string): Promise<void> {
  await q.execute(sql`select pg_advisory_xact_lock(hashtext(${address}))`);
}
