import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deputyCandidates } from '../../src/handle/procedure/deputies.ts';
import { nameDeputy } from '../../src/handle/procedure/kin.ts';
import type { Turn } from '../../src/handle/turn.ts';
import { takeIn } from '../../src/handle/procedure/take-in.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { rows } from '../../src/store/db.ts';
import { speakerNow } from '../../src/store/people.ts';
import { closeRound, openRound, roundById } from '../../src/store/rounds.ts';
import { wardPosts } from '../../src/store/schema-rounds.ts';
import { chats } from '../../src/store/schema.ts';
import { surveys } from '../../src/surveys/register.ts';
import { vietnamDay } from '../../src/time/vietnam.ts';
import { ownDatabase } from '../store/database.ts';
import { dossierOfCase, openYearly } from './round.ts';
import { setStage, type Stage } from './stage.ts';
import { type Talk, talkOn } from './talk.ts';
import { inWard } from './ward.ts';

/** A head who is kin of a household leaves it to somebody else, and sees nothing of it from then on. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  ({ stage, talk } = await inWard(database.db));
  await talk.joins('head', 'khu-1');
});

async function chatOf(address: string) {
  const [chat] = await database.db.q
    .select()
    .from(chats)
    .where(sql`address = ${address}`);
  return chat!;
}

/** Somebody takes up the post of officer of the ward. */
async function officer(address: string): Promise<void> {
  await talk.says(address, '/help');
  const place = await placeByCode(database.db.q, 'khu-1');
  const { personId } = await chatOf(address);
  await database.db.q
    .insert(wardPosts)
    .values({ personId, role: 'officer', wardId: place!.ward, since: stage.clock });
}

async function steppedAside(): Promise<void> {
  await talk.presses('head', 'Người nhà tôi');
  expect(talk.last('head')).toContain('Hộ Lan là người nhà của anh/chị?');
  await talk.says('head', 'đúng');
}

/** The head has an old card of the case, and finds it neither there nor in the list. */
async function seesNothing(): Promise<void> {
  await talk.presses('head', 'Xem từng câu');
  expect(talk.last('head')).toContain('không thuộc phần việc');
  await talk.says('head', '/viec');
  expect(talk.last('head')).toContain('Không có hồ sơ nào đang chờ');
  await talk.says('head', '/viec', 'hồ sơ 1');
  expect(talk.last('head')).toContain('Không có hồ sơ số 1');
  await talk.says('head', '/doimay');
  expect(talk.last('head')).not.toContain('Lan');
}

describe('kin with a second head', () => {
  test('the other head gets the case, signs it, and the kin hears nothing more', async () => {
    await openYearly(stage, 'khu-1');
    await talk.sends('lan', 'khu-1');
    await talk.joins('head-2', 'khu-1');
    await steppedAside();
    expect(talk.last('head')).toContain('đã giao cho khu trưởng khác');
    expect(talk.last('head-2')).toContain('Khu trưởng kia là người nhà của hộ này');
    expect(talk.last('head-2')).toContain('Hồ sơ 1: hộ Lan');
    await seesNothing();
    const before = talk.heard('head').length;
    await talk.says('lan', 'sửa', '1', '1', 'rút', 'có');
    expect(talk.heard('head')).toHaveLength(before);
    expect(talk.last('head-2')).toContain('đã rút hồ sơ 1');
    expect(stage.failures).toEqual([]);
  });

  test('what waited for the morning is not said to the kin any more', async () => {
    stage = await setStage(database.db, '2026-11-20T02:00:00Z', { from: 21, to: 7 });
    talk = talkOn(stage);
    await openYearly(stage, 'khu-1');
    await talk.says('head', '/help');
    await talk.joins('head-2', 'khu-1');
    stage.clock = new Date('2026-11-20T16:00:00Z');
    await talk.sends('lan', 'khu-1');
    expect(talk.heard('head').some((text) => text.includes('Lan'))).toBe(false);
    await talk.says('head', '/viec', '1');
    await steppedAside();
    const before = talk.heard('head').length;
    stage.clock = new Date('2026-11-21T02:00:00Z');
    await stage.exhaust();
    expect(talk.heard('head')).toHaveLength(before);
    expect(talk.last('head-2')).toContain('Hồ sơ 1: hộ Lan');
  });

  test('is said in English as well', async () => {
    await openYearly(stage, 'khu-1');
    await talk.joins('head-2', 'khu-1');
    await talk.sends('lan', 'khu-1');
    await talk.says('head', '/language');
    await talk.presses('head', 'English');
    await talk.says('head', '/tasks', '1');
    await talk.presses('head', 'They are my kin');
    await talk.says('head', 'yes');
    expect(talk.last('head')).toContain('Another zone head looks at this case now');
    await talk.says('head', '/meeting');
    expect(talk.last('head')).toContain('No household waits');
    expect(stage.failures).toEqual([]);
  });
});

