import type { Phrase } from '../decision.ts';
import type { Calling, MeetingStep, Writing } from './meeting-step.ts';

/** What somebody did in the midst of a meeting: pressed a choice of the step (`at` is its place), or typed. */
export type Heard =
  | { readonly kind: 'act'; readonly act: string; readonly at: number }
  | { readonly kind: 'say'; readonly text: string };

/** Where that leads: to a question, to what was confirmed, or out of it with nothing changed. */
export type Move =
  | { readonly kind: 'ask'; readonly step: MeetingStep; readonly lead: readonly Phrase[] }
  | {
      readonly kind: 'call';
      readonly on: string;
      readonly time: string;
      readonly place: string;
      readonly step: Calling;
    }
  | { readonly kind: 'write'; readonly step: Writing }
  | { readonly kind: 'leave' };

/** Asks what is open at a step; `lead` is said before it. */
export function ask(step: MeetingStep, ...lead: readonly Phrase[]): Move {
  return { kind: 'ask', step, lead };
}
