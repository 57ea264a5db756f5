import { describe, expect, it } from 'vitest';
import { writeDown } from '../../src/store/inbox.ts';
import { ownDatabase } from './database.ts';
import { at, finish, incoming, take, written } from './given.ts';

const test = ownDatabase();

describe('the inbox between connections of a server', () => {
  it('gives an update to one connection at a time, and makes nobody wait', async () => {
    const [update] = await written(test.db, incoming({}));
    const isHad = () => test.db.tx(async (q) => (await take(q, update!)) !== null);
    await test.db.tx(async (mine) => {
      expect(await take(mine, update!)).not.toBeNull();
      expect(await isHad()).toBe(false);
      await finish(mine, update!);
      expect(await isHad()).toBe(false);
    });
    expect(await isHad()).toBe(false);
  });

  it('counts the same update once when two write it down at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => writeDown(test.db, [incoming({})], at('08:00'))));
    expect(await written(test.db)).toHaveLength(1);
  });
});
