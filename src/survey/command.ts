import type { Place } from './context.ts';

/** What a household may ask of its interview. */
export type InterviewCommand =
  /** Begin, or go on where it stopped; a zone link brings its place along. */
  | { readonly kind: 'resume'; readonly place: Place | null }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'press'; readonly question: string; readonly revision: number; readonly value: string }
  | { readonly kind: 'act'; readonly question: string; readonly revision: number; readonly act: string }
  /** Open one earlier question again; without a question: show the answers to choose from. */
  | { readonly kind: 'edit'; readonly question: string | null }
  | { readonly kind: 'back' }
  | { readonly kind: 'send' }
  | { readonly kind: 'withdraw'; readonly sure: boolean };
