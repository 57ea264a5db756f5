import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runAdmin } from '../../src/admin/run.ts';
import type { Outgoing } from '../../src/channel/channel.ts';
import { remindDue } from '../../src/remind.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { rows } from '../../src/store/db.ts';
import { listedHouseholds, matches } from '../../src/store/schema-cases.ts';
import { chats, posts } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import type { QuietHours } from '../../src/time/vietnam.ts';
import { ownDatabase } from '../store/database.ts';
import { type Stage, setStage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';

/** How far a zone is, who has stopped, and who is reminded. */
const noon = '2026-11-20T12:00:00+07:00';
const quiet: QuietHours = { from: 21, to: 7 };
const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  stage = await setStage(database.db, noon, quiet);
  talk = talkOn(stage);
});

const last = (address: string) => talk.last(address).replaceAll(' (dùng thử)', '');
const begins = (address: string, name = 'Lan 1985', zone = 'demo-khu-1') =>
  talk.says(address, `/start ${zone}`, '1', 'đồng ý', name, 'xong');
const later = (days: number) => {
  stage.clock = new Date(stage.clock.getTime() + days * 86_400_000);
};
const remind = () => remindDue({ db: database.db, clock: () => stage.clock, quiet, reminded: () => {} });
async function reminds(): Promise<void> {
  await remind();
  await stage.exhaust();
}
const reminders = (address: string) =>
  talk.heard(address).filter((text) => text.includes('đang trả lời dở')).length;
const counts = () =>
  rows(
    database.db.q,
    sql`select reminded, reminders_off as off from cases order by id`,
    z.object({ reminded: z.number(), off: z.boolean() }),
  );

/** Puts a household on last year's list of a zone. */
async function lists(name: string, zoneCode = 'demo-khu-1'): Promise<number> {
  const place = await placeByCode(database.db.q, zoneCode);
  const [row] = await database.db.q
    .insert(listedHouseholds)
    .values({
      wardId: place!.ward,
      zoneId: place!.zone,
      listYear: 2025,
      category: 'poor',
      key: name,
      details: seal({ name, address: null, code: null, people: null }),
      importedAt: stage.clock,
    })
    .returning({ id: listedHouseholds.id });
  return row!.id;
}

/** A head says that a case is of a listed household. */
async function isSame(caseId: number, listedId: number): Promise<void> {
  const place = await placeByCode(database.db.q, 'demo-khu-1');
  await database.db.q.insert(matches).values({
    wardId: place!.ward,
    zoneId: place!.zone,
    caseId,
    listedId,
    score: 90,
    state: 'same',
    foundAt: stage.clock,
  });
}

