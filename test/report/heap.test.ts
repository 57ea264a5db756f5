import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** More households than in every run: `REPORT_HOUSEHOLDS=100000 npx vitest run --project core test/report/heap.test.ts`. */
const households = Number(process.env['REPORT_HOUSEHOLDS'] ?? 20_000);
const heapMib = 64;
const folder = mkdtempSync(join(tmpdir(), 'large-'));

function writeUnder(out: string): unknown {
  const program = fileURLToPath(new URL('large.ts', import.meta.url));
  // A large young generation would be counted in, and only takes room.
  const heap = [`--max-old-space-size=${heapMib}`, '--max-semi-space-size=1'];
  const args = [...heap, '--import', 'tsx', program, String(households), join(folder, out)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

test('a large round is written as a workbook under a fixed heap', { timeout: 1_800_000 }, () => {
  expect(writeUnder('large.xlsx')).toMatchObject({ broken: [] });
  execFileSync('unzip', ['-tq', join(folder, 'large.xlsx')]);
});

test('and as CSV with all data', { timeout: 1_800_000 }, () => {
  const written = writeUnder('large') as { rows: number };
  expect(written).toMatchObject({ broken: [] });
  // Households and what is found of each, its people and their lists.
  expect(written.rows).toBeGreaterThan(households * (1 + 12 + 4 + 4));
  expect(statSync(join(folder, 'large', 'indicators.csv')).size).toBeGreaterThan(households * 100);
});
