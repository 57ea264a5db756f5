import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { dueSetters } from '../procedure/deadline.ts';
import { remindedAs, reminderTones } from '../procedure/reminding.ts';
import { id, moment, office, ref, sealed } from './columns.ts';
import { cases, listedHouseholds } from './schema-cases.ts';
import { outbox } from './schema-queues.ts';
import { persons, wards, zones } from './schema.ts';

const day = (name: string) => date(name, { mode: 'string' });
const ward = () =>
  ref('ward_id')
    .notNull()
    .references(() => wards.id, { onDelete: 'cascade' });
const zone = () =>
  ref('zone_id')
    .notNull()
    .references(() => zones.id, { onDelete: 'cascade' });

/** Rounds of review of a ward (đợt rà soát): the yearly one, and the regular ones of a month. */
export const rounds = pgTable(
  'rounds',
  {
    id: id('id'),
    wardId: ward(),
    kind: text('kind', { enum: ['yearly', 'regular'] }).notNull(),
    procedure: text('procedure').notNull(),
    /** The year of the list that it makes, and so of the standard. */
    listYear: integer('list_year').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    openedAt: moment('opened_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [uniqueIndex('rounds_start').on(table.wardId, table.kind, table.startsOn)],
);

const round = () =>
  ref('round_id')
    .notNull()
    .references(() => rounds.id, { onDelete: 'cascade' });

/** The zones that a round is limited to; without any it is of its whole ward. */
export const roundZones = pgTable('round_zones', { roundId: round(), zoneId: zone() }, (table) => [
  primaryKey({ columns: [table.roundId, table.zoneId] }),
]);

/** One household in one round (hồ sơ của hộ trong đợt rà soát): the row is the truth we read, its steps are its history. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: id('id'),
    wardId: ward(),
    zoneId: zone(),
    roundId: round(),
    /** What the household told; null while nobody has spoken for it. */
    caseId: ref('case_id').references(() => cases.id, { onDelete: 'set null' }),
    /** Its place on the last list. */
    listedId: ref('listed_id').references(() => listedHouseholds.id, { onDelete: 'set null' }),
    state: text('state').notNull(),
    step: integer('step').notNull(),
    body: sealed('body').notNull(),
    /** Who must act next, and until which day; null when nothing is left to do. */
    actsNext: text('acts_next'),
    dueOn: day('due_on'),
    dueConfirmed: boolean('due_confirmed').notNull().default(true),
    /** Who set that day: the law, the ward, or our plan. */
    dueBy: text('due_by', { enum: dueSetters }).notNull().default('plan'),
    /** The groups that people put a recognised household into (nhóm đối tượng); null until somebody did. */
    groups: sealed('groups'),
    /** How far those who must act were reminded of this step. */
    reminded: integer('reminded').notNull().default(0),
    openedAt: moment('opened_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('dossiers_case')
      .on(table.roundId, table.caseId)
      .where(sql`state <> 'removed'`),
    uniqueIndex('dossiers_listed')
      .on(table.roundId, table.listedId)
      .where(sql`state <> 'removed'`),
    index('dossiers_zone').on(table.zoneId, table.state),
    index('dossiers_ward').on(table.wardId, table.state),
    index('dossiers_of_case').on(table.caseId),
    index('dossiers_due')
      .on(table.dueOn)
      .where(sql`due_on is not null`),
  ],
);

const dossier = () =>
  ref('dossier_id')
    .notNull()
    .references(() => dossiers.id, { onDelete: 'cascade' });

/** The numbered steps of a household, for ever; a number is there once. */
export const dossierSteps = pgTable(
  'dossier_steps',
  {
    dossierId: dossier(),
    n: integer('n').notNull(),
    wardId: ward(),
    kind: text('kind').notNull(),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    /** Who did it; 0 for the operator. */
    actor: ref('actor').notNull(),
    /** The command with all that it said. */
    body: sealed('body').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.n] })],
);

/** Of which households a reminder in the outbox speaks, and how. */
export const reminderItems = pgTable(
  'reminder_items',
  {
    outboxId: ref('outbox_id')
      .notNull()
      .references(() => outbox.id, { onDelete: 'cascade' }),
    dossierId: dossier(),
    /** As what its reader acts on it, and in which tone it is said. */
    as: text('as', { enum: remindedAs }).notNull(),
    tone: text('tone', { enum: reminderTones }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.outboxId, table.dossierId] }),
    index('reminder_items_dossier').on(table.dossierId),
  ],
);

