import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { incomingSchema } from '../../src/incoming.ts';
import { giveUpUpdate, type Open, openUpdates, postponeUpdate, writeDown } from '../../src/store/inbox.ts';
import { inbox } from '../../src/store/schema-queues.ts';
import { ownDatabase } from './database.ts';
import { unseal } from '../../src/store/seal.ts';
import { at, finish, incoming, take, written } from './given.ts';

const test = ownDatabase();

const open = async (clock = '08:00') => openUpdates(test.db, at(clock), 100);
const isHad = (update: Open) => test.db.tx(async (q) => (await take(q, update)) !== null);
const done = (update: Open) => test.db.tx((q) => finish(q, update));
const said = ({ body }: Open) => unseal(body, incomingSchema);

describe('the inbox', () => {
  it('counts the same update once: in one batch, in the next, and after it was handled', async () => {
    const other = incoming({ input: { kind: 'text', text: 'said otherwise' } });
    const [first] = await written(test.db, incoming({}), incoming({}));
    expect(await written(test.db, other)).toEqual([first]);
    expect(said(first!)).toEqual(incoming({}));
    await done(first!);
    expect(await written(test.db, incoming({}))).toEqual([]);
  });

  it('says of a batch what is new in it, in its order', async () => {
    const [two, ten] = [incoming({ key: '2' }), incoming({ key: '10' })];
    expect((await writeDown(test.db, [ten, two, ten], at('08:00'))).map(said)).toEqual([ten, two]);
    const [three] = [incoming({ key: '3' })];
    const found = await writeDown(test.db, [two, three, ten], at('08:00'));
    expect(found.map(said)).toEqual([three]);
    expect(found).toEqual((await written(test.db)).slice(2));
  });

  it('takes the same key of two bots for two updates', async () => {
    expect(await written(test.db, incoming({ bot: 'a' }), incoming({ bot: 'b' }))).toHaveLength(2);
  });

  it('takes an empty batch', async () => {
    expect(await written(test.db)).toEqual([]);
  });

  it.each([
    ['NUL', 'a\0b', 'a\0c'],
    ['lone surrogates', '\ud800', '\udfff'],
    ['quotes and backslashes', '"\\u0000', '\\"'],
    ['letters beyond ASCII', 'Nguyễn Thị Hoà 👨‍👩‍👧', 'Nguyễn Thị Hoa'],
  ])('gives text, key and address with %s back as they came', async (_, odd, other) => {
    const first = incoming({ key: odd, address: odd, input: { kind: 'text', text: odd } });
    const second = incoming({ key: other, address: other, input: { kind: 'text', text: other } });
    const both = await written(test.db, first, second);
    expect(await open()).toEqual(both);
    expect(both.map(said)).toEqual([first, second]);
    expect([await isHad(both[0]!), await isHad(both[1]!)]).toEqual([true, true]);
    expect(await written(test.db, first, second)).toEqual(both);
  });

  it('opens the first update of each chat, and the next one only when that is done', async () => {
    const [hoa1, hoa2, binh1, otherBot] = await written(
      test.db,
      incoming({ key: '1' }),
      incoming({ key: '2' }),
      incoming({ key: '3', address: 'bình' }),
      incoming({ key: '4', bot: 'c' }),
    );
    expect(await open()).toEqual([hoa1, binh1, otherBot]);
    expect(await openUpdates(test.db, at('08:00'), 2)).toEqual([hoa1, binh1]);
    expect(await isHad(hoa2!)).toBe(false);
    await done(hoa1!);
    expect(await isHad(hoa2!)).toBe(true);
    expect(await open()).toEqual([hoa2, binh1, otherBot]);
  });

  it('lets a postponed update hold back its own chat until it is due, and no other', async () => {
    const [hoa1, , binh1] = await written(
      test.db,
      incoming({ key: '1' }),
      incoming({ key: '2' }),
      incoming({ key: '3', address: 'bình' }),
    );
    expect(await postponeUpdate(test.db, hoa1!.id, at('08:10'))).toBe(1);
    expect(await open('08:09')).toEqual([binh1]);
    expect(await open('08:10')).toEqual([hoa1, binh1]);
    expect(await postponeUpdate(test.db, hoa1!.id, at('08:20'))).toBe(2);
    expect(await open('08:10')).toEqual([binh1]);
  });

  it('does not postpone what is done', async () => {
    const [update] = await written(test.db, incoming({}));
    await done(update!);
    expect(await postponeUpdate(test.db, update!.id, at('08:10'))).toBe(0);
    expect(await open('08:20')).toEqual([]);
  });

  it('erases what was said once it is handled', async () => {
    const [update] = await written(test.db, incoming({}));
    await done(update!);
    expect(await test.db.q.select({ body: inbox.body, doneAt: inbox.doneAt }).from(inbox)).toEqual([
      { body: null, doneAt: at('08:00') },
    ]);
    expect(await isHad(update!)).toBe(false);
  });

  it('goes on behind an update that is given up, whose words stay for repair', async () => {
    const [first, second] = await written(test.db, incoming({ key: '1' }), incoming({ key: '2' }));
    await test.db.tx((q) => giveUpUpdate(q, first!.id, at('08:00'), 'TypeError'));
    expect(await open()).toEqual([second]);
    const [kept] = await test.db.q.select().from(inbox).orderBy(asc(inbox.id)).limit(1);
    expect(kept).toMatchObject({ failed: 'TypeError', body: expect.stringContaining('xin chào') });
  });

  it('has an update open again when its handling failed halfway', async () => {
    const [update] = await written(test.db, incoming({}));
    const failing = test.db.tx(async (q) => {
      await take(q, update!);
      await finish(q, update!);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await open()).toEqual([update]);
    expect(await isHad(update!)).toBe(true);
  });
});
