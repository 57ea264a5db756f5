import { z } from 'zod';
import { causes } from './cause.ts';
import { officialSchema } from './official.ts';

/** What a head did with a case. Stored for ever; shapes are only ever added to. Answers are opaque here. */
export const reviewEventSchema = z.discriminatedUnion('type', [
  /** {"type":"CaseReceived","reading":{…},"changed":["walls"]}: the household sent, or sent again. */
  z.object({
    type: z.literal('CaseReceived'),
    reading: z.unknown(),
    changed: z.array(z.string()),
    on: z.string(),
  }),
  /** {"type":"AnswersConfirmed","questions":["walls","roof"]} */
  z.object({ type: z.literal('AnswersConfirmed'), questions: z.array(z.string()) }),
  /** {"type":"AnswerCorrected","question":"walls","answer":{…},"reason":"…","reading":{…}} */
  z.object({
    type: z.literal('AnswerCorrected'),
    question: z.string(),
    answer: z.unknown(),
    reason: z.string(),
    reading: z.unknown(),
    on: z.string(),
  }),
  /**
   * {"type":"ReadAgain","reading":{…}}: what stands has changed, by a correction kept or dropped; with
   * "why":"rescore" the answers are the same and the law's data have changed; "moved": the zone is in another ward.
   */
  z.object({
    type: z.literal('ReadAgain'),
    reading: z.unknown(),
    on: z.string(),
    why: z.enum(['rescore', 'moved']).exactOptional(),
  }),
  /** {"type":"ReturnMarked","question":"walls","comment":"…"} */
  z.object({ type: z.literal('ReturnMarked'), question: z.string(), comment: z.string() }),
  /** {"type":"SentBack","questions":["walls"]} */
  z.object({ type: z.literal('SentBack'), questions: z.array(z.string()) }),
  /** {"type":"CausesRecorded","causes":["capital"]} */
  z.object({ type: z.literal('CausesRecorded'), causes: z.array(z.enum(causes)) }),
  /** {"type":"NoteWritten","note":"…"} */
  z.object({ type: z.literal('NoteWritten'), note: z.string() }),
  /** {"type":"OfficialRecorded","b1":135,"b2":20,"category":"near-poor","reason":null,"on":"2026-11-21"} */
  officialSchema.extend({ type: z.literal('OfficialRecorded') }),
  /** {"type":"DeviceCodeGiven"}: the household lost its phone, and got a code to go on from another one. */
  z.object({ type: z.literal('DeviceCodeGiven') }),
  /** {"type":"CheckedAgain"}: the meeting did not agree; what was confirmed is looked at once more. */
  z.object({ type: z.literal('CheckedAgain') }),
  /** {"type":"Signed","on":"2026-11-21"} */
  z.object({ type: z.literal('Signed'), on: z.string() }),
]);
export type ReviewEvent = z.infer<typeof reviewEventSchema>;
