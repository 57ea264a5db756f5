import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { importTemplates } from '../../src/admin/import/columns.ts';
import { runAdmin } from '../../src/admin/run.ts';
import { readFileRows } from '../../src/classify/file-rows.ts';
import { writeTable } from '../../src/classify/write-table.ts';
import { rows } from '../../src/store/db.ts';
import { listedIn } from '../../src/store/listed.ts';
import { staff as staffTable, zones as zonesTable } from '../../src/store/schema.ts';
import { inviteStaff, staffOf } from '../../src/store/staff.ts';
import { ownDatabase } from '../store/database.ts';
import {
  type Cells,
  households,
  imports,
  now,
  refusal,
  rowsOf,
  spoiled,
  staff,
  ward,
  zones,
} from './ward.ts';

const database = ownDatabase();
let wardId: number;
beforeEach(async () => {
  wardId = await ward(database.db);
});

/** Every row of what imports write, but for the link codes that are drawn by lot. */
async function written(): Promise<readonly string[]> {
  const all = sql`
    select row_to_json(z)::text as row from (select id, name from zones order by id) z
    union all select row_to_json(l)::text from listed_households l
    union all select row_to_json(s)::text from staff s`;
  return (await rows(database.db.q, all, z.object({ row: z.string() }))).map(({ row }) => row);
}

const zoneId = async (name: string) =>
  (await database.db.q.select().from(zonesTable)).find((zone) => zone.name === name)!.id;

