import { desc } from 'drizzle-orm';
import type { Query } from './db.ts';
import { pointTables } from './schema.ts';

/** A table of points as it was imported; `body` is JSON that only the rules understand. */
export type KeptPointTable = {
  readonly id: number;
  readonly standard: string;
  readonly body: string;
  readonly importedBy: string;
  readonly importedAt: Date;
};

/** Keeps an imported table beside those before it; gives its id. */
export async function keepPointTable(q: Query, table: Omit<KeptPointTable, 'id'>): Promise<number> {
  const [row] = await q.insert(pointTables).values(table).returning({ id: pointTables.id });
  if (row === undefined) throw new Error('The database gave no id for a table of points.');
  return row.id;
}

/** All imported tables, the newest first. */
export async function allPointTables(q: Query): Promise<readonly KeptPointTable[]> {
  return q.select().from(pointTables).orderBy(desc(pointTables.id));
}
