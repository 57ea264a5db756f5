import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { give } from '../../src/handle/procedure/give.ts';
import { rows } from '../../src/store/db.ts';
import { lockDossier } from '../../src/store/dossiers.ts';
import { vietnamDay } from '../../src/time/vietnam.ts';
import { ownDatabase } from '../store/database.ts';
import { bringTo, openYearly } from './round.ts';
import { setStage, type Stage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';
import { joinsOffice, operates, posted, signed } from './ward-people.ts';

/** The office of a ward: who is there, and what they see of the round. */
const quiet = { from: 21, to: 7 };
const database = ownDatabase();
let stage: Stage;
let talk: Talk;
let round: number;

beforeEach(async () => {
  stage = await setStage(database.db, '2026-11-02T09:00:00+07:00', quiet);
  talk = talkOn(stage);
  await stage.realWard(3);
  round = await openYearly(stage, 'khu-1');
});

const options = (address: string) =>
  talk.sent.findLast((each) => each.address === address)!.rendered.options.map(({ label }) => label);
const later = (days: number) => {
  stage.clock = new Date(stage.clock.getTime() + days * 86_400_000);
};

describe('a post at the office of a ward', () => {
  test('is taken up with an invitation that works once, and says what one does', async () => {
    const lines = await operates(stage, 'invite', { ward: 'thu', role: 'officer' });
    const code = /moi-\w+/.exec(lines)![0];
    await talk.says('mai', `/start ${code}`);
    expect(talk.last('mai')).toContain('mời làm công chức giảm nghèo của phường Thử Nghiệm');
    // As people do who have no buttons.
    await talk.says('mai', 'nhan lam cong chuc giam ngheo');
    expect(talk.last('mai')).toMatch(/Từ nay anh\/chị là công chức giảm nghèo.*\/phuong/s);
    await talk.says('mai', 'trợ giúp');
    expect(talk.last('mai')).toContain('gõ /phuong');
    await talk.says('thu', `/start ${code}`);
    expect(talk.last('thu')).toContain('không dùng được nữa');
    await talk.says('thu', '/phuong');
    expect(talk.last('thu')).toContain('dành cho công chức giảm nghèo');
    expect(await operates(stage, 'office list', { ward: 'thu' })).toMatch(
      /^officer {2}--person \d+ \(since 2026-11-02; telegram/,
    );
    await expect(operates(stage, 'invite', { ward: 'thu', role: 'head' })).rejects.toThrow('--role');
    await expect(operates(stage, 'invite', { zone: 'khu-1', role: 'recorder' })).rejects.toThrow('--ward');
    await expect(operates(stage, 'invite', { role: 'recorder' })).rejects.toThrow('either --zone or --ward');
  });

  test('ends at once: also for what stands on the screen', async () => {
    await joinsOffice(stage, talk, 'mai', 'officer');
    const id = await posted(stage, { round, zone: 'khu-1', name: 'Trần Văn Mẫu' });
    await talk.says('mai', '/phuong', 'Trần Văn Mẫu');
    await talk.presses('mai', 'Đưa ra khỏi');
    await talk.presses('mai', 'Bị tính hai lần');
    const person = Number(/--person (\d+)/.exec(await operates(stage, 'office list', { ward: 'thu' }))![1]);
    const end = { ward: 'thu', role: 'officer', person: String(person) };
    // What was to be said in the morning is not said any more.
    stage.clock = new Date('2026-11-02T22:00:00+07:00');
    await complains(await posted(stage, { round, zone: 'khu-1', name: 'Phạm Mẫu' }));
    expect(await operates(stage, 'office end', end)).toContain('Nobody holds that post now');
    stage.clock = new Date('2026-11-03T07:30:00+07:00');
    await stage.exhaust();
    expect(talk.last('mai')).toContain('không còn làm việc này ở phường Thử Nghiệm');
    expect(talk.heard('mai').join()).not.toContain('Phạm');
    await talk.presses('mai', 'Đưa ra khỏi danh sách');
    expect(talk.last('mai')).toContain('dành cho công chức giảm nghèo');
    await talk.says('mai', '/ward');
    expect(talk.last('mai')).not.toContain('Mẫu');
    expect((await database.db.tx((q) => lockDossier(q, id)))!.dossier.state).toBe('posted');
    await expect(operates(stage, 'office end', end)).rejects.toThrow('is not the officer');
    const changed = await rows(database.db.q, sql`select type from changes`, z.object({ type: z.string() }));
    expect(changed).toEqual([{ type: 'OfficeEnded' }]);
  });
});

describe('the overview', () => {
  test('counts each zone by state, what is late, and what waits for whom', async () => {
    await joinsOffice(stage, talk, 'mai', 'officer');
    await joinsOffice(stage, talk, 'nam', 'recorder');
    await signed(stage, { round, zone: 'khu-1', name: 'Hộ Một' });
    await bringTo(stage, await signed(stage, { round, zone: 'khu-1', name: 'Hộ Hai' }), 'agreed');
    await bringTo(stage, await signed(stage, { round, zone: 'khu-2', name: 'Hộ Ba' }), 'agreed');
    const objected = await posted(stage, { round, zone: 'khu-2', name: 'Hộ Bốn' });
    await posted(stage, { round, zone: 'khu-3', name: 'Hộ Năm' });
    await bringTo(stage, await signed(stage, { round, zone: 'khu-3', name: 'Hộ Sáu' }), 'recognised');
    await complains(objected);
    await talk.says('mai', '/phuong');
    expect(talk.last('mai')).toBe(
      [
        'Rà soát hằng năm cho danh sách năm 2026, phường Thử Nghiệm: 6 hộ, đến hết ngày 14/12/2026.',
        'Từng khu:\n• Khu 1 (2 hộ): đã ký 1, chờ niêm yết 1\n• Khu 2 (2 hộ): chờ niêm yết 1, có ý kiến 1\n• Khu 3 (2 hộ): đang niêm yết 1, đã có quyết định 1',
        'Muốn xem một hộ, anh/chị gõ tên hộ.',
        'Việc đang chờ anh/chị:',
      ].join('\n\n'),
    );
    expect(options('mai')).toEqual([
      'Niêm yết: 2 hộ, 2 khu',
      'Cử người phúc tra: 1 hộ',
      'Lập danh sách trình: 1 hộ',
      'Ghi giấy chứng nhận: 1 hộ',
      'Hộ còn thiếu: 1',
    ]);
    await talk.says('mai', '1');
    expect(options('mai')).toEqual(['Khu 1: 1 hộ', 'Khu 2: 1 hộ']);
    await talk.says('mai', '/phuong', '5');
    expect(options('mai')).toEqual(['Hộ Một – Khu 1: chưa có kết quả, từ 02/11/2026']);
    await talk.says('mai', '1');
    expect(talk.last('mai')).toContain('Hộ Hộ Một, Khu 1: khu trưởng đã ký, từ ngày 02/11/2026.');
    expect(talk.last('mai')).toContain('Trợ lý không tự điền');
    later(15);
    await talk.says('mai', '/phuong');
    expect(talk.last('mai')).toContain('Khu 1 (2 hộ): đã ký 1, chờ niêm yết 1, trễ hạn 2');
    await talk.presses('mai', 'Hộ trễ hạn');
    expect(options('mai')[0]).toBe('Hộ Một – Khu 1: khu trưởng đã ký, hạn 16/11/2026');
    await talk.says('nam', '/phuong');
    expect(options('nam')).toEqual([]);
    expect(talk.last('nam')).toContain('không có việc nào chờ');
    expect(stage.failures).toEqual([]);
  });

  test('asks for a deputy where the head is kin, and takes a household off with its reason', async () => {
    await joinsOffice(stage, talk, 'mai', 'officer');
    await talk.joins('head', 'khu-1');
    const id = await signed(stage, { round, zone: 'khu-1', name: 'Lê Thị Mẫu' });
    const [head] = await rows(
      database.db.q,
      sql`select person_id as id from posts`,
      z.object({ id: z.number() }),
    );
    await database.db.q.execute(
      sql`insert into kin (dossier_id, person_id, "as", said_by, at) values (${id}, ${head!.id}, 'kin', ${head!.id}, now())`,
    );
    await talk.says('mai', '/phuong');
    expect(options('mai')[0]).toBe('Cử người thay khu trưởng: 1 hộ');
    await talk.says('mai', 'le thi mau');
    await talk.presses('mai', 'Đưa ra khỏi');
    await talk.presses('mai', 'Lý do khác');
    await talk.says('mai', 'Nhập về hộ của con gái');
    expect(talk.last('mai')).toContain('Lý do: Nhập về hộ của con gái');
    const sure = talk.sent.findLast((each) => each.address === 'mai')!;
    await talk.presses('mai', 'Đưa ra khỏi danh sách');
    expect(talk.last('mai')).toContain('không còn trong danh sách rà soát. Lý do: Nhập về hộ của con gái');
    await talk.post('mai', { kind: 'button', data: choices(sure)[0]!.data });
    await stage.exhaust();
    expect(talk.last('mai')).toContain('Nút đó đã cũ');
    expect((await database.db.tx((q) => lockDossier(q, id)))!.dossier.state).toBe('removed');
  });

  test('lists forty households ten at a time', async () => {
    await joinsOffice(stage, talk, 'mai', 'officer');
    for (let n = 1; n <= 40; n += 1)
      await signed(stage, { round, zone: 'khu-1', name: `Nguyễn Mẫu ${String(n)}` });
    await talk.says('mai', '/phuong');
    await talk.presses('mai', 'Hộ còn thiếu: 40');
    expect(options('mai')).toHaveLength(10);
    await talk.says('mai', 'xem tiếp', 'xem tiep', 'xem tiếp');
    expect(talk.last('mai')).toContain('Đang xem 31–40 trên 40.');
    expect(options('mai').at(-1)).toContain('Nguyễn Mẫu 40 – Khu 1');
    await talk.says('mai', '10');
    expect(talk.last('mai')).toContain('Hộ Nguyễn Mẫu 40');
    await talk.says('mai', 'nguyễn mẫu');
    expect(talk.last('mai')).toContain('40 hộ có tên “nguyễn mẫu”');
    expect(options('mai')).toHaveLength(10);
  });
});

/** Somebody of the zone objects. */
async function complains(id: number): Promise<void> {
  await database.db.tx(async (q) => {
    const row = (await lockDossier(q, id))!;
    const person = { id: 700_000, posts: [], wardPosts: [] };
    const acting = { q, now: stage.clock, today: vietnamDay(stage.clock), quiet, person };
    await give(acting, { row, command: { kind: 'complain', complaint: 1 }, step: null });
  });
  await stage.exhaust();
}
