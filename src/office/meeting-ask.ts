import { dayOff } from '../calendar/working-days.ts';
import { type Message, type Phrase, say } from '../decision.ts';
import { askResult } from './meeting-ask-result.ts';
import { type Asked, ofStep } from './meeting-asked.ts';
import { guestLine, readyIn } from './meeting-overview.ts';
import { type Calling, type MeetingStep, openInCall, stepBack } from './meeting-step.ts';
import type { Seat } from './seat.ts';

/** What is asked at a step of a meeting; `lead` is said before it. */
export function askMeeting(step: MeetingStep, seat: Seat, lead: readonly Phrase[]): Message {
  const { actions, options, parts } = step.kind === 'calling' ? askCall(step, seat) : askResult(step, seat);
  const ways = [
    ...actions,
    ...(stepBack(step, seat) === null ? [] : [ofStep(step, 'back', 0)]),
    ofStep(step, 'cancel', 0),
  ];
  return { kind: 'flow-meeting', parts: [...lead, ...parts], options, actions: ways };
}

function askCall(step: Calling, seat: Seat): Asked {
  const open = openInCall(step);
  const { on, place, putOff, time } = step;
  const zone = seat.zoneName;
  if (open === 'day')
    return asking(putOff === null ? say('meeting.ask.day', { zone }) : say('meeting.ask.new-day', { zone }));
  const warned = on === null ? [] : warnings(on, seat);
  if (open === 'time') return asking(...warned, say('meeting.ask.time', { day: { day: on ?? '' } }));
  if (open === 'place') return asking(say('meeting.ask.place'));
  const ready = [...(putOff === null ? [] : seat.agenda), ...readyIn(seat)];
  const label = putOff === null ? say('flow.meeting.do-call') : say('flow.meeting.do-move');
  return {
    parts: [
      say('meeting.ask.call', {
        zone,
        day: { day: on ?? '' },
        time: time ?? '',
        place: place ?? '',
        count: ready.length,
        lines: { lines: ready.map(guestLine) },
      }),
      ...warned,
    ],
    options: [ofStep(step, 'do-call', 0, label)],
    actions: [],
  };
}

/** People of the office may not come on a day off, and a day may be too late; both are for the head to decide. */
function warnings(on: string, { until }: Seat): readonly Phrase[] {
  return [
    ...(dayOff(on) === null ? [] : [say('meeting.warn.day-off', { day: { day: on } })]),
    ...(on > until ? [say('meeting.warn.late', { day: { day: until } })] : []),
  ];
}

function asking(...parts: readonly Phrase[]): Asked {
  return { parts, options: [], actions: [] };
}
