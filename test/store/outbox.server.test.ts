import { describe, expect, it } from 'vitest';
import { settleSent } from '../../src/store/outbox.ts';
import { ownDatabase } from './database.ts';
import { at, claimAt, kinds, queue, speakerAt } from './given.ts';

const test = ownDatabase();

describe('the outbox between connections of a server', () => {
  it('gives the second of two claims only what the first left, and makes it wait for nothing', async () => {
    const [hoa, binh] = await speakers(2);
    await queue(test.db, hoa!, ['h1', 'h2']);
    await queue(test.db, binh!, ['b1', 'b2']);
    await test.db.tx(async (q) => {
      const first = { ...test.db, q };
      expect(kinds(await claimAt(first, '08:00', 1))).toEqual(['h1']);
      expect(kinds(await claimAt(test.db, '08:00'))).toEqual(['b1']);
      expect(await claimAt(test.db, '08:00')).toEqual([]);
    });
  });

  it('never hands out a message twice nor two of one chat, and keeps the order, when many claim at once', async () => {
    const all = await speakers(10);
    const names = Array.from({ length: 12 }, (_, index) => `m${index + 10}`);
    for (const chat of all) await queue(test.db, chat, names);
    const heard = new Map<number, string[]>(all.map((chat) => [chat, []]));
    const inFlight = new Set<number>();
    const seen = new Set<number>();
    const work = async () => {
      while (seen.size < all.length * names.length) {
        const claimed = await claimAt(test.db, '08:00', 3);
        for (const { id, chat, kind } of claimed) {
          expect(seen.has(id) || inFlight.has(chat)).toBe(false);
          seen.add(id);
          inFlight.add(chat);
          heard.get(chat)!.push(kind);
        }
        for (const message of claimed) {
          inFlight.delete(message.chat);
          await settleSent(test.db, message, null, at('08:00'));
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect([...heard.values()]).toEqual(all.map(() => names));
  });
});

async function speakers(count: number): Promise<number[]> {
  const made: number[] = [];
  for (let index = 0; index < count; index += 1)
    made.push((await speakerAt(test.db, `address ${index}`)).chat);
  return made;
}