describe('kin without a second head', () => {
  test('the officers are asked, and who is named has the case up to the meeting', async () => {
    await openYearly(stage, 'khu-1');
    await talk.joins('neighbour', 'khu-2');
    await officer('officer');
    await talk.sends('lan', 'khu-1');
    await steppedAside();
    await talk.says('lan', 'trạng thái');
    expect(talk.last('lan')).toContain('chưa có khu trưởng nào');
    expect(talk.last('head')).toContain('Phường, xã được báo');
    expect(talk.last('officer')).toContain('Khu trưởng Khu 1 là người nhà của hộ Lan');
    await seesNothing();
    expect(await name('officer', 'head')).toEqual({ kind: 'refused', why: 'not-eligible' });
    expect(await name('head', 'neighbour')).toEqual({ kind: 'refused', why: 'not-yours' });
    expect(await candidates()).toEqual([(await chatOf('neighbour')).personId]);
    expect((await name('officer', 'neighbour')).kind).toBe('done');
    expect(talk.last('neighbour')).toContain('cử anh/chị xem thay hồ sơ hộ Lan, Khu 1');
    await talk.says('neighbour', '/viec');
    expect(talk.last('neighbour')).toContain('Hồ sơ đang chờ: 1.');
    await talk.says('neighbour', '1');
    await talk.presses('neighbour', 'Xác nhận');
    await talk.says('neighbour', 'thiếu vốn', 'không có', 'ký');
    expect((await dossierOfCase(stage, 1)).dossier.state).toBe('verified');
    await talk.says('head', '/hop');
    expect(talk.last('head')).not.toContain('Lan');
    await talk.says('neighbour', '/hop');
    expect(talk.last('neighbour')).toContain('Họp dân Khu 1');
    expect(talk.last('neighbour')).toContain('Lan');
    expect(stage.failures).toEqual([]);
  });

  test('the household of kin is on the agenda of the same meeting, and its votes are told by who stands in', async () => {
    await openYearly(stage, 'khu-1');
    await talk.joins('neighbour', 'khu-2');
    await officer('officer');
    await talk.sends('lan', 'khu-1');
    await steppedAside();
    await name('officer', 'neighbour');
    await talk.presses('neighbour', 'Mở hồ sơ hộ Lan');
    await signedAndOnPaper('neighbour', 1);
    await talk.sends('hoa', 'khu-1');
    const { id: hoa } = await lastCase();
    await signedAndOnPaper('head', hoa);
    await talk.says('head', '/hop');
    await talk.presses('head', 'Hẹn ngày họp');
    await talk.says('head', '25/11 lúc 19h', 'Nhà văn hóa', 'hẹn');
    expect(talk.last('head')).toContain('Ngoài ra có 1 hộ do người khác lo');
    await talk.says('neighbour', '/hop');
    await talk.presses('neighbour', 'Thêm 1 hộ');
    expect(talk.last('neighbour')).toContain('Đã thêm 1 hộ vào cuộc họp');
    await talk.presses('head', 'Dời sang ngày khác');
    await talk.says('head', '26/11 lúc 19h', 'Nhà văn hóa', 'dời');
    expect(talk.last('lan')).toContain('Ngày mới là 26/11/2026');
    stage.clock = new Date('2026-11-26T14:00:00Z');
    await talk.says('head', '/hop');
    await talk.presses('head', 'Ghi kết quả');
    await talk.says('head', '1 1 1 1 1 1 4 1');
    await talk.presses('head', 'Mọi người đồng ý với tất cả');
    expect(talk.last('head')).toContain('10 trên 10');
    // Both households go by that name; only the one that is no kin is here.
    expect(talk.last('head').match(/Lan:/g)).toHaveLength(1);
    await talk.presses('head', 'Lưu kết quả');
    await talk.says('neighbour', '/hop');
    await talk.presses('neighbour', 'Ghi kết quả');
    expect(talk.last('neighbour')).toContain('Có 10 người dự họp');
    await talk.presses('neighbour', 'Ghi từng hộ');
    await talk.says('neighbour', '6');
    await talk.presses('neighbour', 'Lưu kết quả');
    expect(talk.last('neighbour')).toContain('Lan: 6 trên 10 người đồng ý – được');
    expect((await dossierOfCase(stage, 1)).dossier.state).toBe('agreed');
    expect(stage.failures).toEqual([]);
  });

  test('where nobody is at the office either, the head is asked to call there', async () => {
    await openYearly(stage, 'khu-1');
    await talk.sends('lan', 'khu-1');
    await steppedAside();
    expect(talk.last('head')).toContain('xin gọi phường, xã để cử người khác');
  });

  test('a case that was sent before the round was opened is taken into it', async () => {
    await talk.sends('lan', 'khu-1');
    await openYearly(stage, 'khu-1');
    await steppedAside();
    expect((await dossierOfCase(stage, 1)).dossier.state).toBe('interviewed');
    await seesNothing();
  });

  test('is kin still when the case is taken into a later round', async () => {
    const first = await openYearly(stage, 'khu-1');
    await talk.sends('lan', 'khu-1');
    await steppedAside();
    const { zone } = await dossierOfCase(stage, 1);
    await database.db.tx(async (q) => {
      await closeRound(q, first, stage.clock);
      const earlier = await roundById(q, first);
      const id = await openRound(q, { ...earlier, startsOn: '2026-10-01' }, stage.clock);
      await takeIn(q, await roundById(q, id!), [zone], { now: stage.clock, today: '2026-11-20' });
    });
    const { personId: head } = await chatOf('head');
    const again = await dossierOfCase(stage, 1);
    expect([again.round === first, again.kin]).toEqual([false, [head]]);
    await seesNothing();
  });

  test('without a round nothing changes, and the head is told whom to ask', async () => {
    await talk.sends('lan', 'khu-1');
    await steppedAside();
    expect(talk.last('head')).toContain('chưa mở đợt rà soát');
    expect(stage.failures).toEqual([]);
  });
});