/** A table through a file and back. */
async function throughFile(name: string, cells: Cells) {
  const folder = mkdtempSync(join(tmpdir(), 'rasoat-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await writeTable(join(folder, name), cells);
  return readFileRows(join(folder, name));
}

const counts = (added: number, changed: number, unchanged: number) => ({ added, changed, unchanged });

describe('a ward that is set up from files', () => {
  test('has 2,000 households and 60 people after a second import as after the first, and none after a dry run', async () => {
    const files = {
      zones: { file: await throughFile('zones.csv', zones) },
      households: { file: await throughFile('households.xlsx', households(2000)) },
      staff: { file: await throughFile('staff.csv', staff) },
    };
    // It must fit through the control socket of a program that runs.
    expect(JSON.stringify(files.households).length).toBeLessThan(500_000);
    const all = async (more: object) => [
      await imports(database.db, 'zones', [], { ...files.zones, ...more }),
      await imports(database.db, 'households', [], { ...files.households, ...more }),
      await imports(database.db, 'staff', [], { ...files.staff, ...more }),
    ];
    await imports(database.db, 'zones', [], files.zones);
    const before = await written();
    expect(before).toHaveLength(30);
    expect(await all({ 'dry-run': true })).toMatchObject([
      counts(0, 0, 30),
      counts(2000, 0, 0),
      counts(60, 0, 0),
    ]);
    expect(await written()).toEqual(before);
    expect(await all({})).toMatchObject([counts(0, 0, 30), counts(2000, 0, 0), counts(60, 0, 0)]);
    const after = await written();
    expect(after).toHaveLength(30 + 2000 + 60);
    expect(await all({})).toMatchObject([counts(0, 0, 30), counts(0, 0, 2000), counts(0, 0, 60)]);
    expect(await written()).toEqual(after);
    const invited = await database.db.tx((q) => inviteStaff(q, wardId, new Date('2026-10-15')));
    expect(new Set(invited.map(({ code }) => code)).size).toBe(60);
  });

  test('gets nothing of a file with 30 wrong cells, and each of them is named with what would be right', async () => {
    await imports(database.db, 'zones', zones);
    const before = await written();
    const long = 'ngõ '.repeat(60);
    const cells: readonly (readonly [number, number, string, RegExp])[] = [
      [2, 2, 'Khu 33', /"Khu 33" is no zone of this ward; the nearest is "Khu 3"/],
      [3, 2, 'Khuu 12', /"Khuu 12" is no zone of this ward; the nearest is "Khu 12"/],
      [4, 2, '', /\(blank\) names no zone; write its name/],
      [5, 2, 'Tổ 1', /"Tổ 1" is no zone of this ward; the nearest is "Khu 1"/],
      [6, 2, 'Khu 1; Khu 2', /"Khu 1; Khu 2" is no zone/],
      [50, 3, 'hộ khá', /"hộ khá" is not what a household is listed as; write nghèo or cận nghèo/],
      [51, 3, '', /\(blank\) is not what a household is listed as/],
      [52, 3, 'thoát nghèo', /"thoát nghèo" is not/],
      [53, 3, 'nghèo, cận nghèo', /"nghèo, cận nghèo" is not/],
      [54, 3, 'không', /"không" is not/],
      [55, 3, 'x', /"x" is not/],
      [100, 1, '', /\(blank\) is no name; write the full name/],
      [101, 1, '12', /"12" is no name/],
      [102, 1, '?', /"\?" is no name/],
      [103, 1, `Trần ${long}`, /…" is too long; write 100 letters at most/],
      [200, 5, '0', /"0" is no number of people; write a number from 1 to 50, or leave it blank/],
      [201, 5, 'bốn', /"bốn" is no number of people/],
      [202, 5, '51', /"51" is no number of people/],
      [203, 5, '-1', /"-1" is no number of people/],
      [204, 5, '4,5', /"4,5" is no number of people/],
      [205, 5, '4 người', /"4 người" is no number of people/],
      [300, 4, long, /…" is too long; write 200 letters at most/],
      [
        400,
        0,
        'H-398',
        /"H-398" is the number of row 399 in Khu 8; each household needs a number of its own/,
      ],
      [401, 0, 'h 398', /"h 398" is the number of row 399 in Khu 8/],
      [402, 0, 'H-9', /"H-9" is the number of row 10 in Khu 9/],
      [500, 0, long, /…" is too long/],
      [1000, 2, 'Khu 1000', /"Khu 1000" is no zone/],
      [1500, 2, 'Khu O1', /"Khu O1" is no zone of this ward; the nearest is "Khu 1"/],
      [1999, 3, 'Cận nghèo!?x', /"Cận nghèo!\?x" is not/],
      [2001, 5, '1e9', /"1e9" is no number of people/],
    ];
    const titles = households(0)[0]!;
    const said = await refusal(
      database.db,
      'households',
      spoiled(
        households(2000),
        cells.map(([row, column, text]) => [row, column, text]),
      ),
    );
    const [first, ...lines] = said.split('\n');
    expect(first).toBe('Nothing is imported: 30 things are wrong. Mend the file and import it again.');
    expect(lines).toHaveLength(30);
    for (const [at, [row, column, , right]] of cells.entries()) {
      expect(lines[at]).toMatch(right);
      expect(lines[at]).toContain(`  row ${row}, ${titles[column]}: `);
    }
    expect(await written()).toEqual(before);
  });
});

test('each template can be imported as it is', async () => {
  for (const [name, cells] of Object.entries(importTemplates))
    expect(await imports(database.db, name.replace('template ', ''), cells)).toMatchObject({
      changed: 0,
      unchanged: 0,
    });
  expect(await written()).toHaveLength(2 + 2 + 3);
});

describe('zones', () => {
  test('are added where they are missing, with links; one that is written another way is the same', async () => {
    await imports(database.db, 'zones', [
      ['Khu', 'Mã'],
      ['Khu 1', 'khu-1-thu'],
      ['Tổ dân phố Đồi', ''],
    ]);
    const again: Cells = [
      ['DANH SÁCH KHU'],
      [],
      ['stt', 'tên khu', 'code'],
      ['1', 'khu  01', 'khu-1-thu'],
      ['2', 'TDP Doi', ''],
      ['3', 'Khu 2', ''],
    ];
    const args = { ward: 'thu', file: rowsOf(again).filter(({ cells }) => cells.length > 0) };
    const { lines, data } = await runAdmin(database.db, 'import zones', args, {
      now,
      baseUrl: 'https://example.vn',
      quiet: null,
    });
    expect(data).toMatchObject({ ...counts(1, 0, 2), zones: [{ name: 'Khu 2' }] });
    expect(lines.join('\n')).toMatch(
      /1 added, 0 changed, 2 unchanged\.\n {2}Khu 2 {2}https:\/\/example\.vn\/k\/khu-2-[a-z]{4}\nNot read: "stt"\.$/,
    );
  });

  test('whose names or codes are wrong are named, and none is added', async () => {
    await imports(database.db, 'zones', [
      ['Khu', 'Mã'],
      ['Khu 1', 'khu-1-thu'],
      ['Xóm Đồi', ''],
    ]);
    const five = await zoneId('Xóm Đồi');
    await database.db.q.insert(zonesTable).values({ wardId, name: 'Khu 5', code: 'khu-5', mergedInto: five });
    const said = await refusal(database.db, 'zones', [
      ['Mã', 'Khu'],
      ['khu-1-moi', 'Khu 1'],
      ['Khu 2', 'Khu 2'],
      ['moi-3', 'Khu 3'],
      ['khu-5', 'Khu 4'],
      ['', 'Khu 5'],
      ['', 'xom doi'],
      ['', 'Xóm Đồi'],
      ['', '–'],
      ['khu-7', 'Khu 7'],
      ['khu-7', 'Khu 8'],
    ]);
    expect(said.split('\n').slice(1)).toEqual([
      expect.stringMatching(
        /row 2, Mã: "khu-1-moi" is not the code of this zone, which is khu-1-thu and stays so/,
      ),
      expect.stringMatching(/row 3, Mã: "Khu 2" is no code for a link/),
      expect.stringMatching(/row 4, Mã: "moi-3" is no code for a link/),
      expect.stringMatching(/row 5, Mã: "khu-5" is the code of another zone/),
      expect.stringMatching(/row 6, Khu: "Khu 5" was merged into "Xóm Đồi"; write that/),
      expect.stringMatching(/row 8, Khu: "Xóm Đồi" is the zone of row 7 again/),
      expect.stringMatching(/row 9, Khu: "–" names nobody/),
      expect.stringMatching(/row 11, Mã: "khu-7" is the code of row 10 too/),
    ]);
    expect(await written()).toHaveLength(3);
  });

  test('that differ only in their marks are two where both are there', async () => {
    for (const name of ['Xóm Đồi', 'Xóm Đôi'])
      await runAdmin(database.db, 'zone add', { ward: 'thu', name }, { now, baseUrl: '', quiet: null });
    expect(await imports(database.db, 'zones', [['Khu'], ['Xóm Đồi'], ['Xóm Đôi']])).toMatchObject(
      counts(0, 0, 2),
    );
    expect(await refusal(database.db, 'zones', [['Khu'], ['xom doi']])).toContain(
      'may be "Xóm Đồi" or "Xóm Đôi"; write it exactly so',
    );
  });
});

describe('households', () => {
  const header = ['khu', 'chủ hộ', 'phân loại', 'mã hộ', 'địa chỉ'];
  const list = (...cells: Cells) => imports(database.db, 'households', [header, ...cells]);
  beforeEach(() => imports(database.db, 'zones', zones));

  test('that moved, or whose class or head changed, are the same household and live where the file says', async () => {
    await list(
      ['Khu 1', 'Lê Thị Thử', 'nghèo', 'H-1', ''],
      ['1', 'Trần Văn Thử', 'Hộ cận nghèo', '', 'số 5'],
    );
    const args = {
      ward: 'thu',
      'list-year': '2025',
      file: rowsOf([
        header,
        ['khu 02', 'Lê Thị Thử', 'can ngheo', 'h-1', ''],
        ['KHU 1', 'TRAN VAN THU', 'CN', '', 'Số  5'],
      ]),
    };
    const { lines, data } = await runAdmin(database.db, 'import households', args, {
      now,
      baseUrl: '',
      quiet: null,
    });
    expect(data).toMatchObject({ ...counts(0, 2, 0), moved: [{ row: 2, from: 'Khu 1', to: 'Khu 2' }] });
    expect(lines).toContain('  row 2: lives in Khu 2 now, was listed in Khu 1.');
    expect(await listedIn(database.db.q, await zoneId('Khu 2'), 2025)).toMatchObject([
      { name: 'Lê Thị Thử', category: 'near-poor' },
    ]);
    expect(await listedIn(database.db.q, await zoneId('Khu 1'), 2025)).toMatchObject([
      { name: 'TRAN VAN THU', code: null },
    ]);
  });

  test('of one name in a zone are told apart by their address', async () => {
    const twins: Cells = [
      ['Khu 1', 'Lê Thị Thử', 'nghèo', '', 'số 1'],
      ['Khu 1', 'Lê Thị Thử', 'nghèo', '', 'số 2'],
    ];
    expect(await list(...twins)).toMatchObject(counts(2, 0, 0));
    expect(await list(...twins)).toMatchObject(counts(0, 0, 2));
    expect(await refusal(database.db, 'households', [header, ...twins, twins[0]!])).toContain(
      'row 4, chủ hộ: "Lê Thị Thử" is the household of row 2 in Khu 1 again',
    );
  });

  test('that get a number later are the same; another one of that name is not', async () => {
    await list(['Khu 1', 'Lê Thị Thử', 'nghèo', '', 'số 1']);
    const numbered: Cells = [
      ['Khu 1', 'Lê Thị Thử', 'nghèo', 'H-1', 'số 1'],
      ['Khu 1', 'Lê Thị Thử', 'nghèo', 'H-2', 'số 1'],
    ];
    expect(await list(...numbered)).toMatchObject(counts(1, 1, 0));
    expect(await list(...numbered)).toMatchObject(counts(0, 0, 2));
    expect(await list(['Khu 2', 'Lê Thị Thử', 'nghèo', 'H-1', 'số 9'])).toMatchObject(counts(0, 1, 0));
    const codes = (await listedIn(database.db.q, await zoneId('Khu 2'), 2025)).map(({ code }) => code);
    expect(codes).toEqual(['H-1']);
  });

  test('of another year are another list; a list that cannot be yet is refused', async () => {
    const one: Cells = [header, ['Khu 1', 'Lê Thị Thử', 'nghèo', 'H-1', '']];
    expect(await imports(database.db, 'households', one)).toMatchObject(counts(1, 0, 0));
    expect(await imports(database.db, 'households', one, { 'list-year': '2026' })).toMatchObject(
      counts(1, 0, 0),
    );
    expect(await refusal(database.db, 'households', one, { 'list-year': '2028' })).toContain(
      'no list of a year after 2027',
    );
  });
});

describe('staff', () => {
  const header = ['khu', 'vai trò', 'họ tên', 'điện thoại', 'giờ'];
  const name = (...cells: Cells) => imports(database.db, 'staff', [header, ...cells]);
  beforeEach(() => imports(database.db, 'zones', zones));

  test('may stand for several zones; a new number changes them and nobody is named twice', async () => {
    await name(['Khu 1; 2, Khu 3', 'Cộng tác viên', 'Lê Thị Thử', '+84 900 000 001', '']);
    expect(await name(['Khu 1 và Khu 2', 'ctv', 'LÊ THỊ THỬ', '900000002', 'tối'])).toMatchObject(
      counts(0, 2, 0),
    );
    const phones = [1, 2, 3].map(async (n) =>
      (await staffOf(database.db.q, await zoneId(`Khu ${n}`))).map(({ phone }) => phone),
    );
    expect(await Promise.all(phones)).toEqual([['0900000002'], ['0900000002'], ['0900000001']]);
  });

  test('who left stays away, whatever an old file says, until it is said that they are back', async () => {
    const file: Cells = [header, ['Khu 1', 'khu trưởng', 'Lê Thị Thử', '0900 000 001', '']];
    await imports(database.db, 'staff', file);
    await database.db.q.update(staffTable).set({ endedAt: now });
    expect(await imports(database.db, 'staff', file)).toMatchObject({ ...counts(0, 0, 1), former: 1 });
    expect(await staffOf(database.db.q, await zoneId('Khu 1'))).toEqual([]);
    expect(await imports(database.db, 'staff', file, { again: true })).toMatchObject({
      ...counts(0, 1, 0),
      former: 0,
    });
    expect(await imports(database.db, 'staff', file, { again: true })).toMatchObject(counts(0, 0, 1));
    expect(await staffOf(database.db.q, await zoneId('Khu 1'))).toMatchObject([
      { name: 'Lê Thị Thử', person: null },
    ]);
  });

  test('whose rows are wrong are named, and nobody is taken over', async () => {
    const said = await refusal(database.db, 'staff', [
      header,
      ['Khu 1', 'phó khu', 'Lê Thị Thử', '0900000001', ''],
      ['Khu 1', 'khu trưởng', '', '0900000001', ''],
      ['Khu 1', 'khu trưởng', 'Lê Thị Thử', '090000001', ''],
      ['Khu 1', 'khu trưởng', 'Lê Thị Thử', '0900000001 / 0900000002', ''],
      ['Khu 1; Khu 44', 'ctv', 'Lê Thị Thử', '02033000001', ''],
      ['Khu 2', 'ctv', 'Lê Thị Thử', '19001000', ''],
      ['Khu 3; Khu 2', 'ctv', 'le thi thu', '0900000001', ''],
    ]);
    expect(said.split('\n').slice(1)).toEqual([
      expect.stringMatching(/row 2, vai trò: "phó khu" is no role; write khu trưởng or cộng tác viên/),
      expect.stringMatching(/row 3, họ tên: \(blank\) is no name/),
      expect.stringMatching(
        /row 4, điện thoại: "090000001" is no telephone number of Vietnam; write one, such as/,
      ),
      expect.stringMatching(/row 5, điện thoại: "0900000001 \/ 0900000002" is no telephone number/),
      expect.stringMatching(
        /row 6, khu: "Khu 1; Khu 44" – "Khu 44" is no zone of this ward; the nearest is "Khu 4"/,
      ),
      expect.stringMatching(/row 8, họ tên: "le thi thu" is named for this post of Khu 2 in row 7 already/),
    ]);
    expect(await database.db.q.$count(staffTable)).toBe(0);
  });
});

test('a file without the titles it needs, or without anything, is refused with what is missing', async () => {
  expect(
    await refusal(database.db, 'staff', [
      ['khu', 'họ tên', 'chức'],
      ['Khu 1', 'Lê', 'x'],
    ]),
  ).toBe('Row 1 has no title "Vai trò" (role), "Điện thoại" (phone); not known are "chức". See: template');
  expect(await refusal(database.db, 'zones', [['khu', 'Khu']])).toContain('has two columns for "Khu" (zone)');
  expect(await refusal(database.db, 'zones', [])).toContain('The file is empty');
  expect(await refusal(database.db, 'zones', zones, { ward: 'none' })).toContain(
    'There is no ward with the code "none"',
  );
});