/** Village meetings (họp dân). */
export const meetings = pgTable(
  'meetings',
  {
    id: id('id'),
    wardId: ward(),
    zoneId: zone(),
    roundId: round(),
    /** The first, second, … of its zone in the round. */
    n: integer('n').notNull(),
    onDay: day('on_day').notNull(),
    state: text('state', { enum: ['called', 'held', 'put-off'] }).notNull(),
    /** Time and place; who took part by group; what was voted. */
    body: sealed('body').notNull(),
    calledBy: ref('called_by').notNull(),
    calledAt: moment('called_at').notNull(),
    heldAt: moment('held_at'),
  },
  (table) => [uniqueIndex('meetings_number').on(table.roundId, table.zoneId, table.n)],
);

/** Posted lists (niêm yết) of a zone, as they hung; what stands on one is never changed. */
export const postings = pgTable(
  'postings',
  {
    id: id('id'),
    wardId: ward(),
    zoneId: zone(),
    roundId: round(),
    n: integer('n').notNull(),
    /** Opens its page while it is posted. */
    token: text('token').notNull().unique(),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    untilConfirmed: boolean('until_confirmed').notNull(),
    /** Household, name and class of each line. */
    body: sealed('body').notNull(),
    postedBy: ref('posted_by').notNull(),
    postedAt: moment('posted_at').notNull(),
  },
  (table) => [
    uniqueIndex('postings_number').on(table.roundId, table.zoneId, table.n),
    index('postings_zone').on(table.zoneId, table.untilDay),
  ],
);

/** Complaints (khiếu nại, ý kiến) about a household on a posted list. Who complained is told to nobody but the officer. */
export const complaints = pgTable(
  'complaints',
  {
    id: id('id'),
    wardId: ward(),
    dossierId: dossier(),
    personId: ref('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    body: sealed('body').notNull(),
    at: moment('at').notNull(),
    answer: sealed('answer'),
    answeredAt: moment('answered_at'),
  },
  (table) => [index('complaints_dossier').on(table.dossierId)],
);

/** Lists that a ward put together for the opinion and the chairman's decision. */
export const lists = pgTable(
  'lists',
  {
    id: id('id'),
    wardId: ward(),
    roundId: round(),
    n: integer('n').notNull(),
    body: sealed('body').notNull(),
    madeBy: ref('made_by').notNull(),
    madeAt: moment('made_at').notNull(),
  },
  (table) => [uniqueIndex('lists_number').on(table.roundId, table.n)],
);

/** Who is kin of a household, and so does nothing official with it; and who stands in. */
export const kin = pgTable(
  'kin',
  {
    dossierId: dossier(),
    personId: ref('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    as: text('as', { enum: ['kin', 'deputy'] }).notNull(),
    /** Who said so. */
    saidBy: ref('said_by').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.personId] })],
);

/** Posts at the office of a ward: công chức giảm nghèo, and who writes down what the chairman decides. */
export const wardPosts = pgTable(
  'ward_posts',
  {
    personId: ref('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    role: office('role').notNull(),
    wardId: ward(),
    since: moment('since').notNull(),
    until: day('until'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role, table.wardId] }),
    index('ward_posts_ward').on(table.wardId),
  ],
);

/** One-time invitations to a post at the office of a ward; only the hash of the code is kept. */
export const wardInvitations = pgTable('ward_invitations', {
  hash: text('hash').primaryKey(),
  role: office('role').notNull(),
  wardId: ward(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  usedBy: ref('used_by').references(() => persons.id, { onDelete: 'set null' }),
});

/** Terms that a ward set itself, in place of our plan or of what is not confirmed. */
export const terms = pgTable(
  'terms',
  {
    wardId: ward(),
    procedure: text('procedure').notNull(),
    state: text('state').notNull(),
    days: integer('days').notNull(),
    kind: text('kind', { enum: ['working', 'calendar'] }).notNull(),
    /** By which document, as the ward says. */
    document: text('document').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.wardId, table.procedure, table.state] })],
);

/** Support promised to a household (hỗ trợ), and whether it arrived. */
export const supports = pgTable(
  'supports',
  {
    id: id('id'),
    wardId: ward(),
    dossierId: dossier(),
    year: integer('year').notNull(),
    policy: text('policy').notNull(),
    promisedBy: ref('promised_by').notNull(),
    promisedOn: day('promised_on').notNull(),
    arrivedOn: day('arrived_on'),
    /** Why it will not come, or what else there is to say. */
    note: sealed('note'),
  },
  (table) => [uniqueIndex('supports_policy').on(table.dossierId, table.year, table.policy)],
);

/** Visits to a household after it was recognised, and when the next one is due. */
export const visits = pgTable(
  'visits',
  {
    id: id('id'),
    wardId: ward(),
    dossierId: dossier(),
    personId: ref('person_id').notNull(),
    onDay: day('on_day').notNull(),
    nextDay: day('next_day'),
    note: sealed('note').notNull(),
  },
  (table) => [index('visits_dossier').on(table.dossierId, table.id)],
);
