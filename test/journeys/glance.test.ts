import { beforeEach, describe, expect, test } from 'vitest';
import { webPort } from '../../src/web-port.ts';
import { ownDatabase } from '../store/database.ts';
import { bringTo } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { inRound } from './ward.ts';
import { joinsOffice, operates, signed } from './ward-people.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;

/** A round of two zones, plainly made up: one household is recognised, one is signed. */
beforeEach(async () => {
  ({ stage, talk } = await inRound(database.db));
  await joinsOffice(stage, talk, 'officer', 'officer');
  const poor = await signed(stage, { round: 1, zone: 'khu-1', name: 'Hộ Mẫu Nghèo' });
  await bringTo(stage, poor, 'recognised', 'poor');
  await signed(stage, { round: 1, zone: 'khu-2', name: 'Hộ Mẫu Chờ' });
});

const port = () => webPort(stage.db, async () => {}, { clock: () => stage.clock, speaker: stage.words });

async function asksForCharts(): Promise<string> {
  await talk.says('officer', '/phuong');
  await talk.presses('officer', 'Xem biểu đồ');
  return /\/tong-quan\/([\w-]{43})/.exec(talk.last('officer'))![1]!;
}

describe('a round at a glance', () => {
  test('is shown to the officer once for each link, in counts and without names', async () => {
    const token = await asksForCharts();
    const page = (await port().glance(token, 'vi'))!;
    expect(page).toMatchObject({ ward: 'phường Thử Nghiệm', listYear: 2026, day: '2026-11-20' });
    expect(page.charts).toEqual([
      {
        as: 'beside',
        title: 'Từng khu: đến đâu rồi',
        series: ['Cần rà soát', 'Đã trả lời', 'Khu trưởng đã ký', 'Đã niêm yết', 'Đang trễ hạn'],
        rows: [
          { label: 'Khu 1', values: [1, 1, 1, 1, 0] },
          { label: 'Khu 2', values: [1, 1, 1, 0, 0] },
        ],
      },
      {
        as: 'beside',
        title: 'Từng ngày: làm được bao nhiêu hộ',
        series: ['Đã trả lời', 'Khu trưởng đã ký', 'Đã niêm yết'],
        rows: [{ label: '20/11/2026', values: [2, 2, 1] }],
      },
      {
        as: 'beside',
        title: 'Hộ nghèo: năm trước và nay',
        series: ['Danh sách năm trước', 'Nay được công nhận'],
        rows: [{ label: 'Khu 1', values: [0, 1] }],
      },
      {
        as: 'beside',
        title: 'Hộ cận nghèo: năm trước và nay',
        series: ['Danh sách năm trước', 'Nay được công nhận'],
        rows: [
          { label: 'Khu 1', values: [1, 0] },
          { label: 'Khu 2', values: [1, 0] },
        ],
      },
    ]);
    expect(page.notes[0]).toContain('Còn 1 hộ chưa có quyết định');
    expect(JSON.stringify(page)).not.toContain('Hộ Mẫu');
    expect(await port().glance(token, 'vi')).toBeNull();
  });

  test('counts who is late', async () => {
    stage.clock = new Date('2027-03-01T02:00:00Z');
    const page = (await port().glance(await asksForCharts(), 'en'))!;
    expect(page.charts[0]!.rows.map(({ values }) => values.at(-1))).toEqual([1, 1]);
  });

  test('is shown neither after the time of the link nor after the post', async () => {
    const old = await asksForCharts();
    const now = stage.clock;
    stage.clock = new Date(now.getTime() + 16 * 60_000);
    expect(await port().glance(old, 'vi')).toBeNull();
    const token = await asksForCharts();
    const person = /person (\d+)|(\d+)/.exec(await operates(stage, 'office list', { ward: 'thu' }))!;
    await operates(stage, 'office end', { ward: 'thu', role: 'officer', person: person[1] ?? person[2] });
    expect(await port().glance(token, 'vi')).toBeNull();
  });

  test('is not offered to who writes down decisions only', async () => {
    await joinsOffice(stage, talk, 'recorder', 'recorder');
    await talk.says('recorder', '/phuong');
    expect(talk.last('recorder')).not.toContain('Xem biểu đồ');
  });
});
