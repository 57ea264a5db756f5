import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAdmin } from '../../src/admin/run.ts';
import { lookAtDeadlines } from '../../src/deadlines.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { complaintsOf } from '../../src/store/complaints.ts';
import { postings, wardPosts } from '../../src/store/schema-rounds.ts';
import { chats } from '../../src/store/schema.ts';
import { holdZones, mergeZone } from '../../src/store/zones.ts';
import { webPort } from '../../src/web-port.ts';
import { ownDatabase } from '../store/database.ts';
import { bringTo, dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import { choices, type Talk } from './talk.ts';
import { inRound } from './ward.ts';

/** A list hangs, somebody objects, somebody else looks again, and it hangs again. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;

/** Lan and Hoa of the first zone were agreed on; Tuyết lives there too, Mai in the second zone. */
beforeEach(async () => {
  ({ stage, talk } = await inRound(database.db));
  await talk.joins('head-2', 'khu-2');
  await agreedOn('lan', 'Lan');
  await agreedOn('hoa', 'Hoa', 'near-poor');
  for (const [address, name, zone] of [
    ['tuyet', 'Tuyết', 'khu-1'],
    ['mai', 'Mai', 'khu-2'],
  ] as const)
    await talk.sends(address, zone, name);
  await becomesOfficer('officer');
});

async function agreedOn(address: string, name: string, category: 'poor' | 'near-poor' = 'poor') {
  await talk.sends(address, 'khu-1', name);
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  await bringTo(stage, (await dossierFor(address)).id, 'agreed', category);
  await stage.exhaust();
}

const dossierFor = (address: string) => dossierOfCase(stage, address === 'lan' ? 1 : 2);

async function becomesOfficer(address: string): Promise<void> {
  await talk.says(address, '/trogiup');
  const [chat] = await stage.db.q.select().from(chats).where(eq(chats.address, address));
  const place = await placeByCode(stage.db.q, 'khu-1');
  await stage.db.q
    .insert(wardPosts)
    .values({ personId: chat!.personId, role: 'officer', wardId: place!.ward, since: stage.clock });
}

/** Goes into a flow as a button of another message does. */
async function opens(address: string, flow: string, id = 0): Promise<void> {
  await talk.post(address, { kind: 'button', data: `f|${flow}|open|${id.toString(36)}|0|` });
  await stage.exhaust();
}

async function posts(): Promise<void> {
  await opens('officer', 'post');
  await talk.says('officer', '1');
  await talk.presses('officer', 'Niêm yết danh sách này');
}

async function objects(address: string, household: string, ...words: readonly string[]): Promise<void> {
  await talk.says(address, '/niemyet', '1', household, ...words, '1');
}

const later = (days: number) => {
  stage.clock = new Date(stage.clock.getTime() + days * 86_400_000);
};
const told = (address: string, words: string) =>
  talk.heard(address).filter((text) => text.includes(words)).length;
const labels = (address: string) =>
  choices(talk.sent.findLast((each) => each.address === address)!).map(({ label }) => label);

describe('a list is posted', () => {
  test('as it was shown, and everybody whom it concerns is told once', async () => {
    await opens('officer', 'post');
    expect(labels('officer')).toContain('Khu 1, đợt hằng năm: 2 hộ');
    await talk.says('officer', '1');
    expect(talk.last('officer')).toContain(
      [
        'Danh sách rà soát hộ nghèo, hộ cận nghèo năm 2026\nKhu 1, phường Thử Nghiệm',
        '1. Lan: hộ nghèo\n2. Hoa: hộ cận nghèo',
        'Dán từ ngày 20/11/2026 đến hết ngày 26/11/2026. Số ngày này chưa chắc chắn',
      ].join('\n\n'),
    );
    await talk.presses('officer', 'Niêm yết danh sách này');
    expect(talk.last('officer')).toMatch(/in và dán: https:\/\/example\.vn\/niem-yet\/[\w-]{24}$/);
    const notices = ['lan', 'hoa', 'tuyet', 'head', 'mai', 'head-2'].map((each) =>
      told(each, 'được dán cho mọi người xem (niêm yết)'),
    );
    expect(notices).toEqual([1, 1, 1, 1, 0, 0]);
    expect((await dossierFor('lan')).dossier.state).toBe('posted');
  });

  test('once, and not at all when it has changed since it was shown', async () => {
    await opens('officer', 'post');
    await talk.says('officer', '1');
    await becomesOfficer('other');
    await opens('other', 'post');
    await talk.says('other', '1', '1');
    await talk.presses('officer', 'Niêm yết danh sách này');
    expect(talk.last('officer')).toContain('Không có hộ nào đang chờ');
    expect(await stage.db.q.select().from(postings)).toHaveLength(1);
    await agreedOnLater();
    await opens('officer', 'post');
    await talk.says('officer', '1');
    expect(talk.last('officer')).toContain('1. Thu: hộ nghèo');
    expect(talk.last('officer')).not.toContain('Lan');
  });

  async function agreedOnLater(): Promise<void> {
    await talk.sends('thu', 'khu-1', 'Thu');
    await talk.presses('head', 'Xác nhận');
    await talk.says('head', 'thiếu vốn', 'không có', 'ký');
    await bringTo(stage, (await dossierOfCase(stage, 5)).id, 'agreed');
    await stage.exhaust();
  }

  test('by officers only', async () => {
    await opens('head', 'post');
    expect(talk.last('head')).toContain('dành cho cán bộ giảm nghèo');
    await talk.post('head', { kind: 'button', data: 'f|post|sure|1|1|' });
    await stage.exhaust();
    expect(await stage.db.q.select().from(postings)).toHaveLength(0);
  });

  test('and seen by its zone while it hangs, by nobody else', async () => {
    await talk.says('tuyet', 'niêm yết');
    expect(talk.last('tuyet')).toContain('không có danh sách nào đang dán');
    await posts();
    await talk.says('tuyet', 'danh sach');
    expect(talk.last('tuyet')).toContain('1. Lan: hộ nghèo\n2. Hoa: hộ cận nghèo');
    await talk.says('mai', '/niemyet');
    expect(talk.last('mai')).toContain('không có danh sách nào đang dán');
    await talk.post('mai', { kind: 'button', data: 'f|posted|object|1|0|' });
    await stage.exhaust();
    expect(talk.last('mai')).toContain('không còn dán nữa');
    await talk.says('nobody', '/niemyet');
    expect(talk.last('nobody')).toContain('chưa biết chắc nhà mình ở khu nào');
    // To choose a zone makes nobody live there.
    await talk.says('curious', '/start khu-1', '1', 'đồng ý', 'Tò Mò 1970', '/niemyet');
    expect(talk.last('curious')).toContain('nhà nào đã gửi câu trả lời thì xem được');
    await talk.post('curious', { kind: 'button', data: 'f|posted|list|1|0|' });
    await stage.exhaust();
    expect(talk.heard('curious').join()).not.toContain('1. Lan');
    await talk.says('head', '/posted');
    expect(talk.last('head')).toContain('1. Lan: hộ nghèo');
    later(7);
    await talk.says('tuyet', '/niemyet');
    expect(talk.last('tuyet')).toContain('không có danh sách nào đang dán');
    await talk.presses('tuyet', 'Tôi có ý kiến');
    expect(talk.last('tuyet')).toContain('không còn dán nữa');
  });

  test('also seen by the zone that its own was merged into', async () => {
    await posts();
    await stage.db.tx(async (q) => {
      const zones = await holdZones(q, ['khu-1', 'khu-2']);
      await mergeZone(q, zones.get('khu-1')!, zones.get('khu-2')!, stage.clock);
    });
    for (const address of ['mai', 'tuyet']) {
      await talk.says(address, '/niemyet');
      expect(talk.last(address)).toContain('1. Lan: hộ nghèo');
    }
    await objects('mai', 'Lan', 'Nhà có hai xe');
    expect(talk.last('mai')).toContain('Đã nhận ý kiến về nhà Lan');
  });

  test('on a page of its own while it hangs', async () => {
    await posts();
    const token = talk.last('officer').split('/').at(-1)!;
    const port = webPort(stage.db, async () => {}, { clock: () => stage.clock, speaker: stage.words });
    expect(await port.posted(token)).toEqual({
      zone: 'Khu 1',
      ward: 'phường Thử Nghiệm',
      listYear: 2026,
      from: '2026-11-20',
      until: '2026-11-26',
      untilConfirmed: false,
      lines: [
        { name: 'Lan', category: 'poor' },
        { name: 'Hoa', category: 'near-poor' },
      ],
    });
    later(7);
    expect(await port.posted(token)).toBeNull();
  });
});

describe('a neighbour objects', () => {
  beforeEach(posts);

  test('somebody else looks again, it hangs again, and who objected stays unknown', async () => {
    const before = talk.sent.length;
    await talk.says('tuyet', '/niemyet', '1');
    expect(talk.last('tuyet')).toContain('Xin gõ số hoặc tên');
    await talk.says('tuyet', 'Lan', 'Nhà đó có xe ô tô mới');
    expect(talk.last('tuyet')).toContain('“Nhà đó có xe ô tô mới”');
    expect(talk.last('tuyet')).toContain('hàng xóm không được biết là ai nói');
    await talk.says('tuyet', '1');
    expect(talk.last('tuyet')).toContain('Đã nhận ý kiến về nhà Lan');
    expect(talk.last('tuyet')).toContain('Hạn: hết ngày 02/12/2026 (chưa chắc chắn');
    expect([told('lan', 'Có người nói'), told('head', 'Có ý kiến'), told('officer', 'Có ý kiến')]).toEqual([
      1, 1, 1,
    ]);

    await opens('officer', 'assign');
    await talk.says('officer', '1');
    expect(talk.last('officer')).toContain('• Nhà đó có xe ô tô mới');
    expect(labels('officer').filter((label) => label.startsWith('Khu trưởng'))).toEqual([
      expect.stringContaining('Khu trưởng Khu 2'),
    ]);
    await talk.presses('officer', 'Khu trưởng Khu 2');
    expect(talk.last('officer')).toContain('Đã cử người phúc tra hộ Lan');
    expect(talk.last('head-2')).toContain('được cử phúc tra hộ Lan, Khu 1');

    await talk.presses('head-2', 'Phúc tra');
    expect(talk.last('head-2')).toContain('Trong danh sách đã niêm yết: hộ nghèo.');
    expect(talk.last('head-2')).toContain('• Nhà đó có xe ô tô mới');
    await talk.presses('head-2', 'Đổi: hộ cận nghèo');
    await talk.says('head-2', 'Xe là của người con ở riêng, nhà đã xây mới', '1');
    expect(talk.last('head-2')).toContain('Đã ghi kết quả phúc tra');
    expect(talk.last('lan')).toContain('mọi người xem. Lý do: Xe là của người con ở riêng');
    expect(talk.last('tuyet')).toContain('Nhà Lan mà mình có ý kiến đã được xem lại: hộ cận nghèo');
    expect((await complaintsOf(stage.db.q, 1)).map(({ answer }) => answer)).toEqual([
      'Xe là của người con ở riêng, nhà đã xây mới',
    ]);

    await talk.says('tuyet', '/niemyet', '1', 'Lan');
    expect(talk.last('tuyet')).toContain('Kết quả sắp được dán lại');
    await posts();
    await talk.says('tuyet', '/niemyet');
    expect(talk.last('tuyet')).toContain('1. Lan: hộ nghèo\n2. Hoa: hộ cận nghèo');
    expect(talk.last('tuyet')).toContain('1. Lan: hộ cận nghèo\n\nDán từ');
    const others = talk.sent
      .slice(before)
      .filter(({ address }) => address !== 'tuyet')
      .map(({ rendered }) => rendered.text);
    expect(others.filter((text) => /Tuyết|tuyet/i.test(text))).toEqual([]);
    expect(stage.failures).toEqual([]);
  });

  test('in English, by the number on the list', async () => {
    await talk.says('tuyet', '/language');
    await talk.presses('tuyet', 'English');
    await talk.says('tuyet', '/posted');
    expect(talk.last('tuyet')).toContain('1. Lan: a poor household\n2. Hoa: a near-poor household');
    await talk.says('tuyet', '1', '2', 'They moved away last year');
    expect(talk.last('tuyet')).toContain('“They moved away last year”');
    await talk.presses('tuyet', 'Send this');
    expect(talk.last('tuyet')).toContain('We have what you said about household Hoa');
    expect((await dossierFor('hoa')).dossier.state).toBe('complaint');
    expect(told('hoa', 'Có người nói kết quả của nhà mình chưa đúng')).toBe(1);
  });

  test('about the own household, which is not told what it said itself', async () => {
    await talk.says('lan', '/niemyet', '1');
    expect(labels('lan')[0]).toBe('Nhà mình: Lan');
    await talk.presses('lan', 'Nhà mình: Lan');
    await talk.says('lan', 'Nhà tôi còn khó hơn', '1');
    expect(talk.last('lan')).toContain('Đã nhận ý kiến về nhà Lan');
    expect(told('lan', 'Có người nói')).toBe(0);
  });

  test('twice about the same household is one complaint, and others add their own', async () => {
    await objects('tuyet', '1', 'Nhà có hai xe');
    await talk.presses('tuyet', 'Gửi ý kiến này');
    expect(talk.last('tuyet')).toContain('Nút này cũ rồi');
    await objects('tuyet', 'lan', 'Và một ao cá');
    expect(talk.last('tuyet')).toContain('Đã ghi thêm vào ý kiến');
    await objects('hoa', 'lan', 'Có lương hưu');
    const kept = await complaintsOf(stage.db.q, 1);
    expect(kept.map(({ text }) => text)).toEqual(['Nhà có hai xe\nVà một ao cá', 'Có lương hưu']);
    expect(told('officer', 'Có ý kiến về hộ Lan')).toBe(2);
  });

  test('is understood or asked again, and may stop', async () => {
    await talk.says('tuyet', '/niemyet', '1', 'Ông Tám');
    expect(talk.last('tuyet')).toContain('không thấy nhà đó trong danh sách');
    await talk.presses('tuyet', 'Không có trong danh sách');
    expect(labels('tuyet')).toContain('Xin rà soát nhà mình');
    await talk.says('tuyet', '/niemyet', '1', 'hoa', 'x'.repeat(1001));
    expect(talk.last('tuyet')).toContain('nhiều nhất 1000 chữ cái');
    await talk.presses('tuyet', 'Thôi, không gửi');
    expect(talk.last('tuyet')).toContain('không gửi gì cả');
    expect(await complaintsOf(stage.db.q, 2)).toEqual([]);
  });
});

describe('checking once more', () => {
  beforeEach(async () => {
    await posts();
    await objects('tuyet', 'Lan', 'Nhà có hai xe');
    await opens('officer', 'assign', 1);
  });

  test('is not for whoever signed, lives there, or objects', async () => {
    await talk.post('officer', { kind: 'button', data: `f|assign|to|1|${await stepOf('lan')}|1` });
    await stage.exhaust();
    expect(talk.last('officer')).toContain('Xin chọn người khác');
    expect((await dossierFor('lan')).dossier.rechecker).toBeNull();
    await opens('head', 'recheck', 1);
    expect(talk.last('head')).toContain('đã xong, hoặc đã giao cho người khác');
    await opens('head-2', 'assign', 1);
    expect(talk.last('head-2')).toContain('dành cho cán bộ giảm nghèo');
  });

  const stepOf = async (address: string) => (await dossierFor(address)).dossier.step.toString(36);

  test('goes to another in place of the first, whose buttons are old then', async () => {
    await talk.presses('officer', 'Khu trưởng Khu 2');
    await talk.presses('head-2', 'Phúc tra');
    await opens('officer', 'assign', 1);
    expect(talk.last('officer')).toContain('Đang giao cho: Khu trưởng Khu 2');
    await talk.presses('officer', 'Chính anh/chị');
    expect(told('head-2', 'đã giao cho người khác')).toBe(1);
    await talk.presses('head-2', 'Giữ: hộ nghèo');
    expect(talk.last('head-2')).toContain('đã giao cho người khác');
    await talk.presses('officer', 'Khu trưởng Khu 2');
    expect(talk.last('officer')).toContain('Việc này đã làm rồi');
    await opens('officer', 'recheck');
    await talk.says('officer', '1');
    expect(talk.last('officer')).toContain('Phúc tra hộ Lan, Khu 1.');
  });

  test('ends with the post of whoever was asked, and goes to another', async () => {
    await talk.presses('officer', 'Khu trưởng Khu 2');
    await talk.presses('head-2', 'Phúc tra');
    const admin = { now: stage.clock, baseUrl: 'https://example.vn', quiet: null };
    await runAdmin(stage.db, 'head end', { zone: 'khu-2' }, admin);
    await stage.exhaust();
    expect((await dossierFor('lan')).dossier.rechecker).toBeNull();
    expect(told('officer', 'không còn giữ việc')).toBe(1);
    await talk.presses('head-2', 'Giữ: hộ nghèo');
    expect(talk.last('head-2')).toContain('đã giao cho người khác');
    await opens('officer', 'assign', 1);
    expect(labels('officer')).toContain('Chính anh/chị');
    expect(labels('officer').join()).not.toContain('Khu 2');
    const heard = talk.heard('head-2').length;
    stage.clock = new Date(`${(await dossierFor('lan')).due!.on}T02:00:00Z`);
    await lookAtDeadlines({ db: stage.db, clock: () => stage.clock, quiet: null, reminded: () => {} });
    await stage.exhaust();
    expect(talk.last('officer')).toContain('Hôm nay là hạn của 1 hộ');
    expect(talk.heard('head-2')).toHaveLength(heard);
  });

  test('reads what was said meanwhile before it is done', async () => {
    await talk.presses('officer', 'Khu trưởng Khu 2');
    await talk.presses('head-2', 'Phúc tra');
    await talk.presses('head-2', 'Giữ: hộ nghèo');
    await talk.says('head-2', 'Đúng như phiếu');
    await objects('tuyet', 'Lan', 'Thêm một xe nữa');
    expect(talk.last('head-2')).toContain('Có thêm ý kiến về hộ Lan');
    await objects('hoa', 'Lan', 'Có lương hưu');
    await talk.presses('head-2', 'Gửi kết quả này');
    expect(talk.last('head-2')).toContain('vừa có thay đổi');
    expect(talk.last('head-2')).toContain('• Nhà có hai xe\nThêm một xe nữa\n• Có lương hưu');
    await talk.presses('head-2', 'Giữ: hộ nghèo');
    await talk.says('head-2', 'Đúng như phiếu', '1');
    await talk.presses('head-2', 'Gửi kết quả này');
    expect(talk.last('head-2')).toContain('đã xong');
    expect([told('tuyet', 'đã được xem lại'), told('hoa', 'đã được xem lại')]).toEqual([1, 1]);
  });
});
