import { z } from 'zod';
import { causes } from './cause.ts';
import type { ReviewEvent } from './event.ts';
import { officialSchema } from './official.ts';

const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed') }),
  z.object({ kind: z.literal('corrected'), answer: z.unknown(), reason: z.string() }),
  z.object({ kind: z.literal('returning'), comment: z.string() }),
]);
export type Mark = z.infer<typeof markSchema>;

/**
 * One reading of the answers and whose answers they were, `rescore` being the same answers by other data of the law, and
 * `moved` in another ward; kept beside the others, never replaced.
 */
const keptReadingSchema = z.object({
  by: z.enum(['household', 'head', 'rescore', 'moved']),
  on: z.string(),
  reading: z.unknown(),
});

/** The head's side of a case as it stands. */
export const reviewSchema = z.object({
  /** Rises with each event, so that old buttons are known. */
  revision: z.number().int(),
  marks: z.record(z.string(), markSchema),
  readings: z.array(keptReadingSchema),
  /** What the household changed when it sent last. */
  changed: z.array(z.string()),
  causes: z.array(z.enum(causes)),
  /** Null until written; the empty string when the head has nothing to note. */
  note: z.string().nullable(),
  /** What the official form says; null until somebody enters it. */
  official: officialSchema.nullable().default(null),
  signedOn: z.string().nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

/** The head's side before anything was sent. */
export const newReview: Review = {
  revision: 0,
  marks: {},
  readings: [],
  changed: [],
  causes: [],
  note: null,
  official: null,
  signedOn: null,
};

/** The review after an event. */
export function evolve(review: Review, event: ReviewEvent): Review {
  const next = { ...review, revision: review.revision + 1 };
  switch (event.type) {
    case 'CaseReceived':
      return {
        ...next,
        marks: without(review.marks, event.changed),
        readings: [...review.readings, { by: 'household', on: event.on, reading: event.reading }],
        changed: event.changed,
      };
    case 'AnswersConfirmed':
      return { ...next, marks: { ...review.marks, ...markAll(uncorrected(review, event.questions)) } };
    case 'AnswerCorrected':
      return {
        ...next,
        marks: {
          ...review.marks,
          [event.question]: { kind: 'corrected', answer: event.answer, reason: event.reason },
        },
        readings: [...review.readings, { by: 'head', on: event.on, reading: event.reading }],
      };
    case 'ReturnMarked':
      return {
        ...next,
        marks: { ...review.marks, [event.question]: { kind: 'returning', comment: event.comment } },
      };
    case 'ReadAgain':
      return {
        ...next,
        readings: [...review.readings, { by: event.why ?? 'head', on: event.on, reading: event.reading }],
      };
    case 'SentBack':
      return { ...next, marks: without(review.marks, event.questions) };
    case 'CausesRecorded':
      return { ...next, causes: event.causes };
    case 'NoteWritten':
      return { ...next, note: event.note };
    case 'OfficialRecorded': {
      const { b1, b2, category, reason, on } = event;
      return { ...next, official: { b1, b2, category, reason, on } };
    }
    case 'DeviceCodeGiven':
      return review;
    case 'CheckedAgain':
      return { ...next, signedOn: null, marks: corrected(review.marks) };
    case 'Signed':
      return { ...next, signedOn: event.on };
    default:
      return event satisfies never;
  }
}

function markAll(questions: readonly string[]): Record<string, Mark> {
  return Object.fromEntries(questions.map((question) => [question, { kind: 'confirmed' }]));
}

/** A correction is confirmed by having been made: it stands. */
function uncorrected(review: Review, questions: readonly string[]): readonly string[] {
  return questions.filter((question) => review.marks[question]?.kind !== 'corrected');
}

function corrected(marks: Readonly<Record<string, Mark>>): Record<string, Mark> {
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark.kind === 'corrected'));
}

function without(marks: Readonly<Record<string, Mark>>, questions: readonly string[]): Record<string, Mark> {
  return Object.fromEntries(Object.entries(marks).filter(([question]) => !questions.includes(question)));
}