describe('the progress of a zone', () => {
  test('counts listed households and those that came by themselves, each once', async () => {
    await talk.joins('head');
    const listed = await lists('Trần Văn Mẫu');
    await lists('Lê Thị Mẫu');
    await lists('Hộ khu khác', 'demo-khu-2');
    await talk.sends('lan');
    await begins('hoa', 'Hoa 1980');
    await isSame(2, listed);
    await talk.says('head', '/tiendo');
    expect(last('head')).toBe(
      'Khu 1: xong 0 trên 3 hộ.\n• Chờ khu trưởng xem: 1\n• Hộ đang trả lời: 1\n• Hộ trả lời dở rồi dừng: 0\n• Chưa bắt đầu: 1',
    );
    await talk.presses('head', 'Hộ chưa bắt đầu');
    expect(last('head')).toBe('Các hộ trong danh sách chưa bắt đầu:\n• Hộ Lê Thị Mẫu – Khu 1');
    await talk.says('head', '/viec');
    await talk.says('head', 'tiến độ');
    expect(last('head')).toContain('xong 0 trên 3 hộ');
    await talk.says('head', '/language');
    await talk.presses('head', 'English');
    await talk.says('head', '/progress');
    expect(last('head')).toContain('Khu 1: 0 of 3 households done.');
  });

  test('names who has stopped, and nothing that was not sent', async () => {
    await talk.joins('head');
    const listed = await lists('Trần Văn Mẫu');
    await begins('binh', 'Bình 1970');
    await isSame(1, listed);
    await begins('hoa', 'Hoa 1980');
    await talk.sends('lan');
    await talk.presses('head', 'Xem từng câu');
    await talk.presses('head', 'Tường nhà');
    await talk.presses('head', 'Nhờ hộ xem lại');
    await talk.says('head', 'xin xem lại');
    await talk.presses('head', 'Trả lại hộ');
    later(2);
    await talk.says('head', '/tiendo');
    expect(last('head').split('\n\n')[1]).toBe(
      [
        'Các hộ đang dừng giữa chừng:',
        '• Hộ Trần Văn Mẫu – Khu 1, dừng từ 20/11/2026, chưa nhắc lần nào',
        '• Hồ sơ 2 – Khu 1, dừng từ 20/11/2026, chưa nhắc lần nào',
        '• Hộ Lan – Khu 1, dừng từ 20/11/2026, chưa nhắc lần nào',
      ].join('\n'),
    );
  });

  test('is shown to the collaborators of the zone, and to nobody else', async () => {
    await begins('hoa', 'Hoa 1980');
    await talk.says('thu', '/tiendo');
    expect(last('thu')).toContain('dành cho khu trưởng và cộng tác viên');
    await talk.joins('head-2', 'demo-khu-2');
    later(3);
    const place = await placeByCode(database.db.q, 'demo-khu-1');
    const [thu] = await database.db.q
      .select()
      .from(chats)
      .where(sql`address = 'thu'`);
    await database.db.q.insert(posts).values({
      personId: thu!.personId,
      role: 'collaborator',
      wardId: place!.ward,
      zoneId: place!.zone,
      since: stage.clock,
    });
    await talk.says('thu', '/tiendo');
    expect(last('thu')).toContain('Hồ sơ 1 – Khu 1, dừng từ 20/11/2026');
    await talk.says('head-2', '/tiendo');
    expect(last('head-2')).toBe('Khu 2: chưa có hộ nào để rà soát.');
  });

  test('shows ten at once, and not the own household of a head', async () => {
    await talk.joins('head');
    for (let n = 1; n <= 12; n += 1) await begins(`ho-${n}`, 'Hoa 1980');
    await begins('head', 'Khu 1970');
    later(2);
    await talk.says('head', '/tiendo');
    expect(last('head')).toContain('dừng: 13');
    expect(last('head')).toContain('từ hộ thứ 1 đến hộ thứ 10, tất cả 12 hộ');
    await talk.says('head', 'xem tiếp');
    expect(last('head')).toBe(
      [
        'Các hộ đang dừng giữa chừng:',
        '• Hồ sơ 11 – Khu 1, dừng từ 20/11/2026, chưa nhắc lần nào',
        '• Hồ sơ 12 – Khu 1, dừng từ 20/11/2026, chưa nhắc lần nào\n',
        'Đang hiện từ hộ thứ 11 đến hộ thứ 12, tất cả 12 hộ.',
      ].join('\n'),
    );
  });
});

