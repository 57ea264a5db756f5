import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Incoming } from '../incoming.ts';
import { incomingSchema } from '../incoming.ts';
import type { Database, Query } from './db.ts';
import { rows } from './db.ts';
import { escapeText } from './escape-text.ts';
import { inbox } from './schema-queues.ts';
import { seal, sealedSchema, unseal } from './seal.ts';

/** Writes a batch down in one statement; what was written before stays as it is. Durable once it returns. */
export async function writeDown(db: Database, batch: readonly Incoming[], now: Date): Promise<void> {
  if (batch.length === 0) return;
  const values = batch.map((incoming) => ({
    bot: incoming.bot,
    // Keys and addresses are the channel's own; a text column cannot hold NUL.
    key: escapeText(incoming.key),
    address: escapeText(incoming.address),
    body: seal(incoming),
    receivedAt: now,
  }));
  await db.q.insert(inbox).values(values).onConflictDoNothing();
}

/** The oldest open update of each chat, if it is due: chats side by side, each chat in order. */
export async function openUpdates(db: Database, now: Date, most: number): Promise<number[]> {
  const found = await rows(
    db.q,
    sql`select id from (
          select distinct on (bot, address) id, retry_at from inbox where done_at is null order by bot, address, id
        ) first where retry_at is null or retry_at <= ${now} order by id limit ${most}`,
    z.object({ id: z.number() }),
  );
  return found.map((row) => row.id);
}

/** Takes an open update for this transaction; null when somebody else has it or it is done. */
export async function takeUpdate(q: Query, id: number): Promise<Incoming | null> {
  const [row] = await rows(
    q,
    sql`select body from inbox where id = ${id} and done_at is null for update skip locked`,
    z.object({ body: sealedSchema }),
  );
  return row === undefined ? null : unseal(row.body, incomingSchema);
}

/** The update is handled: what it said is erased, its key stays, so that a repetition counts once. */
export async function finishUpdate(q: Query, id: number, now: Date): Promise<void> {
  await q.update(inbox).set({ doneAt: now, body: null }).where(eq(inbox.id, id));
}

/** Handling failed: it is tried again at `retryAt`. Gives the number of failures so far. */
export async function postponeUpdate(db: Database, id: number, retryAt: Date): Promise<number> {
  const [row] = await db.q
    .update(inbox)
    .set({ failures: sql`${inbox.failures} + 1`, retryAt })
    .where(and(eq(inbox.id, id), isNull(inbox.doneAt)))
    .returning({ failures: inbox.failures });
  return row?.failures ?? 0;
}

/**
 * Gives an update up without reading it, so that it does not hold back its chat; the body is kept for repair.
 * Gives the chat that is to be told, null when the sender was never heard or somebody else has the update.
 */
export async function giveUpUpdate(q: Query, id: number, now: Date, reason: string): Promise<number | null> {
  const [row] = await rows(
    q,
    sql`with given_up as (
          update inbox set done_at = ${now}, failed = ${reason} where id = ${id} and done_at is null returning bot, address)
        select c.id as chat from given_up g join chats c on c.bot = g.bot and c.address = g.address`,
    z.object({ chat: z.number() }),
  );
  return row?.chat ?? null;
}
