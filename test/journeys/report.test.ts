import { createWriteStream, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readingsOf } from '../../src/desk/subject.ts';
import { beginReport, brokenIn, wantedOf } from '../../src/export/report.ts';
import { writeReportXlsx } from '../../src/export/report-xlsx.ts';
import { sourceOf } from '../../src/export/source.ts';
import { wordsIn } from '../../src/export/words.ts';
import { give } from '../../src/handle/procedure/give.ts';
import { reportedIndicators } from '../../src/report/tables/deprivations.ts';
import { casesOf } from '../../src/store/cases.ts';
import { lockDossier } from '../../src/store/dossiers.ts';
import { readWorkbook } from '../report/workbook.ts';
import { ownDatabase } from '../store/database.ts';
import { bringTo, dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { inRound } from './ward.ts';
import { operates, signed } from './ward-people.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;
let folder: string;

const rowsIn = (file: string) => readWorkbook(join(folder, file));
const write = (args: object, out: string) =>
  operates(stage, 'report', { round: '1', ...args, out: join(folder, out) });

/**
 * A round of two zones, plainly made up: in Khu 1 a household that told its answers is newly poor, one of the list stays
 * near-poor, one becomes poor; in Khu 2 one of the list is above the line now, one still waits for the decision.
 */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  ({ stage, talk } = await inRound(database.db));
  await talk.sends('lan', 'khu-1');
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  const { id } = await dossierOfCase(stage, 1);
  await bringTo(stage, id, 'certified');
  await talk.says('head', '/theodoi', '1');
  await talk.presses('head', 'Ghi nhóm đối tượng');
  await talk.says('head', 'hộ dân tộc thiểu số', 'xong');
  const of = (zone: string, name: string) => signed(stage, { round: 1, zone, name });
  await bringTo(stage, await of('khu-1', 'Hộ Giữ'), 'certified', 'near-poor');
  await bringTo(stage, await of('khu-1', '=Hộ Xuống'), 'recognised', 'poor');
  const decided = await of('khu-2', 'Hộ Vượt');
  await bringTo(stage, decided, 'decision', 'none');
  await recognises(decided);
  await bringTo(stage, await of('khu-2', 'Hộ Chờ'), 'decision', 'near-poor');
});

async function recognises(dossier: number) {
  await stage.db.tx(async (q) => {
    const row = (await lockDossier(q, dossier))!;
    const person = { id: 900_003, posts: [], wardPosts: [{ role: 'recorder' as const, ward: row.ward }] };
    const acting = { q, now: stage.clock, today: '2026-11-20', quiet: null, person };
    const command = {
      kind: 'recognise' as const,
      category: 'none' as const,
      decision: '1/QĐ',
      on: '2026-11-20',
    };
    const outcome = await give(acting, { row, command, step: null });
    if (outcome.kind === 'refused') throw new Error(outcome.why);
  });
}

/** What stands in the rows of a table, without what stands above and below them. */
const tableRows = (book: Awaited<ReturnType<typeof rowsIn>>, no: number) => {
  const rows = book.get(`Biểu ${no}`)!.slice(5);
  return rows.slice(
    0,
    rows.findIndex((cells) => cells.length === 0),
  );
};
const numbers = (book: Awaited<ReturnType<typeof rowsIn>>, no: number) =>
  tableRows(book, no).map((cells) =>
    cells
      .slice(1)
      .map(({ value }) => value ?? '')
      .join(' '),
  );

