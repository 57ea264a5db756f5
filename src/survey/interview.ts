import { z } from 'zod';
import { may, stageSchema } from '../rights.ts';
import { type Answers, answersSchema, placeOf } from './answer.ts';
import { draftSchema } from './draft.ts';
import type { InterviewEvent } from './event.ts';

const keptSchema = z.object({
  survey: z.string(),
  version: z.number().int(),
  /** The day the household is assessed for, and the list year that chooses the standard: fixed at the start. */
  on: z.string(),
  listYear: z.number().int(),
  stage: stageSchema,
  /** Rises each time another question is asked, so that old buttons are known. */
  revision: z.number().int(),
  answers: answersSchema,
  /** The question opened by hand (back, edit), until it is answered. */
  editing: z.string().nullable(),
  draft: draftSchema.nullable(),
  /** How often in a row its open question was answered with what could not be understood. */
  refusals: z.number().int().default(0),
  /** Questions that the head gave back, with the comment. */
  returned: z.record(z.string(), z.string()),
  /** The zone whose heads had it last; null while nobody has had it. */
  sentTo: z.number().int().nullable().exactOptional(),
  /** Said in its place in what was stored before. */
  everSent: z.boolean().exactOptional(),
  /** Questions answered anew since the last sending. */
  changed: z.array(z.string()),
  /** The consent text that was agreed to. */
  consent: z.string().nullable(),
  /** What the household asked for by itself: to be reviewed, or to leave the list. */
  request: z.enum(['asked', 'leaving']).nullable().default(null),
});

/** One household's conversation as it stands. Plain JSON: what is not in here cannot be relied on. */
export const interviewSchema = keptSchema.transform(({ everSent, sentTo, ...kept }) => ({
  ...kept,
  sentTo: sentTo ?? (everSent === true ? zoneIn(kept.answers) : null),
}));
export type Interview = z.infer<typeof interviewSchema>;

/** The interview after an event. */
export function evolve(interview: Interview, event: InterviewEvent): Interview {
  switch (event.type) {
    case 'InterviewStarted':
      return interview;
    case 'QuestionAsked':
      return {
        ...interview,
        revision: interview.revision + 1,
        editing: event.editing,
        draft: null,
        refusals: 0,
      };
    case 'Drafted':
      // A half-said amount or age offers choices of its own: the buttons of the one before are old.
      return {
        ...interview,
        revision: interview.revision + (event.draft.kind === 'ticks' ? 0 : 1),
        draft: event.draft,
        refusals: 0,
      };
    case 'ConsentGiven':
      return { ...interview, consent: event.text, stage: agreed(interview.stage) };
    case 'ConsentRefused':
      return { ...interview, consent: null, stage: 'declined' };
    case 'AnswerGiven':
    case 'AnswerRevised':
      return {
        ...interview,
        answers: { ...interview.answers, [event.question]: event.answer },
        returned: without(interview.returned, event.question),
        changed: [...interview.changed.filter((each) => each !== event.question), event.question],
        editing: null,
        draft: null,
        refusals: 0,
      };
    case 'AnswerKept':
      return { ...interview, editing: null, draft: null, refusals: 0 };
    case 'AnswerRefused':
      return { ...interview, refusals: interview.refusals + 1 };
    case 'Sent':
      return { ...interview, stage: 'sent', editing: null, sentTo: zoneIn(interview.answers), changed: [] };
    case 'Reopened':
      return { ...interview, stage: 'reopened' };
    case 'Returned':
      return { ...interview, stage: 'returned', returned: event.comments, editing: null, draft: null };
    case 'Withdrawn':
      return { ...interview, stage: 'withdrawn', editing: null, draft: null };
    case 'Relocated':
      // Its heads came along: what they had, those of the new place have.
      return {
        ...interview,
        answers: { ...interview.answers, zone: event.place },
        sentTo: interview.sentTo === event.from ? event.place.zone : interview.sentTo,
      };
    case 'Closed':
      return { ...interview, stage: 'signed', editing: null, draft: null };
    case 'RoundJoined':
      return { ...interview, listYear: event.listYear };
    case 'ReviewRequested':
      return { ...interview, request: event.what };
    case 'CheckedAgain':
      return { ...interview, stage: 'sent' };
    default:
      return event satisfies never;
  }
}

/** A new interview, before anything is said. */
export function newInterview(start: {
  survey: string;
  version: number;
  on: string;
  listYear: number;
}): Interview {
  return {
    ...start,
    stage: 'answering',
    revision: 0,
    answers: {},
    editing: null,
    draft: null,
    refusals: 0,
    returned: {},
    sentTo: null,
    changed: [],
    consent: null,
    request: null,
  };
}

/** Do the heads of the zone that it belongs to now have it already? Those of another zone get it only when it is sent to them. */
export function isKnownHere({ answers, sentTo }: Interview): boolean {
  return sentTo !== null && sentTo === zoneIn(answers);
}

function zoneIn(answers: Answers): number | null {
  return placeOf(answers)?.zone ?? null;
}

/** Agreeing opens what was declined; said again it moves nothing. */
function agreed(stage: Interview['stage']): Interview['stage'] {
  return may(['household'], 'agree', stage) ? 'answering' : stage;
}

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
