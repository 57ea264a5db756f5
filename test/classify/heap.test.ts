import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { columns } from '../../src/classify/columns.ts';
import { writeAsExcel } from './excel.ts';
import { another, keys, line, names, plain } from './given.ts';
import { at, command } from './program.ts';

/** More rows than in every run: `CLASSIFY_ROWS=1000000 npx vitest run --project core test/classify/heap.test.ts`. */
const rows = Number(process.env.CLASSIFY_ROWS ?? 24_000);
const perHousehold = 4;
const households = Math.ceil(rows / perHousehold);
/** V8 and what is loaded need some 12 MiB whatever is read: below ten times that no file justifies a limit. */
const leastMib = 16;
const mib = 1024 * 1024;

function* people() {
  for (let household = 0; household < households; household += 1) {
    const id = `Hộ ${household}`;
    for (let person = 0; person < perHousehold; person += 1) {
      const own = {
        id,
        'members.id': `${id}-${person}`,
        'members.age': String((household + person * 13) % 90),
      };
      yield person === 0 ? { ...plain, ...own, 'income.wages': String(household * 1000) } : another(own);
    }
  }
}

/** Runs the program under a heap limit; gives how many records it wrote, what it said, and its exit code. */
async function runUnder(heapMib: number, args: readonly string[]) {
  const child = spawn(process.execPath, command(args, heapMib));
  let records = 0;
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, end + 1)) records += 1;
  });
  child.stderr.on('data', (said) => (err += String(said)));
  const [code] = await once(child, 'close');
  return { code, records, err: err.trimEnd() };
}

const whole = { code: 0, err: `${households} households classified, 0 refused; 0 bad rows.` };

test('a CSV is read under a heap limit of a tenth of its size', { timeout: 3_600_000 }, async () => {
  const path = at('large.csv');
  // Few rows make a large file when their cells are as wide as people make them to line the columns up.
  const width = Math.ceil((leastMib * 10 * mib) / rows / keys.length);
  const lines = function* () {
    yield `${keys.join(',')}\n`;
    for (const person of people())
      yield `${line(person)
        .split(',')
        .map((cell) => cell.padEnd(width))
        .join(',')}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  const limit = Math.floor(statSync(path).size / 10 / mib);
  expect(limit).toBeGreaterThanOrEqual(leastMib);
  expect(await runUnder(leastMib, ['--year', '2026', path])).toEqual({ ...whole, records: households });
});

test('a workbook is read and another one written under the same limit', { timeout: 3_600_000 }, async () => {
  const path = at('large.xlsx');
  const sheet = function* () {
    yield names;
    for (const person of people()) yield columns.map(({ key, kind }) => cellOf(person[key] ?? '', kind));
  };
  await writeAsExcel(path, sheet());
  const args = ['--year', '2026', '--output', at('large-out.xlsx'), path];
  expect(await runUnder(leastMib, args)).toEqual({ ...whole, records: 0 });
});

function cellOf(text: string, kind: string): string | number | null {
  if (text === '') return null;
  return kind === 'money' || kind === 'square-metres' ? Number(text.replaceAll('.', '')) : text;
}
