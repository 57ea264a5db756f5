import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

const compute = (ticked: string, region = 'urban') => [
  ...['points', 'compute', '--standard', 'national-2022-2026', '--area', 'urban', '--region', region],
  ...['--deprived', '2', '--ticked', ticked],
];

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
      ] as const)
        expect((await admin(args, settings)).err).toContain(wrong);
    },
  );

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
