import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAsExcel } from '../classify/excel.ts';
import { admin, adminJson, dataDir, folder } from './program.ts';

/** Made up: the official tables are not known to us. */
const table = `item,item label,option,option label,urban,rural-1
people,Số người,1,1 người,100,90
people,Số người,2,2 người trở lên,60,50
pension,Lương hưu,no,Không có,0,0
pension,Lương hưu,yes,Có,80,70
`;

const citation = [
  ['--standard', 'national-2022-2026'],
  ['--document', 'Thông tư thử nghiệm 0/0000'],
  ['--signed-on', '2021-07-18'],
  ['--certainty', 'secondary'],
  ['--by', 'Cán bộ thử'],
].flat();

function file(text: string, name = 'points.csv'): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

const compute = (ticked: string, region = 'urban', deprived = '2') => [
  ...['points', 'compute', '--standard', 'national-2022-2026', '--area', 'urban', '--region', region],
  ...['--deprived', deprived, '--ticked', ticked],
];

/** The same table as a workbook has it: points are numbers. */
const cells = table
  .trimEnd()
  .split('\n')
  .map((line) => line.split(',').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));

describe('a table of points', () => {
  test(
    'is taken over with its citation, and only then are points computed',
    { timeout: 120_000 },
    async () => {
      const settings = { DATA_DIR: await dataDir() };
      const before = await admin(compute('people=1'), settings);
      expect([before.code, before.err]).toEqual([
        1,
        expect.stringContaining('No table of points is imported'),
      ]);
      const made = await adminJson(['points', 'import', '--file', file(table), ...citation], settings);
      expect(made).toMatchObject({ items: 2, regions: ['urban', 'rural-1'] });
      const list = await admin(['points', 'list'], settings);
      expect(list.out).toContain(
        'national-2022-2026  2 items  Thông tư thử nghiệm 0/0000 (secondary)  by Cán bộ thử',
      );
      const whole = await admin(compute('people=1,pension=yes'), settings);
      expect(whole.out).toBe('B1 180, B2 20: not-poor (secondary)\n');
      const part = await admin(compute('people=1'), settings);
      expect(part.out).toBe('B1 100 to 180, B2 20: near-poor or not-poor (secondary)\nNot ticked: pension\n');
      for (const [args, wrong] of [
        [compute('people=1', 'moon'), 'no region "moon". It has: urban, rural-1'],
        [compute('peple=1'), 'no item "peple". It has: people, pension'],
        [compute('people=9'), 'no option "9". It has: 1, 2'],
        [compute('people=1,people=2'), 'Item "people" is ticked twice'],
        [compute('people=1', 'urban', ''), '--deprived: give the number of deprived indicators'],
        [compute('people=1', 'urban', '20'), '--deprived 20: national-2022-2026 has only 12 indicators'],
      ] as const)
        expect((await admin(args, settings)).err).toContain(wrong);
    },
  );

  test('is taken over from a workbook too', { timeout: 120_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const path = join(folder(), 'points.xlsx');
    await writeAsExcel(path, [...cells, [], [null, null, null]]);
    const made = await adminJson(['points', 'import', '--file', path, ...citation], settings);
    expect(made).toMatchObject({ items: 2, regions: ['urban', 'rural-1'] });
    expect((await admin(compute('people=1,pension=yes'), settings)).out).toBe(
      'B1 180, B2 20: not-poor (secondary)\n',
    );
    const beyond = join(folder(), 'beyond.xlsx');
    await writeAsExcel(beyond, [...cells.slice(0, -1), [...cells.at(-1)!, 65]]);
    const { code, err } = await admin(['points', 'import', '--file', beyond, ...citation], settings);
    expect([code, err]).toEqual([1, expect.stringContaining('Row 5 has a cell beyond the last region')]);
  });

  test('has a citation that can be followed, or is not kept', { timeout: 120_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const withFile = ['points', 'import', '--file', file(table), ...citation];
    for (const [args, wrong] of [
      [[...withFile, '--signed-on', '2021-99-99'], '--signed-on: give a day as YYYY-MM-DD'],
      [[...withFile, '--url', 'javascript:x'], '--url: give an address that begins with https://'],
      [['points', 'import', ...citation], '--file: give the table as CSV or XLSX'],
      [[...withFile, '--standard', 'x'], '--standard: '],
    ] as const) {
      const { code, err } = await admin([...args], settings);
      expect([code, err]).toEqual([1, expect.stringContaining(wrong)]);
    }
    expect((await admin(['points', 'list'], settings)).out).toContain('No table of points is imported');
  });

  test('that is wrong is not kept, and it says where', { timeout: 120_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const refused = async (text: string) =>
      (await admin(['points', 'import', '--file', file(text), ...citation], settings)).err;
    expect(await refused(table.replace('60,50', '6O,50'))).toContain(
      'line 3, urban: "6O" is not a whole number',
    );
    expect(await refused(table.replace('option label', 'label'))).toContain(
      'Column 4 must be "option label"',
    );
    expect(await refused(table.replace('urban,rural-1', 'urban,,rural-1'))).toContain('Column 6 has no name');
    expect(await refused(table.replace('rural-1', 'urban'))).toContain('"urban" stands there twice');
    expect(await refused(table.replace('rural-1', 'rural-1,').replace('60,50', '60,'))).toContain(
      'line 3, rural-1: has no points',
    );
    expect(await refused(table.replace('pension,Lương hưu,yes,Có,80,70\n', ''))).toContain(
      'has one option only',
    );
    const gone = await admin(['points', 'import', '--file', '/nowhere.csv', ...citation], settings);
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('/nowhere.csv')]);
    const unknown = citation.map((arg) => (arg === 'national-2022-2026' ? 'national-2027-2030' : arg));
    const early = await admin(['points', 'import', '--file', file(table), ...unknown], settings);
    expect(early.err).toContain('thresholds of points of national-2027-2030 are not known');
    expect((await admin(['points', 'list'], settings)).out).toContain('No table of points is imported');
    expect((await admin(['points', 'template'], settings)).out).toContain(
      'item,item label,option,option label',
    );
  });
});
