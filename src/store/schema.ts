import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { id, moment, ref, role, sealed } from './columns.ts';

/** Wards (phường, xã). */
export const wards = pgTable('wards', {
  id: id('id'),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  area: text('area', { enum: ['rural', 'urban'] }).notNull(),
  /** The code of its province, for the province's own standard; null when it is not known. */
  province: text('province'),
  /** Whom to speak to at its office: name, number, hours. Told to everybody who asks. */
  contact: sealed('contact'),
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
    /** The zone into which it was merged; its link leads there, and no household chooses it any more. */
    mergedInto: ref('merged_into'),
  },
  (table) => [
    uniqueIndex('zones_ward_name')
      .on(table.wardId, table.name)
      .where(sql`merged_into is null`),
  ],
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
  /** Where they are in something that is told in several messages: a meeting, a complaint, a list. */
  flow: sealed('flow'),
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
    /** The kind and case of the latest message that asks for something, for which typed words are, and what it offers in words. */
    askedKind: text('asked_kind'),
    askedCase: ref('asked_case'),
    askedMenu: sealed('asked_menu'),
    /** What was offered since then by a message that nobody asked for. */
    toldMenu: sealed('told_menu'),
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
    role: role('role').notNull(),
    wardId: ref('ward_id')
      .notNull()
      .references(() => wards.id, { onDelete: 'cascade' }),
    zoneId: ref('zone_id')
      .notNull()
      .references(() => zones.id, { onDelete: 'cascade' }),
    since: moment('since').notNull(),
    /** A stand-in holds it until this day, the last one included; null without an end. */
    until: date('until', { mode: 'string' }),
    /** The holder is ill or away until this day, the last one included, and hears of nothing new. */
    awayUntil: date('away_until', { mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role, table.zoneId] }),
    index('posts_zone').on(table.zoneId),
  ],
);

/** Whom a ward named for the posts of its zones (khu trưởng, cộng tác viên), talking with the bot or not yet. */
export const staff = pgTable(
  'staff',
  {
    id: id('id'),
    wardId: ref('ward_id')
      .notNull()
      .references(() => wards.id, { onDelete: 'cascade' }),
    zoneId: ref('zone_id')
      .notNull()
      .references(() => zones.id, { onDelete: 'cascade' }),
    role: role('role').notNull(),
    /** Blind: the same person named twice for a post of a zone is one. */
    key: text('key').notNull(),
    /** Name, number, hours in which they can be called. */
    details: sealed('details').notNull(),
    /** Who took the post up with an invitation. */
    personId: ref('person_id').references(() => persons.id, { onDelete: 'set null' }),
    importedAt: moment('imported_at').notNull(),
    /** They hold the post no longer. */
    endedAt: moment('ended_at'),
  },
  (table) => [uniqueIndex('staff_key').on(table.zoneId, table.role, table.key)],
);

/** What changed in the life of a ward: posts given and ended, zones merged and moved. For ever, beside the cases' own history. */
export const changes = pgTable('changes', {
  id: id('id'),
  wardId: ref('ward_id').notNull(),
  zoneId: ref('zone_id'),
  type: text('type').notNull(),
  body: sealed('body').notNull(),
  /** Who did it; 0 for the operator. */
  actor: ref('actor').notNull(),
  at: moment('at').notNull(),
});

/** One-time, short-lived invitations to a post; only the hash of the code is kept. */
export const invitations = pgTable('invitations', {
  hash: text('hash').primaryKey(),
  role: role('role').notNull(),
  wardId: ref('ward_id')
    .notNull()
    .references(() => wards.id, { onDelete: 'cascade' }),
  zoneId: ref('zone_id')
    .notNull()
    .references(() => zones.id, { onDelete: 'cascade' }),
  /** Whom the ward named for the post, where it is known. */
  staffId: ref('staff_id').references(() => staff.id, { onDelete: 'cascade' }),
  /** The post of a stand-in ends on this day. */
  until: date('until', { mode: 'string' }),
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
