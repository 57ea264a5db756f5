import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runAdmin } from '../../src/admin/run.ts';
import { rows } from '../../src/store/db.ts';
import { ownDatabase } from '../store/database.ts';
import { type Stage, setStage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';

/** One person with several phones and browsers: one account, one case, and nobody else's. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  stage = await setStage(database.db, '2026-11-20T12:00:00+07:00');
  talk = talkOn(stage);
});

/** The code that stands in the latest message to somebody. */
const codeAt = (address: string) => /LK [\d ]+\d/.exec(talk.last(address))?.[0] ?? 'none';

async function ownCode(address: string): Promise<string> {
  await talk.says(address, '/may');
  await talk.presses(address, 'Thêm máy');
  return codeAt(address);
}

async function connects(address: string, code: string): Promise<void> {
  await talk.says(address, code);
  await talk.presses(address, 'Nối máy này');
}

const begins = (address: string, name = 'Lan 1985') =>
  talk.says(address, '/start demo-khu-1', '1', 'đồng ý', name, 'xong');
const later = (minutes: number) => {
  stage.clock = new Date(stage.clock.getTime() + minutes * 60_000);
};
const stages = () =>
  rows(
    database.db.q,
    sql`select id, stage from cases order by id`,
    z.object({ id: z.number(), stage: z.string() }),
  );
const label = (address: string) =>
  talk.sent
    .filter((each) => each.address === address)
    .flatMap((each) => choices(each))
    .map((choice) => choice.label);

describe('a second device', () => {
  test('goes on where the first stopped, and messages follow the one last used', async () => {
    await talk.joins('head');
    await begins('lan');
    const code = await ownCode('lan');
    later(1);
    await connects('lan-moi', code);
    expect(talk.last('lan')).toContain('Vừa có thêm một máy');
    expect(talk.last('lan-moi')).toContain('Ai muốn đi làm');
    await talk.says('lan-moi', 'không ai', 'không ai', 'không ai');
    await talk.says(
      'lan-moi',
      'gạch',
      'bê tông',
      'ngói',
      '40',
      'nước máy',
      'tự hoại',
      'có',
      '1',
      'không có',
      'số 12',
      'gửi',
    );
    expect(talk.last('lan-moi')).toContain('Đã gửi câu trả lời');
    const before = talk.heard('lan').length;
    await talk.presses('head', 'Xem từng câu');
    await talk.presses('head', 'Tường nhà');
    await talk.presses('head', 'Nhờ hộ xem lại');
    await talk.says('head', 'xin xem lại');
    await talk.presses('head', 'Trả lại hộ');
    expect(talk.last('lan-moi')).toContain('xin xem lại');
    expect(talk.heard('lan').length).toBe(before);
    expect(await stages()).toEqual([{ id: 1, stage: 'returned' }]);
  });

  test('looking at a code does not use it up, a press does; it is heard however it is typed', async () => {
    await begins('lan');
    const code = await ownCode('lan');
    const digits = code.replaceAll(/\D/g, '');
    for (const typed of [digits.replace(/^/, 'lk'), code.toLowerCase(), `LK-${digits}`]) {
      await talk.says('hoa', typed);
      expect(talk.last('hoa')).toContain('Nối máy này vào tài khoản');
    }
    await talk.presses('hoa', 'Thôi');
    expect(talk.last('hoa')).toContain('không có gì thay đổi');
    await connects('lan-moi', code);
    await talk.presses('hoa', 'Nối máy này');
    expect(talk.last('hoa')).toContain('không đúng, hoặc đã dùng');
    await talk.says('lan', '/trangthai');
    expect(talk.last('lan')).toContain('Hồ sơ 1 đang trả lời dở');
  });

  test('a code runs out after a quarter of an hour, and guessing stops after five', async () => {
    await begins('lan');
    const code = await ownCode('lan');
    later(15);
    await talk.says('hoa', code);
    expect(talk.last('hoa')).toContain('quá hạn');
    for (let wrong = 0; wrong < 4; wrong += 1) await talk.says('hoa', `LK 000 000 000${wrong}`);
    const fresh = await ownCode('lan');
    await talk.says('hoa', fresh);
    expect(talk.last('hoa')).toContain('Mã sai nhiều lần quá');
    later(14);
    await talk.says('binh', fresh);
    expect(talk.last('binh')).toContain('Nối máy này vào tài khoản');
  });

  test.each([
    ['Giữ hồ sơ 1', 1, 2],
    ['Giữ hồ sơ 2', 2, 1],
  ])('of two cases that go on, one is chosen: %s', async (choice, kept, lost) => {
    await begins('lan');
    await begins('lan-moi', 'Lan Anh 1985');
    await talk.says('lan-moi', await ownCode('lan'));
    expect(talk.last('lan-moi')).toContain('Hai bên đều có hồ sơ');
    await talk.presses('lan-moi', choice);
    expect((await stages()).find((each) => each.id === kept)?.stage).toBe('answering');
    expect((await stages()).find((each) => each.id === lost)?.stage).toBe('withdrawn');
    await talk.says('lan', '/trangthai');
    expect(talk.last('lan')).toContain(`Hồ sơ ${kept} đang trả lời dở`);
  });

  test('heads hear of a case that was given up by it', async () => {
    await talk.joins('head');
    await talk.sends('lan');
    await begins('lan-moi', 'Lan Anh 1985');
    await talk.says('lan', await ownCode('lan-moi'));
    await talk.presses('lan', 'Giữ hồ sơ 2');
    expect(talk.last('head')).toContain('rút');
    expect(talk.last('lan')).toContain('Ai muốn đi làm');
  });

  test('a case begun on the new phone without a word is given up without asking', async () => {
    await begins('lan');
    await talk.says('lan-moi', '/start demo-khu-1', '1');
    await connects('lan-moi', await ownCode('lan'));
    expect(talk.last('lan-moi')).toContain('Ai muốn đi làm');
    expect(await stages()).toEqual([
      { id: 1, stage: 'answering' },
      { id: 2, stage: 'withdrawn' },
    ]);
  });

  test('a code of an account that was joined to another leads nowhere', async () => {
    await begins('lan');
    await talk.says('lan-moi', '/start demo-khu-1', '1');
    const stray = await ownCode('lan-moi');
    await connects('lan-moi', await ownCode('lan'));
    await talk.says('hoa', stray);
    expect(talk.last('hoa')).toContain('không đúng, hoặc đã dùng');
  });

  test('a head takes the tasks along, and a head’s device joins no other account', async () => {
    await talk.joins('head');
    await begins('lan');
    await talk.says('head', await ownCode('lan'));
    expect(talk.last('head')).toContain('không nối vào tài khoản khác');
    await connects('head-moi', await ownCode('head'));
    expect(talk.last('head-moi')).toContain('Không có hồ sơ nào đang chờ');
  });

  test('what is typed on the older one is no answer, nor a reason', async () => {
    await talk.joins('head');
    await talk.sends('lan');
    await connects('head-moi', await ownCode('head'));
    later(1);
    await talk.presses('head-moi', 'Lan');
    await talk.presses('head-moi', 'Xem từng câu');
    await talk.presses('head-moi', 'Tường nhà');
    await talk.presses('head-moi', 'Nhờ hộ xem lại');
    later(1);
    await talk.says('head', 'viết nhầm rồi');
    expect(talk.heard('head').slice(-2)[0]).toContain('chưa ghi vào đâu');
    expect(talk.heard('lan').join()).not.toContain('viết nhầm');
  });
});

describe('a forgotten device', () => {
  test('shows nothing any more, and gets nothing', async () => {
    await begins('lan');
    await connects('lan-moi', await ownCode('lan'));
    await talk.presses('lan', 'Ngắt máy mới');
    expect(talk.last('lan')).toContain('Đã ngắt máy đó');
    const before = talk.heard('lan-moi').length;
    await talk.says('lan', 'không ai');
    expect(talk.heard('lan-moi').length).toBe(before);
    await talk.says('lan-moi', '/trangthai');
    expect(talk.last('lan-moi')).toContain('chưa có hồ sơ nào');
    await talk.presses('lan-moi', 'Không ai như vậy');
    expect(talk.last('lan-moi')).toContain('không dùng được nữa');
  });

  test('voids the codes that the account gave out, and asks again at an old yes', async () => {
    await begins('lan');
    const first = await ownCode('lan');
    await connects('lan-moi', await ownCode('lan'));
    await talk.says('lan', '/may');
    await talk.presses('lan', 'Ngắt Telegram');
    await talk.says('hoa', first);
    expect(talk.last('hoa')).toContain('không đúng, hoặc đã dùng');
    await talk.presses('lan', 'Ngắt máy này');
    const sure = talk.sent.findLast((each) => each.address === 'lan')!;
    await talk.presses('lan', 'Thôi');
    await talk.post('lan', { kind: 'button', data: choices(sure)[0]!.data });
    await stage.exhaust();
    expect(talk.last('lan')).toContain('Ngắt máy này ra khỏi tài khoản?');
    await talk.says('lan', '/trangthai');
    expect(talk.last('lan')).toContain('Hồ sơ 1 đang trả lời dở');
  });

  test('the last one says that a code is needed to come back', async () => {
    await begins('lan');
    await talk.says('lan', '/may');
    await talk.presses('lan', 'Ngắt máy này');
    expect(talk.last('lan')).toContain('máy cuối cùng');
    await talk.presses('lan', 'Ngắt');
    await talk.says('lan', '/trangthai');
    expect(talk.last('lan')).toContain('chưa có hồ sơ nào');
  });
});

describe('a lost phone', () => {
  test('the head’s code gives the case back, and stands in its history', async () => {
    await talk.joins('head');
    await begins('lan');
    await talk.says('head', '/doimay');
    await talk.presses('head', 'Lan (hồ sơ 1)');
    await connects('lan-moi', codeAt('head'));
    expect(talk.last('lan-moi')).toContain('Ai muốn đi làm');
    const given = await rows(
      database.db.q,
      sql`select type from events where type = 'DeviceCodeGiven'`,
      z.object({ type: z.string() }),
    );
    expect(given).toHaveLength(1);
  });

  test('a head gives none for another zone, for the own household, or for another head', async () => {
    await talk.joins('head');
    await talk.joins('head-2', 'demo-khu-2');
    await begins('lan');
    await begins('head');
    await talk.says('head', '/doimay');
    expect(label('head').filter((each) => each.includes('hồ sơ'))).toEqual(['Lan (hồ sơ 1)']);
    await talk.says('head-2', '/doimay');
    expect(talk.last('head-2')).toContain('chưa có hồ sơ nào cần mã');
    for (const [who, id] of [
      ['head-2', 1],
      ['head', 2],
    ] as const) {
      await talk.post(who, { kind: 'button', data: `m|recover|${id}` });
      await stage.exhaust();
      expect(talk.last(who)).toContain('không thuộc phần việc');
    }
    await talk.joins('lan', 'demo-khu-3');
    await talk.presses('head', 'Lan (hồ sơ 1)');
    expect(talk.last('head')).toContain('cũng là khu trưởng');
    await talk.says('hoa', '/doimay');
    expect(talk.last('hoa')).toContain('dành cho khu trưởng');
  });

  test('the operator gives one to a household or to a head', async () => {
    await talk.joins('head');
    await begins('lan');
    const run = (args: object) =>
      runAdmin(database.db, 'device-code', args, {
        now: stage.clock,
        baseUrl: 'https://example.vn',
        quiet: null,
      });
    const household = await run({ case: '1' });
    expect(household.lines[0]).toMatch(/^Code for Lan, case 1: LK \d{4} \d{3} \d{3}$/);
    await connects('lan-moi', /LK.*/.exec(household.lines[0] ?? '')?.[0] ?? '');
    expect(talk.last('lan-moi')).toContain('Ai muốn đi làm');
    const head = await run({ head: 'demo-khu-1' });
    await connects('head-moi', /LK.*/.exec(head.lines[0] ?? '')?.[0] ?? '');
    expect(talk.last('head-moi')).toContain('Không có hồ sơ nào đang chờ');
    await talk.joins('head-2');
    await expect(run({ head: 'demo-khu-1' })).rejects.toThrow(
      /several heads; say which:\n.*--person \d+ \(telegram/,
    );
    await expect(run({ head: 'demo-khu-2' })).rejects.toThrow(/has no head yet/);
    await expect(run({ case: '99' })).rejects.toThrow('There is no case 99.');
    await expect(run({})).rejects.toThrow(/give either --case NUMBER or --head ZONE/);
  });

  test('a number typed where one spoke before takes nothing of an older menu', async () => {
    await talk.answersAll('lan', 'demo-khu-1');
    await talk.says('lan', '/may');
    await talk.presses('lan', 'Thêm máy');
    const code = /LK.*/.exec(talk.last('lan'))?.[0] ?? '';
    stage.clock = new Date(stage.clock.getTime() + 60_000);
    await talk.says('lan-2', code);
    await talk.presses('lan-2', 'Nối máy này');
    await talk.says('lan', 'rút');
    expect(talk.last('lan')).toContain('rút');
    stage.clock = new Date(stage.clock.getTime() + 60_000);
    await talk.says('lan-2', 'gửi');
    stage.clock = new Date(stage.clock.getTime() + 60_000);
    await talk.says('lan', '1');
    expect(talk.heard('lan').join('\n')).toContain('ở máy khác');
    await talk.says('lan', 'trạng thái');
    expect(talk.last('lan')).toContain('đã gửi');
  });
});
