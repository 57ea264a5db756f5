import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { notice, say } from '../../src/decision.ts';
import {
  cancelWaiting,
  claim,
  enqueue,
  freeClaims,
  settleGone,
  settleRejected,
  settleRetry,
  settleSent,
  timesTold,
} from '../../src/store/outbox.ts';
import { reach, shownTo, speakerNow } from '../../src/store/people.ts';
import { outbox } from '../../src/store/schema-queues.ts';
import { chats } from '../../src/store/schema.ts';
import { type Sealed, unseal } from '../../src/store/seal.ts';
import { typedMenuSchema } from '../../src/survey/typed-menu.ts';
import { ownDatabase } from './database.ts';
import { at, claimAt, kinds, leaseMs, queue, queueClaimed, speakerAt } from './given.ts';

const test = ownDatabase();
let hoa: number;
let binh: number;
beforeEach(async () => {
  hoa = (await speakerAt(test.db, 'hoa')).chat;
  binh = (await speakerAt(test.db, 'bình')).chat;
});

describe('the outbox', () => {
  it('hands out what to say and where, as it was put in', async () => {
    const odd = await speakerAt(test.db, '"a\0\ud800\\');
    await queue(test.db, odd.chat, ['hello']);
    const [claimed] = await claimAt(test.db, '08:00');
    expect(claimed).toEqual({
      id: expect.any(Number),
      chat: odd.chat,
      case: null,
      kind: 'hello',
      attempts: 1,
      unasked: false,
      channel: 'telegram',
      bot: 'b',
      address: '"a\0\ud800\\',
      prompt: null,
      language: 'vi',
      message: notice('hello', say('talk.sorry', { name: 'Hoà\0' })),
    });
  });

  it('hands out nothing of a transaction that failed', async () => {
    const message = notice('never', say('talk.sorry'));
    const failing = test.db.tx(async (q) => {
      await enqueue(q, [{ chat: hoa, ward: null, case: null, message, notBefore: at('08:00') }], at('08:00'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await claimAt(test.db, '08:00')).toEqual([]);
  });

  it('hands out one message of each chat at a time, in order', async () => {
    await queue(test.db, hoa, ['h1', 'h2']);
    await queue(test.db, binh, ['b1']);
    await queue(test.db, hoa, ['h3']);
    const [h1, b1] = await claimAt(test.db, '08:00');
    expect(kinds([h1!, b1!])).toEqual(['h1', 'b1']);
    expect(await claimAt(test.db, '08:00')).toEqual([]);
    await settleSent(test.db, h1!, null, at('08:00'));
    const [h2, ...others] = await claimAt(test.db, '08:00');
    expect(kinds([h2!, ...others])).toEqual(['h2']);
    await settleSent(test.db, h2!, null, at('08:00'));
    expect(kinds(await claimAt(test.db, '08:00'))).toEqual(['h3']);
  });

  it('hands out no more than asked for, the longest waiting first', async () => {
    await queue(test.db, binh, ['b1']);
    await queue(test.db, hoa, ['h1']);
    expect(kinds(await claimAt(test.db, '08:00', 1))).toEqual(['b1']);
    expect(kinds(await claimAt(test.db, '08:00', 1))).toEqual(['h1']);
  });

  it('holds back a chat behind a message that is tried again, and no other chat', async () => {
    await queue(test.db, hoa, ['h1', 'h2']);
    const [h1] = await claimAt(test.db, '08:00');
    await settleRetry(test.db, h1!.id, at('08:05'));
    await queue(test.db, binh, ['b1']);
    const [b1, ...held] = await claimAt(test.db, '08:04');
    expect(kinds([b1!, ...held])).toEqual(['b1']);
    await settleSent(test.db, b1!, null, at('08:04'));
    const [again, ...others] = await claimAt(test.db, '08:05');
    expect(others).toEqual([]);
    expect(again).toEqual({ ...h1, attempts: 2 });
  });

  it('lets a reply pass what waits for the morning', async () => {
    await queue(test.db, hoa, ['morning'], { notBefore: at('07:00') });
    await queue(test.db, hoa, ['reply'], { notBefore: at('05:00') });
    const [reply, ...others] = await claimAt(test.db, '06:00');
    expect(kinds([reply!, ...others])).toEqual(['reply']);
    await settleSent(test.db, reply!, null, at('06:00'));
    expect(await claimAt(test.db, '06:59')).toEqual([]);
    expect(kinds(await claimAt(test.db, '07:00'))).toEqual(['morning']);
  });

  it('lets what waited for the morning wait for what is being sent', async () => {
    await queue(test.db, hoa, ['morning'], { notBefore: at('07:00') });
    await queue(test.db, hoa, ['reply'], { notBefore: at('05:00') });
    const [reply] = await claim(test.db, at('06:59'), {
      channel: 'telegram',
      leaseMs: 10 * leaseMs,
      most: 100,
    });
    expect(await claimAt(test.db, '07:00')).toEqual([]);
    await settleSent(test.db, reply!, null, at('07:00'));
    expect(kinds(await claimAt(test.db, '07:00'))).toEqual(['morning']);
  });

  it('hands a message out again when its claim ran out', async () => {
    await queue(test.db, hoa, ['h1', 'h2']);
    const [h1] = await claimAt(test.db, '08:00');
    expect(await claimAt(test.db, '08:00')).toEqual([]);
    expect(await claimAt(test.db, '08:01')).toEqual([{ ...h1, attempts: 2 }]);
    expect(await claimAt(test.db, '08:01')).toEqual([]);
  });

  it('claims with its making what may go at once, as a search would, and holds back what comes after', async () => {
    const h1 = await queueClaimed(test.db, hoa, 'h1', '08:00');
    await queue(test.db, binh, ['b1']);
    const [b1, ...others] = await claimAt(test.db, '08:00');
    expect(kinds([b1!, ...others])).toEqual(['b1']);
    await settleSent(test.db, b1!, null, at('08:00'));
    expect(await queueClaimed(test.db, hoa, 'h2', '08:00')).toBeNull();
    expect(await claimAt(test.db, '08:00')).toEqual([]);
    expect(await claimAt(test.db, '08:01')).toEqual([{ ...h1, attempts: 2 }]);
    expect(await settleSent(test.db, h1!, null, at('08:01'))).toBe(true);
    const [h2] = await claimAt(test.db, '08:01');
    expect(h2).toMatchObject({ kind: 'h2', attempts: 1 });
    expect(await settleSent(test.db, h2!, null, at('08:01'))).toBe(false);
  });

  it('claims nothing with its making behind what is due, and all the same before the morning', async () => {
    await queue(test.db, binh, ['b1'], { notBefore: at('07:59') });
    expect(await queueClaimed(test.db, binh, 'b2', '08:00')).toBeNull();
    await queue(test.db, hoa, ['morning'], { notBefore: at('09:00') });
    expect(await queueClaimed(test.db, hoa, 'h1', '08:00')).toMatchObject({ kind: 'h1', attempts: 1 });
  });

  it('knows with its making the question that a message may change in place', async () => {
    await queue(test.db, hoa, ['ask']);
    const [asked] = await claimAt(test.db, '08:00');
    await settleSent(test.db, asked!, 'm17', at('08:00'));
    expect(await queueClaimed(test.db, hoa, 'ask', '08:01')).toMatchObject({ prompt: 'm17' });
  });

  it('frees what a dead program had in hand, and keeps what was claimed after the start', async () => {
    await queue(test.db, hoa, ['of the dead']);
    await claimAt(test.db, '08:00');
    await queue(test.db, binh, ['of the living']);
    await claim(test.db, at('08:00'), { channel: 'telegram', leaseMs: leaseMs + 1, most: 1 });
    await freeClaims(test.db, new Date(at('08:00').getTime() + leaseMs + 1));
    expect(kinds(await claimAt(test.db, '08:00'))).toEqual(['of the dead']);
  });

  it('erases what was sent and keeps the reference of the question for its edits', async () => {
    await queue(test.db, hoa, ['ask', 'notice', 'ask']);
    for (const prompt of ['m17', null]) {
      const [claimed] = await claimAt(test.db, '08:00');
      await settleSent(test.db, claimed!, prompt, at('08:02'));
    }
    const sent = await test.db.q.select().from(outbox).orderBy(asc(outbox.id)).limit(2);
    expect(sent).toMatchObject([
      { kind: 'ask', message: null, outcome: 'sent', settledAt: at('08:02') },
      { kind: 'notice', message: null, outcome: 'sent', settledAt: at('08:02') },
    ]);
    expect((await claimAt(test.db, '08:02'))[0]).toMatchObject({ prompt: 'm17', kind: 'ask' });
  });

  it('goes on behind a message that the channel refuses', async () => {
    await queue(test.db, hoa, ['bad', 'good']);
    const [bad] = await claimAt(test.db, '08:00');
    await settleRejected(test.db, bad!.id, 'x'.repeat(500), at('08:00'));
    expect(kinds(await claimAt(test.db, '08:00'))).toEqual(['good']);
    const [row] = await test.db.q.select().from(outbox).where(eq(outbox.id, bad!.id));
    expect(row).toMatchObject({ message: null, outcome: expect.stringMatching(/^rejected: x{190}$/) });
  });

  it('gives up all that waits for a chat that is gone, and nothing of another', async () => {
    await queue(test.db, hoa, ['h1', 'h2']);
    await queue(test.db, hoa, ['morning'], { notBefore: at('09:00') });
    await queue(test.db, binh, ['b1']);
    const [h1] = await claimAt(test.db, '08:00');
    await settleGone(test.db, h1!.chat, at('08:00'));
    const settled = await test.db.q.select().from(outbox).where(eq(outbox.chatId, hoa));
    expect(settled).toHaveLength(3);
    for (const row of settled)
      expect(row).toMatchObject({ message: null, outcome: 'gone', settledAt: at('08:00') });
    expect(kinds(await claimAt(test.db, '09:00'))).toEqual(['b1']);
    const [chat] = await test.db.q.select().from(chats).where(eq(chats.id, hoa));
    expect(await reach(test.db.q, [chat!.personId])).toEqual([]);
  });

  it('remembers what kind of message a chat was told, and since when', async () => {
    await queue(test.db, hoa, ['sorry']);
    expect(await timesTold(test.db.q, hoa, 'sorry', at('07:59'))).toBe(1);
    expect(await timesTold(test.db.q, hoa, 'sorry', at('08:00'))).toBe(0);
    expect(await timesTold(test.db.q, hoa, 'other', at('07:59'))).toBe(0);
    expect(await timesTold(test.db.q, binh, 'sorry', at('07:59'))).toBe(0);
  });

  it('remembers what a chat was asked last, and what can be typed of it', async () => {
    const message = (kind: string, data: string) => ({
      kind,
      parts: [],
      options: [{ phrase: say('menu.tasks'), data }],
      actions: [{ phrase: say('menu.language'), data: `${data}!` }],
    });
    const shown = async (chat: number) => {
      const speaker = await speakerNow(test.db.q, chat, at('08:00'));
      const offered = (menu: Sealed | null) =>
        menu === null
          ? null
          : Object.values(unseal(menu, typedMenuSchema))
              .flat()
              .map(({ data }) => data);
      return { ...shownTo(speaker), asked: offered(speaker.askedMenu), told: offered(speaker.toldMenu) };
    };
    const goesOut = async () => {
      const [next] = await claimAt(test.db, '08:00');
      await settleSent(test.db, next!, null, at('08:00'));
    };
    await queue(test.db, hoa, [''], { case: 7, message: message('card', 'm|tasks|') });
    expect(await shown(hoa)).toEqual({ asked: null, told: null });
    await goesOut();
    const card = { kind: 'card', case: 7, asked: ['m|tasks|', 'm|tasks|!'] };
    expect(await shown(hoa)).toEqual({ ...card, told: null });
    // Neither what offers nothing, nor a reminder, nor what nobody asked for takes that over; their words count, no numbers.
    await queue(test.db, hoa, ['notice'], { case: 8 });
    await queue(test.db, hoa, [''], { case: 8, message: message('reminder', 'm|resume|'), unasked: true });
    await queue(test.db, hoa, [''], { case: 8, message: message('step', 'm|progress|'), unasked: true });
    for (let n = 0; n < 3; n++) await goesOut();
    expect(await shown(hoa)).toEqual({ ...card, told: ['m|progress|!'] });
    // An answer of a question is heard by the question.
    await queue(test.db, hoa, [''], {
      case: 9,
      message: { ...message('ask', 'a|9|house|1|brick'), actions: [] },
    });
    await goesOut();
    expect(await shown(hoa)).toEqual({ kind: 'ask', case: 9, asked: null, told: null });
    expect(await shown(binh)).toEqual({ asked: null, told: null });
  });

  it('gives up what waits of a case when something newer happened, and nothing else', async () => {
    const options = [{ phrase: say('acts.send'), data: 'o|1|send' }];
    const message = { kind: 'card', parts: [], options, actions: [] };
    await queue(test.db, hoa, [''], { case: 7, message, notBefore: at('23:00') });
    await queue(test.db, hoa, ['notice'], { case: 7 });
    await queue(test.db, binh, [''], { case: 8, message });
    await test.db.tx((q) => cancelWaiting(q, 7, binh, at('08:00')));
    expect(kinds(await claimAt(test.db, '23:30'))).toEqual(['notice', 'card']);
  });

  it('changes a question in place only for a message of the same kind and case', async () => {
    const options = [{ phrase: say('acts.send'), data: 'o|1|send' }];
    const message = (kind: string) => ({ kind, parts: [], options, actions: [] });
    for (const [kind, about] of [
      ['desk', 1],
      ['desk', 1],
      ['card', 2],
      ['desk', 1],
    ] as const) {
      await queue(test.db, hoa, [''], { case: about, message: message(kind) });
    }
    const prompts: (string | null)[] = [];
    for (let n = 0; n < 4; n++) {
      const [next] = await claimAt(test.db, '08:00');
      prompts.push(next!.prompt);
      await settleSent(test.db, next!, String(n), at('08:00'));
    }
    expect(prompts).toEqual([null, '0', null, null]);
  });
});
