import type { Household } from '../rules/index.ts';
import { shown } from './schema.ts';

/** What is wrong with one field and what would be right; `field: null` when it is the whole row. */
export type Fault = { readonly field: string | null; readonly say: string };

/** A row that cannot be read; `row: null` when it is the whole file. Rows count from 1, as an editor or Excel does. */
export type Problem = {
  readonly file: string;
  readonly row: number | null;
  readonly faults: readonly Fault[];
};

/** One household as a file tells it: `row` is its first, `last` its last, `rows` how many it takes without blank ones. */
export type Read = {
  readonly kind: 'household';
  readonly file: string;
  readonly row: number;
  readonly last: number;
  readonly rows: number;
  readonly id: string;
  readonly listYear: number;
  readonly household: Household;
};

/** The household that a refusal is about, in which rows; `id: null` where the row does not tell. */
export type Whom = { readonly id: string | null; readonly first: number; readonly last: number };

/** A household, or a whole file (`household: null`), that is not classified, with each of its bad rows. */
export type Refused = {
  readonly kind: 'refused';
  readonly household: Whom | null;
  readonly rows: number;
  readonly problems: readonly Problem[];
  /** The id of a household of which a reading was given that is now known to be incomplete. */
  readonly spoilt: string | null;
};

/** Thrown for a file that cannot be read any further: says what to do. */
export class Unreadable extends Error {
  constructor(say: string) {
    super(say);
    this.name = 'Unreadable';
  }
}

const mostFaults = 5;

/** A refusal, a line for each bad row: `file:row: household "H1", rows 2–3, is refused: field: what would be right; …`. */
export function linesOf({ household, problems }: Refused): readonly string[] {
  return problems.map(({ file, row, faults }) => {
    const place = row === null ? file : `${file}:${row}`;
    const whom = household === null ? '' : refusalOf(household);
    const said = faults
      .slice(0, mostFaults)
      .map(({ field, say }) => (field === null ? say : `${field}: ${say}`));
    if (faults.length > mostFaults) said.push(`and ${faults.length - mostFaults} more`);
    return `${place}: ${whom}${said.join('; ')}`.replace(/\p{Cc}+/gu, ' ');
  });
}

function refusalOf({ id, first, last }: Whom): string {
  if (id === null) return '';
  return `household ${shown(id)}${first === last ? '' : `, rows ${first}–${last},`} is refused: `;
}

/** A row (null for the whole file) with one fault. */
export function problemAt(
  file: string,
  row: number | null,
  say: string,
  field: string | null = null,
): Problem {
  return { file, row, faults: [{ field, say }] };
}

/** A refusal of one household of one row. */
export function refused(file: string, row: number, id: string | null, faults: readonly Fault[]): Refused {
  const household = { id, first: row, last: row };
  return { kind: 'refused', household, rows: 1, problems: [{ file, row, faults }], spoilt: null };
}

/** A refusal of a whole file, or of what is left of it. */
export function refusedFile(file: string, row: number | null, say: string): Refused {
  const problems = [problemAt(file, row, say)];
  return { kind: 'refused', household: null, rows: 0, problems, spoilt: null };
}
