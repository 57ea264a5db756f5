import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Sealed } from './seal.ts';

const id = (name: string) => bigint(name, { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const ref = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const sealed = (name: string) => text(name).$type<Sealed>();

/** Wards (phường, xã). */
export const wards = pgTable('wards', {
  id: id('id'),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  area: text('area', { enum: ['rural', 'urban'] }).notNull(),
  /** The code of its province, for the province's own standard; null when it is not known. */
  province: text('province'),
  /** Part of the demonstration area: nothing in it is real. */
  demo: boolean('demo').notNull().default(false),
});

/** Zones of a ward (khu, thôn, tổ dân phố); `code` stands in the link that residents are given. */
export const zones = pgTable(
  'zones',
  {
    id: id('id'),
    wardId: ref('ward_id')
      .notNull()
      .references(() => wards.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    code: text('code').notNull().unique(),
  },
  (table) => [uniqueIndex('zones_ward_name').on(table.wardId, table.name)],
);

/** People who talk with the bot; what they are to a case follows from posts and cases. */
export const persons = pgTable('persons', {
  id: id('id'),
  language: text('language', { enum: ['vi', 'en'] })
    .notNull()
    .default('vi'),
  /** Which conversation a typed text belongs to, and what a head has on the desk. */
  focus: text('focus', { enum: ['interview', 'desk'] })
    .notNull()
    .default('interview'),
  desk: sealed('desk'),
  /** The choices of the latest message that are not answers of an open question, so that they can be typed. */
  menu: sealed('menu'),
  /** The account that this one was joined to: the same human, met in another channel first. Kept, so that events stay true. */
  joinedTo: bigint('joined_to', { mode: 'number' }),
  createdAt: moment('created_at').notNull(),
});

/** Where a person can be reached. Addresses stay in here: the core never sees one. */
export const chats = pgTable(
  'chats',
  {
    id: id('id'),
    personId: ref('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    channel: text('channel').notNull(),
    bot: text('bot').notNull(),
    address: text('address').notNull(),
    /** The channel's own reference of the latest message that offers a choice. */
    promptRef: text('prompt_ref'),
    /** The case and kind of that message; only the same may change it in place. */
    promptOf: text('prompt_of'),
    lastUsedAt: moment('last_used_at').notNull(),
    /** The person blocked the bot, or the account is gone. */
    goneAt: moment('gone_at'),
  },
  (table) => [
    uniqueIndex('chats_address').on(table.bot, table.address),
    index('chats_person').on(table.personId, table.lastUsedAt),
  ],
);

/** Posts that persons hold in zones. */
export const posts = pgTable(
  'posts',
  {
    personId: ref('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['head'] }).notNull(),
    wardId: ref('ward_id')
      .notNull()
      .references(() => wards.id, { onDelete: 'cascade' }),
    zoneId: ref('zone_id')
      .notNull()
      .references(() => zones.id, { onDelete: 'cascade' }),
    since: moment('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role, table.zoneId] }),
    index('posts_zone').on(table.zoneId),
  ],
);

/** One-time, short-lived invitations to a post; only the hash of the code is kept. */
export const invitations = pgTable('invitations', {
  hash: text('hash').primaryKey(),
  role: text('role', { enum: ['head'] }).notNull(),
  wardId: ref('ward_id')
    .notNull()
    .references(() => wards.id, { onDelete: 'cascade' }),
  zoneId: ref('zone_id')
    .notNull()
    .references(() => zones.id, { onDelete: 'cascade' }),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  usedBy: ref('used_by').references(() => persons.id, { onDelete: 'set null' }),
});

/** One-time codes with which a further phone or browser is joined to an account; only the hash of the code is kept. */
export const deviceCodes = pgTable('device_codes', {
  hash: text('hash').primaryKey(),
  /** Whose account it opens. */
  personId: ref('person_id')
    .notNull()
    .references(() => persons.id, { onDelete: 'cascade' }),
  /** Who asked for it: the person, a head, or 0 for the operator. */
  issuedBy: ref('issued_by').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});

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

/** One household's case: its interview and what the head did with it. The row is the truth we read. */
export const cases = pgTable(
  'cases',
  {
    id: id('id'),
    wardId: ref('ward_id').references(() => wards.id),
    zoneId: ref('zone_id').references(() => zones.id),
    personId: ref('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    stage: text('stage').notNull(),
    listYear: integer('list_year').notNull(),
    interview: sealed('interview').notNull(),
    review: sealed('review').notNull(),
    startedAt: moment('started_at').notNull(),
    sentAt: moment('sent_at'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('cases_person').on(table.personId, table.id),
    index('cases_zone').on(table.zoneId, table.stage, table.sentAt),
  ],
);

/** What happened to each case, for ever. */
export const events = pgTable(
  'events',
  {
    id: id('id'),
    wardId: ref('ward_id'),
    caseId: ref('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    personId: ref('person_id').notNull(),
    type: text('type').notNull(),
    body: sealed('body').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('events_case').on(table.caseId, table.id)],
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

/** Facts about this installation, such as that its demonstration area was made. */
export const settings = pgTable(
  'settings',
  { name: text('name').primaryKey(), value: text('value').notNull() },
  (table) => [check('settings_named', sql`${table.name} <> ''`)],
);

/** Tables of points (bảng điểm B1) that operators took over from official texts: who, when, with which citation. Never changed. */
export const pointTables = pgTable('point_tables', {
  id: id('id'),
  standard: text('standard').notNull(),
  /** The table as the rules read it, JSON. Public law, so not sealed. */
  body: text('body').notNull(),
  importedBy: text('imported_by').notNull(),
  importedAt: moment('imported_at').notNull(),
});
