import { describe, expect, it } from 'vitest';
import { finishUpdate, takeUpdate, writeDown } from '../../src/store/inbox.ts';
import { ownDatabase } from './database.ts';
import { at, incoming, written } from './given.ts';

const test = ownDatabase();
const take = (id: number) => test.db.tx((q) => takeUpdate(q, id));

describe('the inbox between connections of a server', () => {
  it('gives an update to one connection at a time, and makes nobody wait', async () => {
    const [id] = await written(test.db, incoming({}));
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
    expect(await written(test.db)).toHaveLength(1);
  });
});