describe('the chart of a ward', () => {
  test('shows all its zones as a picture and in numbers, and names nobody', async () => {
    await talk.joins('head');
    await lists('Trần Văn Mẫu');
    await lists('Lê Thị Mẫu', 'demo-khu-2');
    await talk.sends('lan', 'demo-khu-2');
    await begins('hoa', 'Hoa 1980', 'demo-khu-3');
    await talk.says('head', '/tiendo');
    const drawn: string[] = [];
    const photos: Outgoing[] = [];
    const [channel] = stage.channels;
    stage.channels[0] = {
      ...channel!,
      can: { ...channel!.can, photo: true },
      send: async (outgoing) => {
        photos.push(outgoing);
        return { kind: 'sent' };
      },
    };
    stage.draw = async ({ title, rows: bars }) => {
      drawn.push(title, ...bars.map(({ label, values }) => `${label} ${values.join(' ')}`));
      return new Uint8Array([1]);
    };
    await talk.says('head', 'biểu đồ');
    const [{ rendered, photo } = { rendered: null, photo: null }] = photos;
    const title = 'Tiến độ rà soát phường Uông Bí (bản dùng thử), ngày 20/11/2026';
    expect(rendered?.text.replaceAll(' (dùng thử)', '')).toBe(
      [
        `${title}\n`,
        'Số hộ từng nơi:',
        '• Khu 1: xong 0/1, chờ 0, đang làm 0, chưa 1',
        '• Khu 2: xong 0/2, chờ 1, đang làm 0, chưa 1',
        '• Khu 3: xong 0/1, chờ 0, đang làm 1, chưa 0',
      ].join('\n'),
    );
    expect(drawn).toEqual([title, ...[1, 2, 3].map((n) => expect.stringMatching(`^Khu ${n} .*dùng thử`))]);
    expect(photo).toEqual({ png: new Uint8Array([1]), caption: title });
    stage.draw = () => Promise.reject(new Error('no letters'));
    await talk.says('head', '/tiendo');
    await talk.post('head', { kind: 'button', data: 'm|ward-chart|' });
    await stage.exhaust();
    expect(photos.at(-1)?.photo).toBeUndefined();
    expect(photos.at(-1)?.rendered.text).toContain('Số hộ từng nơi');
    await talk.post('thu', { kind: 'button', data: 'm|ward-chart|' });
    await stage.exhaust();
    expect(photos.at(-1)?.rendered.text).toContain('dành cho khu trưởng');
  });

  test('is the operator’s too, zone by zone', async () => {
    await talk.joins('head');
    await talk.sends('lan');
    await lists('Lê Thị Mẫu');
    const run = (args: object) =>
      runAdmin(database.db, 'progress', args, { now: stage.clock, baseUrl: 'https://example.vn', quiet });
    expect((await run({})).lines.slice(0, 2)).toEqual([
      'phường Uông Bí (bản dùng thử)',
      '  Khu 1 (dùng thử): 0 of 2 done; 1 wait for the head, 0 are answering, 0 have stopped, 1 have not begun',
    ]);
    await expect(run({ ward: 'nowhere' })).rejects.toThrow('There is no ward with the code "nowhere"');
  });
});

