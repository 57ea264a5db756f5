import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
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
  const { give } = await import('../../src/handle/procedure/give.ts');
  const { lockDossier } = await import('../../src/store/dossiers.ts');
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

describe('the report of a round', () => {
  test('counts each household once, in every table where it belongs', async () => {
    const said = await write({}, 'all.xlsx');
    expect(said).toContain('Hộ trong đợt: 5 of 5');
    expect(said).toContain('Hộ nghèo và cận nghèo: 3 of 3');
    const book = await rowsIn('all.xlsx');
    expect([...book.keys()]).toEqual([
      'Thông tin',
      ...Array.from({ length: 15 }, (_, at) => `Biểu ${at + 1}`),
    ]);
  });
});
