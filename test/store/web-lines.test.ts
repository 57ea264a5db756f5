import { describe, expect, it } from 'vitest';
import { changeWebLine, keepWebLine, webLinesAfter } from '../../src/store/web-lines.ts';
import { ownDatabase } from './database.ts';
import { at, line, lineBody } from './given.ts';

const test = ownDatabase();

const keep = (address: string, ref: string, text = ref) => keepWebLine(test.db, line(address, ref, text));
const change = (address: string, ref: string, text: string) =>
  changeWebLine(test.db, address, ref, lineBody(text));
const lines = (address: string, after = 0) => webLinesAfter(test.db, address, after);
const texts = async (address: string, after = 0) =>
  (await lines(address, after)).map((each) => each.body.text);

describe('the lines of a web chat', () => {
  it('are kept as they were said, NUL and lone surrogates too', async () => {
    await keep('hoa', '1', 'Chào \0 \ud800 👩');
    await keepWebLine(test.db, { ...line('hoa', 'key'), sender: 'me' });
    expect(await lines('hoa')).toMatchObject([
      { ref: '1', sender: 'bot', body: lineBody('Chào \0 \ud800 👩'), at: at('08:00') },
      { ref: 'key', sender: 'me', body: lineBody('key') },
    ]);
  });

  it('keep their drawings', async () => {
    const picture = { sheet: 'roof.vi', alt: 'Hình mái nhà', drawings: ['roof-tile'], again: false };
    await keepWebLine(test.db, { ...line('hoa', '1'), body: { ...lineBody('Mái nhà?'), picture } });
    expect((await lines('hoa'))[0]?.body).toEqual({ ...lineBody('Mái nhà?'), picture });
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
      { ...one, change: expect.any(Number), body: lineBody('changed') },
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
