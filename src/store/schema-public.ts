import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment, ref } from './columns.ts';
import { rounds } from './schema-rounds.ts';

/**
 * What the office of a ward has published of a round: the numbers as they were at that moment, the small ones already
 * hidden. Numbers of nobody, so not sealed.
 */
export const publications = pgTable('publications', {
  roundId: ref('round_id')
    .primaryKey()
    .references(() => rounds.id, { onDelete: 'cascade' }),
  /** JSON, as `publishedSchema` reads it. */
  body: text('body').notNull(),
  publishedAt: moment('published_at').notNull(),
});
