import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite } from '../../src/store/invitations.ts';
import { headsOf, makeChat, markGone, reach, savePerson } from '../../src/store/people.ts';
import { chats } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { ownDatabase } from './database.ts';
import { at, counted, speakerAt, zoneNamed } from './given.ts';

const test = ownDatabase();

describe('the people', () => {
  it('get one person for a new address, however often it speaks', async () => {
    const first = await speakerAt(test.db, 'hoa');
    expect(first).toMatchObject({
      channel: 'telegram',
      language: 'vi',
      focus: 'interview',
      desk: null,
      toldMenu: null,
      posts: [],
    });
    expect(await speakerAt(test.db, 'hoa')).toEqual(first);
    expect(await counted(test.db)).toEqual({ persons: 1, chats: 1 });
  });

  it('are others at another address and at another bot', async () => {
    const one = await speakerAt(test.db, 'hoa');
    const two = await speakerAt(test.db, 'Hoa');
    const three = await speakerAt(test.db, 'hoa', at('06:00'), { bot: 'c' });
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
    const chat = { channel: 'telegram', bot: 'b', address: 'hoa' };
    await Promise.all([1, 2, 3, 4].map(() => test.db.tx((q) => makeChat(q, chat, at('08:00')))));
    expect(await counted(test.db)).toEqual({ persons: 1, chats: 1 });
  });

  it('keep what is changed of their conversation, and the rest', async () => {
    const { id } = await speakerAt(test.db, 'hoa');
    await savePerson(test.db.q, id, { language: 'en', flow: seal(['a\0']) });
    await savePerson(test.db.q, id, { focus: 'desk' });
    await savePerson(test.db.q, id, {});
    expect(await speakerAt(test.db, 'hoa')).toMatchObject({
      language: 'en',
      focus: 'desk',
      flow: seal(['a\0']),
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
