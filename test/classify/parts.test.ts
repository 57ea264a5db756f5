import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/classify/csv.ts';
import { IdSet } from '../../src/classify/id-set.ts';
import { KnownHouseholds } from '../../src/classify/known-households.ts';
import { readLines } from '../../src/classify/lines.ts';
import { Unreadable } from '../../src/classify/problem.ts';
import { SharedStrings } from '../../src/classify/shared-strings.ts';
import { readTable } from '../../src/classify/table.ts';
import { keys, plain } from './given.ts';

/** Cuts bytes into chunks of those sizes, over and over. */
async function* cut(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const cell = fc.string({
  unit: fc.constantFrom('a', 'ộ', '😀', '"', ',', '\n', '\r\n', ' ', ';'),
  maxLength: 6,
});

test('any table is read as it was written, wherever its bytes are cut', async () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  const lineBreak = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(table, sizes, lineBreak, fc.boolean(), async (cells, chunks, end, isEnded) => {
      const quoted = (text: string) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const written = [['id', 'b', 'c', 'd'].slice(0, cells[0]!.length), ...cells];
      const lines = written.map((row) => row.map(quoted).join(','));
      const text = lines.join(end) + (isEnded ? end : '');
      const read = [];
      const rows = [];
      for await (const row of readCsv(cut(Buffer.from(text), chunks))) {
        expect(row.wrong).toBeNull();
        read.push(row.cells);
        rows.push(row.row);
      }
      expect(read).toEqual(written);
      const starts = lines.map(
        (_, at) => lines.slice(0, at).join('\n').split('\n').length + (at === 0 ? 0 : 1),
      );
      expect(rows).toEqual(starts);
    }),
  );
});

test('whatever stands in a CSV, its last sound line is read', async () => {
  const noise = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r\n', ' '), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(noise, sizes, async (text, chunks) => {
      const bytes = Buffer.from(`a,b\n${text}\nlast,"li;ne"\n`);
      const rows = [];
      for await (const { cells, wrong } of readCsv(cut(bytes, chunks))) rows.push({ cells, wrong });
      expect(rows.at(-1)).toEqual({ cells: ['last', 'li;ne'], wrong: null });
    }),
    { numRuns: 1000 },
  );
});

test('lines are cut wherever chunks end, and one that is too long is dropped', async () => {
  const rows = [];
  const bytes = Buffer.from(`một\n\n${'x'.repeat(50)}\nhai\nba`);
  for await (const { row, bytes: line } of readLines(cut(bytes, [7, 3, 1]), 20))
    rows.push([row, line?.toString() ?? null]);
  expect(rows).toEqual([
    [1, 'một'],
    [2, ''],
    [3, null],
    [4, 'hai'],
    [5, 'ba'],
  ]);
});

test('ids that were there are known among many', () => {
  const seen = new IdSet();
  const ids = Array.from({ length: 100_000 }, (_, at) => `2026/Hộ ${at}`);
  expect(ids.filter((id) => !seen.add(id))).toEqual([]);
  expect(ids.filter((id) => seen.add(id))).toEqual([]);
  expect([seen.has('2026/Hộ 7'), seen.has('2026/Hộ -7'), seen.has('')]).toEqual([true, false, false]);
  expect(seen.add('')).toBe(true);
  expect(seen.add('')).toBe(false);
});

test('shared texts come back by their index, also past one piece', () => {
  const strings = new SharedStrings();
  const texts = Array.from({ length: 3000 }, (_, at) => `${at} ${'ộ😀x'.repeat(at % 300)}`);
  for (const text of texts) strings.add(text);
  strings.add('');
  expect(texts.map((_, at) => strings.at(at))).toEqual(texts);
  expect([3000, 3001, -1, 1.5, Number.NaN].map((at) => strings.at(at))).toEqual([
    '',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('the household in which a table breaks off is refused, and a reading that it makes incomplete is named', async () => {
  async function* rows(ids: readonly string[]) {
    yield { row: 1, cells: keys, wrong: null };
    for (const [at, id] of ids.entries())
      yield { row: at + 2, cells: keys.map((key) => ({ ...plain, id })[key] ?? null), wrong: null };
    throw new Unreadable('is damaged');
  }
  const brokenOff = 'the file breaks off in this household; mend the file and read it again';
  for (const [ids, spoilt, said] of [
    [['H1', 'H2'], null, [brokenOff]],
    [['H1', 'H2', 'H1'], 'H1', [expect.stringContaining('do not use it'), brokenOff]],
  ] as const) {
    const found: unknown[] = [];
    const reading = { year: 2026, households: new KnownHouseholds() };
    const readAll = async () => {
      for await (const read of readTable('h.xlsx', rows(ids), reading)) found.push(read);
    };
    await expect(readAll()).rejects.toThrow('is damaged');
    expect(found.slice(0, -1)).toMatchObject(ids.slice(0, -1).map((id) => ({ kind: 'household', id })));
    const problems = said.map((say) => ({ row: ids.length + 1, faults: [{ say }] }));
    expect(found.at(-1)).toMatchObject({ kind: 'refused', spoilt, problems });
  }
});
