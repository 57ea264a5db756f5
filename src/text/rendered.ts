import type { Language } from './language.ts';

/** A choice that a person can press, or type as its number or its words. */
export type Choice = {
  readonly label: string;
  /** What comes back when it is pressed; at most 64 bytes in UTF-8 (Telegram's limit). */
  readonly data: string;
  /** Marked in a tick list. */
  readonly picked?: boolean;
};

/** A chart of bars in the reader's words. */
export type RenderedChart = {
  /** The parts stand beside each other instead of making up one bar. */
  readonly as?: 'beside';
  readonly title: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
};

/** What is read aloud, and in which language. */
export type Speech = { readonly text: string; readonly language: Language };

/** The drawings of the options, in their order. */
export type RenderedPicture = {
  /** The page of all of them in the reader's language: `latrine.vi`. */
  readonly sheet: string;
  readonly alt: string;
  readonly drawings: readonly string[];
  /** It stands above already. */
  readonly again: boolean;
};

/** A message as people see it, without any channel's shape. Plain text, no markup. */
export type Rendered = {
  readonly text: string;
  /** The answers, in order; a channel without buttons numbers them from 1. */
  readonly options: readonly Choice[];
  /** What else can be done (back, why, I don't know, …); typed in words, never by number. */
  readonly actions: readonly Choice[];
  /** For channels that show pictures; the text says the same. */
  readonly chart?: RenderedChart;
  readonly picture?: RenderedPicture;
  readonly speech?: Speech;
};
