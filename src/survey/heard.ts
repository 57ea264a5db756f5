import type { Param, Phrase } from '../decision.ts';
import type { Answer } from './answer.ts';
import type { Draft } from './draft.ts';

/** What an input meant to the open question. A refusal is a value, with what would be right. */
export type Heard =
  /** `notes` are said with it: what of the text could not be kept. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly notes?: readonly Phrase[] }
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** A read-back that is not right: the questions it read, one of which is to be changed. */
  | { readonly kind: 'change'; readonly questions: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string; readonly params?: { readonly [name: string]: Param } };

export type Refused = Extract<Heard, { kind: 'refused' }>;

/** A refusal with its reason, a key under `refused.` in locales/. */
export function refused(why: string, params?: { readonly [name: string]: Param }): Refused {
  return params === undefined ? { kind: 'refused', why } : { kind: 'refused', why, params };
}

/** An answer that was understood, with what is to be said of the rest. */
export function answered(answer: Answer, notes: readonly Phrase[] = []): Heard {
  return notes.length === 0 ? { kind: 'answer', answer } : { kind: 'answer', answer, notes };
}
