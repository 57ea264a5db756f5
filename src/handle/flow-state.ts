import { z } from 'zod';
import { savePerson } from '../store/people.ts';
import { seal, unseal } from '../store/seal.ts';
import type { Reply, Turn } from './turn.ts';

/**
 * What came into something that is told in several messages: it was asked for, a choice of it was pressed (or typed), or
 * a text was typed where it asks for one. `rev` is the step of the household or meeting that the choice answers to.
 */
export type FlowInput =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'press';
      readonly act: string;
      readonly id: number;
      readonly rev: number;
      readonly arg: string;
    }
  | { readonly kind: 'say'; readonly text: string };

/** Something told in several messages: a meeting, a complaint, a list. Its messages are of the kind `flow-<name>`. */
export type Flow = (turn: Turn, input: FlowInput) => Promise<Reply>;

/** Where somebody is in a flow, as it was kept; null where that is something else or past. */
export function kept<T>(turn: Turn, schema: z.ZodType<T>): T | null {
  if (turn.speaker.flow === null) return null;
  const opened = unseal(turn.speaker.flow, z.unknown());
  const read = schema.safeParse(opened);
  return read.success ? read.data : null;
}

/** Keeps where somebody is in a flow, so that a typed text is understood after a restart; null when it is through. */
export async function keep(turn: Turn, step: object | null): Promise<void> {
  await savePerson(turn.q, turn.speaker.id, { flow: step === null ? null : seal(step) });
}
