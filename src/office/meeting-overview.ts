import { encodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { deadEnd } from '../survey/person.ts';
import { className, flowPick } from '../talk/told-step.ts';
import type { Guest, Seat } from './seat.ts';

/** So many households without a class are named with the way to their card. */
const namedAtOnce = 10;

/** The meetings of a zone: who waits, who cannot be on an agenda yet, and the meeting that is called. */
export function meetingOverview(seat: Seat, lead: readonly Phrase[], today: string): Message {
  const lacking = lackingIn(seat).slice(0, namedAtOnce);
  const options = [...optionsOf(seat, today), ...lacking.flatMap(cardPick)];
  const parts = [
    ...lead,
    say('meeting.title', { zone: seat.zoneName }),
    ...waitingLines(seat, lacking),
    ...calledLines(seat, today),
    ...(seat.others > 0 ? [say('meeting.others', { count: seat.others })] : []),
  ];
  const message =
    options.length === 0
      ? deadEnd('flow-meeting', ...parts)
      : { kind: 'flow-meeting', parts, options, actions: [] };
  return { ...message, shows: [{ as: 'head', why: 'list' }] };
}

/** The zones of somebody who acts in several, to choose from. */
export function meetingZones(seats: readonly Seat[], lead: readonly Phrase[]): Message {
  const options = seats.map(({ round, zone, zoneName: name }) =>
    flowPick('meeting', 'zone', zone, 0, String(round), say('flow.meeting.zone', { name })),
  );
  return { kind: 'flow-meeting', parts: [...lead, say('meeting.zones')], options, actions: [] };
}

/** Nobody waits for a meeting. */
export function noMeeting(lead: readonly Phrase[]): Message {
  return deadEnd('flow-meeting', ...lead, say('meeting.none'));
}

/** Those that can be on an agenda: a list copies what people entered. */
export function readyIn({ waiting }: Seat): readonly Guest[] {
  return waiting.filter(({ category }) => category !== null);
}

function lackingIn({ waiting }: Seat): readonly Guest[] {
  return waiting.filter(({ category }) => category === null);
}

/** A household by its name and class, as it is said at a meeting; nothing else of it. */
export function guestLine({ category, name }: Guest): Phrase {
  return category === null
    ? say('meeting.guest-open', { name })
    : say('meeting.guest', { name, class: { phrase: className(category) } });
}

function waitingLines(seat: Seat, lacking: readonly Guest[]): readonly Phrase[] {
  const ready = readyIn(seat);
  return [
    ...(ready.length === 0
      ? []
      : [say('meeting.waiting', { count: ready.length, lines: { lines: ready.map(guestLine) } })]),
    ...(lacking.length === 0
      ? []
      : [
          say('meeting.lacking', {
            count: lackingIn(seat).length,
            lines: { lines: lacking.map(({ name }) => say('meeting.guest-open', { name })) },
          }),
        ]),
  ];
}

function calledLines({ agenda, meeting }: Seat, today: string): readonly Phrase[] {
  if (meeting === null) return [];
  const { attendance, n, on, place, time } = meeting;
  const lines = { lines: agenda.map(guestLine) };
  const where = { n, day: { day: on }, time, place };
  return [
    say('meeting.called', where),
    ...(agenda.length === 0
      ? []
      : [attendance === null ? say('meeting.agenda', { lines }) : say('meeting.still-open', { lines })]),
    ...(attendance === null && on > today ? [say('meeting.from-day')] : []),
  ];
}

function optionsOf(seat: Seat, today: string): readonly Pick[] {
  const { agenda, meeting, next, round, zone } = seat;
  const arg = String(round);
  const ready = readyIn(seat).length;
  const isOpen = meeting !== null && meeting.attendance === null;
  const mayWrite = meeting !== null && agenda.length > 0 && (!isOpen || meeting.on <= today);
  return [
    ...(mayWrite ? [flowPick('meeting', 'write', zone, meeting.n, arg)] : []),
    ...(isOpen && ready > 0
      ? [flowPick('meeting', 'add', zone, meeting.n, arg, say('flow.meeting.add', { count: ready }))]
      : []),
    ...(isOpen ? [flowPick('meeting', 'put-off', zone, meeting.n, arg)] : []),
    ...(!isOpen && ready > 0 ? [flowPick('meeting', 'call', zone, next, arg)] : []),
  ];
}

function cardPick({ case: id, name }: Guest): readonly Pick[] {
  if (id === null) return [];
  const data = encodeButton({ kind: 'desk', case: id, revision: 0, act: 'open', arg: '' });
  return [{ phrase: say('flow.meeting.card', { name }), data }];
}