describe('the report of a round', () => {
  test('counts each household once, in every table where it belongs', async () => {
    await operates(stage, 'totals set', {
      zone: 'khu-1',
      year: '2026',
      households: '50',
      persons: '200',
      source: 'Báo cáo mẫu',
    });
    const said = await write({}, 'all.xlsx');
    expect(said).toContain('Hộ trong đợt: 5 of 5');
    expect(said).toContain('Hộ nghèo và cận nghèo: 3 of 3');
    const book = await rowsIn('all.xlsx');
    expect([...book.keys()]).toEqual([
      'Thông tin',
      ...Array.from({ length: 15 }, (_, at) => `Biểu ${at + 1}`),
    ]);
    // 2 poor of 50 households, 1 near-poor; of the listed ones nobody knows how many people they are.
    expect(numbers(book, 1)[0]).toBe('Khu 1 50 200 2 4 1 2   1 0.5 0 0  ');
    // From near-poor to poor one, one newly.
    expect(numbers(book, 2)).toEqual([
      'Khu 1 Hộ 0 0 0 0 1 0 1 0 2',
      ' Nhân khẩu 0 0 0 0 0 0 1 0 1',
      'Khu 2 Hộ 0 0 0 0 0 0 0 0 0',
      ' Nhân khẩu 0 0 0 0 0 0 0 0 0',
      'Tổng cộng Hộ 0 0 0 0 1 0 1 0 2',
      ' Nhân khẩu 0 0 0 0 0 0 1 0 1',
    ]);
    // Of four on the list one is above the line, one is poor; two are left, of whom one waits for the decision.
    expect(numbers(book, 3).filter((row) => row.includes(' Hộ '))).toEqual([
      'Khu 1 Hộ 2 0 1 0 0 0 0 0 1',
      'Khu 2 Hộ 2 1 0 0 0 0 0 0 1',
      'Tổng cộng Hộ 4 1 1 0 0 0 0 0 2',
    ]);
    const { findings } = await readOf(1);
    const lacking = findings.filter(({ verdict }) => verdict === 'deprived').map(({ rule }) => rule);
    expect(numbers(book, 4)[0]).toBe(
      `Khu 1 2 ${lacking.length} ${reportedIndicators.map(({ id }) => Number(lacking.includes(id))).join(' ')}`,
    );
    expect(numbers(book, 8)[0]).toBe('Khu 1 Hộ 2 1 0 0 1 1 0 0 0 1');
    expect(numbers(book, 9)[0]).toBe('Khu 1 2 0 1  1 0 0 ');
    expect(numbers(book, 10)[0]).toBe('Khu 1 Hộ nghèo 0 1 0 0 0 0 0 0');
    expect(numbers(book, 11)[0]).toBe('Khu 1 0 0 0 0 0 0 0 0');
    const notes = book.get('Biểu 8')!.flatMap((cells) => cells.map(({ value }) => String(value)));
    expect(notes).toContain(
      'Có 2 hộ chưa ghi nhóm đối tượng. Theo công thức của biểu, các hộ này đang nằm trong cột Khác.',
    );
    const named = (no: number) =>
      book
        .get(`Biểu ${no}`)!
        .slice(3)
        .map((cells) => [cells[2]?.value, cells[6]?.value, cells[9]?.value]);
    expect(named(14)).toEqual([['Hộ Giữ', null, 'Cận nghèo cũ']]);
    expect(named(15)).toEqual([
      ['Lan', 1985, 'Nghèo mới'],
      ['=Hộ Xuống', null, 'Từ hộ cận nghèo'],
    ]);
    expect(statSync(join(folder, 'all.xlsx')).mode & 0o077).toBe(0);
  });

  test('may be of one zone, and of some tables with those that they are made of', async () => {
    await write({ zone: 'khu-2', table: '5,15' }, 'part.xlsx');
    const book = await rowsIn('part.xlsx');
    expect([...book.keys()]).toEqual(['Thông tin', 'Biểu 4', 'Biểu 5', 'Biểu 15']);
    expect(numbers(book, 4).map((row) => row.slice(0, 7))).toEqual(['Khu 2 0', 'Tổng cộ']);
    await expect(write({ table: '16' }, 'x.xlsx')).rejects.toThrow('there is no table "16"');
    await expect(write({ zone: 'khu-9' }, 'x.xlsx')).rejects.toThrow('has no zone "khu-9"');
    await expect(write({ ward: 'demo' }, 'x.xlsx')).rejects.toThrow();
    await expect(operates(stage, 'report', { round: '9', out: '/x.xlsx' })).rejects.toThrow('no round 9');
    await expect(write({}, 'part.xlsx')).rejects.toThrow('it is there already');
  });

  test('a folder gets everything as CSV, with the dictionary of it', async () => {
    const said = await write({}, 'csv');
    expect(said).toContain('households.csv: 5 of 5');
    const files = readdirSync(join(folder, 'csv'));
    expect(files.toSorted()).toEqual(
      [
        ...Array.from({ length: 15 }, (_, at) => `bieu-${String(at + 1).padStart(2, '0')}.csv`),
        'dictionary.csv',
        'households.csv',
        'indicators.csv',
        'members.csv',
        'steps.csv',
        'supports.csv',
      ].toSorted(),
    );
    const read = (file: string) =>
      readFileSync(join(folder, 'csv', `${file}.csv`), 'utf8')
        .split('\r\n')
        .filter((line) => line !== '');
    const [head, first, ...others] = read('households');
    expect(head).toBe('\uFEFFdossier,zone,name,state,twin,before,after,movement,people,groups,causes');
    expect(first).toBe('1,Khu 1,Lan,certified,no,,poor,newly-poor,1,ethnic-minority,capital');
    expect(others.map((line) => line.split(',').slice(1, 8).join(' '))).toEqual([
      'Khu 1 Hộ Giữ certified no near-poor near-poor stays-near-poor',
      "Khu 1 '=Hộ Xuống recognised no near-poor poor near-poor-to-poor",
      'Khu 2 Hộ Vượt released no near-poor none near-poor-to-above',
      'Khu 2 Hộ Chờ decision no near-poor  ',
    ]);
    const dictionary = read('dictionary').map((line) => line.split(',').slice(0, 2).join(' '));
    for (const file of files.filter((name) => !/^(?:bieu|dictionary)/.test(name))) {
      const columns = read(file.replace('.csv', ''))[0]!.replace('\uFEFF', '').split(',');
      expect(dictionary.filter((line) => line.startsWith(`${file} `))).toEqual(
        columns.map((column) => `${file} ${column}`),
      );
    }
    // Who did a step is not told: some objected in confidence.
    expect(read('steps')[0]).toBe('\uFEFFdossier,n,kind,from,to,on');
    expect(read('steps').filter((line) => line.startsWith('1,'))).toHaveLength(9);
  });

  test('says so, and fails, when it does not have what it should', async () => {
    const { counts, ...source } = await sourceOf(
      stage.db,
      { round: 1, ward: 2, listYear: 2026, zone: null },
      { ward: 'x', zone: null, round: 1, listYear: 2026, standard: 'x', asOf: '2026-11-20' },
    );
    const report = await beginReport(
      { ...source, counts: { ...counts, households: 6, zones: 3 } },
      wantedOf([1]),
      wordsIn('vi'),
    );
    await writeReportXlsx(createWriteStream(join(folder, 'broken.xlsx')), report);
    expect(brokenIn(report).map(({ expected, has, part }) => [part, expected, has])).toEqual([
      ['Hộ trong đợt', 6, 5],
      ['Biểu 1', 3, 2],
    ]);
    const info = (await rowsIn('broken.xlsx')).get('Thông tin')!;
    expect(info.filter((cells) => cells[4]?.value === 'không khớp').map((cells) => cells[0]!.value)).toEqual([
      'Hộ trong đợt',
      'Biểu 1',
    ]);
  });
});

