import { beforeEach, describe, expect, test } from 'vitest';
import { runAdmin } from '../../src/admin/run.ts';
import { lookAtDeadlines } from '../../src/deadlines.ts';
import { give } from '../../src/handle/procedure/give.ts';
import { operatorOf } from '../../src/handle/procedure/operator.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { acceptWardInvitation, inviteToWard } from '../../src/store/ward-posts.ts';
import { openRound } from '../../src/store/rounds.ts';
import type { QuietHours } from '../../src/time/vietnam.ts';
import { ownDatabase } from '../store/database.ts';
import { speakerAt } from '../store/given.ts';
import { dossierOfCase } from './round.ts';
import { type Stage, setStage } from './stage.ts';
import { type Talk, talkOn } from './talk.ts';

/** Who must act is reminded, the office closed for Tết 2026 (from Saturday, 14 February, to Sunday, 22 February). */
const quiet: QuietHours = { from: 21, to: 7 };
const zone = 'khu-1';
const database = ownDatabase();
let stage: Stage;
let talk: Talk;
let ward: number;
beforeEach(async () => {
  stage = await setStage(database.db, '2026-02-10T09:00:00+07:00', quiet);
  await stage.realWard(1);
  talk = talkOn(stage);
  ward = (await placeByCode(database.db.q, zone))!.ward;
  const round = { ward, kind: 'yearly', procedure: '24-2021-yearly', listYear: 2026 } as const;
  await openRound(database.db.q, { ...round, startsOn: '2026-01-05', endsOn: '2026-12-14' }, stage.clock);
});

/** It is that day and hour in Vietnam, and the deadlines are looked at. */
async function is(day: string, hour = '09:00'): Promise<void> {
  stage.clock = new Date(`${day}T${hour}:00+07:00`);
  await lookAtDeadlines({ db: database.db, clock: () => stage.clock, quiet, reminded: () => {} });
  await stage.exhaust();
}
/** Every hour of these days of February. */
async function passes(from: number, to: number): Promise<void> {
  for (let day = from; day <= to; day += 1)
    for (const hour of ['00:30', '06:59', '07:00', '12:00', '20:59', '21:00', '23:00'])
      await is(`2026-02-${String(day).padStart(2, '0')}`, hour);
}
const reminders = (address: string) =>
  talk.heard(address).filter((text) => /hộ đang chờ|quá hạn|là hạn của|chưa có người/.test(text));

/** An officer of the ward, who has spoken with the assistant. */
async function officer(address: string): Promise<void> {
  await talk.says(address, '/trogiup');
  const { id } = await speakerAt(database.db, address, stage.clock);
  const until = new Date(stage.clock.getTime() + 3_600_000);
  await database.db.tx(async (q) => {
    const code = await inviteToWard(q, { role: 'officer', ward }, until);
    await acceptWardInvitation(q, code, id, stage.clock);
  });
}

