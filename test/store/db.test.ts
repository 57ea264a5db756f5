import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { ConnectionLost, type Database, openDatabase, type Query, rows } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { refuseOldVersion } from '../../src/store/postgres.ts';
import { seal, sealedSchema, unseal } from '../../src/store/seal.ts';
import { type TestDatabase, testDatabase } from './database.ts';

const server = process.env.TEST_DATABASE_URL;
const note = pgTable('db_test_note', {
  id: bigint({ mode: 'number' }).primaryKey(),
  body: text().notNull(),
  at: timestamp({ withTimezone: true }),
});

function folder(): string {
  const made = fs.mkdtempSync(join(tmpdir(), 'rasoat-db-'));
  onTestFinished(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

// Small migrations of this file's own, so that it does not depend on the program's tables.
function migrations(steps: Record<string, string>): string {
  const made = fs.mkdtempSync(join(tmpdir(), 'rasoat-migrations-'));
  fs.mkdirSync(join(made, 'meta'));
  const tags = Object.keys(steps);
  for (const tag of tags) fs.writeFileSync(join(made, `${tag}.sql`), steps[tag]!);
  const entries = tags.map((tag, idx) => ({
    idx,
    version: '7',
    when: 1_700_000_000_000 + idx,
    tag,
    breakpoints: true,
  }));
  fs.writeFileSync(
    join(made, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  return made;
}

function signal(): { given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

const first = {
  '0000_note':
    'create table db_test_note (id bigint primary key, body text not null, at timestamptz);\n--> statement-breakpoint\ncreate table db_test_counter (n int not null);',
};

describe('the database', () => {
  const steps = migrations(first);
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase(steps);
  });
  afterAll(async () => {
    await test?.close();
    fs.rmSync(steps, { recursive: true });
  });

  it('gives raw rows in one shape from either engine', async () => {
    const at = new Date('2026-09-15T03:04:05.678Z');
    const query = sql`select ${7}::int8 as big, count(*) as count, 5::int as small, ${at}::timestamptz as at,
      null::timestamptz as never, true as yes, null::text as nothing, ${sql.param(['a', 'ấp 3'])}::text[] as names,
      array[1, 2]::int[] as numbers, array[3, 4]::int8[] as bigs, '{"a": [1]}'::jsonb as json, 'x' as text,
      '2026-09-15'::date as day, 1.5::float8 as real, ''::text as empty
      where ${'ấp 3'} = any(${sql.param(['a', 'ấp 3'])}::text[]) and ${at} <= ${at}::timestamptz`;
    const wanted = {
      big: 7,
      count: 1,
      small: 5,
      at,
      never: null,
      yes: true,
      nothing: null,
      names: ['a', 'ấp 3'],
      numbers: [1, 2],
      bigs: [3, 4],
      json: { a: [1] },
      text: 'x',
      day: '2026-09-15',
      real: 1.5,
      empty: '',
    };
    const any = z.record(z.string(), z.unknown());
    expect(await rows(test.db.q, query, any)).toEqual([wanted]);
    expect(await test.db.tx((q) => rows(q, query, any))).toEqual([wanted]);
    expect(await test.db.tx((q) => q.transaction((inner) => rows(inner, query, any)))).toEqual([wanted]);
  });

  it('reads times of raw rows without parameters, and rows of statements that return none', async () => {
    const at = z.object({ at: z.date() });
    const [row] = await rows(test.db.q, sql`select '2026-01-02 03:04:05+07'::timestamptz as at`, at);
    expect(row?.at.toISOString()).toBe('2026-01-01T20:04:05.000Z');
    expect(await rows(test.db.q, sql`select now() as at where false`, at)).toEqual([]);
    expect(await rows(test.db.q, sql`delete from db_test_counter`, at)).toEqual([]);
    await expect(rows(test.db.q, sql`select 'x' as at`, at)).rejects.toThrow(z.ZodError);
  });

  it('refuses a number that would lose digits', async () => {
    const one = z.object({ n: z.number() });
    expect(await rows(test.db.q, sql`select 9007199254740991 as n`, one)).toEqual([
      { n: Number.MAX_SAFE_INTEGER },
    ]);
    const error: unknown = await rows(test.db.q, sql`select 9007199254740992 as n`, one).catch(
      (e: unknown) => e,
    );
    expect(String(error instanceof Error && error.cause ? error.cause : error)).toMatch(
      'too large to be read exactly',
    );
    expect(await rows(test.db.q, sql`select 1::int8 as n`, one)).toEqual([{ n: 1 }]);
  });

  it('writes and reads tables through the query builder', async () => {
    const row = { id: 1, body: 'Ấp Bình Hòa', at: new Date('2026-09-15T03:04:05.678Z') };
    await test.db.tx(async (q) => {
      await q.insert(note).values([row, { ...row, id: 2, at: null }]);
    });
    expect(await test.db.q.select().from(note).orderBy(note.id)).toEqual([row, { ...row, id: 2, at: null }]);
  });

  it('stores sealed values that plain text could not hold', async () => {
    const values = [
      '\0',
      'a\0b',
      '\ud800',
      '\udfff\ud800',
      '👨‍👩‍👧‍👦 🇻🇳',
      'Nguyễn Thị Hoà',
      '',
      0,
      null,
      { a: ['\0'] },
    ];
    for (const [index, value] of values.entries()) {
      await test.db.q.insert(note).values({ id: 100 + index, body: seal(value) });
      const query = sql`select body from db_test_note where id = ${100 + index}`;
      const [row] = await rows(test.db.q, query, z.object({ body: sealedSchema }));
      expect(unseal(row!.body, z.unknown())).toEqual(value);
    }
  });

  it('undoes everything when a transaction throws, and only the inner part when that alone does', async () => {
    const add = (id: number) => ({ id, body: 'x' });
    const failing = test.db.tx(async (q) => {
      await q.insert(note).values(add(200));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await test.db.tx(async (q) => {
      await q.insert(note).values(add(201));
      const inner = q.transaction(async (deeper) => {
        await deeper.insert(note).values(add(202));
        await deeper.insert(note).values(add(201));
      });
      await expect(inner).rejects.toThrow();
      await q.insert(note).values(add(203));
    });
    const found = await rows(
      test.db.q,
      sql`select id from db_test_note where id between 200 and 209 order by id`,
      z.object({ id: z.number() }),
    );
    expect(found).toEqual([{ id: 201 }, { id: 203 }]);
  });

  it('does not say it committed what a caught error had undone', async () => {
    const half = test.db.tx(async (q) => {
      await q.insert(note).values({ id: 210, body: 'x' });
      await q.execute(sql`select 1/0`).catch(() => {});
    });
    await expect(half).rejects.toThrow();
    let kept: Query | undefined;
    await test.db.tx(async (q) => {
      kept = q;
    });
    const late = kept!.insert(note).values({ id: 211, body: 'x' }).execute();
    await expect(late).rejects.toThrow();
    expect(
      await rows(test.db.q, sql`select id from db_test_note where id in (210, 211)`, z.unknown()),
    ).toEqual([]);
  });

  it('counts to 20 when 20 transactions read, think and write at once', async () => {
    await test.db.q.execute(sql`insert into db_test_counter values (0)`);
    const one = z.object({ n: z.number() });
    const add = () =>
      test.db.tx(async (q) => {
        const [row] = await rows(q, sql`select n from db_test_counter for update`, one);
        await new Promise((resolve) => setImmediate(resolve));
        await q.execute(sql`update db_test_counter set n = ${row!.n + 1}`);
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await rows(test.db.q, sql`select n from db_test_counter`, one)).toEqual([{ n: 20 }]);
  });

  it('keeps a query from outside out of an open transaction', async () => {
    const opened = signal();
    const asked = signal();
    const work = test.db.tx(async (q) => {
      await q.insert(note).values({ id: 300, body: 'never' });
      opened.give();
      await asked.given;
      throw new Error('stop');
    });
    await opened.given;
    const outside = test.db.q.insert(note).values({ id: 301, body: 'kept' }).execute();
    asked.give();
    await expect(work).rejects.toThrow('stop');
    await outside;
    const found = await rows(
      test.db.q,
      sql`select id from db_test_note where id in (300, 301)`,
      z.object({ id: z.number() }),
    );
    expect(found).toEqual([{ id: 301 }]);
  });

  it('migrates once, however many start at the same time, and goes on from where it was', async () => {
    const more = migrations({ ...first, '0001_more': 'create table db_test_more (id int)' });
    onTestFinished(() => fs.rmSync(more, { recursive: true }));
    const others = server
      ? [1, 2, 3].map(() => openDatabase({ databaseUrl: test.databaseUrl, dataDir: '' }))
      : [];
    const all = [test.db, ...(await Promise.all(others))];
    try {
      await Promise.all(all.flatMap((db) => [migrate(db, more), migrate(db, more)]));
      const done = sql`select count(*) as count from drizzle.__drizzle_migrations`;
      expect(await rows(test.db.q, done, z.object({ count: z.number() }))).toEqual([{ count: 2 }]);
      await expect(migrate(test.db, steps)).rejects.toThrow('migrated by a newer rasoat');
    } finally {
      for (const db of all.slice(1)) await db.close();
    }
  });

  it('takes back a migration that fails halfway', async () => {
    const bad = migrations({
      ...first,
      '0001_more': '',
      '0002_half': 'create table db_test_half (id int);\n--> statement-breakpoint\nselect 1/0',
    });
    onTestFinished(() => fs.rmSync(bad, { recursive: true }));
    await expect(migrate(test.db, bad)).rejects.toThrow();
    const found = sql`select to_regclass('db_test_half') is null as gone`;
    expect(await rows(test.db.q, found, z.object({ gone: z.boolean() }))).toEqual([{ gone: true }]);
  });
});

describe.skipIf(server)('the embedded database', () => {
  it('refuses to be asked from inside of a transaction but not through it', async () => {
    const db = await openPglite({});
    onTestFinished(() => db.close());
    await expect(db.tx(async () => db.q.execute(sql`select 1`))).rejects.toThrow('through it');
    await expect(db.tx(() => db.tx(async () => 1))).rejects.toThrow('through it');
    const later = await db.tx(async () => () => db.q.execute(sql`select 1`));
    await expect(later()).resolves.toBeDefined();
  });

  it('has what was committed after the program was killed, and nothing else', async () => {
    const dataDir = folder();
    await kill(dataDir, 200);
    const db = await openDatabase({ dataDir });
    const query = sql`select count(*) as count, max(id) as last from kept`;
    const [found] = await rows(db.q, query, z.object({ count: z.number(), last: z.number() }));
    expect(found!.count).toBeGreaterThanOrEqual(200);
    expect(found!.last).toBe(found!.count);
    await db.q.execute(sql`insert into kept values (0)`);
    await db.close();
  });

  it('asks the disk to keep every commit', async () => {
    const db = await openDatabase({ dataDir: folder() });
    onTestFinished(() => db.close());
    await db.q.execute(sql`create table kept (id int)`);
    const synced = vi.spyOn(fs, 'fsyncSync');
    for (let id = 0; id < 5; id += 1) await db.q.execute(sql`insert into kept values (${id})`);
    expect(synced.mock.calls.length).toBeGreaterThanOrEqual(5);
    synced.mockRestore();
  });

  it('starts anew when its first making was cut off', async () => {
    const dataDir = folder();
    fs.mkdirSync(join(dataDir, 'pglite.new'));
    fs.writeFileSync(join(dataDir, 'pglite.new/PG_VERSION'), '18\n');
    const db = await openDatabase({ dataDir });
    await db.close();
    expect(fs.readdirSync(dataDir)).toEqual(['pglite']);
    expect(fs.statSync(join(dataDir, 'pglite')).mode & 0o777).toBe(0o700);
  });

  it('says which folder is damaged and what to do', async () => {
    const dataDir = folder();
    fs.mkdirSync(join(dataDir, 'pglite'));
    fs.writeFileSync(join(dataDir, 'pglite/PG_VERSION'), '18\n');
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      /Cannot open the embedded database in .*pglite: .*restore a backup/,
    );
  });

  it('copies itself as it was committed, also in the middle of a transaction', async () => {
    const db = await openPglite({});
    await db.q.execute(sql`create table kept (id int)`);
    await db.q.execute(sql`insert into kept values (1)`);
    const copy = await db.tx(async (q) => {
      await q.execute(sql`insert into kept values (2)`);
      return db.dump!();
    });
    await db.close();
    const second = await openPglite({ load: copy });
    onTestFinished(() => second.close());
    expect(await rows(second.q, sql`select id from kept`, z.object({ id: z.number() }))).toEqual([{ id: 1 }]);
  });
});

// Writes rows in a second program until at least `count` are reported as committed, and kills it in the middle.
async function kill(dataDir: string, count: number): Promise<void> {
  const door = fileURLToPath(new URL('../../src/store/db.ts', import.meta.url));
  const program = `
    import { sql } from 'drizzle-orm';
    const { openDatabase } = await import(${JSON.stringify(door)});
    const db = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    await db.q.execute(sql\`create table kept (id int)\`);
    for (let id = 1; ; id += 1) {
      await db.tx((q) => q.execute(sql\`insert into kept values (\${id})\`));
      process.stdout.write('.');
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  });
  let written = 0;
  for await (const dots of child.stdout) {
    written += String(dots).length;
    if (written >= count) child.kill('SIGKILL');
  }
}

describe('the address of the database', () => {
  const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: tmpdir() });

  it('is refused without its password when nothing answers there', async () => {
    const opened = open('postgres://rasoat:s3cret@127.0.0.1:1/rasoat');
    await expect(opened).rejects.toThrow(
      /DATABASE_URL \(postgres:\/\/rasoat@127.0.0.1:1\/rasoat\).*ECONNREFUSED.*Check that the server runs/,
    );
    await expect(opened).rejects.not.toThrow('s3cret');
  });

  it('is refused without its password when it is not one', async () => {
    for (const url of ['postgres://rasoat:s3cr#et@host:x/rasoat', 'hello', 'postgres://u:s3cr%zz@h/d']) {
      const error: unknown = await open(url).catch((e: unknown) => e);
      expect(String(error)).toMatch('DATABASE_URL');
      expect(JSON.stringify(error) + String(error)).not.toMatch('s3cr');
    }
  });

  it('is refused when something else answers there', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = z.object({ port: z.number() }).parse(other.address());
    await expect(open(`postgres://u:s3cret@127.0.0.1:${address.port}/d?connect_timeout=1`)).rejects.toThrow(
      'Cannot connect to DATABASE_URL',
    );
  });

  it('is refused when the server is too old', () => {
    expect(() => refuseOldVersion(140_012, '14.12')).toThrow('runs PostgreSQL 14.12; 15 or newer is needed');
    expect(() => refuseOldVersion(150_000, '15.0')).not.toThrow();
  });

  it.runIf(server)('is refused when the database is missing', async () => {
    const url = Object.assign(new URL(server!), { pathname: '/rasoat_none' }).href;
    await expect(open(url)).rejects.toThrow(/rasoat_none.*Create the database first/);
  });
});

describe.runIf(server)('a server', () => {
  const one = z.object({ n: z.number() });
  const works = (db: Database) =>
    expect.poll(() => db.tx((q) => rows(q, sql`select 1 as n`, one)).catch(() => 'lost')).toEqual([{ n: 1 }]);

  it('undoes a transaction whose connection it ends, and takes the next one', async () => {
    const test = await testDatabase(migrations(first));
    onTestFinished(() => test.close());
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
      await new Promise((resolve) => setTimeout(resolve, 100));
      await q.insert(note).values({ id: 402, body: 'never' });
    });
    await expect(paused).rejects.toThrow(ConnectionLost);
    await works(test.db);
    expect(await test.db.q.select().from(note)).toEqual([]);
  });

  it('is used again after the network was cut in the middle of many transactions', async () => {
    const test = await testDatabase(migrations(first));
    onTestFinished(() => test.close());
    const { hostname, port } = new URL(test.databaseUrl!);
    const sockets = new Set<Socket>();
    const proxy = createServer((socket) => {
      const onward = connect(Number(port), hostname);
      for (const one of [socket, onward]) sockets.add(one.on('error', () => {}));
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const address = z.object({ port: z.number() }).parse(proxy.address());
    const databaseUrl = Object.assign(new URL(test.databaseUrl!), {
      hostname: '127.0.0.1',
      port: address.port,
    }).href;
    const db = await openDatabase({ databaseUrl, dataDir: '' });
    onTestFinished(() => db.close());
    for (const cut of ['reset', 'end', 'reset'] as const) {
      const many = Array.from({ length: 30 }, (_, id) =>
        db.tx(async (q) => {
          await q.insert(note).values({ id: 500 + id, body: 'never' });
          await q.execute(sql`select pg_sleep(${id % 2 ? 0.5 : 0})`);
          await new Promise((resolve) => setTimeout(resolve, 300));
          throw new Error('stop');
        }),
      );
      setTimeout(() => {
        for (const socket of sockets) cut === 'reset' ? socket.resetAndDestroy() : socket.destroy();
        sockets.clear();
      }, 150);
      const ends = await Promise.allSettled(many);
      expect(ends.some(({ status }) => status === 'fulfilled')).toBe(false);
      await works(db);
      await expect.poll(() => rows(db.q, sql`select 1 as n`, one).catch(() => 'lost')).toEqual([{ n: 1 }]);
    }
    expect(await db.q.select().from(note)).toEqual([]);
  });

  it('is asked by named statements', async () => {
    const test = await testDatabase(migrations(first));
    onTestFinished(() => test.close());
    const names = await test.db.tx(async (q) => {
      await q.select().from(note).where(sql`${note.id} = ${1}`);
      return rows(
        q,
        sql`select count(*) as count from pg_prepared_statements where statement like ${'%db_test_note%'}`,
        z.object({ count: z.number() }),
      );
    });
    expect(names).toEqual([{ count: 1 }]);
  });
});
