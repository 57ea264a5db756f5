import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { readers, subjects } from '../record/entry.ts';
import { id, moment, ref } from './columns.ts';

/**
 * The record (nhật ký): every change and every reading of a household's case, by reference only. Entries are written with
 * the change, unlinked, and linked into one chain soon after; a trigger refuses to change or remove them. No foreign
 * keys: an entry outlives what it is about.
 */
export const record = pgTable(
  'record',
  {
    /** The order of writing; has gaps where a transaction was not kept. */
    id: id('id'),
    /** The number in the chain, from 1 without a gap; null until it is linked. */
    n: ref('n'),
    at: moment('at').notNull(),
    /** Who did it; 0 for the operator and for what the program does by itself. */
    actor: ref('actor').notNull(),
    /** As what somebody reads of a household. */
    as: text('as', { enum: readers }),
    of: text('of', { enum: subjects }).notNull(),
    /** What was done: the type of an event, the kind of a step, what was read. */
    action: text('action').notNull(),
    caseId: ref('case_id'),
    dossierId: ref('dossier_id'),
    wardId: ref('ward_id'),
    /** Which row of its kind; of a step its number. */
    ref: ref('ref'),
    /** Salted hash of the row that was added and is never changed. */
    digest: text('digest'),
    /** Salted hash of the row that was changed, as it is then. */
    state: text('state'),
    /** The salt of both; erased with what they are of, for then nobody can guess at it. Not a part of the chain. */
    salt: text('salt'),
    /** Hash of the salt, which stays. */
    mark: text('mark'),
    previous: text('previous'),
    hash: text('hash'),
  },
  (table) => [
    uniqueIndex('record_number')
      .on(table.n)
      .where(sql`n is not null`),
    index('record_open')
      .on(table.id)
      .where(sql`n is null`),
    index('record_read_case')
      .on(table.caseId)
      .where(sql`"of" = 'reading'`),
    index('record_read_dossier')
      .on(table.dossierId)
      .where(sql`"of" = 'reading'`),
  ],
);
