import { z } from 'zod';
import { say } from '../decision.ts';
import type { Shown } from '../store/outbox.ts';
import { savePerson } from '../store/people.ts';
import { seal, unseal } from '../store/seal.ts';
import { deadEnd } from '../survey/person.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

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

/** The register: one line each. */
const flows: Readonly<Record<string, Flow>> = {};

const mark = 'flow-';

/** Goes into a flow, or on in it; a choice of one that is not there is told kindly. */
export async function enter(turn: Turn, name: string, input: FlowInput): Promise<Reply> {
  const flow = Object.hasOwn(flows, name) ? flows[name] : undefined;
  return flow === undefined ? toSelf(deadEnd('unreadable', say('talk.unreadable.other'))) : flow(turn, input);
}

/** The flow that asked last on this screen, for which a typed text is; or null. */
export function flowOf(turn: Turn, shown: Shown | null): string | null {
  if (shown?.kind.startsWith(mark) !== true || turn.speaker.flow === null) return null;
  return shown.kind.slice(mark.length);
}

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
