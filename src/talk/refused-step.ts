import { type Phrase, say } from '../decision.ts';
import type { Refusal } from '../procedure/decide.ts';

/** Why a command in the procedure was not taken, in words. */
export function refusedStep(why: Refusal): Phrase {
  return say(`step.refused.${why}`);
}
