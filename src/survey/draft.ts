import { z } from 'zod';
import { answerSchema } from './answer.ts';

/** What is half said: it is kept, so that nothing is asked twice after a restart. */
export const draftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticks'), picked: z.array(z.string()) }),
  /** All of them, which may be that all lack it or that all have it. */
  z.object({ kind: z.literal('everybody') }),
  /** An amount whose period is still to be told. */
  z.object({
    kind: z.literal('money'),
    amount: z.number().int(),
    period: z.enum(['', 'day', 'week', 'season']),
  }),
  /** A bare number that may be an age or a year of birth. */
  z.object({ kind: z.literal('birth'), member: z.string(), age: z.number().int(), year: z.number().int() }),
  /** An answer that was read out of other words, and is said again before it counts. */
  z.object({ kind: z.literal('meant'), answer: answerSchema }),
  z.object({ kind: z.literal('places'), zones: z.array(z.number().int()) }),
]);
export type Draft = z.infer<typeof draftSchema>;
