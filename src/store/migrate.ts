import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import { type Database, DatabaseError, rows } from './db.ts';

// Beside src/ and dist/, so that the path is the same from both.
const packageFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

// Any number will do, as long as every rasoat uses the same one.
const migrationLock = 7_204_215;

/** Brings the tables up to date, all steps or none; of several programs that start at once, one does it and the others wait. */
export async function migrate(db: Database, migrationsFolder: string = packageFolder): Promise<void> {
  const steps = readMigrationFiles({ migrationsFolder });
  await db.tx(async (q) => {
    // Held until the commit; PGlite has it too, so both engines take the same way.
    await q.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    await q.execute(sql`create schema if not exists drizzle`);
    await q.execute(
      sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
    const last = sql`select created_at as at from drizzle.__drizzle_migrations order by created_at desc limit 1`;
    const [done] = await rows(q, last, z.object({ at: z.number() }));
    refuseNewer(done?.at ?? 0, steps.at(-1)?.folderMillis ?? 0);
    for (const step of steps.filter(({ folderMillis }) => folderMillis > (done?.at ?? 0))) {
      for (const statement of step.sql) await q.execute(sql.raw(statement));
      await q.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${step.hash}, ${step.folderMillis})`,
      );
    }
  });
}

function refuseNewer(done: number, known: number): void {
  if (done <= known) return;
  const [newest, mine] = [done, known].map((at) => new Date(at).toISOString());
  throw new DatabaseError(
    `The database was migrated by a newer rasoat (its last step is of ${newest}, the last one known here of ${mine}). Start that version, or restore a backup made before it.`,
  );
}