describe('a household that stopped half-way', () => {
  test('is reminded after two, five and ten days, then somebody knocks', async () => {
    await talk.joins('head');
    await begins('hoa', 'Hoa 1980');
    for (const [days, times] of [
      [1.9, 0],
      [0.1, 1],
      [2.9, 1],
      [0.1, 2],
      [4.9, 2],
      [0.1, 3],
      [9, 3],
    ] as const) {
      later(days);
      await reminds();
      expect(reminders('hoa')).toBe(times);
    }
    expect(talk.last('hoa')).not.toMatch(/Hoa|1980|\d/);
    await talk.says('head', '/tiendo');
    expect(last('head')).toContain(
      'Hồ sơ 1 – Khu 1, dừng từ 20/11/2026, đã nhắc 3 lần: nên tới nhà hỏi thăm',
    );
  });

  test('a word starts the wait anew, but not the count', async () => {
    await begins('hoa', 'Hoa 1980');
    later(2);
    await reminds();
    later(4);
    await talk.says('hoa', 'không ai');
    later(4);
    await reminds();
    expect(reminders('hoa')).toBe(1);
    later(1);
    await reminds();
    expect(reminders('hoa')).toBe(2);
    await talk.says('hoa', 'không ai');
    later(10);
    await reminds();
    await talk.says('hoa', 'không ai');
    later(20);
    await reminds();
    expect(reminders('hoa')).toBe(3);
  });

  test('gets one at a time, however long the program was off, and none when the review is over', async () => {
    await begins('hoa', 'Hoa 1980');
    later(12);
    await reminds();
    await reminds();
    expect(reminders('hoa')).toBe(1);
    later(3);
    await reminds();
    expect(reminders('hoa')).toBe(2);
    later(20);
    await reminds();
    expect(reminders('hoa')).toBe(2);
  });

  test('two programs that look at once remind once', async () => {
    await begins('hoa', 'Hoa 1980');
    await begins('binh', 'Bình 1970');
    later(2);
    await Promise.all([remind(), remind(), remind()]);
    await stage.exhaust();
    expect([reminders('hoa'), reminders('binh')]).toEqual([1, 1]);
    expect(await counts()).toEqual([
      { reminded: 1, off: false },
      { reminded: 1, off: false },
    ]);
  });

  test.each(['Đừng nhắc nữa', 'thôi đừng nhắc nữa', 'dung nhac', '/dungnhac', '/noreminders'])(
    'is left alone when it says %s, and goes on whenever it likes',
    async (words) => {
      await talk.joins('head');
      await begins('hoa', 'Hoa 1980');
      later(2);
      await reminds();
      if (words === 'Đừng nhắc nữa') await talk.presses('hoa', words);
      else await talk.says('hoa', words);
      expect(talk.last('hoa')).toContain('không mất gì cả');
      later(8);
      await reminds();
      expect(reminders('hoa')).toBe(1);
      await talk.says('head', '/tiendo');
      expect(last('head')).toContain('hộ xin đừng nhắn nhắc nữa: nên tới nhà hỏi thăm');
      await talk.says('hoa', 'tiếp tục');
      expect(talk.last('hoa')).toContain('Ai muốn đi làm');
    },
  );

  test('a number typed after a reminder answers what was asked, and a word of it goes on there', async () => {
    await begins('hoa', 'Hoa 1980');
    await talk.says('hoa', 'không ai', 'không ai', 'không ai');
    expect(talk.last('hoa')).toContain('Tường');
    later(2);
    await reminds();
    await talk.says('hoa', 'tiếp tục');
    expect(talk.last('hoa')).toContain('Tường');
    later(5);
    await reminds();
    expect(reminders('hoa')).toBe(2);
    await talk.says('hoa', '2');
    expect(talk.last('hoa')).toContain('Cột');
    await talk.says('hoa', 'sửa');
    expect(
      choices(talk.sent.at(-1)!)
        .map(({ label }) => label)
        .join(),
    ).toContain('Tường nhà: Gạch, đá xây');
  });

  test('a reminder leaves a menu above it as it is', async () => {
    await begins('hoa', 'Hoa 1980');
    await talk.says('hoa', '/trangthai');
    const third = choices(talk.sent.at(-1)!)[2]!.label;
    expect(third).toBe('Rút hồ sơ');
    later(2);
    await reminds();
    await talk.says('hoa', '3');
    expect(talk.last('hoa')).toContain('rút');
    expect(await counts()).toEqual([{ reminded: 1, off: false }]);
  });

  test('is not reminded before it agreed, nor after it declined, sent, withdrew or left', async () => {
    await talk.says('looks', '/start demo-khu-1', '1');
    await talk.says('declines', '/start demo-khu-1', '1', 'không đồng ý');
    await talk.sends('sends');
    await begins('withdraws');
    await talk.says('withdraws', 'rút');
    await talk.presses('withdraws', 'Vâng');
    await begins('leaves');
    await talk.post('leaves', { kind: 'blocked' });
    await stage.exhaust();
    const before = talk.sent.length;
    later(3);
    await reminds();
    expect(talk.sent.length).toBe(before);
    expect((await counts()).map(({ reminded }) => reminded)).toEqual([0, 0, 0, 0, 0]);
    await talk.joins('head');
    await talk.says('head', '/tiendo');
    expect(last('head')).toContain('Hồ sơ 5 – Khu 1, dừng từ 20/11/2026, không nhắn tới được');
  });

  test('is not woken at night; the web and the demonstration have none', async () => {
    await stage.realWard(1);
    await begins('hoa', 'Hoa 1980', 'khu-1');
    await begins('demo', 'Lan 1985');
    await begins('web', 'Lan 1985', 'khu-1');
    await database.db.q
      .update(chats)
      .set({ channel: 'web' })
      .where(sql`address = 'web'`);
    later(2.4);
    await remind();
    expect((await counts()).map(({ reminded }) => reminded)).toEqual([0, 1, 1]);
    later(0.4);
    await remind();
    expect((await counts()).map(({ reminded }) => reminded)).toEqual([1, 1, 1]);
  });
});