describe('a case that was sent before Tết', () => {
  test('is due behind it; nobody hears of it on those days, and the office when it is late', async () => {
    await talk.joins('head', zone);
    await officer('officer');
    await talk.sends('lan', zone);
    await talk.sends('hoa', zone);
    // Five working days from Tuesday, 10 February: 11, 12, 13, then 23 and 24.
    expect((await dossierOfCase(stage, 1)).due?.on).toBe('2026-02-24');
    await passes(11, 22);
    expect(reminders('head')).toEqual([]);
    await is('2026-02-23', '06:30');
    expect(reminders('head')).toEqual([]);
    await passes(23, 23);
    expect(reminders('head')).toHaveLength(1);
    expect(talk.last('head')).toContain(
      '2 hộ đang chờ anh/chị làm tiếp:\n• Lan, Khu 1: khu trưởng xem và ký hồ sơ',
    );
    expect(talk.last('head')).toContain('24/02/2026');
    await passes(24, 24);
    expect(reminders('head')).toHaveLength(2);
    expect(talk.last('head')).toContain('Hôm nay là hạn của 2 hộ');
    expect(reminders('officer')).toEqual([]);
    await passes(25, 27);
    expect(reminders('head')).toHaveLength(2);
    expect(reminders('officer')).toHaveLength(1);
    expect(talk.last('officer')).toContain('2 hộ đã quá hạn mà chưa làm xong');
    const admin = { now: stage.clock, baseUrl: 'https://example.vn', quiet };
    const { lines } = await runAdmin(database.db, 'waiting', {}, admin);
    expect(lines.join('\n')).toContain('interviewed, late since 2026-02-24, for: head');
    expect(lines.join('\n')).not.toContain('Lan');
  });

  test('is no more spoken of from the moment its step is done; the next step has its own days', async () => {
    await talk.joins('head', zone);
    await talk.sends('lan', zone);
    await talk.sends('hoa', zone);
    await is('2026-02-23');
    await talk.says('head', '/viec', 'số 1');
    await talk.presses('head', 'Xác nhận cả');
    await talk.says('head', '8', 'không ghi chú', 'ký hồ sơ');
    await is('2026-02-24');
    expect(talk.last('head')).toContain('Hôm nay là hạn của 1 hộ');
    expect(talk.last('head')).toContain('Lan, Khu 1');
    expect((await dossierOfCase(stage, 1)).due?.on).toBe('2026-03-09');
  });

  test('is taken out of a reminder of several that a channel could not deliver yet', async () => {
    await talk.joins('head', zone);
    await talk.sends('lan', zone);
    await talk.sends('hoa', zone, 'Hoa');
    const broken = () => ({ kind: 'retry', afterSeconds: 3600, reason: 'down' }) as const;
    talk.answers.push(broken);
    await is('2026-02-23');
    expect(reminders('head')).toEqual([]);
    const row = await dossierOfCase(stage, 1);
    const step = await database.db.tx((q) => {
      const acting = { q, now: stage.clock, today: '2026-02-23', quiet, person: operatorOf(ward) };
      const command = { kind: 'remove', reason: 'Hộ đã chuyển đi' } as const;
      return give(acting, { row, command, step: null });
    });
    expect(step.kind).toBe('done');
    await is('2026-02-23', '11:00');
    expect(reminders('head')).toEqual([expect.stringMatching(/^1 hộ đang chờ.*\n• Hoa, Khu 1/)]);
    expect(reminders('head').join()).not.toContain('Lan');
  });

  test('is told to the office at once where no head is there to act, and to the head who comes', async () => {
    await officer('officer');
    await talk.sends('lan', zone);
    await is('2026-02-11');
    expect(talk.last('officer')).toContain('1 hộ chưa có người làm tiếp:\n• Lan, Khu 1');
    await passes(12, 22);
    expect(reminders('officer')).toHaveLength(1);
    await talk.joins('head', zone);
    await is('2026-02-24');
    expect(reminders('head')).toHaveLength(1);
    expect(reminders('officer')).toHaveLength(1);
  });

  test('that was given back is asked for, without a word of what is in it, and then told to the head', async () => {
    await talk.joins('head', zone);
    await talk.sends('lan', zone);
    await talk.presses('head', 'Xem từng câu');
    await talk.presses('head', 'Tường nhà');
    await talk.presses('head', 'Nhờ hộ xem lại');
    await talk.says('head', 'xin xem lại');
    await talk.presses('head', 'Trả lại hộ');
    expect((await dossierOfCase(stage, 1)).dossier.state).toBe('returned');
    await is('2026-02-23');
    expect(talk.last('lan')).toBe(
      'Khu trưởng đang chờ nhà mình trả lời lại vài câu. Các câu đã trả lời vẫn còn nguyên.\n\nDự kiến xong: hết ngày 24/02/2026.',
    );
    await is('2026-02-25');
    expect(talk.last('head')).toContain('1 hộ đã quá hạn mà chưa làm xong:\n• Lan, Khu 1: hộ trả lời lại');
  });
});
