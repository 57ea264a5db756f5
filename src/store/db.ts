import { join } from 'node:path';
import { Placeholder, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { columnType, type Database, type Query } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export { ConnectionLost, type Database, DatabaseError, Last, type Query, together } from './database.ts';

/** Opens the PostgreSQL server at `databaseUrl` or, without one, the embedded database in `dataDir`. */
export async function openDatabase(settings: {
  databaseUrl?: string | undefined;
  dataDir: string;
}): Promise<Database> {
  if (settings.databaseUrl) return openPostgres(settings.databaseUrl);
  return openPglite({ folder: join(settings.dataDir, 'pglite') });
}

/** Runs raw SQL: the same rows from both engines, with int8 as number and timestamptz as Date. */
export async function rows<T>(q: Query, query: SQL, schema: z.ZodType<T>): Promise<T[]> {
  const result: unknown = await q.execute(query);
  const records = recordsOf(result);
  const times = columnsOf(result).filter(({ type }) => type === columnType.timestamptz);
  if (times.length > 0) for (const record of records) readTimes(record, times);
  return z.array(schema).parse(records);
}

type Value = string | number | boolean | Date | null;

/**
 * A statement of the way that every answer takes: its text is made once, where `rows` makes it anew each time, and its
 * values go by the names that `value` gave them. It gives no times.
 */
export function statement<T>(query: SQL, schema: z.ZodType<T>) {
  const text = new PgDialect().sqlToQuery(query);
  return async (q: Query, values: Readonly<Record<string, Value>>): Promise<T[]> =>
    z
      .array(schema)
      .parse(recordsOf(await q._.session.prepareQuery(text, undefined, undefined, false).execute(values)));
}

/** The place of a value in a statement, and its type in the database. */
export function value(name: string, type: 'int8' | 'text' | 'bool' | 'json' | 'timestamptz' | 'date'): SQL {
  // A driver would write a text that is known to be JSON as JSON once more.
  return sql`${new Placeholder(name)}${sql.raw(type === 'json' ? '::text::json' : `::${type}`)}`;
}

const pgliteRows = z.object({ rows: z.array(z.unknown()) });
const pgliteColumns = z.object({ fields: z.array(z.object({ name: z.string(), dataTypeID: z.number() })) });
const postgresColumns = z.array(z.object({ name: z.string(), type: z.number() })).catch([]);

/** The driver of the server gives a list with more to it, the embedded database gives the list in an object. */
function recordsOf(result: unknown): readonly unknown[] {
  return Array.isArray(result) ? result : pgliteRows.parse(result).rows;
}

function columnsOf(result: unknown): readonly { readonly name: string; readonly type: number }[] {
  if (Array.isArray(result)) return postgresColumns.parse('columns' in result ? result.columns : []);
  return pgliteColumns.parse(result).fields.map(({ name, dataTypeID: type }) => ({ name, type }));
}

// Drizzle leaves times as text in both engines, and its own columns rely on that; so they are read here, not by the driver.
function readTimes(record: unknown, times: readonly { name: string }[]): void {
  if (typeof record !== 'object' || record === null) return;
  for (const { name } of times) {
    const text: unknown = Reflect.get(record, name);
    if (typeof text === 'string') Reflect.set(record, name, new Date(text));
  }
}
