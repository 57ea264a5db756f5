import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgSequence, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment, ref, sealed } from './columns.ts';
import { chats } from './schema.ts';

/** Updates as they came in, unique by bot and key; the body is erased once handled. */
export const inbox = pgTable(
  'inbox',
  {
    id: id('id'),
    bot: text('bot').notNull(),
    key: text('key').notNull(),
    address: text('address').notNull(),
    body: sealed('body'),
    receivedAt: moment('received_at').notNull(),
    doneAt: moment('done_at'),
    failures: integer('failures').notNull().default(0),
    retryAt: moment('retry_at'),
    /** The error's name of an update given up on; its sender was told. */
    failed: text('failed'),
  },
  (table) => [
    uniqueIndex('inbox_key').on(table.bot, table.key),
    index('inbox_open')
      .on(table.bot, table.address, table.id)
      .where(sql`done_at is null`),
  ],
);

/** What is still to be said. Holds what to say, not the words; erased once sent. */
export const outbox = pgTable(
  'outbox',
  {
    id: id('id'),
    wardId: ref('ward_id'),
    caseId: ref('case_id'),
    chatId: ref('chat_id')
      .notNull()
      .references(() => chats.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    /** It offers choices. */
    offers: boolean('offers').notNull().default(false),
    /** Nobody asked for it: only a task takes something over from what was asked before. */
    unasked: boolean('unasked').notNull().default(false),
    message: sealed('message'),
    createdAt: moment('created_at').notNull(),
    /** Not before this: quiet hours. Does not hold back what comes after it. */
    notBefore: moment('not_before').notNull(),
    /** A repeated send waits for this, and all later messages of the chat with it. */
    retryAt: moment('retry_at'),
    claimedUntil: moment('claimed_until'),
    attempts: integer('attempts').notNull().default(0),
    settledAt: moment('settled_at'),
    outcome: text('outcome'),
  },
  (table) => [
    index('outbox_open')
      .on(table.chatId, table.id)
      .where(sql`settled_at is null`),
  ],
);

/** Rises with every line kept or changed, so that an open page can ask for what is new. */
export const webChanges = pgSequence('web_changes');

/** The web chat's own transcript: what Telegram keeps for its users, we keep for ours. */
export const webLines = pgTable(
  'web_lines',
  {
    id: id('id'),
    change: ref('change')
      .notNull()
      .default(sql`nextval('web_changes')`),
    address: text('address').notNull(),
    /** The outbox id of a bot message, or the key under which the person said something. */
    ref: text('ref').notNull(),
    sender: text('sender', { enum: ['bot', 'me'] }).notNull(),
    body: sealed('body').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    uniqueIndex('web_lines_ref').on(table.address, table.ref),
    index('web_lines_change').on(table.address, table.change),
  ],
);
