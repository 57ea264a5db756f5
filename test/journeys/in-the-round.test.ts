import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { rows } from '../../src/store/db.ts';
import { ownDatabase } from '../store/database.ts';
import { openYearly } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { inWard } from './ward.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  ({ stage, talk } = await inWard(database.db));
});

/** Every numbered step of every household, in order. */
async function steps(): Promise<readonly string[]> {
  const found = await rows(
    database.db.q,
    sql`select concat(dossier_id, '.', n, ' ', kind, ' ', to_state) as step from dossier_steps order by dossier_id, n`,
    z.object({ step: z.string() }),
  );
  return found.map(({ step }) => step);
}

test('a household that sends its answers is taken in, and goes along with its case', async () => {
  await openYearly(stage, 'khu-1');
  await talk.joins('head', 'khu-1');
  await talk.sends('lan', 'khu-1');
  expect(await steps()).toEqual(['1.1 interview interviewed']);
  await talk.says('lan', 'trạng thái');
  expect(talk.last('lan')).toContain('Khu trưởng đang xem các câu trả lời');
  expect(talk.last('lan')).toMatch(/Dự kiến xong: hết ngày \d\d\/\d\d\/2026/);
  await talk.says('lan', 'sửa');
  await talk.presses('lan', 'Mái');
  await talk.says('lan', 'bê tông');
  // Sent again at once: it is where it was.
  expect(await steps()).toHaveLength(1);
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  expect((await steps()).slice(1)).toEqual(['1.2 verify verified']);
  await talk.says('lan', 'trạng thái');
  expect(talk.last('lan')).toContain('Bước tiếp theo là họp dân');
  expect(stage.failures).toEqual([]);
});

test('who asked and takes it back is out; whose ward has no round is in none', async () => {
  await talk.joins('head', 'khu-1');
  await talk.sends('mai', 'khu-1');
  expect(await steps()).toEqual([]);
  await openYearly(stage, 'khu-1');
  await talk.sends('lan', 'khu-1');
  await talk.says('lan', 'rút', 'có');
  expect(await steps()).toEqual(['1.1 interview interviewed', '1.2 withdraw withdrawn']);
});

test('the round says which list it is for, and the progress counts by it', async () => {
  await openYearly(stage, 'khu-1', 2027);
  await talk.joins('head', 'khu-1');
  await talk.sends('lan', 'khu-1');
  expect(talk.heard('lan').some((text) => text.includes('cho danh sách năm 2027'))).toBe(true);
  expect(await steps()).toEqual(['1.1 interview interviewed']);
  await talk.says('head', '/tiendo');
  expect(talk.last('head')).toContain('Chờ khu trưởng xem: 1');
});

test('a household that moves to another zone of the ward takes its place in the round along', async () => {
  await openYearly(stage, 'khu-1');
  await talk.sends('lan', 'khu-1');
  await talk.says('lan', 'sửa');
  await talk.presses('lan', 'Khu');
  await talk.presses('lan', 'Khu 2, phường Thử Nghiệm');
  const [where] = await rows(
    database.db.q,
    sql`select z.code from dossiers d join zones z on z.id = d.zone_id`,
    z.object({ code: z.string() }),
  );
  expect(where?.code).toBe('khu-2');
});
