import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import yazl from 'yazl';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginReport, wantedOf } from '../../src/export/report.ts';
import { writeReportXlsx } from '../../src/export/report-xlsx.ts';
import { wordsIn } from '../../src/export/words.ts';
import { anyHousehold, sourceOf } from '../report/made.ts';
import { type Book, readWorkbook } from '../report/workbook.ts';

/** What LibreOffice calculates from our formulas, without having seen what we hold them to give. */
const folder = mkdtempSync(join(tmpdir(), 'tables-'));
const none = {
  poor: null,
  nearPoor: null,
  poorPersons: null,
  nearPoorPersons: null,
  households: null,
  persons: null,
  minorityHouseholds: null,
  minorityPersons: null,
  source: '=Báo cáo mẫu',
};
const totals = [
  { ...none, zone: null, year: 2019, poor: 203, nearPoor: 447 },
  { ...none, zone: null, year: 2025, poor: 190, nearPoor: 400, households: 900 },
  {
    ...none,
    zone: 1,
    year: 2026,
    households: 300,
    persons: 1000,
    minorityHouseholds: 30,
    minorityPersons: 90,
  },
  { ...none, zone: 2, year: 2026, households: 250, persons: 901 },
];
let ours: Book;
let theirs: Book;

beforeAll(async () => {
  const households = fc.sample(anyHousehold, { numRuns: 120, seed: 2026 });
  const report = await beginReport(sourceOf(households, { totals }), wantedOf(null), wordsIn('vi'));
  await writeReportXlsx(createWriteStream(join(folder, 'ours.xlsx')), report);
  await withoutResults(join(folder, 'ours.xlsx'), join(folder, 'bare.xlsx'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const to = join(folder, 'calculated');
  execFileSync(
    '/usr/bin/soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', to, join(folder, 'bare.xlsx')],
    { stdio: 'pipe' },
  );
  ours = await readWorkbook(join(folder, 'ours.xlsx'));
  theirs = await readWorkbook(join(to, 'bare.xlsx'));
}, 180_000);

/** The same workbook in which no formula has a result. */
async function withoutResults(from: string, to: string): Promise<void> {
  const out = new yazl.ZipFile();
  const names = execFileSync('unzip', ['-Z1', from], { encoding: 'utf8' }).trim().split('\n');
  for (const name of names) {
    const bytes = execFileSync('unzip', ['-p', from, name.replaceAll('[', '\\[')], { maxBuffer: 1 << 28 });
    const bare = bytes.toString().replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
    out.addBuffer(Buffer.from(bare), name);
  }
  out.end();
  await pipeline(out.outputStream, createWriteStream(to));
}

describe('a report opened with LibreOffice', () => {
  test('has the same sheets, and formulas in all but the lists and the first', () => {
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    expect([...ours.keys()]).toEqual([
      'Thông tin',
      ...Array.from({ length: 15 }, (_, at) => `Biểu ${at + 1}`),
      'Qua các năm',
    ]);
    const without = [...ours].filter(([, rows]) => !rows.flat().some(({ formula }) => formula !== null));
    expect(without.map(([name]) => name)).toEqual(['Thông tin', 'Biểu 14', 'Biểu 15']);
  });

  test('shows in every cell what we hold it to show', () => {
    const differing: string[] = [];
    let calculated = 0;
    for (const [name, rows] of ours)
      rows.forEach((cells, row) =>
        cells.forEach(({ formula, value }, column) => {
          const shown = theirs.get(name)![row]?.[column]?.value ?? null;
          if (formula !== null) calculated += 1;
          const isSame =
            typeof value === 'number' && typeof shown === 'number'
              ? Math.abs(value - shown) < 1e-9
              : value === shown;
          if (!isSame)
            differing.push(`${name} ${row + 1}/${column + 1} ${formula ?? ''}: ${value} ≠ ${shown}`);
        }),
      );
    expect(differing).toEqual([]);
    expect(calculated).toBeGreaterThan(300);
  });

  test('a text that begins as a formula does stays a text', () => {
    const texts = [...theirs.values()].flat(2).filter(({ value }) => /^[=@]/.test(String(value)));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every(({ formula }) => formula === null)).toBe(true);
  });
});
