import { describe, expect, test } from 'vitest';
import { askMeeting } from '../../src/office/meeting-ask.ts';
import { hear } from '../../src/office/meeting-hear.ts';
import type { Heard, Move } from '../../src/office/meeting-move.ts';
import { type MeetingStep, openInResult, startCalling, startWriting } from '../../src/office/meeting-step.ts';
import { countedIn } from '../../src/office/meeting-tally.ts';
import type { Guest, Seat } from '../../src/office/seat.ts';

const guest = (id: number): Guest => ({ id, step: 4, case: id, name: `Hộ ${id}`, category: 'poor' });
const seat: Seat = {
  zone: 7,
  zoneName: 'Khu 1',
  round: 1,
  share: { percent: 50, source: 'Điều 4 khoản 3', isSure: true },
  until: '2026-11-27',
  waiting: [],
  agenda: [guest(1), guest(2), guest(3)],
  others: 0,
  meeting: { id: 9, n: 1, on: '2026-11-20', time: '19:00', place: 'Đình', attendance: null },
  next: 2,
};
/** Where the law names no share, the chair says whether the meeting agreed. */
const chaired: Seat = { ...seat, share: null };
const now = { today: '2026-11-20', time: '21:00' };

const press = (act: string, at = 0): Heard => ({ kind: 'act', act, at });
const say = (text: string): Heard => ({ kind: 'say', text });

/** The step after these inputs, and what was said of the last one. */
function after(from: MeetingStep, inputs: readonly Heard[], on = seat): Move {
  return inputs.reduce<Move>(
    (move, heard) => (move.kind === 'ask' ? hear(heard, move.step, on, now) : move),
    { kind: 'ask', step: from, lead: [] },
  );
}
const writing = startWriting(seat)!;
const there = say('3 1 1 1 2 5 7 2');
const leadOf = (move: Move) => (move.kind === 'ask' ? move.lead.map(({ key }) => key) : move.kind);
const stepOf = (move: Move) => {
  if (move.kind !== 'ask' || move.step.kind !== 'writing') throw new Error(`No question, but ${move.kind}`);
  return move.step;
};

describe('what came of a meeting', () => {
  test('half of those who took part is enough, the Front that supervises not counted', () => {
    const step = stepOf(after(writing, [there, press('each'), say('10 9 20')]));
    expect(
      countedIn(step, seat).map(({ inFavour, isEnough, present }) => [inFavour, present, isEnough]),
    ).toEqual([
      [10, 20, true],
      [9, 20, false],
      [20, 20, true],
    ]);
  });

  test('without a share in the law it is as the chair says, household by household', () => {
    const step = stepOf(
      after(writing, [there, press('each'), say('3'), press('yes', 0), say('19'), press('no', 1)], chaired),
    );
    expect(countedIn(step, chaired).map(({ agreed, isEnough }) => [agreed, isEnough])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(openInResult(step, chaired)).toBe('vote');
  });

  test('a choice pressed twice tells nothing of the next one', () => {
    expect(stepOf(after(writing, [press('none', 0), press('none', 0)])).present).toEqual([0]);
    const voted = [there, press('each'), press('all-this', 0), press('all-this', 0)];
    expect(stepOf(after(writing, voted)).votes).toEqual([20]);
  });

  test('what cannot be is refused with its reason, and asked again', () => {
    expect(leadOf(after(writing, [say('đông lắm')]))).toEqual(['meeting.refused.not-a-number']);
    expect(leadOf(after(writing, [say('1 1 1 1 1 1 1 1 1')]))).toEqual(['meeting.refused.too-many-numbers']);
    expect(leadOf(after(writing, [say('0 0 0 0 0 0 0 4')]))).toEqual(['meeting.refused.nobody-came']);
    expect(leadOf(after(writing, [there, press('each'), say('21')]))).toEqual([
      'meeting.refused.more-than-present',
    ]);
  });

  test('nothing is written before every household has its votes', () => {
    expect(after(writing, [there, press('do-write')]).kind).toBe('ask');
    expect(after(writing, [there, press('each'), say('10 10'), press('do-write')]).kind).toBe('ask');
    expect(after(writing, [there, press('all'), press('do-write')]).kind).toBe('write');
  });

  test('from every step one gets back to the beginning, and out', () => {
    const path = [say('3 1'), say('1 1 2 5 7 2'), press('each'), say('10'), say('9 20'), press('remark')];
    path.forEach((_, at) => {
      const here = after(writing, path.slice(0, at + 1));
      expect(hear(press('cancel'), stepOf(here), seat, now).kind).toBe('leave');
      const back = Array.from({ length: 20 }, () => press('back'));
      expect(after(stepOf(here), back).kind).toBe('leave');
    });
  });
});

describe('calling a meeting', () => {
  const calling = startCalling(seat, true);

  test('a day and time in one message leave only the place to be asked', () => {
    expect(after(calling, [say('tối mai lúc 7h'), say('Đình'), press('do-call')])).toMatchObject({
      kind: 'call',
      on: '2026-11-21',
      time: '19:00',
      place: 'Đình',
    });
  });

  test('the part of the day that was said counts for the time that is told after it', () => {
    expect(after(calling, [say('tối mai'), say('7h')])).toMatchObject({ step: { time: '19:00' } });
    expect(leadOf(after(calling, [say('mai'), say('7h')]))).toEqual(['meeting.refused.which-time']);
  });

  test('today counts only while its time is not over', () => {
    expect(leadOf(after(calling, [say('hôm nay lúc 19h')]))).toEqual(['meeting.refused.time-past']);
    expect(after(calling, [say('hôm nay lúc 22h')])).toMatchObject({ step: { time: '22:00' } });
  });

  test('a day off and a day after the deadline are allowed, with a warning', () => {
    const move = after(calling, [say('29/11')]);
    const said = move.kind === 'ask' ? askMeeting(move.step, seat, []).parts.map(({ key }) => key) : [];
    expect(said).toEqual(['meeting.warn.day-off', 'meeting.warn.late', 'meeting.ask.time']);
  });

  test('it is not called before all is told', () => {
    expect(after(calling, [say('25/11'), press('do-call')]).kind).toBe('ask');
  });
});
