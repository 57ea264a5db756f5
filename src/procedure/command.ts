import { z } from 'zod';
import { officialClasses } from '../review/official.ts';

const category = z.enum(officialClasses);

/**
 * What can be done to a household under review. What people decide, people enter: classes, votes, opinions and decisions
 * come in with the command and are never made here. Stored with its step, so shapes are only ever added to.
 */
export const commandSchema = z.discriminatedUnion('kind', [
  /** {"kind":"interview","helper":null}: the household's answers came in, or came in again. */
  z.object({ kind: z.literal('interview'), helper: z.number().int().nullable() }),
  z.object({ kind: z.literal('return') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('verify') }),
  /** {"kind":"summon","meeting":3,"on":"2026-11-20","time":"19:30","place":"nhà văn hóa","category":"poor"}: on the agenda, with the class on its paper form. */
  z.object({
    kind: z.literal('summon'),
    meeting: z.number().int(),
    on: z.iso.date(),
    time: z.string().exactOptional(),
    place: z.string().exactOptional(),
    category: category.nullable(),
  }),
  /** {"kind":"vote","meeting":3,"present":20,"inFavour":15,"agreed":null}: `agreed` only where the law names no share. */
  z.object({
    kind: z.literal('vote'),
    meeting: z.number().int(),
    present: z.number().int(),
    inFavour: z.number().int(),
    agreed: z.boolean().nullable(),
  }),
  /** {"kind":"post","posting":4} */
  z.object({ kind: z.literal('post'), posting: z.number().int() }),
  z.object({ kind: z.literal('complain'), complaint: z.number().int() }),
  z.object({ kind: z.literal('assign'), rechecker: z.number().int() }),
  /** The post of whoever was asked to check once more has ended: somebody else is to be asked. */
  z.object({ kind: z.literal('unassign') }),
  /** {"kind":"recheck","category":"near-poor","reason":"…"} */
  z.object({ kind: z.literal('recheck'), category, reason: z.string() }),
  /** {"kind":"submit","list":5}: with its list to whoever gives the opinion, or to the chairman where none is asked. */
  z.object({ kind: z.literal('submit'), list: z.number().int() }),
  z.object({ kind: z.literal('advise'), agrees: z.boolean(), note: z.string() }),
  /** {"kind":"recognise","category":"poor","decision":"12/QĐ-UBND","on":"2026-12-10"} */
  z.object({
    kind: z.literal('recognise'),
    category,
    decision: z.string(),
    on: z.iso.date(),
  }),
  z.object({ kind: z.literal('decline'), reasons: z.string(), decision: z.string(), on: z.iso.date() }),
  z.object({ kind: z.literal('certify'), certificate: z.string() }),
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('remove'), reason: z.string() }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];
export const commandKinds: readonly CommandKind[] = commandSchema.options.map(
  ({ shape }) => shape.kind.value,
);
