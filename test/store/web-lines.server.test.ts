import { describe, expect, it } from 'vitest';
import { webLines } from '../../src/store/schema-queues.ts';
import { seal } from '../../src/store/seal.ts';
import { changeWebLine, keepWebLine, webLinesAfter } from '../../src/store/web-lines.ts';
import { ownDatabase } from './database.ts';
import { line, lineBody, waitUntilBlocked } from './given.ts';

const test = ownDatabase();
const keep = (address: string, ref: string) => keepWebLine(test.db, line(address, ref));
const lines = (address: string, after = 0) => webLinesAfter(test.db, address, after);
const texts = async (address: string) => (await lines(address)).map((each) => each.body.text);

describe('the lines of a web chat between connections of a server', () => {
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
      for (let more = true; more;) {
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
        await changeWebLine(test.db, 'hoa', ref, lineBody(`changed ${ref}`));
      }),
    );
    keeping = false;
    const seen = await reading;
    expect(seen).toEqual(new Map([...seen.keys()].map((ref) => [ref, `changed ${ref}`])));
    expect(seen.size).toBe(refs.length);
  });
});
