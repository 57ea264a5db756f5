import { type Phrase, say } from '../decision.ts';
import { isExactly } from '../input/is-said.ts';
import { askMeeting } from '../office/meeting-ask.ts';
import { hear } from '../office/meeting-hear.ts';
import type { Heard } from '../office/meeting-move.ts';
import { meetingOverview, meetingZones, noMeeting } from '../office/meeting-overview.ts';
import { type MeetingStep, meetingStepSchema, startCalling, startWriting } from '../office/meeting-step.ts';
import type { Seat } from '../office/seat.ts';
import { headed } from '../rights.ts';
import { refusedStep } from '../talk/refused-step.ts';
import { vietnamTime } from '../time/vietnam.ts';
import { type Flow, type FlowInput, keep, kept } from './flow-state.ts';
import { addToMeeting, callTheMeeting } from './meeting/call.ts';
import { writeDown } from './meeting/result.ts';
import { seatsOf } from './meeting/seats.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** The village meeting (họp dân): who waits for it, calling it, putting it off, and writing down what came of it. */
export const meeting: Flow = async (turn, input) => {
  if (headed(turn.speaker.posts).length === 0)
    return toSelf({ ...noMeeting([]), parts: [say('desk.not-head')] });
  const seats = await seatsOf(turn);
  if (input.kind === 'say') return inStep(turn, seats, said(turn, input.text), null);
  if (input.kind === 'open' || input.act === 'open') return open(turn, seats);
  const seat = seats.find(({ round, zone }) => zone === input.id && String(round) === input.arg);
  switch (input.act) {
    case 'zone':
      return seat === undefined ? overview(turn, seats, []) : overviewOf(turn, seat, []);
    case 'call':
    case 'put-off':
    case 'write':
    case 'add':
      return seat === undefined || isOld(input, seat)
        ? overview(turn, seats, [say('meeting.stale')])
        : begin(turn, seat, input.act);
    default:
      return inStep(turn, seats, { kind: 'act', act: input.act, at: Number(input.arg) || 0 }, input);
  }
};

type Press = Extract<FlowInput, { kind: 'press' }>;

/** Where somebody stopped half-way, that goes on. */
async function open(turn: Turn, seats: readonly Seat[]): Promise<Reply> {
  const step = kept(turn, meetingStepSchema);
  const seat = step === null ? null : seatFor(step, seats);
  if (step === null || seat === null) return overview(turn, seats, []);
  return toSelf(askMeeting(step, seat, [say('meeting.going-on')]));
}

/** A choice of another meeting than the one that stands there now. */
function isOld({ act, rev }: Press, { meeting: current, next }: Seat): boolean {
  return act === 'call' ? rev !== next : rev !== current?.n;
}

async function begin(turn: Turn, seat: Seat, act: 'call' | 'put-off' | 'write' | 'add'): Promise<Reply> {
  if (act === 'add') return overview(turn, null, await addToMeeting(turn, seat));
  const isEarly = act === 'write' && (seat.meeting?.on ?? '') > turn.today;
  const step = act === 'write' ? startWriting(seat) : startCalling(seat, act === 'put-off');
  if (step === null || isEarly) return overviewOf(turn, seat, [say('meeting.from-day')]);
  return asked(turn, step, seat, []);
}

/** A word for going back is no place and no remark. */
function said(turn: Turn, text: string): Heard {
  return isExactly(text, turn.settings.words(say('acts.back')))
    ? { kind: 'act', act: 'back', at: 0 }
    : { kind: 'say', text };
}

/** What was told in the midst of a meeting; `press` is the choice, which counts only for the meeting that it belongs to. */
async function inStep(turn: Turn, seats: readonly Seat[], heard: Heard, press: Press | null): Promise<Reply> {
  const step = kept(turn, meetingStepSchema);
  const isOther = step !== null && press !== null && (press.id !== step.zone || press.rev !== step.n);
  if (step === null || isOther) return overview(turn, seats, press === null ? [] : [pastOf(press, seats)]);
  const seat = seatFor(step, seats);
  if (seat === null) return overview(turn, seats, [say('meeting.changed')]);
  const move = hear(heard, step, seat, { today: turn.today, time: vietnamTime(turn.now) });
  switch (move.kind) {
    case 'ask':
      return asked(turn, move.step, seat, move.lead);
    case 'leave':
      return overview(turn, seats, [say('meeting.left')]);
    case 'call':
      return overview(turn, null, await callTheMeeting(turn, seat, move));
    case 'write':
      return overview(turn, null, await writeDown(turn, seat, move.step));
    default:
      return move satisfies never;
  }
}

/** A choice from a step that is over: what it confirmed is done already, or it belongs to nothing any more. */
function pastOf({ act, id, rev }: Press, seats: readonly Seat[]): Phrase {
  const latest = seats.filter(({ zone }) => zone === id).every(({ next }) => rev < next);
  return latest && act.startsWith('do-') ? refusedStep('repeated') : say('meeting.stale');
}

/** The seat of a step while it is about the same households at the same steps; null when something was done meanwhile. */
function seatFor(step: MeetingStep, seats: readonly Seat[]): Seat | null {
  const seat = seats.find(({ round, zone }) => zone === step.zone && round === step.round);
  if (seat === undefined) return null;
  if (step.kind === 'calling') {
    const isOpen = seat.meeting !== null && seat.meeting.attendance === null;
    return seat.next === step.n && isOpen === (step.putOff !== null) ? seat : null;
  }
  const isSame = step.guests.every((guest) =>
    seat.agenda.some(({ id, step: now }) => id === guest.id && now === guest.step),
  );
  return isSame && seat.meeting?.id === step.meeting ? seat : null;
}

async function asked(turn: Turn, step: MeetingStep, seat: Seat, lead: readonly Phrase[]): Promise<Reply> {
  await keep(turn, step);
  return toSelf(askMeeting(step, seat, lead));
}

/** Where the meetings stand; `seats` null where something was just done to them. Nothing is half-way any more. */
async function overview(turn: Turn, seats: readonly Seat[] | null, lead: readonly Phrase[]): Promise<Reply> {
  const now = seats ?? (await seatsOf(turn));
  const [only, ...others] = now;
  if (only !== undefined && others.length === 0) return overviewOf(turn, only, lead);
  await keep(turn, null);
  return toSelf(only === undefined ? noMeeting(lead) : meetingZones(now, lead));
}

async function overviewOf(turn: Turn, seat: Seat, lead: readonly Phrase[]): Promise<Reply> {
  await keep(turn, null);
  return toSelf(meetingOverview(seat, lead, turn.today));
}
