import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, ref } from './columns.ts';
import { wards } from './schema.ts';

const ward = () =>
  ref('ward_id')
    .notNull()
    .references(() => wards.id, { onDelete: 'cascade' });

/** Templates of papers that a ward put in place of the shipped ones. They hold no data of people, so nothing is sealed. */
export const paperTemplates = pgTable(
  'paper_templates',
  {
    wardId: ward(),
    paper: text('paper').notNull(),
    /** The DOCX file, base64. */
    body: text('body').notNull(),
    /** Who put it there, as they say. */
    setBy: text('set_by').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.wardId, table.paper] })],
);

/** That an office compared a template with the official form: this very file, by its SHA-256, and no other. For ever. */
export const paperConfirmations = pgTable(
  'paper_confirmations',
  {
    wardId: ward(),
    paper: text('paper').notNull(),
    hash: text('hash').notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    /** With which official text it was compared. */
    source: text('source').notNull(),
    confirmedAt: moment('confirmed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.wardId, table.paper, table.hash] })],
);