/** Somebody who has the case on the screen signs it, and copies the class from its paper form. */
async function signedAndOnPaper(head: string, of: number): Promise<void> {
  await talk.says(head, '/viec', '1');
  await talk.presses(head, 'Xác nhận');
  await talk.says(head, 'thiếu vốn', 'không có', 'ký', '/viec', `hồ sơ ${of}`);
  await talk.presses(head, 'Ghi điểm');
  await talk.says(head, 'chưa', 'chưa', 'cận nghèo');
}

async function lastCase() {
  const [row] = await rows(database.db.q, sql`select max(id) as id from cases`, z.object({ id: z.number() }));
  return row!;
}

async function candidates(): Promise<readonly number[]> {
  const row = await dossierOfCase(stage, 1);
  const found = await deputyCandidates(database.db.q, row, vietnamDay(stage.clock));
  return found.map(({ person }) => person);
}

/** One names another in place of the head, as the choice of an officer does. */
async function name(by: string, deputy: string) {
  const { id } = await dossierOfCase(stage, 1);
  const { id: chat } = await chatOf(by);
  const { personId } = await chatOf(deputy);
  const named = await database.db.tx(async (q) => {
    const turn: Turn = {
      q,
      now: stage.clock,
      today: vietnamDay(stage.clock),
      speaker: await speakerNow(q, chat, stage.clock),
      pressed: null,
      settings: {
        surveys,
        leaseFor: () => null,
        words: stage.words.words,
        quiet: null,
        privateLink: () => null,
        pageLink: (path) => path,
        speaks: () => false,
      },
    };
    return nameDeputy(turn, id, personId);
  });
  await stage.exhaust();
  return named;
}
