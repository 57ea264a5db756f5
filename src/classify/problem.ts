import type { Household } from '../rules/index.ts';

/** What is wrong with one field and what would be right; `field: null` when it is the whole row. */
export type Fault = { readonly field: string | null; readonly say: string };

/** A row that cannot be read; `row: null` when it is the whole file. Rows count from 1, as an editor or Excel does. */
export type Problem = {
  readonly file: string;
  readonly row: number | null;
  readonly faults: readonly Fault[];
};

/** One household as a file tells it: `row` is its first, `rows` how many it takes. */
export type Read = {
  readonly kind: 'household';
  readonly file: string;
  readonly row: number;
  readonly rows: number;
  readonly id: string;
  readonly listYear: number | null;
  readonly household: Household;
};

/** A household, or a whole file, that is not classified, with each of its bad rows. */
export type Refused = {
  readonly kind: 'refused';
  readonly rows: number;
  readonly problems: readonly Problem[];
};

/** Thrown for a file that cannot be read any further: says what to do, and at which row where that is known. */
export class Unreadable extends Error {
  readonly row: number | null;

  constructor(say: string, row: number | null = null) {
    super(say);
    this.name = 'Unreadable';
    this.row = row;
  }
}

const mostFaults = 5;

/** A problem in one line: `file:row: field: what would be right; …`. */
export function lineOf({ file, row, faults }: Problem): string {
  const place = row === null ? file : `${file}:${row}`;
  const said = faults
    .slice(0, mostFaults)
    .map(({ field, say }) => (field === null ? say : `${field}: ${say}`));
  if (faults.length > mostFaults) said.push(`and ${faults.length - mostFaults} more`);
  return `${place}: ${said.join('; ')}`.replace(/\p{Cc}+/gu, ' ');
}

/** A problem of one row, or of the whole file. */
export function refused(file: string, row: number | null, faults: readonly Fault[], rows = 1): Refused {
  return { kind: 'refused', rows, problems: [{ file, row, faults }] };
}
