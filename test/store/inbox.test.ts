import { asc, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  finishUpdate,
  giveUpUpdate,
  openUpdates,
  postponeUpdate,
  takeUpdate,
  writeDown,
} from '../../src/store/inbox.ts';
import { inbox } from '../../src/store/schema.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { at, empty, incoming } from './given.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => empty(test.db));
afterAll(() => test?.close());

const open = async (clock = '08:00') => openUpdates(test.db, at(clock), 100);
const take = (id: number) => test.db.tx((q) => takeUpdate(q, id));
const finish = (id: number) => test.db.tx((q) => finishUpdate(q, id, at('08:00')));

/** Writes updates down one after the other and gives their ids. */
async function written(...updates: readonly ReturnType<typeof incoming>[]): Promise<number[]> {
  await writeDown(test.db, updates, at('08:00'));
  const found = await test.db.q
    .select({ id: inbox.id })
    .from(inbox)
    .where(isNull(inbox.doneAt))
    .orderBy(asc(inbox.id));
  return found.map(({ id }) => id);
}

describe('the inbox', () => {
  it('counts the same update once: in one batch, in the next, and after it was handled', async () => {
    const [id] = await written(incoming({}), incoming({}));
    expect(await written(incoming({ input: { kind: 'text', text: 'said otherwise' } }))).toEqual([id]);
    expect(await take(id!)).toEqual(incoming({}));
    await finish(id!);
    expect(await written(incoming({}))).toEqual([]);
  });

  it('takes the same key of two bots for two updates', async () => {
    expect(await written(incoming({ bot: 'a' }), incoming({ bot: 'b' }))).toHaveLength(2);
  });

  it('takes an empty batch', async () => {
    expect(await written()).toEqual([]);
  });

  it.each([
    ['NUL', 'a\0b', 'a\0c'],
    ['lone surrogates', '\ud800', '\udfff'],
    ['quotes and backslashes', '"\\u0000', '\\"'],
    ['letters beyond ASCII', 'Nguyễn Thị Hoà 👨‍👩‍👧', 'Nguyễn Thị Hoa'],
  ])('gives text, key and address with %s back as they came', async (_, odd, other) => {
    const first = incoming({ key: odd, address: odd, input: { kind: 'text', text: odd } });
    const second = incoming({ key: other, address: other, input: { kind: 'text', text: other } });
    const ids = await written(first, second);
    expect(await open()).toEqual(ids);
    expect([await take(ids[0]!), await take(ids[1]!)]).toEqual([first, second]);
    expect(await written(first, second)).toEqual(ids);
  });

  it('opens the first update of each chat, and the next one only when that is done', async () => {
    const [hoa1, hoa2, binh1, otherBot] = await written(
      incoming({ key: '1' }),
      incoming({ key: '2' }),
      incoming({ key: '3', address: 'bình' }),
      incoming({ key: '4', bot: 'c' }),
    );
    expect(await open()).toEqual([hoa1, binh1, otherBot]);
    expect(await openUpdates(test.db, at('08:00'), 2)).toEqual([hoa1, binh1]);
    await finish(hoa1!);
    expect(await open()).toEqual([hoa2, binh1, otherBot]);
  });

  it('lets a postponed update hold back its own chat until it is due, and no other', async () => {
    const [hoa1, , binh1] = await written(
      incoming({ key: '1' }),
      incoming({ key: '2' }),
      incoming({ key: '3', address: 'bình' }),
    );
    expect(await postponeUpdate(test.db, hoa1!, at('08:10'))).toBe(1);
    expect(await open('08:09')).toEqual([binh1]);
    expect(await open('08:10')).toEqual([hoa1, binh1]);
    expect(await postponeUpdate(test.db, hoa1!, at('08:20'))).toBe(2);
    expect(await open('08:10')).toEqual([binh1]);
  });

  it('does not postpone what is done', async () => {
    const [id] = await written(incoming({}));
    await finish(id!);
    expect(await postponeUpdate(test.db, id!, at('08:10'))).toBe(0);
    expect(await open('08:20')).toEqual([]);
  });

  it('erases what was said once it is handled', async () => {
    const [id] = await written(incoming({}));
    await finish(id!);
    expect(await test.db.q.select({ body: inbox.body, doneAt: inbox.doneAt }).from(inbox)).toEqual([
      { body: null, doneAt: at('08:00') },
    ]);
    expect(await take(id!)).toBeNull();
  });

  it('goes on behind an update that is given up, whose words stay for repair', async () => {
    const [first, second] = await written(incoming({ key: '1' }), incoming({ key: '2' }));
    await test.db.tx((q) => giveUpUpdate(q, first!, at('08:00'), 'TypeError'));
    expect(await open()).toEqual([second]);
    const [kept] = await test.db.q.select().from(inbox).orderBy(asc(inbox.id)).limit(1);
    expect(kept).toMatchObject({ failed: 'TypeError', body: expect.stringContaining('xin chào') });
  });

  it('has an update open again when its handling failed halfway', async () => {
    const [id] = await written(incoming({}));
    const failing = test.db.tx(async (q) => {
      await takeUpdate(q, id!);
      await finishUpdate(q, id!, at('08:00'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await open()).toEqual([id]);
    expect(await take(id!)).toEqual(incoming({}));
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)(
  'the inbox between connections of a server (the embedded database has only one)',
  () => {
    it('gives an update to one connection at a time, and makes nobody wait', async () => {
      const [id] = await written(incoming({}));
      await test.db.tx(async (mine) => {
        expect(await takeUpdate(mine, id!)).toEqual(incoming({}));
        expect(await take(id!)).toBeNull();
        await finishUpdate(mine, id!, at('08:00'));
        expect(await take(id!)).toBeNull();
      });
      expect(await take(id!)).toBeNull();
    });

    it('counts the same update once when two write it down at once', async () => {
      await Promise.all([1, 2, 3, 4].map(() => writeDown(test.db, [incoming({})], at('08:00'))));
      expect(await written()).toHaveLength(1);
    });
  },
);
