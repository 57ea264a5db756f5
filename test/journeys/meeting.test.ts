import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rows } from '../../src/store/db.ts';
import { wardPosts } from '../../src/store/schema-rounds.ts';
import { chats } from '../../src/store/schema.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { ownDatabase } from '../store/database.ts';
import { dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { inRound } from './ward.ts';

/** The village meeting (họp dân), from the first household that waits for it to what came of it. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  ({ stage, talk } = await inRound(database.db));
});

/** A household that its head has signed. */
async function signed(address: string): Promise<void> {
  await talk.sends(address, 'khu-1');
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  expect(talk.last(address)).toContain('ký hồ sơ');
}

/** The head copies the class from the paper form of the case that is open. */
async function onPaper(of: number, category: string): Promise<void> {
  await talk.says('head', '/viec', `hồ sơ ${of}`);
  await talk.presses('head', 'Ghi điểm');
  await talk.says('head', 'chưa', 'chưa', category);
}

/** Somebody takes up the post of officer of the ward. */
async function officer(address: string): Promise<void> {
  await talk.says(address, '/help');
  const place = await placeByCode(database.db.q, 'khu-1');
  const [chat] = await database.db.q
    .select()
    .from(chats)
    .where(sql`address = ${address}`);
  await database.db.q
    .insert(wardPosts)
    .values({ personId: chat!.personId, role: 'officer', wardId: place!.ward, since: stage.clock });
}

async function called(on = '25/11 lúc 19h30'): Promise<void> {
  await talk.says('head', '/hop');
  await talk.presses('head', 'Hẹn ngày họp');
  await talk.says('head', on, 'Nhà văn hóa Khu 1');
  await talk.presses('head', 'Hẹn và báo');
}

const later = (day: string) => {
  stage.clock = new Date(`${day}T14:00:00Z`);
};
const states = async () => (await dossierOfCase(stage, 1)).dossier.state;
const meetings = () =>
  rows(
    database.db.q,
    sql`select n, state, on_day::text as on from meetings order by id`,
    z.object({ n: z.number(), state: z.string(), on: z.string() }),
  );

describe('a meeting that agrees', () => {
  test('what is typed while a new case comes in is still about the meeting', async () => {
    await signed('lan');
    await onPaper(1, 'cận nghèo');
    await called('20/11 lúc 19h30');
    stage.clock = new Date('2026-11-20T13:30:00Z');
    await talk.says('head', '/hop');
    await talk.presses('head', 'Ghi kết quả');
    await talk.sends('hoa', 'khu-1', 'Hoa');
    expect(talk.last('head')).toContain('Có hồ sơ mới.');
    await talk.says('head', '1');
    expect(talk.last('head')).toContain('Bao nhiêu người: công chức làm công tác giảm nghèo?');
    await talk.says('head', 'thôi, để sau', '/viec', '1');
    expect(talk.last('head')).toContain('Đã xem 0/13 câu.');
  });

  test('is called, everybody concerned is told once, and what came of it is written down', async () => {
    await officer('officer');
    await signed('lan');
    await talk.says('head', '/hop');
    expect(talk.last('head')).toContain('chưa ghi kết quả trên phiếu giấy:\n• Lan');
    await talk.presses('head', 'Mở hồ sơ hộ Lan');
    expect(talk.last('head')).toContain('Lan');
    await onPaper(1, 'cận nghèo');
    await talk.says('head', '/viec', 'họp dân');
    expect(talk.last('head')).toContain('Hộ chờ đưa ra họp: 1.\n• Lan: hộ cận nghèo');
    await talk.presses('head', 'Hẹn ngày họp');
    await talk.says('head', '19/11');
    expect(talk.last('head')).toContain('Ngày đó đã qua rồi');
    await talk.says('head', 'chủ nhật');
    expect(talk.last('head')).toContain('22/11/2026 là ngày nghỉ');
    await talk.says('head', '7h');
    expect(talk.last('head')).toContain('7 giờ sáng hay 19 giờ?');
    await talk.says('head', '7h tối', 'Nhà văn hóa Khu 1');
    expect(await meetings()).toEqual([]);
    await talk.presses('head', 'Hẹn và báo');
    expect(talk.last('head')).toContain('Đã hẹn họp ngày 22/11/2026, lúc 19:00, tại Nhà văn hóa Khu 1.');
    expect(talk.last('lan')).toContain('Họp ngày 22/11/2026, lúc 19:00, tại Nhà văn hóa Khu 1');
    expect(talk.last('officer')).toContain('Có cuộc họp dân Khu 1');
    expect(talk.last('officer')).not.toContain('Lan');
    expect(talk.last('head')).toContain('Từ ngày họp trở đi mới ghi được kết quả');

    later('2026-11-22');
    await talk.says('head', '/hop', '1');
    expect(talk.last('head')).toContain('Bao nhiêu người: Ban Chỉ đạo');
    await talk.says('head', '3', '1 1 4', 'lui', '4 2 10 15');
    expect(talk.last('head')).toContain('Bao nhiêu người: Mặt trận');
    await talk.says('head', 'không có ai');
    expect(talk.last('head')).toContain('Có 36 người dự họp');
    await talk.presses('head', 'Mọi người đồng ý với tất cả');
    expect(talk.last('head')).toContain('Lan: 36 trên 36 người đồng ý – được');
    await talk.presses('head', 'Ghi thêm ý kiến');
    await talk.says('head', 'Bà con nói đúng hoàn cảnh');
    expect(await states()).toBe('meeting');
    await talk.presses('head', 'Lưu kết quả');
    expect(await states()).toBe('agreed');
    expect(talk.last('lan')).toContain('đã đồng ý với kết quả');
    expect(await meetings()).toEqual([{ n: 1, state: 'held', on: '2026-11-22' }]);
    await talk.presses('head', 'Lưu kết quả');
    expect(talk.last('head')).toContain('Việc này đã làm rồi');
    expect(talk.heard('lan').filter((text) => text.includes('đã đồng ý'))).toHaveLength(1);
    expect(stage.failures).toEqual([]);
  });

  test('is put off, and all hear of the new day', async () => {
    await officer('officer');
    await signed('lan');
    await onPaper(1, 'cận nghèo');
    await called();
    await talk.presses('head', 'Dời sang ngày khác');
    await talk.says('head', 'thôi');
    expect(talk.last('head')).toContain('Chưa lưu gì và chưa báo cho ai');
    await talk.presses('head', 'Dời sang ngày khác');
    await talk.says('head', '26/11', '19h', 'Sân đình');
    await talk.presses('head', 'Dời và báo');
    expect(await meetings()).toEqual([
      { n: 1, state: 'put-off', on: '2026-11-25' },
      { n: 2, state: 'called', on: '2026-11-26' },
    ]);
    expect(talk.last('lan')).toContain('Ngày mới là 26/11/2026, lúc 19:00, tại Sân đình');
    expect(talk.last('officer')).toContain('dời sang ngày khác');
    expect((await dossierOfCase(stage, 1)).due?.on).toBe('2026-11-26');
    // The choice of the first meeting still stands above.
    await talk.presses('head', 'Hẹn và báo');
    expect(talk.last('head')).toContain('Việc này đã làm rồi');
    expect(await meetings()).toHaveLength(2);
    expect(stage.failures).toEqual([]);
  });
});

describe('a meeting below half', () => {
  test('sends the household back to its head, and a second one agrees', async () => {
    await signed('lan');
    await onPaper(1, 'cận nghèo');
    await signed('hoa');
    await onPaper(2, 'cận nghèo');
    await called();
    later('2026-11-25');
    await talk.says('head', '/hop', '1', '2 1 1 2 2 5 7 1');
    expect(talk.last('head')).toContain('Có 20 người dự họp');
    await talk.presses('head', 'Ghi từng hộ');
    await talk.says('head', '21');
    expect(talk.last('head')).toContain('Chỉ có 20 người dự họp');
    await talk.says('head', '9');
    await talk.presses('head', 'Mọi người đồng ý');
    expect(talk.last('head')).toContain('Lan: 9 trên 20 người đồng ý – chưa được');
    await talk.presses('head', 'Lưu kết quả');
    expect(talk.last('lan')).toContain('chưa đồng ý');
    expect(talk.last('hoa')).toContain('đã đồng ý');
    expect(await states()).toBe('interviewed');
    await talk.says('head', '/viec');
    expect(talk.last('head')).toContain('Hồ sơ đang chờ: 1.');
    expect(talk.last('head')).toContain('họp dân chưa đồng ý');
    await talk.says('head', '1');
    expect(talk.last('head')).toContain('Họp dân chưa đồng ý');
    await talk.presses('head', 'Xác nhận');
    await talk.says('head', 'ký');
    expect(await states()).toBe('verified');
    later('2026-11-26');
    await called('27/11 lúc 19h');
    later('2026-11-27');
    await talk.says('head', '/hop', '1', '2 1 1 2 2 5 7 1');
    await talk.presses('head', 'Ghi từng hộ');
    await talk.says('head', '10');
    await talk.presses('head', 'Lưu kết quả');
    expect(await states()).toBe('agreed');
    expect((await meetings()).map(({ n, state }) => [n, state])).toEqual([
      [1, 'held'],
      [2, 'held'],
    ]);
    expect(stage.failures).toEqual([]);
  });
});

describe('in English', () => {
  test('the head is led through a meeting in English', async () => {
    await signed('lan');
    await onPaper(1, 'cận nghèo');
    await talk.says('head', '/language');
    await talk.presses('head', 'English');
    await talk.says(
      'head',
      '/meeting',
      '1',
      'tomorrow evening at 7',
      'the culture house',
      'back',
      'the old school',
    );
    expect(talk.last('head')).toContain('on 21 Nov 2026, at 19:00, at the old school');
    await talk.says('head', 'yes');
    expect(talk.last('head')).toContain('The meeting is called for 21 Nov 2026');
    later('2026-11-21');
    await talk.says('head', '/meeting', '1', '1 1 1 1 1 1 1 0', 'all agree', 'save');
    expect(talk.last('head')).toContain('Lan: 7 of 7 agree – enough');
    expect(await states()).toBe('agreed');
    expect(stage.failures).toEqual([]);
  });
});
