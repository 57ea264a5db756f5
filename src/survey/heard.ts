import type { Param } from '../decision.ts';
import type { Answer } from './answer.ts';
import type { Draft } from './draft.ts';

/** What an input meant to the open question. A refusal is a value, with what would be right. */
export type Heard =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** A read-back that is not right: the question to change, or null to choose one. */
  | { readonly kind: 'change'; readonly question: string | null }
  | { readonly kind: 'refused'; readonly why: string; readonly params?: { readonly [name: string]: Param } };

/** A refusal with its reason, a key under `refused.` in locales/. */
export function refused(why: string, params?: { readonly [name: string]: Param }): Heard {
  return params === undefined ? { kind: 'refused', why } : { kind: 'refused', why, params };
}

/** An answer that was understood. */
export function answered(answer: Answer): Heard {
  return { kind: 'answer', answer };
}
