import { type Cell, isBlank, textOf } from './cell.ts';
import { type Group, householdOf, take } from './group.ts';
import { type Placed, readHeader } from './header.ts';
import type { Reading } from './known-households.ts';
import { type Problem, problemAt, type Read, type Refused, refusedFile, Unreadable } from './problem.ts';

/** One row of a CSV or a sheet, as it stands there; `wrong` when the row as a whole cannot be read. */
export type Row = { readonly row: number; readonly cells: readonly Cell[]; readonly wrong: string | null };

const brokenOff = 'the file breaks off in this household; mend the file and read it again';
const empty = 'is empty; it must begin with a header row (see --template)';

/** Reads a table of one row per person, the header first, and gives a household as soon as its last row is past. */
export async function* readTable(
  file: string,
  rows: AsyncIterable<Row>,
  reading: Reading,
): AsyncGenerator<Read | Refused> {
  let placed: readonly Placed[] | null = null;
  let group: Group | null = null;
  /** A row before the next household that nobody can tell the household of. */
  let stray: number | null = null;
  try {
    for await (const row of rows) {
      if (row.wrong === null && row.cells.every(isBlank)) continue;
      if (placed === null) {
        const header = readHeader(row.cells);
        const say = row.wrong ?? (header.kind === 'wrong' ? header.say : null);
        if (say !== null) yield refusedFile(file, row.row, say);
        if (say !== null || header.kind === 'wrong') return;
        placed = header.placed;
        continue;
      }
      const id = idOf(row, placed);
      if (group === null || (id !== null && id !== group.id)) {
        if (group !== null) yield householdOf(file, group, reading);
        group = begun(id ?? '', row.row, placed, stray === null ? [] : [mayBelong(file, row.row, stray)]);
        stray = null;
      }
      if (id === null && row.wrong !== null) stray = row.row;
      else if (id !== null) stray = null;
      take(file, group, row, id === null);
    }
  } catch (error) {
    if (error instanceof Unreadable && group !== null) {
      group.problems.push(problemAt(file, group.first, brokenOff));
      yield householdOf(file, group, reading);
    }
    throw error;
  }
  if (group !== null) yield householdOf(file, group, reading);
  if (placed === null) yield refusedFile(file, null, empty);
}

function begun(id: string, row: number, placed: readonly Placed[], problems: Problem[]): Group {
  return { id, first: row, last: row, rows: 0, placed, household: null, members: [], problems };
}

/** Without the stray row the household might be taken for a smaller one. */
function mayBelong(file: string, row: number, stray: number): Problem {
  return problemAt(
    file,
    row,
    `row ${stray} before it cannot be read and shows no id, so it may belong here; mend that row`,
  );
}

function idOf({ cells }: Row, placed: readonly Placed[]): string | null {
  const at = placed[0]?.at;
  const id = at === undefined ? '' : textOf(cells[at] ?? null);
  return id === '' ? null : id;
}