describe('totals entered by hand', () => {
  const ofWard = (more: object) => operates(stage, 'totals set', { ward: 'thu', ...more });

  test('say where they are from, keep what is not given, and stand beside the years', async () => {
    const first = await ofWard({ year: '2019', poor: '203', source: 'Báo cáo mẫu 2019' });
    expect(first).toBe('Totals of phường Thử Nghiệm for 2019: poor 203 (Báo cáo mẫu 2019).');
    await ofWard({ year: '2019', 'near-poor': '447', source: 'Báo cáo mẫu 2019, bản sửa' });
    expect(await operates(stage, 'totals list', { ward: 'thu' })).toBe(
      '2019  phường Thử Nghiệm  poor 203, near-poor 447  (Báo cáo mẫu 2019, bản sửa)',
    );
    await write({ table: '1' }, 'years.xlsx');
    const years = (await rowsIn('years.xlsx')).get('Qua các năm')!;
    expect(years.slice(3).map((cells) => cells.map(({ value }) => value))).toEqual([
      [2019, 203, null, 447, null, 'Báo cáo mẫu 2019, bản sửa'],
      [2026, 2, -201, 1, -446, 'Kết quả của đợt rà soát này'],
    ]);
    expect(years[4]![2]!.formula).toBe('B5-B4');
  });

  test('are refused without a source, without a number, and where a part is more than the whole', async () => {
    await expect(ofWard({ year: '2019', poor: '3' })).rejects.toThrow('say where the numbers are from');
    await expect(ofWard({ year: '2019', source: 'x' })).rejects.toThrow('at least one number');
    await expect(ofWard({ year: '2019', source: 'x', poor: '-1' })).rejects.toThrow('--poor');
    const wrong = ofWard({ year: '2019', source: 'x', poor: '30', households: '20' });
    await expect(wrong).rejects.toThrow('--poor 30 is more than --households 20');
    await expect(ofWard({ zone: 'khu-1', year: '2019', source: 'x', poor: '3' })).rejects.toThrow('either');
    expect(await operates(stage, 'totals list', { ward: 'thu' })).toContain('No totals were entered');
  });
});

async function readOf(id: number) {
  const [row] = await casesOf(stage.db.q, [id]);
  return readingsOf(row!.review).last[0]!;
}
