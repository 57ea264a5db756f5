import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTable } from '../../src/classify/write-table.ts';
import { households, staff } from '../admin/ward.ts';
import { admin, adminJson, dataDir, folder, startProgram } from './program.ts';

test(
  'a ward is set up from files by the program that runs, 2,000 households at once',
  { timeout: 240_000 },
  async () => {
    const settings = { DATA_DIR: await dataDir() };
    const program = await startProgram(settings);
    const made = folder();
    const file = async (name: string, cells: readonly (readonly string[])[]) => {
      await writeTable(join(made, name), cells);
      return join(made, name);
    };
    const plain = async (...args: string[]) => {
      const { code, out, err } = await admin(args, settings);
      expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, '']);
      return out;
    };
    await plain('ward', 'add', '--name', 'phường Thử', '--area', 'urban', '--code', 'thu');
    const zones = join(made, 'zones.xlsx');
    expect(await plain('template', 'zones', '--out', zones)).toBe('');
    const importing = ['import', 'zones', '--ward', 'thu', '--file', zones];
    expect(await plain(...importing, '--dry-run')).toBe(
      'Nothing is written. This is what the import would do:\nZones of phường Thử: 2 added, 0 changed, 0 unchanged.\n  Khu 1\n  Khu 2\n',
    );
    expect(await plain(...importing)).toMatch(`Khu 2  ${program.url}/k/khu-2-vi-du`);
    const inTwo = (cells: readonly (readonly string[])[]) =>
      cells.map((row) =>
        row.map((cell) => (/^Khu \d+$/.test(cell) ? `Khu ${(Number(cell.slice(4)) % 2) + 1}` : cell)),
      );
    const list = [
      '--ward',
      'thu',
      '--list-year',
      '2025',
      '--file',
      await file('h.xlsx', inTwo(households(2000))),
    ];
    expect(await adminJson(['import', 'households', ...list], settings)).toMatchObject({ added: 2000 });
    expect(await adminJson(['import', 'households', ...list], settings)).toMatchObject({ unchanged: 2000 });
    const people = await file('staff.csv', inTwo(staff.slice(0, 3)));
    expect(await adminJson(['import', 'staff', '--ward', 'thu', '--file', people], settings)).toMatchObject({
      added: 2,
    });
    expect(await plain('staff', '--ward', 'thu')).toMatch(/^2 {2}Khu 1 {2}head {2}.* {2}not taken up yet$/m);
    expect(await plain('invite', '--zone', 'khu-2-vi-du', '--role', 'collaborator')).toMatch(
      /^Invitation for a collaborator of Khu 2/,
    );
    expect(await plain('contact', '--ward', 'thu', '--name', 'Lê Thị Thử', '--phone', '0900 000 001')).toBe(
      'Whoever asks in phường Thử is told: Lê Thị Thử, 0900000001.\n',
    );
    const spoilt = await file('spoilt.csv', [['Khu'], [' – ']]);
    const refused = await admin(['import', 'zones', '--ward', 'thu', '--file', spoilt], settings);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('row 2, Khu: "–" names nobody')]);
  },
);
