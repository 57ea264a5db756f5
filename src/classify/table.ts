import { type Cell, tidy } from './cell.ts';
import { type Group, householdOf, take } from './group.ts';
import { type Placed, readHeader } from './header.ts';
import { IdSet } from './id-set.ts';
import { type Read, refused, type Refused, Unreadable } from './problem.ts';

/** One row of a CSV or a sheet, as it stands there; `wrong` when the row as a whole cannot be read. */
export type Row = { readonly row: number; readonly cells: readonly Cell[]; readonly wrong: string | null };

const brokenOff = 'the file breaks off in this household; mend the file and read it again';
const empty = 'is empty; it must begin with a header row (see --template)';

/** Reads a table of one row per person, the header first, and gives a household as soon as its last row is past. */
export async function* readTable(file: string, rows: AsyncIterable<Row>): AsyncGenerator<Read | Refused> {
  let placed: readonly Placed[] | null = null;
  let group: Group | null = null;
  const seen = new IdSet();
  try {
    for await (const row of rows) {
      if (row.wrong === null && row.cells.every(isBlank)) continue;
      if (placed === null) {
        const header = readHeader(row.cells);
        const say = row.wrong ?? (header.kind === 'wrong' ? header.say : null);
        if (say !== null) yield refused(file, row.row, [{ field: null, say }]);
        if (say !== null || header.kind === 'wrong') return;
        placed = header.placed;
        continue;
      }
      const id = idOf(row, placed);
      if (group === null || (id !== null && id !== group.id)) {
        if (group !== null) yield householdOf(file, group, seen);
        group = { id: id ?? '', first: row.row, rows: 0, placed, household: [], members: [], problems: [] };
      }
      take(file, group, row, id === null);
    }
  } catch (error) {
    if (error instanceof Unreadable && group !== null)
      yield refused(file, group.first, [{ field: null, say: brokenOff }], group.rows);
    throw error;
  }
  if (group !== null) yield householdOf(file, group, seen);
  if (placed === null) yield refused(file, null, [{ field: null, say: empty }], 0);
}

function idOf({ cells }: Row, placed: readonly Placed[]): string | null {
  const at = placed[0]?.at;
  const cell = at === undefined ? null : (cells[at] ?? null);
  return isBlank(cell) ? null : tidy(String(cell));
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
