import type postgres from 'postgres';
import { ConnectionLost, DatabaseError, Last } from './database.ts';

/** What is done in one transaction. */
export type Work = (client: postgres.Sql) => Promise<unknown>;
type Lane = {
  readonly client: postgres.Sql;
  readonly lost: Promise<never>;
  isLost(): boolean;
  lose(): void;
  /** It had a transaction, so its connection is open. */
  isOpen: boolean;
};

/**
 * Lends each transaction a connection of its own, in place of the driver's `begin`: when that loses its connection, it
 * writes the rollback into the closed socket, which ends the program, or lets the rest of the transaction run on a
 * new connection, outside of any (porsager/postgres issues 1208, 1189, 1216; seen with 3.4.9). A lost lane is never used again.
 */
export function openLanes(openOne: () => Lane) {
  const most = 10; // as many as the driver's own pool has
  const all = new Set<Lane>();
  const free: Lane[] = [];
  const waiting: (() => void)[] = [];
  const take = async (): Promise<Lane> => {
    for (;;) {
      const lane = free.pop() ?? (all.size < most ? openOne() : undefined);
      if (lane) all.add(lane);
      if (lane && !lane.isLost()) return lane;
      if (lane) giveBack(lane);
      else await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const giveBack = (lane: Lane): void => {
    if (lane.isLost()) {
      all.delete(lane);
      lane.client.end({ timeout: 0 }).catch(() => {});
    } else free.push(lane);
    waiting.shift()?.();
  };
  return {
    async transact(work: Work): Promise<unknown> {
      const lane = await take();
      try {
        return await Promise.race([lane.lost, transactIn(lane, work)]);
      } finally {
        giveBack(lane);
      }
    },
    close: () => Promise.all([...all].map((lane) => lane.client.end({ timeout: 5 }))),
  };
}

/** Opens a connection for one transaction at a time; it reads and writes values `like` the pool does. */
export function openLane(
  connect: (onclose: () => void) => postgres.Sql,
  like: Pick<postgres.Sql['options'], 'parsers' | 'serializers'>,
): Lane {
  let isLost = false;
  let reject = (_: Error): void => {};
  const lost = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  lost.catch(() => {}); // a lane may be lost while nobody is using it
  const lose = (): void => {
    isLost = true;
    reject(new ConnectionLost());
  };
  const client = connect(lose);
  Object.assign(client.options.parsers, like.parsers);
  Object.assign(client.options.serializers, like.serializers);
  return { client, lost, isLost: () => isLost, lose, isOpen: false };
}

/**
 * The first statement goes with the `begin`, and the commit with the last one where the work leaves it. That is safe on a
 * connection that is open: if it breaks both are lost. One that is still being opened could lose the `begin` alone.
 */
async function transactIn(lane: Lane, work: Work): Promise<unknown> {
  let open = true;
  let noteSent = (): void => {};
  const check = (): void => {
    if (lane.isLost()) throw new ConnectionLost();
    if (!open)
      throw new DatabaseError(
        'A transaction was used after its end. Wait for all of its queries inside of it.',
      );
    noteSent();
  };
  const handle = named(lane.client, { savepoint: (inner: Work) => savepoint(handle, inner) }, check);
  const begun = handle.unsafe('begin');
  // It is waited for below. A statement that cannot even be written makes the driver fail the `begin` before it, and leaves
  // that statement without an answer: the lane is given up, so that nobody waits for ever.
  begun.catch(() => {
    if (lane.isOpen) lane.lose();
  });
  try {
    if (!lane.isOpen) await begun;
    lane.isOpen = true;
    const result = await work(handle);
    await begun;
    const last = result instanceof Last ? await sendOff(result, (sent) => (noteSent = sent)) : null;
    const commit = handle.unsafe('commit');
    open = false;
    commit.catch(() => {}); // an error of the last statement says more
    await last?.done;
    const { command } = await commit;
    if (command === 'COMMIT') return result;
    throw new DatabaseError(
      'A statement of the transaction failed and its error was caught, so the whole transaction was undone. Let the error pass, or put the statement into a q.transaction of its own.',
    );
  } catch (error) {
    if (!lane.isLost()) await lane.client.unsafe('rollback').catch(() => lane.lose());
    throw error;
  } finally {
    open = false;
  }
}

/** Begins the last statement, and waits until it is on its way: the driver keeps the order in which it is given them. */
async function sendOff(
  last: Last<unknown>,
  onSent: (sent: () => void) => void,
): Promise<{ readonly done: Promise<unknown> }> {
  const sent = new Promise<void>((resolve) => onSent(resolve));
  const done = last.begin();
  done.catch(() => {}); // whoever waits for it hears of it
  await Promise.race([sent, done]);
  return { done };
}

async function savepoint(handle: postgres.Sql, work: Work): Promise<unknown> {
  // Names may repeat: the innermost one counts.
  await handle.unsafe('savepoint inner_part');
  try {
    const result = await work(handle);
    await handle.unsafe('release savepoint inner_part');
    return result;
  } catch (error) {
    await handle.unsafe('rollback to savepoint inner_part; release savepoint inner_part');
    throw error;
  }
}

/**
 * Drizzle asks for unnamed statements, which cost two round trips each; named ones cost one from their second use on
 * (measured: 780 instead of 528 transactions a second). For a pooler that cannot keep them, add ?prepare=false to DATABASE_URL.
 */
export function named(
  client: postgres.Sql,
  own: { begin?: (work: Work) => unknown; savepoint?: (work: Work) => unknown },
  check = (): void => {},
): postgres.Sql {
  const unsafe = (text: string, params: postgres.ParameterOrJSON<never>[] = [], options = {}) => {
    check();
    const how = params.length > 0 ? { ...options, prepare: true } : options;
    // At once, not when it is waited for: statements reach the server in the order in which they are given.
    return client.unsafe(text, params, how).execute();
  };
  const mine = new Map<PropertyKey, unknown>(Object.entries({ unsafe, ...own }));
  return new Proxy(client, { get: (target, key): unknown => mine.get(key) ?? Reflect.get(target, key) });
}
