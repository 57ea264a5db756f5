import { describe, expect, it } from 'vitest';
import { holdAccount } from '../../src/store/devices.ts';
import { makeChat, savePerson } from '../../src/store/people.ts';
import { endPost } from '../../src/store/posts.ts';
import { chats, posts } from '../../src/store/schema.ts';
import { ownDatabase } from './database.ts';
import { at, counted, incoming, speakerAt, take, waitUntilBlocked, written, zoneNamed } from './given.ts';

const test = ownDatabase();

describe('the people between connections of a server', () => {
  const speak = () => speakerAt(test.db, 'hoa');

  it('stay one when a second connection meets an address that a first is just making', async () => {
    const [second] = await test.db.tx(async (q) => {
      await makeChat(q, { channel: 'telegram', bot: 'b', address: 'hoa' }, at('08:00'));
      const waiting = speak();
      await waitUntilBlocked(test.db, 1);
      return [waiting] as const;
    });
    expect(await second).toMatchObject({ channel: 'telegram' });
    expect(await counted(test.db)).toEqual({ persons: 1, chats: 1 });
  });

  it('are served one thing at a time, the later one on what the earlier one left', async () => {
    const { id } = await speak();
    const web = { personId: id, channel: 'web', bot: 'web', address: 'w', lastUsedAt: at('06:00') };
    await test.db.q.insert(chats).values(web);
    const [first] = await written(test.db, incoming({ bot: 'web', address: 'w' }));
    const [second] = await test.db.tx(async (q) => {
      await take(q, first!);
      const waiting = speak();
      await waitUntilBlocked(test.db, 1);
      await savePerson(q, id, { language: 'en' });
      return [waiting] as const;
    });
    expect(await second).toMatchObject({ id, language: 'en' });
  });

  it('hold no post that ended while they waited', async () => {
    const { id } = await speak();
    const { ward, zone } = await zoneNamed(test.db, 'khu-1');
    await test.db.q
      .insert(posts)
      .values({ personId: id, role: 'head', wardId: ward, zoneId: zone, since: at('06:00') });
    const [second] = await test.db.tx(async (q) => {
      await holdAccount(q, id);
      await endPost(q, { person: id, zone, role: 'head' }, at('07:00'));
      const waiting = speak();
      await waitUntilBlocked(test.db, 1);
      return [waiting] as const;
    });
    expect((await second).posts).toEqual([]);
  });
});
