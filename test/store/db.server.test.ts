import fs from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { ConnectionLost, type Database, openDatabase, rows } from '../../src/store/db.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { first, migrations, note } from './notes.ts';

async function withNotes(): Promise<TestDatabase> {
  const steps = migrations(first);
  const test = await testDatabase(steps);
  onTestFinished(() => test.close().finally(() => fs.rmSync(steps, { recursive: true })));
  return test;
}

/** A way to the server on which all connections can be cut at once. */
async function throughProxy(address: string) {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    for (const one of [socket, onward]) sockets.add(one.on('error', () => {}));
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const proxy = z.object({ port: z.number() }).parse(server.address());
  const own = Object.assign(new URL(address), { hostname: '127.0.0.1', port: proxy.port });
  const cut = (how: 'reset' | 'end') => {
    for (const socket of sockets) {
      if (how === 'reset') socket.resetAndDestroy();
      else socket.destroy();
    }
    sockets.clear();
  };
  return { databaseUrl: own.href, cut };
}

describe('a server', () => {
  const one = z.object({ n: z.number() });
  const works = (db: Database) =>
    expect.poll(() => db.tx((q) => rows(q, sql`select 1 as n`, one)).catch(() => 'lost')).toEqual([{ n: 1 }]);

  it('that does not have the database says so', async () => {
    const url = Object.assign(new URL(process.env.TEST_DATABASE_URL!), { pathname: '/rasoat_none' }).href;
    const opened = openDatabase({ databaseUrl: url, dataDir: '' });
    await expect(opened).rejects.toThrow(/rasoat_none.*Create the database first/);
  });

  it('undoes a transaction whose connection it ends, and takes the next one', async () => {
    const test = await withNotes();
    const ended = sql`select pg_terminate_backend(pg_backend_pid())`;
    for (const last of [sql`select 1`, sql`select 2 as n where ${1} = 1`]) {
      const killed = test.db.tx(async (q) => {
        await q.insert(note).values({ id: 400, body: 'never' });
        await q.execute(ended).catch(() => {});
        await q.execute(last);
      });
      await expect(killed).rejects.toThrow();
      await works(test.db);
    }
    // The other side ends it in a pause of the transaction.
    const paused = test.db.tx(async (q) => {
      await q.insert(note).values({ id: 401, body: 'never' });
      const pid = (await rows(q, sql`select pg_backend_pid() as n`, one))[0]!.n;
      await test.db.q.execute(sql`select pg_terminate_backend(${pid}::int)`);
      await setTimeout(100);
      await q.insert(note).values({ id: 402, body: 'never' });
    });
    await expect(paused).rejects.toThrow(ConnectionLost);
    await works(test.db);
    expect(await test.db.q.select().from(note)).toEqual([]);
  });

  it('is used again after the network was cut in the middle of many transactions', async () => {
    const test = await withNotes();
    const proxy = await throughProxy(test.databaseUrl!);
    const db = await openDatabase({ databaseUrl: proxy.databaseUrl, dataDir: '' });
    onTestFinished(() => db.close());
    for (const cut of ['reset', 'end', 'reset'] as const) {
      const many = Array.from({ length: 30 }, (_, id) =>
        db.tx(async (q) => {
          await q.insert(note).values({ id: 500 + id, body: 'never' });
          await q.execute(sql`select pg_sleep(${id % 2 ? 0.5 : 0})`);
          await setTimeout(300);
          throw new Error('stop');
        }),
      );
      const isCut = setTimeout(150).then(() => proxy.cut(cut));
      const ends = await Promise.allSettled(many);
      await isCut;
      expect(ends.some(({ status }) => status === 'fulfilled')).toBe(false);
      await works(db);
      await expect.poll(() => rows(db.q, sql`select 1 as n`, one).catch(() => 'lost')).toEqual([{ n: 1 }]);
    }
    expect(await db.q.select().from(note)).toEqual([]);
  });

  it('keeps no first statement whose begin was lost with the network, at whatever moment', async () => {
    const test = await withNotes();
    const proxy = await throughProxy(test.databaseUrl!);
    const db = await openDatabase({ databaseUrl: proxy.databaseUrl, dataDir: '' });
    onTestFinished(() => db.close());
    let isOver = false;
    let undone = 0;
    let lost = 0;
    const writer = async (id: number) => {
      while (!isOver) {
        const work = db.tx(async (q) => {
          await q.insert(note).values({ id, body: 'never' });
          throw new Error('stop');
        });
        const error = await work.catch((thrown: unknown) => thrown);
        if (error instanceof Error && error.message === 'stop') undone += 1;
        else lost += 1;
      }
    };
    const writers = Array.from({ length: 8 }, (_, id) => writer(id));
    for (let n = 0; n < 60; n += 1) {
      await setTimeout(n % 50);
      proxy.cut(n % 2 === 0 ? 'reset' : 'end');
    }
    isOver = true;
    await Promise.all(writers);
    // Both happened: some went their whole way, many were cut off on it.
    expect(undone).toBeGreaterThan(0);
    expect(lost).toBeGreaterThan(8);
    expect(await test.db.q.select().from(note)).toEqual([]);
  });

  it('is asked by named statements', async () => {
    const test = await withNotes();
    const names = await test.db.tx(async (q) => {
      await q
        .select()
        .from(note)
        .where(sql`${note.id} = ${1}`);
      return rows(
        q,
        sql`select count(*) as count from pg_prepared_statements where statement like ${'%db_test_note%'}`,
        z.object({ count: z.number() }),
      );
    });
    expect(names).toEqual([{ count: 1 }]);
  });
});
