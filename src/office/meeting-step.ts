import { z } from 'zod';
import type { PartOfDay } from '../input/clock.ts';
import { groups, type Seat } from './seat.ts';

const id = z.number().int();
const seat = { flow: z.literal('meeting'), zone: id, round: id, n: id };
const partsOfDay = ['morning', 'noon', 'afternoon', 'evening'] as const satisfies readonly PartOfDay[];

/** A meeting is being called, or put off; null is what was not told yet. */
export const callingSchema = z.object({
  ...seat,
  kind: z.literal('calling'),
  /** The meeting in whose place it comes. */
  putOff: id.nullable(),
  on: z.iso.date().nullable(),
  part: z.enum(partsOfDay).nullable(),
  time: z.string().nullable(),
  place: z.string().nullable(),
});
export type Calling = z.infer<typeof callingSchema>;

/** What came of a meeting is being written down. */
export const writingSchema = z.object({
  ...seat,
  kind: z.literal('writing'),
  meeting: id,
  /** Who took part was written down before, by another who acts there. */
  isGiven: z.boolean(),
  present: z.array(z.number().int()),
  mode: z.enum(['all', 'each']).nullable(),
  /** The households, and how many agreed to each in the same order; `agreed` only where the law names no share. */
  guests: z.array(z.object({ id, step: id })),
  votes: z.array(z.number().int()),
  agreed: z.array(z.boolean()),
  remarks: z.record(z.string(), z.string()),
  /** Of which household a remark is being told. */
  remark: z.union([z.literal('choose'), id]).nullable(),
});
export type Writing = z.infer<typeof writingSchema>;

/** Where somebody is with a meeting. Kept, so that what is typed is understood after a restart. */
export const meetingStepSchema = z.discriminatedUnion('kind', [callingSchema, writingSchema]);
export type MeetingStep = z.infer<typeof meetingStepSchema>;

/** The beginning of a call. */
export function startCalling({ meeting, next, round, zone }: Seat, isPutOff: boolean): Calling {
  const putOff = isPutOff ? (meeting?.id ?? null) : null;
  const nothing = { on: null, part: null, time: null, place: null };
  return { flow: 'meeting', kind: 'calling', zone, round, n: next, putOff, ...nothing };
}

/** The beginning of writing down what came of the meeting; null where there is none, or nothing to write. */
export function startWriting({ agenda, meeting, round, zone }: Seat): Writing | null {
  if (meeting === null || agenda.length === 0) return null;
  return {
    flow: 'meeting',
    kind: 'writing',
    zone,
    round,
    n: meeting.n,
    meeting: meeting.id,
    isGiven: meeting.attendance !== null,
    present: [...(meeting.attendance ?? [])],
    mode: null,
    guests: agenda.map(({ id: dossier, step }) => ({ id: dossier, step })),
    votes: [],
    agreed: [],
    remarks: {},
    remark: null,
  };
}

/** What is asked next of a call. */
export function openInCall({ on, place, time }: Calling): 'day' | 'time' | 'place' | 'check' {
  if (on === null) return 'day';
  if (time === null) return 'time';
  return place === null ? 'place' : 'check';
}

export type OpenInResult = 'present' | 'how' | 'vote' | 'agreed' | 'which-remark' | 'remark' | 'check';

/** What is asked next of what came of a meeting. */
export function openInResult(
  { agreed, guests, mode, present, remark, votes }: Writing,
  { share }: Pick<Seat, 'share'>,
): OpenInResult {
  if (remark !== null) return remark === 'choose' ? 'which-remark' : 'remark';
  if (present.length < groups.length) return 'present';
  if (mode === null) return 'how';
  if (mode === 'all') return 'check';
  if (share === null && agreed.length < votes.length) return 'agreed';
  return votes.length < guests.length ? 'vote' : 'check';
}

/** The step before; null where there is none. */
export function stepBack(step: MeetingStep, seen: Pick<Seat, 'share'>): MeetingStep | null {
  return step.kind === 'calling' ? callBack(step) : resultBack(step, seen);
}

function callBack(step: Calling): Calling | null {
  if (step.place !== null) return { ...step, place: null };
  if (step.time !== null) return { ...step, time: null };
  return step.on === null ? null : { ...step, on: null, part: null };
}

function resultBack(step: Writing, { share }: Pick<Seat, 'share'>): Writing | null {
  const { agreed, isGiven, mode, present, remark, votes } = step;
  if (remark !== null) return { ...step, remark: null };
  if (share === null && agreed.length > 0 && agreed.length === votes.length)
    return { ...step, agreed: agreed.slice(0, -1) };
  if (votes.length > 0) return { ...step, votes: votes.slice(0, -1) };
  if (mode !== null) return { ...step, mode: null };
  return isGiven || present.length === 0 ? null : { ...step, present: present.slice(0, -1) };
}
