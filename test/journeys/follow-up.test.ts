import { beforeEach, describe, expect, test } from 'vitest';
import { ownDatabase } from '../store/database.ts';
import { bringTo, dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { inRound } from './ward.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;

/** A household that lacks nothing but work in the family, signed by its head and recognised as poor. */
beforeEach(async () => {
  ({ stage, talk } = await inRound(database.db));
  await talk.sends('lan', 'khu-1');
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  expect(talk.last('lan')).toContain('ký hồ sơ');
  const { dossier, id } = await dossierOfCase(stage, 1);
  expect(dossier.state).toBe('verified');
  await bringTo(stage, id, 'certified');
  await stage.exhaust();
});

describe('a recognised household is cared for', () => {
  test('groups, promised support that arrives or does not, a visit and the next one', async () => {
    await talk.says('head', '/theodoi');
    expect(talk.last('head')).toContain('Hộ cần theo dõi, hỗ trợ: 1.');
    await talk.says('head', '1');
    expect(talk.last('head')).toContain('Lan, Khu 1: hộ nghèo.');
    expect(talk.last('head')).toContain('Chưa ghi nhóm đối tượng.');
    await talk.presses('head', 'Ghi nhóm đối tượng');
    await talk.says('head', 'hộ không có khả năng lao động', 'xong');
    expect(talk.last('head')).toContain('Nhóm đối tượng: Hộ không có khả năng lao động');
    await talk.presses('head', 'Ghi hỗ trợ đã hứa');
    await talk.presses('head', 'Vay vốn làm ăn');
    expect(talk.last('head')).toContain('Vay vốn làm ăn: hứa ngày 20/11/2026, chưa nhận được');
    await talk.presses('head', 'Đã nhận: Vay vốn làm ăn');
    expect(talk.last('head')).toContain('nhận ngày 20/11/2026');
    await talk.presses('head', 'Ghi hỗ trợ đã hứa');
    await talk.presses('head', 'Tiền đóng bảo hiểm');
    await talk.presses('head', 'Không có: Tiền đóng bảo hiểm');
    await talk.says('head', 'Thẻ cấp theo diện khác');
    expect(talk.last('head')).toContain('không có. Lý do: Thẻ cấp theo diện khác');
    await talk.presses('head', 'Ghi lần thăm');
    await talk.says('head', '3 người khỏe, đang chờ vay', '1');
    expect(talk.last('head')).toContain('Lần thăm gần nhất, ngày 20/11/2026: 3 người khỏe, đang chờ vay');
    expect(talk.last('head')).toContain('Hẹn thăm lần sau: 27/11/2026.');
  });

  test('an old button notes nothing twice', async () => {
    await talk.says('head', '/theodoi', '1');
    await talk.presses('head', 'Ghi hỗ trợ đã hứa');
    await talk.presses('head', 'Vay vốn làm ăn');
    await talk.presses('head', 'Đã nhận: Vay vốn làm ăn');
    await talk.presses('head', 'Đã nhận: Vay vốn làm ăn');
    expect(talk.last('head')).toContain('Điều này đã ghi từ trước');
  });

  test('nobody of another zone, and not the household itself, sees it', async () => {
    await talk.joins('other', 'khu-2');
    await talk.says('other', '/theodoi');
    expect(talk.last('other')).toContain('Chưa có hộ nào');
    await talk.says('lan', '/theodoi');
    expect(talk.last('lan')).toContain('Chưa có hộ nào');
    expect(stage.failures).toEqual([]);
  });

  test('the household is told every step once, and where it stands', async () => {
    const told = talk.heard('lan');
    for (const words of [
      'đưa ra họp dân',
      'đã đồng ý với kết quả',
      'dán cho mọi người xem (niêm yết), có tên',
      'đã được công nhận là hộ nghèo',
    ])
      expect(
        told.filter((text) => text.includes(words)),
        words,
      ).toHaveLength(1);
    await talk.says('lan', 'trạng thái');
    expect(talk.last('lan')).toContain('đã có giấy chứng nhận');
  });
});
