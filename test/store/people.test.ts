import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptInvitation, invite } from '../../src/store/invitations.ts';
import { headsOf, markGone, reach, savePerson, speakerOf } from '../../src/store/people.ts';
import { chats, persons } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { at, empty, incoming, speakerAt, waitUntilBlocked, zoneNamed } from './given.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => empty(test.db));
afterAll(() => test?.close());

const counted = async () => ({
  persons: (await test.db.q.select().from(persons)).length,
  chats: (await test.db.q.select().from(chats)).length,
});

describe('the people', () => {
  it('get one person for a new address, however often it speaks', async () => {
    const first = await speakerAt(test.db, 'hoa');
    expect(first).toMatchObject({
      channel: 'telegram',
      language: 'vi',
      focus: 'interview',
      desk: null,
      menu: null,
      posts: [],
    });
    expect(await speakerAt(test.db, 'hoa')).toEqual(first);
    expect(await counted()).toEqual({ persons: 1, chats: 1 });
  });

  it('are others at another address and at another bot', async () => {
    const one = await speakerAt(test.db, 'hoa');
    const two = await speakerAt(test.db, 'Hoa');
    const three = await test.db.tx((q) => speakerOf(q, incoming({ address: 'hoa', bot: 'c' }), at('06:00')));
    expect(new Set([one.id, two.id, three.id]).size).toBe(3);
  });

  it('are told apart at addresses that a text column cannot hold', async () => {
    const odd = ['a\0', 'a\0\0', '\ud800', '\ud801', '\ufffd', '\\u0000'];
    const ids: number[] = [];
    for (const address of [...odd, ...odd]) ids.push((await speakerAt(test.db, address)).id);
    expect(new Set(ids).size).toBe(odd.length);
    expect(ids.slice(0, odd.length)).toEqual(ids.slice(odd.length));
  });

  it('stay one when an address speaks several times at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => speakerAt(test.db, 'hoa')));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await counted()).toEqual({ persons: 1, chats: 1 });
  });

  it('keep what is changed of their conversation, and the rest', async () => {
    const { id } = await speakerAt(test.db, 'hoa');
    await savePerson(test.db.q, id, { language: 'en', menu: seal(['a\0']) });
    await savePerson(test.db.q, id, { focus: 'desk' });
    await savePerson(test.db.q, id, {});
    expect(await speakerAt(test.db, 'hoa')).toMatchObject({
      language: 'en',
      focus: 'desk',
      menu: seal(['a\0']),
      desk: null,
    });
  });

  it('speak with the posts they hold', async () => {
    const place = await zoneNamed(test.db, 'khu-1');
    const other = await zoneNamed(test.db, 'khu-2');
    const { id } = await speakerAt(test.db, 'trưởng khu');
    const code = await invite(test.db.q, place, at('09:00'));
    await test.db.tx((q) => acceptInvitation(q, code, id, at('08:00')));
    expect((await speakerAt(test.db, 'trưởng khu')).posts).toEqual([{ role: 'head', zone: place.zone }]);
    expect(await headsOf(test.db.q, place.zone)).toEqual([id]);
    expect(await headsOf(test.db.q, other.zone)).toEqual([]);
  });

  it('are reached in the chat that they used last and that is not gone', async () => {
    const hoa = await speakerAt(test.db, 'hoa', at('08:00'));
    const [web] = await test.db.q
      .insert(chats)
      .values({ personId: hoa.id, channel: 'web', bot: 'web', address: 'w', lastUsedAt: at('09:00') })
      .returning({ id: chats.id });
    const binh = await speakerAt(test.db, 'bình', at('07:00'));
    const onWeb = { chat: web!.id, channel: 'web', person: hoa.id };
    const onTelegram = { chat: hoa.chat, channel: 'telegram', person: hoa.id };
    const other = { chat: binh.chat, channel: 'telegram', person: binh.id };
    expect(await reach(test.db.q, [hoa.id, binh.id])).toEqual([onWeb, other]);

    await markGone(test.db.q, web!.id, at('09:10'));
    expect(await reach(test.db.q, [hoa.id])).toEqual([onTelegram]);
    await markGone(test.db.q, hoa.chat, at('09:20'));
    expect(await reach(test.db.q, [hoa.id, binh.id])).toEqual([other]);

    await speakerAt(test.db, 'hoa', at('09:30'));
    expect(await reach(test.db.q, [hoa.id])).toEqual([onTelegram]);
    expect(await reach(test.db.q, [])).toEqual([]);
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)(
  'the people between connections of a server (the embedded database has only one)',
  () => {
    const speak = () => speakerAt(test.db, 'hoa');

    it('stay one when a second connection meets an address that a first is just making', async () => {
      const [first, second] = await test.db.tx(async (q) => {
        const made = await speakerOf(q, incoming({ address: 'hoa' }), at('08:00'));
        const waiting = speak();
        await waitUntilBlocked(test.db, 1);
        return [made, waiting] as const;
      });
      expect((await second).id).toBe(first.id);
      expect(await counted()).toEqual({ persons: 1, chats: 1 });
    });

    it('are served one thing at a time, the later one on what the earlier one left', async () => {
      const { id } = await speak();
      const [second] = await test.db.tx(async (q) => {
        await speakerOf(q, incoming({ address: 'hoa' }), at('08:00'));
        const waiting = speak();
        await waitUntilBlocked(test.db, 1);
        await savePerson(q, id, { language: 'en' });
        return [waiting] as const;
      });
      expect(await second).toMatchObject({ id, language: 'en' });
    });
  },
);
