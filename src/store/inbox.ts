import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Incoming } from '../incoming.ts';
import type { Database, Query } from './db.ts';
import { rows, statement, value } from './db.ts';
import { escapeText } from './escape-text.ts';
import { inbox } from './schema-queues.ts';
import { seal, sealedSchema } from './seal.ts';

const openSchema = z.object({ id: z.number(), bot: z.string(), address: z.string(), body: sealedSchema });

/** An update that is to be handled: `bot` and `address`, as they stand in the database, are its chat. */
export type Open = z.infer<typeof openSchema>;

const write = statement(
  sql`insert into inbox (bot, key, address, body, received_at)
      select each.bot, each.key, each.address, each.body, ${value('now', 'timestamptz')}
      from json_to_recordset(${value('batch', 'json')}) as each (at int, bot text, key text, address text, body text)
      order by each.at
      on conflict do nothing
      returning id, bot, address, body`,
  openSchema,
);

/**
 * Writes a batch down in one statement; what was written before stays as it is. Durable once it returns. Gives those
 * that are new.
 */
export async function writeDown(
  db: Database,
  batch: readonly Incoming[],
  now: Date,
): Promise<readonly Open[]> {
  if (batch.length === 0) return [];
  const values = batch.map((incoming, at) => ({
    at,
    bot: incoming.bot,
    // Keys and addresses are the channel's own; a text column cannot hold NUL.
    key: escapeText(incoming.key),
    address: escapeText(incoming.address),
    body: seal(incoming),
  }));
  return write(db.q, { batch: JSON.stringify(values), now });
}

/** The oldest open update of each chat, if it is due: chats side by side, each chat in order. */
export async function openUpdates(db: Database, now: Date, most: number): Promise<readonly Open[]> {
  return rows(
    db.q,
    sql`select id, bot, address, body from (
          select distinct on (bot, address) id, bot, address, body, retry_at from inbox
          where done_at is null order by bot, address, id
        ) first where retry_at is null or retry_at <= ${now} order by id limit ${most}`,
    openSchema,
  );
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
