import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { Last, openDatabase, type Query, rows, together } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { seal, sealedSchema, unseal } from '../../src/store/seal.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { first, migrations, note } from './notes.ts';

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

  it('ends no transaction while one of two statements sent off together is still at work', async () => {
    let isOver = false;
    const late = async () => {
      await setTimeout(50);
      isOver = true;
    };
    const failing = test.db.tx((q) => together(q.execute(sql`select 1 / 0`), late()));
    await expect(failing).rejects.toThrow();
    expect(isOver).toBe(true);
  });

  it('keeps what a last statement wrote and gives what it found, and nothing of the rest when it fails', async () => {
    const write = (id: number, last: ReturnType<typeof sql>) =>
      test.db.tx(async (q) => {
        await q.insert(note).values({ id, body: 'before' });
        return new Last(() => rows(q, last, z.object({ id: z.number() })));
      });
    const insert = (id: number) =>
      sql`insert into db_test_note values (${id}, 'last') returning (select max(id) from db_test_note) as id`;
    // The rest is part of the same transaction: the last statement finds it, and 221 is there already the second time.
    for (const [id, last] of [
      [220, 221],
      [222, 223],
    ] as const)
      expect(await write(id, insert(last))).toEqual([{ id }]);
    await expect(write(224, insert(221))).rejects.toThrow();
    await expect(write(226, sql`select 1 / 0 as id`)).rejects.toThrow();
    const kept = await rows(
      test.db.q,
      sql`select id from db_test_note where id between 220 and 229 order by id`,
      z.object({ id: z.number() }),
    );
    expect(kept.map(({ id }) => id)).toEqual([220, 221, 222, 223]);
  });

  it('undoes everything when the last statement cannot be begun', async () => {
    const none = test.db.tx(async (q) => {
      await q.insert(note).values({ id: 230, body: 'x' });
      return new Last(() => Promise.reject(new Error('not today')));
    });
    await expect(none).rejects.toThrow('not today');
    expect(
      await test.db.q
        .select()
        .from(note)
        .where(sql`id = 230`),
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
    const others = test.databaseUrl
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

function signal(): { given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}
