import type { Phrase } from '../decision.ts';

/** How a cell looks; the writer of the file knows each. */
export type Look =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'label'
  | 'number'
  | 'percent'
  | 'totalLabel'
  | 'totalNumber'
  | 'totalPercent'
  | 'note'
  | 'date';

/** A cell of a sheet: its value, and the formula (without `=`) that gives the same. */
export type PaperCell = {
  readonly value: string | number | null;
  readonly look: Look;
  readonly formula?: string;
};

/** A sheet as plain data: the head stays in sight. */
export type Paper = {
  readonly name: string;
  readonly head: readonly (readonly PaperCell[])[];
  readonly rows: readonly (readonly PaperCell[])[];
  readonly merged: readonly string[];
  readonly widths: readonly number[];
  /** Of the rows of the head, in points. */
  readonly heights: readonly number[];
};

/** Puts our own words into the language of the report; what the law names stays as the law names it. */
export type Words = (phrase: Phrase) => string;
