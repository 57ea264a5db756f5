import { sql } from 'drizzle-orm';
import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment, ref } from './columns.ts';
import { wards, zones } from './schema.ts';

/**
 * Totals of a year that the ward entered by hand, of a zone or (without one) of all of it: where no list of that year is
 * here, and of all who live there. Numbers of nobody, so not sealed.
 */
export const totals = pgTable(
  'totals',
  {
    id: id('id'),
    wardId: ref('ward_id')
      .notNull()
      .references(() => wards.id, { onDelete: 'cascade' }),
    zoneId: ref('zone_id').references(() => zones.id, { onDelete: 'cascade' }),
    year: integer('year').notNull(),
    poor: integer('poor'),
    nearPoor: integer('near_poor'),
    poorPersons: integer('poor_persons'),
    nearPoorPersons: integer('near_poor_persons'),
    /** All households and people who live there, and those of ethnic minorities. */
    households: integer('households'),
    persons: integer('persons'),
    minorityHouseholds: integer('minority_households'),
    minorityPersons: integer('minority_persons'),
    /** Where the numbers are from, in the ward's own words. */
    source: text('source').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (table) => [uniqueIndex('totals_of').on(table.wardId, sql`coalesce(zone_id, 0)`, table.year)],
);
