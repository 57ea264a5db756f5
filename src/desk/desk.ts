import { z } from 'zod';
import { causes } from '../review/cause.ts';
import { officialClasses } from '../review/official.ts';
import { answerSchema } from '../survey/answer.ts';
import { draftSchema } from '../survey/draft.ts';

const points = z.number().int().nullable();

const stepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card') }),
  z.object({ kind: z.literal('brief') }),
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('one'), question: z.string() }),
  /** The right value is being told; `partial` is what is told of it so far. */
  z.object({
    kind: z.literal('value'),
    question: z.string(),
    partial: answerSchema.nullable(),
    draft: draftSchema.nullable(),
  }),
  z.object({ kind: z.literal('reason'), question: z.string(), answer: answerSchema }),
  z.object({ kind: z.literal('comment'), question: z.string() }),
  z.object({ kind: z.literal('causes'), picked: z.array(z.enum(causes)) }),
  z.object({ kind: z.literal('note') }),
  /** The official form is being entered, field by field; it is kept when the last one is told. */
  z.object({ kind: z.literal('paper-b1') }),
  z.object({ kind: z.literal('paper-b2'), b1: points }),
  z.object({ kind: z.literal('paper-class'), b1: points, b2: points }),
  z.object({ kind: z.literal('paper-reason'), b1: points, b2: points, category: z.enum(officialClasses) }),
  z.object({ kind: z.literal('sign') }),
  /** Is the head really kin of the household? */
  z.object({ kind: z.literal('kin') }),
  /** Another household that may be the same one, side by side with this. */
  z.object({ kind: z.literal('match'), match: z.number().int() }),
]);
export type Step = z.infer<typeof stepSchema>;

/** What a head has open on the desk: one case, and where in it. Kept, so that a typed answer is understood after a restart. */
export const deskSchema = z.object({ case: z.number().int(), step: stepSchema });
export type Desk = z.infer<typeof deskSchema>;
