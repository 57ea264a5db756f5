import { z } from 'zod';
import { answerSchema, placeSchema } from './answer.ts';
import { draftSchema } from './draft.ts';

/** What happened in an interview. Stored for ever; shapes are only ever added to. */
export const interviewEventSchema = z.discriminatedUnion('type', [
  /** {"type":"InterviewStarted","survey":"household","version":1,"on":"2026-11-20","listYear":2026} */
  z.object({
    type: z.literal('InterviewStarted'),
    survey: z.string(),
    version: z.number().int(),
    on: z.string(),
    listYear: z.number().int(),
  }),
  /** {"type":"QuestionAsked","question":"walls","editing":null} */
  z.object({ type: z.literal('QuestionAsked'), question: z.string(), editing: z.string().nullable() }),
  /** {"type":"Drafted","draft":{"kind":"ticks","picked":["m2"]}} */
  z.object({ type: z.literal('Drafted'), draft: draftSchema }),
  /** {"type":"ConsentGiven","text":"2026-11"} */
  z.object({ type: z.literal('ConsentGiven'), text: z.string() }),
  /** {"type":"ConsentRefused","text":"2026-11"} */
  z.object({ type: z.literal('ConsentRefused'), text: z.string() }),
  /** {"type":"AnswerGiven","question":"walls","answer":{"kind":"choice","value":"brick"}} */
  z.object({ type: z.literal('AnswerGiven'), question: z.string(), answer: answerSchema }),
  /** {"type":"AnswerRevised","question":"walls","answer":{"kind":"choice","value":"brick"}} */
  z.object({ type: z.literal('AnswerRevised'), question: z.string(), answer: answerSchema }),
  /** {"type":"AnswerKept","question":"walls"}: the same answer was given again. */
  z.object({ type: z.literal('AnswerKept'), question: z.string() }),
  /** {"type":"AnswerRefused","question":"floor-area","why":"not-a-number"} */
  z.object({ type: z.literal('AnswerRefused'), question: z.string(), why: z.string() }),
  /** {"type":"Sent","again":false,"changed":[],"reading":{…}} */
  z.object({
    type: z.literal('Sent'),
    again: z.boolean(),
    changed: z.array(z.string()),
    reading: z.unknown(),
  }),
  /** {"type":"Reopened"} */
  z.object({ type: z.literal('Reopened') }),
  /** {"type":"Returned","comments":{"walls":"…"}} */
  z.object({ type: z.literal('Returned'), comments: z.record(z.string(), z.string()) }),
  /** {"type":"Withdrawn"} */
  z.object({ type: z.literal('Withdrawn') }),
  /** {"type":"Relocated","from":3,"place":{…}}: the zone was merged into another, moved to another ward, or renamed. */
  z.object({ type: z.literal('Relocated'), from: z.number().int(), place: placeSchema }),
  /** {"type":"Closed"}: the head has signed. */
  z.object({ type: z.literal('Closed') }),
  /** {"type":"RoundJoined","listYear":2027}: the round of its ward says which list it is for. */
  z.object({ type: z.literal('RoundJoined'), listYear: z.number().int() }),
  /** {"type":"ReviewRequested","what":"leaving"}: the household asks to be reviewed (Mẫu số 01), or to leave the list (Mẫu số 04). */
  z.object({ type: z.literal('ReviewRequested'), what: z.enum(['asked', 'leaving']) }),
  /** {"type":"CheckedAgain"}: the meeting did not agree, and the head goes through it once more. */
  z.object({ type: z.literal('CheckedAgain') }),
]);
export type InterviewEvent = z.infer<typeof interviewEventSchema>;

const passing: readonly InterviewEvent['type'][] = ['QuestionAsked', 'Drafted', 'AnswerKept'];

/** Is this history, or only the movement of the conversation, which is not kept? */
export function isHistory(event: { readonly type: string }): boolean {
  return !passing.some((type) => type === event.type);
}
