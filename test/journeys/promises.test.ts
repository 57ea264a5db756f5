import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runAdmin } from '../../src/admin/run.ts';
import { rows } from '../../src/store/db.ts';
import { ownDatabase } from '../store/database.ts';
import { type Stage, setStage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';

/** What the conversation promises whatever happens, through inbox, database and outbox. */
const noon = '2026-11-20T12:00:00+07:00';
const database = ownDatabase();
let stage: Stage;
let sent: Talk['sent'];
let answers: Talk['answers'];
let post: Talk['post'];
let says: Talk['says'];
let presses: Talk['presses'];
let heard: Talk['heard'];
let last: Talk['last'];
let sends: Talk['sends'];
let joins: Talk['joins'];

beforeEach(async () => {
  stage = await setStage(database.db, noon, { from: 21, to: 7 });
  ({ sent, answers, post, says, presses, heard, last, sends, joins } = talkOn(stage));
});

/** A household takes its case back. */
async function withdraws(address: string): Promise<void> {
  await says(address, 'rút');
  await presses(address, 'Vâng');
}

/** A household opens one of its answers again. */
async function reopens(address: string, question: string): Promise<void> {
  await says(address, 'sửa');
  await presses(address, question);
}

/** The head asks the household for one answer again; it goes there with all the others. */
async function marksToReturn(question: string): Promise<void> {
  await presses('head', 'Xem từng câu');
  await presses('head', question);
  await presses('head', 'Nhờ hộ xem lại');
  await says('head', 'xin xem lại');
}

describe('updates', () => {
  test('one delivered twice counts once', async () => {
    await says('lan', '/start demo-khu-1');
    const key = randomUUID();
    await post('lan', { kind: 'text', text: '1' }, key);
    await post('lan', { kind: 'text', text: '1' }, key);
    await stage.exhaust();
    expect(heard('lan')).toHaveLength(2);
  });

  test('two of one chat at once are taken in order', async () => {
    await says('lan', '/start demo-khu-1');
    const texts = ['1', 'đồng ý', 'Lan 1985', 'Bình 2013', 'xong'];
    await stage.receive(
      texts.map((text) => ({
        channel: 'telegram',
        bot: 'test',
        key: randomUUID(),
        address: 'lan',
        input: { kind: 'text', text },
      })),
    );
    await stage.exhaust();
    expect(last('lan')).toContain('Ai muốn đi làm');
    expect(heard('lan')).toHaveLength(6);
  });

  test('text that the database cannot hold is kept, answered, and blocks nothing', async () => {
    await says('lan', '/start demo-khu-1');
    await says('lan', 'a\u0000b\ud800');
    expect(heard('lan')).toHaveLength(2);
    await says('lan', '1');
    await says('lan', 'đồng ý');
    await says('lan', 'Lan\u0000\udc00 1985');
    await says('lan', '1');
    expect(last('lan')).toContain('Ai muốn đi làm');
    expect(stage.failures).toEqual([]);
  });

  test('stickers, voice, pictures, files and edited messages get a kind answer, and the place is kept', async () => {
    await says('lan', '/start demo-khu-1');
    for (const what of ['sticker', 'voice', 'photo', 'file', 'edited', 'other'] as const) {
      await post('lan', { kind: 'unsupported', what });
      await stage.exhaust();
      expect(last('lan')).toMatch(/Xin gõ/);
    }
    await says('lan', '1');
    expect(last('lan')).toContain('đồng ý trả lời không');
  });

  test('in a group nothing is asked; the private link is given, not more than once an hour', async () => {
    for (let n = 0; n < 3; n++) {
      await post('-100', { kind: 'group' });
      await stage.exhaust();
    }
    expect(heard('-100')).toEqual([expect.stringContaining('https://example.vn/bot')]);
  });

  test('one that can never be handled is given up after a few tries, its sender is told, and the chat goes on', async () => {
    await says('lan', '/start demo-khu-1');
    await post('lan', { kind: 'text', text: '1' });
    await database.db.q.execute(sql`update inbox set body = '0:{}' where done_at is null`);
    for (let n = 0; n < 6; n++) {
      await stage.exhaust();
      stage.clock = new Date(stage.clock.getTime() + 5000);
    }
    expect(stage.failures.length).toBe(5);
    expect(last('lan')).toContain('Xin lỗi');
    await says('lan', '1');
    expect(last('lan')).toContain('đồng ý trả lời không');
  });
});

describe('sending', () => {
  test('a failing send is repeated in order', async () => {
    answers.push(() => ({ kind: 'retry', reason: '500' }));
    await says('lan', '/start demo-khu-1');
    await says('lan', '1');
    expect(heard('lan')).toEqual([]);
    stage.clock = new Date(stage.clock.getTime() + 10_000);
    await stage.exhaust();
    expect(heard('lan').map((text) => text.slice(0, 8))).toEqual(['Xin chào', 'Đây là đ']);
  });

  test('a blocked account stops politely and hears again when it speaks again', async () => {
    await says('lan', '/start demo-khu-1');
    answers.push(() => ({ kind: 'gone', reason: 'blocked' }));
    await says('lan', '1');
    await stage.exhaust();
    expect(heard('lan')).toHaveLength(1);
    await says('lan', 'đồng ý');
    expect(last('lan')).toContain('Nhà mình có những ai');
  });

  test('between 21:00 and 7:00 a head is not written to; a reply to one’s own message comes at once', async () => {
    await stage.realWard(1);
    await joins('head', 'khu-1');
    stage.clock = new Date('2026-11-20T22:30:00+07:00');
    const before = heard('head').length;
    await sends('lan', 'khu-1');
    await says('head', '/trogiup');
    expect(heard('head')).toHaveLength(before + 1);
    stage.clock = new Date('2026-11-21T06:59:00+07:00');
    await stage.exhaust();
    expect(heard('head')).toHaveLength(before + 1);
    stage.clock = new Date('2026-11-21T07:00:00+07:00');
    await stage.exhaust();
    expect(last('head')).toContain('Có hồ sơ mới');
  });
});

describe('who may what', () => {
  test('an invitation works once, and looking at it does not use it up', async () => {
    const code = await stage.invitation('demo-khu-1');
    await says('head', `/start ${code}`);
    await says('other', `/start ${code}`);
    await presses('head', 'Nhận');
    expect(heard('head').join('\n')).toContain('Từ nay');
    await presses('other', 'Nhận');
    expect(last('other')).toContain('không dùng được nữa');
  });

  test('an invitation that ran out is refused', async () => {
    const code = await stage.invitation('demo-khu-1');
    stage.clock = new Date(stage.clock.getTime() + 2 * 3_600_000);
    await says('head', `/start ${code}`);
    expect(last('head')).toContain('không dùng được nữa');
  });

  test('a button of somebody else’s case does nothing and shows nothing', async () => {
    await says('lan', '/start demo-khu-1');
    const foreign = choices(sent.at(-1)!)[0]!.data;
    await post('thief', { kind: 'button', data: foreign });
    await stage.exhaust();
    expect(last('thief')).toContain('không dùng được nữa');
    await joins('head');
    await sends('lan');
    const card = sent.findLast((each) => each.address === 'head')!;
    for (const choice of choices(card)) {
      await post('thief', { kind: 'button', data: choice.data });
      await stage.exhaust();
      expect(last('thief')).toContain('không thuộc phần việc');
      expect(last('thief')).not.toContain('Lan');
    }
  });

  test('the head of another zone sees nothing', async () => {
    await joins('head-2', 'demo-khu-2');
    await sends('lan');
    expect(heard('head-2').join('\n')).not.toContain('Lan');
    await says('head-2', '/viec');
    expect(last('head-2')).toContain('Không có hồ sơ nào');
  });

  test('a head does not verify the own household; it waits for another head and the operator sees it', async () => {
    await joins('head');
    await sends('head');
    await says('head', '/viec');
    expect(last('head')).toContain('Không có hồ sơ nào');
    const waiting = await runAdmin(
      database.db,
      'waiting',
      {},
      { now: stage.clock, baseUrl: '', quiet: null },
    );
    expect(waiting.lines.join('\n')).toContain('NO HEAD');
    await joins('deputy');
    expect(last('deputy')).toContain('Hồ sơ đang chờ: 1');
  });

  test('a case of a zone without a head waits, the household is told so, and the next head finds it', async () => {
    await sends('lan');
    await says('lan', 'trạng thái');
    expect(last('lan')).toContain('chưa có khu trưởng');
    await joins('head');
    expect(last('head')).toContain('Hồ sơ đang chờ: 1');
  });

  test('a household withdraws until the head has signed; the head is told, and the old card opens nothing', async () => {
    await joins('head');
    await sends('lan');
    await withdraws('lan');
    expect(last('head')).toContain('đã rút hồ sơ');
    await presses('head', 'Xác nhận');
    expect(last('head')).not.toContain('Lan');
    await says('lan', '/start');
    await presses('lan', 'Làm hồ sơ mới');
    expect(last('lan')).toContain('Tiếng nào'.toLowerCase());
  });

  test('a number typed under a new card means that card, not the case that was open before', async () => {
    await joins('head');
    await sends('lan');
    await says('head', '1', '8', '1');
    expect(last('head')).toContain('Ký hồ sơ');
    await sends('hoa');
    await says('head', '1');
    const cases = await database.db.q.execute(`select id, review from cases order by id`);
    const rows: unknown[] = Array.isArray(cases) ? cases : Reflect.get(Object(cases), 'rows');
    expect(
      rows.map((row) => JSON.stringify(row).replaceAll('\\', '').includes('"kind":"confirmed"')),
    ).toEqual([true, true]);
  });
});

describe('a long list of tasks', () => {
  test('goes on after ten; a case is called by its number or its name, a signed one too, and a foreign one is not', async () => {
    await joins('head');
    await joins('head-2', 'demo-khu-2');
    await sends('one');
    const copies = sql`insert into cases (person_id, ward_id, zone_id, stage, list_year, interview, review, started_at, updated_at, sent_at)
      select person_id, ward_id, zone_id, stage, list_year, interview, review, started_at, updated_at, sent_at
      from cases, generate_series(1, 11)`;
    await database.db.q.execute(copies);
    await says('head', '/viec');
    expect(last('head')).toContain('Đang hiện từ hồ sơ thứ 1 đến thứ 10');
    await says('head', 'hồ sơ 12');
    expect(last('head')).toContain('Hồ sơ 12: hộ Lan');
    await says('head', '/viec');
    await presses('head', 'Xem tiếp');
    expect(last('head')).toContain('Đang hiện từ hồ sơ thứ 11 đến thứ 12');
    await says('head', '11');
    expect(last('head')).toContain('Hồ sơ 11: hộ Lan');
    await says('head', '/viec');
    await says('head', 'hồ sơ 99');
    expect(last('head')).toContain('Không có hồ sơ số 99');
    await says('head-2', '/viec');
    await says('head-2', 'hồ sơ 12');
    expect(last('head-2')).not.toContain('Lan');
    await database.db.q.execute(sql`delete from cases where id between 2 and 11`);
    await database.db.q.execute(sql`update cases set stage = 'signed' where id = 12`);
    await says('head', '/viec');
    await says('head', 'số 12');
    expect(last('head')).toContain('hộ Lan');
  });
});

describe('words that a head was asked for', () => {
  const correcting = async () => {
    await joins('head');
    await sends('lan');
    await presses('head', 'Xem từng câu');
    await presses('head', 'Tường nhà');
    await presses('head', 'Sửa');
    await presses('head', 'Bê tông');
    expect(last('head')).toContain('Vì sao sửa?');
    await sends('hoa');
    expect(last('head')).toContain('Có hồ sơ mới');
  };

  test.each(['1', 'xem từng câu', ' hai '])(
    '"%s" typed under a new card is no reason: the question is asked again',
    async (typed) => {
      await correcting();
      const before = heard('lan').length;
      await says('head', typed);
      expect(last('head')).toContain('Vừa có hồ sơ đến');
      expect(last('head')).toContain('Vì sao sửa?');
      expect(heard('lan')).toHaveLength(before);
      await says('head', 'đã đến xem tận nhà');
      expect(last('lan')).toContain('Lý do: đã đến xem tận nhà');
    },
  );

  test('other words under a new card are the reason', async () => {
    await correcting();
    await says('head', 'nhà mới xây lại');
    expect(last('lan')).toContain('Lý do: nhà mới xây lại');
  });
});

describe('the official form', () => {
  const form = async () => {
    const found = await rows(
      database.db.q,
      sql`select review from cases order by id limit 1`,
      z.object({ review: z.string() }),
    );
    return found[0]?.review ?? '';
  };
  const recorded = () =>
    rows(
      database.db.q,
      sql`select count(*) as count from events where type = 'OfficialRecorded'`,
      z.object({ count: z.number() }),
    );

  test('is entered in words alone; a number typed belongs to it although a new card came in; nobody else hears of it', async () => {
    await joins('head');
    await sends('lan');
    const before = heard('lan').length;
    await says('head', 'ghi điểm, kết quả trên phiếu');
    await says('head', 'hơn trăm gì đó');
    expect(last('head')).toContain('Chưa rõ là mấy điểm');
    await sends('hoa');
    await says('head', '135 điểm');
    expect(last('head')).toContain('Điểm B2');
    await says('head', '20', 'không thuộc loại nào');
    expect(last('head')).toContain('Vì sao khác?');
    await says('head', 'họp dân thống nhất');
    expect(last('head')).toContain('Đã ghi theo phiếu: B1 135 điểm, B2 20 điểm');
    expect(await form()).toContain('"category":"none"');
    expect(heard('lan')).toHaveLength(before);
  });

  test('is corrected by entering it again, both stay in the history, and its old buttons change nothing', async () => {
    await joins('head');
    await sends('lan');
    await presses('head', 'Ghi điểm');
    await says('head', '135', '20', 'chưa có kết quả');
    expect(last('head')).toContain('kết quả: chưa có');
    const old = choices(sent.findLast((each) => each.rendered.text.includes('kết quả ghi trên phiếu'))!);
    await post('head', { kind: 'button', data: old[0]!.data });
    await stage.exhaust();
    expect(last('head')).toContain('Nút này cũ rồi');
    await presses('head', 'Ghi điểm');
    await presses('head', 'Giữ 135 điểm');
    await says('head', '25', 'chưa có kết quả');
    expect(last('head')).toContain('B1 135 điểm, B2 25 điểm');
    expect(await recorded()).toEqual([{ count: 2 }]);
    expect(await form()).toContain('"b2":25');
  });

  test('is not asked for before signing, and is entered after it, when the meeting was', async () => {
    await joins('head');
    await sends('lan');
    await presses('head', 'Xác nhận');
    expect(last('head')).toContain('nguyên nhân');
    await says('head', '8');
    await says('head', 'không');
    await presses('head', 'Ký hồ sơ');
    expect(last('lan')).toContain('ký hồ sơ của nhà mình');
    expect(await recorded()).toEqual([{ count: 0 }]);
    const before = heard('lan').length;
    await presses('head', 'Xem cả hồ sơ');
    await presses('head', 'Ghi điểm');
    await says('head', '135', '0', 'cận nghèo');
    expect(last('head')).toContain('Đã ghi theo phiếu: B1 135 điểm, B2 0 điểm, kết quả: hộ cận nghèo');
    expect(await recorded()).toEqual([{ count: 1 }]);
    expect(heard('lan')).toHaveLength(before);
  });
});

describe('two at one case', () => {
  const stands = async () => {
    const found = await rows(
      database.db.q,
      sql`select stage, review from cases order by id desc limit 1`,
      z.object({ stage: z.string(), review: z.string() }),
    );
    return found[0]!;
  };

  test('an old "yes" to withdrawing takes nothing back: the question must stand last', async () => {
    await joins('head');
    await sends('lan');
    await says('lan', 'rút');
    await presses('lan', 'Không, cứ để đó');
    await says('lan', 'trạng thái');
    await presses('lan', 'Vâng');
    expect(last('lan')).toContain('Nút này cũ rồi');
    expect(last('head')).not.toContain('đã rút');
    await presses('lan', 'Rút hồ sơ');
    await presses('lan', 'Vâng');
    expect(last('head')).toContain('đã rút');
  });

  test('what is typed answers what stands on the screen last, not an older question', async () => {
    await joins('head');
    await sends('lan');
    await says('lan', 'rút');
    await marksToReturn('Dùng Internet');
    await presses('head', 'Trả lại hộ');
    expect(last('lan')).toContain('có ai dùng Internet');
    await says('lan', 'có');
    expect((await stands()).stage).toBe('sent');
  });

  test('a correction that stands is in the reading also after the household has sent again', async () => {
    await joins('head');
    await sends('lan');
    await says('head', 'Xem từng câu');
    await presses('head', 'Nước ăn uống');
    await presses('head', 'Sửa');
    await presses('head', 'Nước sông');
    await says('head', 'đã xem');
    await reopens('lan', 'Tường nhà');
    await says('lan', 'tre nứa');
    expect(last('head')).toContain('Nguồn nước sinh hoạt: thiếu');
    expect(last('head')).toContain('Thiếu hụt 1 chỉ số');
  });

  test('a case that moves to another khu leaves its head, and begins anew with the next one', async () => {
    await joins('head');
    await joins('head-2', 'demo-khu-2');
    await sends('lan');
    await presses('head', 'Xác nhận');
    await reopens('lan', 'Nơi ở');
    await presses('lan', 'Khu 2');
    expect(last('lan')).toContain('Hồ sơ chưa gửi sang khu mới');
    expect(last('head')).toContain('sang khu khác');
    expect(heard('head-2').join('\n')).not.toContain('Lan');
    await presses('lan', 'Gửi cho khu trưởng');
    expect(last('head-2')).toContain('Có hồ sơ mới');
    expect(last('head-2')).not.toContain('Hộ vừa sửa');
    expect((await stands()).review).not.toContain('"kind":"confirmed"');
    await says('head', '/viec');
    expect(last('head')).toContain('Không có hồ sơ nào');
  });

  test('a head who never had the case hears nothing of it, and what the first head looked at stays', async () => {
    await joins('head');
    await joins('head-2', 'demo-khu-2');
    await sends('lan');
    await marksToReturn('Tường nhà');
    await presses('head', 'Xác nhận cả');
    await presses('head', 'Trả lại hộ');
    const moves = async (zone: string) => {
      await reopens('lan', 'Nơi ở');
      await presses('lan', zone);
    };
    await moves('Khu 2');
    await moves('Khu 1');
    await says('lan', 'gạch');
    expect(last('lan')).toContain('Đã gửi lại');
    expect(last('head')).toContain('Hộ đã gửi lại hồ sơ');
    expect(last('head')).toMatch(/Đã xem 12\/13/);
    await moves('Khu 2');
    await withdraws('lan');
    expect(heard('head-2').join('\n')).not.toContain('Lan');
  });

  test('to a head who gets the case for the first time it is new, even after it was given back elsewhere', async () => {
    await joins('head');
    await joins('head-2', 'demo-khu-2');
    await sends('lan');
    await marksToReturn('Tường nhà');
    await presses('head', 'Trả lại hộ');
    await reopens('lan', 'Nơi ở');
    await presses('lan', 'Khu 2');
    await says('lan', 'gạch');
    expect(heard('head-2').join('\n')).not.toContain('Lan');
    await says('lan', 'gửi');
    expect(last('head-2')).toContain('Có hồ sơ mới');
    await withdraws('lan');
    expect(last('head-2')).toContain('đã rút hồ sơ');
    expect(last('head')).toContain('sang khu khác');
  });

  test('the head sees the answers only as they were sent', async () => {
    await joins('head');
    await sends('lan');
    await reopens('lan', 'Các khoản thu');
    await says('lan', 'tiền công');
    await says('head', 'xem từng câu');
    expect(last('head')).toContain('Hộ đang sửa');
    expect(last('head')).not.toContain('chưa trả lời');
  });

  test('a card that waits for the morning is not sent when the case was withdrawn in the night', async () => {
    await stage.realWard(1);
    await joins('head', 'khu-1');
    stage.clock = new Date('2026-11-20T22:00:00+07:00');
    await sends('lan', 'khu-1');
    await withdraws('lan');
    stage.clock = new Date('2026-11-21T07:00:00+07:00');
    await stage.exhaust();
    expect(heard('head').join('\n')).not.toContain('Hồ sơ 1: hộ Lan');
    expect(last('head')).toContain('đã rút');
  });
});

describe('the way through', () => {
  test('the language can be changed in mid-way, and the answers stay', async () => {
    await says('lan', '/start demo-khu-1');
    await says('lan', '1', 'đồng ý', 'Lan 1985', 'xong');
    await says('lan', '/ngonngu');
    await presses('lan', 'English');
    expect(last('lan')).toContain('Who wants to work');
    await says('lan', 'back');
    expect(last('lan')).toContain('Lan (born 1985)');
  });

  test('a zone is found by typing ward and khu without diacritics', async () => {
    await stage.realWard(12);
    await says('lan', 'alo');
    await says('lan', '1');
    await says('lan', 'dong y');
    await says('lan', 'khu 12 phuong thu nghiem');
    expect(last('lan')).toContain('Khu 12, phường Thử Nghiệm');
    expect(last('lan')).toContain('Nhà mình có những ai');
  });

  test('in several khu of the same name one chooses from those found', async () => {
    await stage.realWard(12);
    await says('lan', 'alo', '1', 'đồng ý', 'khu 1');
    expect(choices(sent.at(-1)!).filter((choice) => choice.label.startsWith('Khu 1')).length).toBeGreaterThan(
      1,
    );
  });

  test('an interview goes on after weeks, with its day and list year as they were', async () => {
    await says('lan', '/start demo-khu-1');
    await says('lan', '1', 'đồng ý', 'Lan 1985', 'xong');
    stage.clock = new Date('2027-01-15T09:00:00+07:00');
    await says('lan', '/start');
    expect(last('lan')).toContain('Ai muốn đi làm');
    expect(choices(sent.at(-1)!)[0]!.label).toBe('Lan (sinh 1985)');
  });

  test('in February 2027 the new lines are used and what the law leaves open stays open', async () => {
    stage.clock = new Date('2027-02-01T09:00:00+07:00');
    await joins('head');
    await sends('lan');
    expect(last('lan')).toContain('năm 2027');
    expect(last('lan')).toContain('2.800.000 đ');
    expect(last('head')).toContain('còn để ngỏ');
    expect(last('head')).toContain('351/2025');
  });

  test('in Quảng Ninh the list of 2025 is read by the province’s own standard too, side by side', async () => {
    stage.clock = new Date('2025-11-20T09:00:00+07:00');
    await stage.realWard(1);
    await joins('head');
    await joins('head-2', 'khu-1');
    await sends('lan');
    const own = 'Chuẩn của tỉnh Quảng Ninh 2023–2025';
    expect(last('lan').match(/Mức mà luật đem so là 2\.\d00\.000 đ/g)).toEqual([
      'Mức mà luật đem so là 2.000.000 đ',
      'Mức mà luật đem so là 2.600.000 đ',
    ]);
    expect(last('lan').match(/Những điều được tính|Chưa có điều nào được tính/g)).toHaveLength(1);
    expect(last('lan')).toContain(own);
    expect(last('head').match(/Cách đọc tạm thời/g)).toHaveLength(2);
    expect(last('head')).toContain(own);
    await presses('head', 'Xác nhận');
    await presses('head', 'Về hồ sơ');
    await sends('hoa', 'khu-1');
    expect(last('hoa')).not.toContain(own);
    expect(last('head-2').match(/Cách đọc tạm thời/g)).toHaveLength(1);
  });

  test('an edit after sending reaches the head as a changed case, and what was confirmed is looked at again', async () => {
    await joins('head');
    await sends('lan');
    await presses('head', 'Xác nhận');
    await reopens('lan', 'Tường nhà');
    await says('lan', 'tre nứa');
    expect(last('lan')).toContain('Đã gửi lại');
    expect(last('head')).toContain('Hộ vừa sửa: Tường nhà');
    expect(last('head')).toMatch(/Đã xem 12\/13/);
  });
});
