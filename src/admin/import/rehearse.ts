import type { Database, Query } from '../../store/db.ts';

/** Thrown to undo what was only rehearsed. */
class Rehearsed extends Error {}

/** Does the work in one transaction; of a rehearsal nothing is kept, and what it gives is what it would have done. */
export async function inOne<T>(
  db: Database,
  isRehearsal: boolean,
  work: (q: Query) => Promise<T>,
): Promise<T> {
  if (!isRehearsal) return db.tx(work);
  const done: T[] = [];
  const rehearsal = db.tx(async (q) => {
    done.push(await work(q));
    throw new Rehearsed();
  });
  return rehearsal.catch((error: unknown) => {
    const [value] = done;
    if (!(error instanceof Rehearsed) || value === undefined) throw error;
    return value;
  });
}
