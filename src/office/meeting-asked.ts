import type { Phrase, Pick } from '../decision.ts';
import { flowPick } from '../talk/told-step.ts';
import type { MeetingStep } from './meeting-step.ts';

/** What a step asks, without the ways out of it. */
export type Asked = {
  readonly parts: readonly Phrase[];
  readonly options: readonly Pick[];
  readonly actions: readonly Pick[];
};

/** A choice of the step, bound to the meeting and to its place in the step. */
export function ofStep({ n, zone }: MeetingStep, act: string, at: number, phrase?: Phrase): Pick {
  return flowPick('meeting', act, zone, n, String(at), phrase);
}
