import { expect, test } from 'vitest';
import { posts, staff } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { ownDatabase } from '../store/database.ts';
import { playSeason } from './season.ts';
import { inRound } from './ward.ts';

/** A household sees who has read its case, and nobody sees it of another one. */
const database = ownDatabase();

test('who has read it, when, as what and why, in both languages; of the own household alone', async () => {
  const { stage, talk } = await playSeason(database.db);
  await talk.says('lan', '/nhatky');
  const told = talk.last('lan');
  expect(told).toContain('Những người đã xem hồ sơ 1 của nhà mình');
  expect(told).toMatch(/20\/11\/2026: khu trưởng, xem các câu trả lời/);
  expect(told).toMatch(/khu trưởng, xem chung cả hồ sơ \(\d+ lần\)/);
  expect(told).toMatch(/công chức giảm nghèo .*, xem hồ sơ đang ở bước nào/);
  expect(told).toMatch(/khu trưởng, xem để lo việc giúp nhà mình/);
  // The newest stands on top.
  expect(told.indexOf('giúp nhà mình')).toBeLessThan(told.indexOf('câu trả lời'));
  await talk.says('lan', 'trạng thái');
  await talk.presses('lan', 'Ai đã xem hồ sơ');
  expect(talk.last('lan')).toBe(told);
  await talk.says('lan', '/language', 'English', '/readers');
  expect(talk.last('lan')).toContain('Who has read case 1 of your household');
  expect(talk.last('lan')).toContain('the zone head, looked at the answers');
  // Hoa took it back, and learns who had seen it until then; the officer is told of no household here.
  await talk.says('hoa', 'ai đã xem');
  expect(talk.last('hoa')).toContain('hồ sơ 2');
  expect(talk.last('hoa')).not.toContain('công chức');
  await talk.says('officer', '/nhatky');
  expect(talk.last('officer')).toContain('chưa có hồ sơ nào');
  expect(stage.failures).toEqual([]);
});

test('a head whom the ward named is told by name; what was not delivered was read by nobody', async () => {
  const { stage, talk } = await inRound(database.db);
  await talk.sends('lan', 'khu-1');
  const [head] = await stage.db.q.select().from(posts);
  const details = seal({ name: 'Nguyễn Văn Thử', phone: null, hours: null });
  await stage.db.q.insert(staff).values({
    wardId: head!.wardId,
    zoneId: head!.zoneId,
    role: 'head',
    key: 'thu',
    details,
    personId: head!.personId,
    importedAt: stage.clock,
  });
  await talk.says('lan', '/nhatky');
  expect(talk.last('lan')).toContain('khu trưởng Nguyễn Văn Thử, xem chung cả hồ sơ');
  talk.answers.push((outgoing) => (outgoing.address === 'head' ? { kind: 'rejected', reason: 'no' } : null));
  const before = talk.last('lan');
  await talk.post('head', { kind: 'text', text: '/viec' });
  await stage.exhaust();
  await talk.says('lan', '/nhatky');
  expect(talk.last('lan')).toBe(before);
});

test('before anybody opened it the household hears so; many days are told in pages', async () => {
  const { stage, talk } = await inRound(database.db);
  await talk.answersAll('lan', 'khu-1');
  await talk.says('lan', '/nhatky');
  expect(talk.last('lan')).toContain('Trợ lý chưa ghi lần nào người ngoài xem hồ sơ 1');
  await talk.says('lan', 'gửi');
  for (let day = 1; day <= 9; day++) {
    stage.clock = new Date(stage.clock.getTime() + 24 * 3_600_000);
    await talk.says('head', '/viec', '1');
  }
  await talk.says('lan', '/nhatky');
  expect(talk.last('lan')).toContain('từ dòng 1 đến dòng 8, tất cả 10 dòng');
  await talk.presses('lan', 'Xem các ngày trước');
  expect(talk.last('lan')).toContain('20/11/2026: khu trưởng');
  expect(talk.last('lan')).toContain('từ dòng 9 đến dòng 10');
});
