import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment, ref } from './columns.ts';
import { rounds } from './schema-rounds.ts';
import { persons } from './schema.ts';

/** Links by which somebody at an office looks at a round once; only the hash of one is kept. */
export const glanceLinks = pgTable('glance_links', {
  hash: text('hash').primaryKey(),
  personId: ref('person_id')
    .notNull()
    .references(() => persons.id, { onDelete: 'cascade' }),
  roundId: ref('round_id')
    .notNull()
    .references(() => rounds.id, { onDelete: 'cascade' }),
  expiresAt: moment('expires_at').notNull(),
});
