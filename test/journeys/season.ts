import type { Database } from '../../src/store/db.ts';
import { bringTo, dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { joinsOffice, operates } from './ward-people.ts';
import { inRound } from './ward.ts';

/** A small season: two households, one objected to, one withdrawn; the office looks, and one is cared for. Plays to its end. */
export async function playSeason(db: Database): Promise<{ readonly stage: Stage; readonly talk: Talk }> {
  const { stage, talk } = await inRound(db);
  await joinsOffice(stage, talk, 'officer', 'officer');
  await talk.sends('lan', 'khu-1', 'Lan');
  await talk.presses('head', 'Xem từng câu');
  await talk.presses('head', 'Về hồ sơ');
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  await talk.sends('hoa', 'khu-1', 'Hoa');
  await talk.says('hoa', 'rút', 'có');
  const { id } = await dossierOfCase(stage, 1);
  await bringTo(stage, id, 'certified');
  await stage.exhaust();
  await talk.says('officer', '/phuong');
  await talk.presses('officer', 'Tìm');
  await talk.says('officer', 'Lan');
  await talk.says('head', '/theodoi', '1');
  await talk.presses('head', 'Ghi hỗ trợ đã hứa');
  await talk.presses('head', 'Vay vốn làm ăn');
  await talk.presses('head', 'Ghi lần thăm');
  await talk.says('head', 'mọi người khỏe', '1');
  await operates(stage, 'progress', {});
  return { stage, talk };
}
