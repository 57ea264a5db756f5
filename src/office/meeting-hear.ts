import { say } from '../decision.ts';
import { type Clock, parseClock } from '../input/clock.ts';
import { parseDay } from '../input/day-said.ts';
import { ask, type Heard, type Move } from './meeting-move.ts';
import { type Calling, type MeetingStep, openInCall, stepBack } from './meeting-step.ts';
import { hearResult } from './meeting-votes.ts';
import type { Seat } from './seat.ts';

/** The moment in Vietnam: its day, and the time of day as `HH:MM`. */
export type Moment = { readonly today: string; readonly time: string };

const longest = 200;

/** One input in the midst of a meeting. Pure; what is not understood is asked again. */
export function hear(heard: Heard, step: MeetingStep, seat: Seat, now: Moment): Move {
  if (heard.kind === 'act' && heard.act === 'cancel') return { kind: 'leave' };
  if (heard.kind === 'act' && heard.act === 'back') {
    const before = stepBack(step, seat);
    return before === null ? { kind: 'leave' } : ask(before);
  }
  return step.kind === 'calling' ? hearCall(heard, step, now) : hearResult(heard, step, seat);
}

function hearCall(heard: Heard, step: Calling, now: Moment): Move {
  const open = openInCall(step);
  if (heard.kind === 'act') {
    const { on, place, time } = step;
    const isTold = on !== null && time !== null && place !== null;
    return heard.act === 'do-call' && isTold ? { kind: 'call', on, time, place, step } : ask(step);
  }
  switch (open) {
    case 'day':
      return hearDay(heard.text, step, now);
    case 'time':
      return withClock(parseClock(heard.text, step.part), step, now);
    case 'place': {
      const place = heard.text.trim();
      if (place === '') return ask(step);
      return place.length > longest
        ? ask(step, say('refused.too-long', { most: longest }))
        : ask({ ...step, place });
    }
    case 'check':
      return ask(step, say('meeting.unclear'));
    default:
      return open satisfies never;
  }
}

function hearDay(text: string, step: Calling, now: Moment): Move {
  const said = parseDay(text, now.today);
  if (said.kind === 'refused') return ask(step, say(`meeting.refused.${said.why}`));
  const next = { ...step, on: said.on, part: said.part };
  return said.clock === null ? ask(next) : withClock(said.clock, next, now);
}

function withClock(clock: Clock, step: Calling, now: Moment): Move {
  if (clock.kind === 'refused') return ask(step, say('meeting.refused.not-a-time'));
  if (clock.kind === 'unclear')
    return ask(step, say('meeting.refused.which-time', { morning: clock.hour, evening: clock.hour + 12 }));
  return step.on === now.today && clock.at <= now.time
    ? ask(step, say('meeting.refused.time-past'))
    : ask({ ...step, time: clock.at });
}
