import type { Cause } from './cause.ts';
import type { OfficialClass } from './official.ts';

/** What a head may do with a case that was sent. Answers and readings are made by the caller and opaque here. */
export type ReviewCommand =
  /** Confirm the answers named, or all that are still open. */
  | { readonly kind: 'confirm'; readonly questions: readonly string[] | 'open' }
  | {
      readonly kind: 'correct';
      readonly question: string;
      readonly answer: unknown;
      readonly reason: string;
      readonly reading: unknown;
    }
  | { readonly kind: 'mark-return'; readonly question: string; readonly comment: string }
  | { readonly kind: 'send-back' }
  | { readonly kind: 'record-causes'; readonly causes: readonly Cause[] }
  | { readonly kind: 'write-note'; readonly note: string }
  /** What the official form says. `differs`: its class is none of those that the reading leaves open. */
  | {
      readonly kind: 'record-official';
      readonly b1: number | null;
      readonly b2: number | null;
      readonly category: OfficialClass | null;
      readonly reason: string | null;
      readonly differs: boolean;
    }
  | { readonly kind: 'sign' };
