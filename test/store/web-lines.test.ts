import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webLines } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { changeWebLine, keepWebLine, webLinesAfter } from '../../src/store/web-lines.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { at, empty, waitUntilBlocked } from './given.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => empty(test.db));
afterAll(() => test?.close());

const body = (text: string) => ({ text, options: [{ label: 'Có', data: 'y', picked: true }], actions: [] });
const line = (address: string, ref: string, text = ref) => ({
  address,
  ref,
  sender: 'bot' as const,
  body: body(text),
  at: at('08:00'),
});
const keep = (address: string, ref: string, text = ref) => keepWebLine(test.db, line(address, ref, text));
const change = (address: string, ref: string, text: string) =>
  changeWebLine(test.db, address, ref, body(text));
const lines = (address: string, after = 0) => webLinesAfter(test.db, address, after);
const texts = async (address: string, after = 0) =>
  (await lines(address, after)).map((each) => each.body.text);

describe('the lines of a web chat', () => {
  it('are kept as they were said, NUL and lone surrogates too', async () => {
    await keep('hoa', '1', 'Chào \0 \ud800 👩');
    await keepWebLine(test.db, { ...line('hoa', 'key'), sender: 'me' });
    expect(await lines('hoa')).toMatchObject([
      { ref: '1', sender: 'bot', body: body('Chào \0 \ud800 👩'), at: at('08:00') },
      { ref: 'key', sender: 'me', body: body('key') },
    ]);
  });

  it('are kept once by their reference, as they were said first', async () => {
    await keep('hoa', '1', 'first');
    await keep('hoa', '1', 'second');
    await Promise.all([1, 2, 3, 4].map((each) => keep('hoa', '2', `at once ${each}`)));
    expect(await texts('hoa')).toEqual(['first', expect.stringContaining('at once')]);
  });

  it('keep their id when they are changed, and come again as the newest change', async () => {
    await keep('hoa', '1');
    await keep('hoa', '2');
    const [one, two] = await lines('hoa');
    expect(await change('hoa', '1', 'changed')).toBe(true);
    expect(await lines('hoa', two!.change)).toEqual([
      { ...one, change: expect.any(Number), body: body('changed') },
    ]);
    const all = await lines('hoa');
    expect(all.map(({ id }) => id)).toEqual([two!.id, one!.id]);
    expect(all[1]!.change).toBeGreaterThan(two!.change);
  });

  it('say when there is none to change', async () => {
    await keep('hoa', '1');
    expect(await change('hoa', '2', 'x')).toBe(false);
    expect(await texts('hoa')).toEqual(['1']);
  });

  it('are seen, and changed, at their own address only', async () => {
    await keep('hoa', '1', "Hoa's");
    await keep('bình', '1', "Bình's");
    expect(await change('chi', '1', 'x')).toBe(false);
    expect(await change('bình', '1', 'changed')).toBe(true);
    expect([await texts('hoa'), await texts('bình'), await texts('chi')]).toEqual([
      ["Hoa's"],
      ['changed'],
      [],
    ]);
  });

  it('come after a change number, in the order in which they were kept', async () => {
    for (const ref of ['1', '2', '3']) await keep('hoa', ref);
    const [first, , third] = await lines('hoa');
    expect(await texts('hoa', first!.change)).toEqual(['2', '3']);
    expect(await texts('hoa', third!.change)).toEqual([]);
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)(
  'the lines of a web chat between connections of a server (the embedded database has only one)',
  () => {
    it('of one address become visible in order, and hold back no other address', async () => {
      let kept: Promise<unknown> = Promise.resolve();
      const stopped = test.db.tx(async (q) => {
        // A row of the same reference makes the first line wait when it has its change number and is not yet committed.
        await q.insert(webLines).values({ ...line('hoa', '1'), body: seal('in the way') });
        const first = keep('hoa', '1');
        await waitUntilBlocked(test.db, 1);
        kept = Promise.all([first, keep('hoa', '2')]);
        await waitUntilBlocked(test.db, 2);
        await keep('bình', '1');
        expect(await texts('bình')).toEqual(['1']);
        expect(await texts('hoa')).toEqual([]);
        throw new Error('out of the way');
      });
      await expect(stopped).rejects.toThrow('out of the way');
      await kept;
      expect(await texts('hoa')).toEqual(['1', '2']);
    });

    it('are never missed by a page that asks after what it has seen while many are kept and changed', async () => {
      const refs = Array.from({ length: 40 }, (_, index) => String(index));
      let keeping = true;
      const page = async () => {
        const seen = new Map<string, string>();
        let last = 0;
        for (let more = true; more; ) {
          more = keeping;
          for (const each of await lines('hoa', last)) {
            seen.set(each.ref, each.body.text);
            last = each.change;
          }
        }
        return seen;
      };
      const reading = page();
      await Promise.all(
        refs.map(async (ref) => {
          await keep('hoa', ref);
          await change('hoa', ref, `changed ${ref}`);
        }),
      );
      keeping = false;
      const seen = await reading;
      expect(seen).toEqual(new Map([...seen.keys()].map((ref) => [ref, `changed ${ref}`])));
      expect(seen.size).toBe(refs.length);
    });
  },
);
