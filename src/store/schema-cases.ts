import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment, ref, sealed } from './columns.ts';
import { persons, wards, zones } from './schema.ts';

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
    /** How often a household that stopped half-way was reminded, when last, and whether it asked to be left alone. */
    reminded: integer('reminded').notNull().default(0),
    remindedAt: moment('reminded_at'),
    remindersOff: boolean('reminders_off').notNull().default(false),
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

/** The poor and near-poor households of last year's list: whom a review visits besides those who ask for it. */
export const listedHouseholds = pgTable(
  'listed_households',
  {
    id: id('id'),
    wardId: ref('ward_id')
      .notNull()
      .references(() => wards.id, { onDelete: 'cascade' }),
    zoneId: ref('zone_id')
      .notNull()
      .references(() => zones.id, { onDelete: 'cascade' }),
    /** The year of the list they stand on. */
    listYear: integer('list_year').notNull(),
    category: text('category', { enum: ['poor', 'near-poor'] }).notNull(),
    /** Blind: the same household listed twice for a year is one. */
    key: text('key').notNull(),
    /** The head's name, the address, the ward's own number of it. */
    details: sealed('details').notNull(),
    importedAt: moment('imported_at').notNull(),
  },
  (table) => [
    uniqueIndex('listed_households_key').on(table.wardId, table.listYear, table.key),
    index('listed_households_zone').on(table.zoneId, table.listYear),
  ],
);

/**
 * What is held of a match. `same`: one household, and of two cases the first goes on, the later one is set aside;
 * `later`: one household, and the later case goes on.
 */
export const matchStates = ['suspected', 'same', 'later', 'apart'] as const;
export type MatchState = (typeof matchStates)[number];

/**
 * That a case may be of the same household as one listed, or as another case. Suspected by us, decided by a head, and
 * decided anew as often as wanted; neither side is changed by it.
 */
export const matches = pgTable(
  'matches',
  {
    id: id('id'),
    wardId: ref('ward_id').notNull(),
    zoneId: ref('zone_id').notNull(),
    caseId: ref('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    listedId: ref('listed_id').references(() => listedHouseholds.id, { onDelete: 'cascade' }),
    /** The case that came first; `case_id` is the later one. */
    otherCaseId: ref('other_case_id').references(() => cases.id, { onDelete: 'cascade' }),
    /** How alike, of 100. */
    score: integer('score').notNull(),
    state: text('state', { enum: matchStates }).notNull(),
    foundAt: moment('found_at').notNull(),
    decidedBy: ref('decided_by'),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    uniqueIndex('matches_listed').on(table.caseId, table.listedId),
    uniqueIndex('matches_case').on(table.caseId, table.otherCaseId),
    index('matches_zone').on(table.zoneId),
    check('matches_one', sql`(${table.listedId} is null) <> (${table.otherCaseId} is null)`),
  ],
);
