import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What queries are written against: the database, or the transaction they are part of. */
export type Query = PgDatabase<PgQueryResultHKT>;

/**
 * One open database. Inside of `tx` only its own handle may be used: the embedded database has one connection,
 * so `q` or a second `tx` would wait for the transaction it stands in; that is refused with an error.
 */
export type Database = {
  readonly engine: 'postgres' | 'pglite';
  /** For queries outside of a transaction. */
  readonly q: Query;
  /**
   * Commits what `work` did when it returns, and nothing of it when it throws. Who holds rows of several kinds takes them
   * in one order, so that no two wait for each other: cases, their zone, its meeting, dossiers, what waits in the outbox;
   * and of one kind by their numbers. Work that ends with a `Last` statement saves one way to the server and back.
   */
  tx<T>(work: (q: Query) => Promise<T | Last<T>>): Promise<T>;
  /** A copy of the embedded database as a tar file; absent on PostgreSQL, whose tool is pg_dump. */
  dump?(): Promise<Blob>;
  close(): Promise<void>;
};

/**
 * The one statement that is left of a transaction: the server hears it and the commit together, so that neither waits
 * for the other. Nothing is kept when it fails; what its rows say comes too late to undo it.
 */
export class Last<T> {
  readonly #run: () => Promise<T>;
  #begun: Promise<T> | undefined;

  constructor(run: () => Promise<T>) {
    this.#run = run;
  }

  /** Sends it off, once. */
  begin(): Promise<T> {
    this.#begun ??= this.#run();
    return this.#begun;
  }
}

/** What a transaction gives whose last statement may still be to do. */
export async function ended<T>(result: T | Last<T>): Promise<T> {
  return result instanceof Last ? result.begin() : result;
}

/**
 * Sends two statements off together, so that the second does not wait for the answer to the first. Waits for both also
 * when one fails: a transaction must not end while a part of it is still at work.
 */
export async function together<A, B>(one: PromiseLike<A>, other: PromiseLike<B>): Promise<[A, B]> {
  // A query is done anew by each `then`, so both are made promises first.
  const both = [Promise.resolve(one), Promise.resolve(other)] as const;
  await Promise.allSettled(both);
  return Promise.all(both);
}

/** Says why a database cannot be opened or used, and what to do about it. */
export class DatabaseError extends Error {}

/** Says that a transaction lost its connection; it may be tried again if doing it twice does no harm. */
export class ConnectionLost extends DatabaseError {
  constructor() {
    super(
      'The connection to the database was lost in a transaction. Unless it was just being committed, nothing of it was kept; try again.',
    );
  }
}

/** The numbers that PostgreSQL gives to the types of columns which we read in our own way. */
export const columnType = { int8: 20, timestamptz: 1184 } as const;

/** Reads an int8, in both engines, as a number that is exact. */
export function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new DatabaseError(`The number ${text} is too large to be read exactly.`);
  return value;
}

/** What an error of the driver or of the disk says, for a message that goes on with what to do. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node gives the error of a host with several addresses an empty message.
  return error.message || ('code' in error ? String(error.code) : '');
}
