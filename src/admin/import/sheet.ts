import { z } from 'zod';
import { fold } from '../../input/fold.ts';
import { AdminError } from '../error.ts';
import { type Fault, shown } from './fault.ts';

/** The rows of a file, read where the operator is; blank ones are left out. */
export const fileSchema = z.array(
  z.object({ row: z.number(), cells: z.array(z.string()), wrong: z.string().nullable() }),
  { error: 'give the table as CSV or XLSX' },
);
type FileRow = z.infer<typeof fileSchema>[number];

/** A column of a table that is imported: how the template calls it, and by which other names it is known. */
export type Column = {
  readonly key: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly optional: boolean;
};

/** A checked row, and where it stands in the file. */
export type Line<T> = { readonly row: number; readonly value: T };

/** The rows of a file as far as they are right, and what is wrong with the others. */
export type Sheet<T> = {
  readonly lines: readonly Line<T>[];
  readonly faults: readonly Fault[];
  /** How the file calls each column. */
  readonly titles: Readonly<Record<string, string>>;
  /** Columns of the file that say nothing to us. */
  readonly ignored: readonly string[];
};

/** Finds the columns by their names, in any order, and checks each cell. Throws `AdminError` when there is no header. */
export function readSheet<T>(
  rows: readonly FileRow[],
  columns: readonly Column[],
  schema: z.ZodType<T>,
): Sheet<T> {
  // Lists often begin with lines of headings.
  const header = rows.find((row) => placesOf(row, columns).size > 1) ?? rows[0];
  if (header === undefined) throw new AdminError('The file is empty. It must begin with a row of titles.');
  const places = placesOf(header, columns);
  const wrong = headerFault(header, columns, places);
  if (wrong !== null) throw new AdminError(`Row ${header.row} ${wrong}. See: template`);
  const titles = Object.fromEntries([...places].map(([key, at]) => [key, header.cells[at] ?? '']));
  const lines: Line<T>[] = [];
  const faults: Fault[] = [];
  for (const row of rows.slice(rows.indexOf(header) + 1)) {
    const cells = Object.fromEntries(columns.map(({ key }) => [key, cellAt(row, places.get(key))]));
    const read = schema.safeParse(cells);
    if (row.wrong !== null) faults.push({ row: row.row, title: null, say: row.wrong });
    else if (read.success) lines.push({ row: row.row, value: read.data });
    else
      for (const { message, path } of read.error.issues) {
        const key = String(path[0]);
        const title = titles[key] ?? key;
        faults.push({ row: row.row, title, say: `${shown(cells[key] ?? '')} ${message}` });
      }
  }
  const ignored = header.cells.filter((title, at) => title !== '' && ![...places.values()].includes(at));
  return { lines, faults, titles, ignored };
}

/** Where each column stands; the first of two that have the same name. */
function placesOf(row: FileRow, columns: readonly Column[]): ReadonlyMap<string, number> {
  return new Map(
    columns.flatMap((column) => {
      const at = row.cells.findIndex((title) => isTitleOf(column, title));
      return at < 0 ? [] : [[column.key, at] as const];
    }),
  );
}

function isTitleOf({ also, key, name }: Column, title: string): boolean {
  return [key, name, ...also].some((known) => fold(known) === fold(title));
}

function headerFault(
  { cells }: FileRow,
  columns: readonly Column[],
  places: ReadonlyMap<string, number>,
): string | null {
  const called = ({ key, name }: Column) => `"${name}" (${key})`;
  const lacking = columns.filter(({ key, optional }) => !optional && !places.has(key));
  if (lacking.length > 0) {
    const others = cells.filter((title) => !columns.some((column) => isTitleOf(column, title)));
    const unknown = others.length > 0 ? `; not known are ${others.map(shown).join(', ')}` : '';
    return `has no title ${lacking.map(called).join(', ')}${unknown}`;
  }
  const twice = columns.filter(
    (column) => cells.filter((title) => title !== '' && isTitleOf(column, title)).length > 1,
  );
  return twice.length > 0 ? `has two columns for ${twice.map(called).join(', ')}; keep one of them` : null;
}

/** Signs that cannot be seen vanish, so that what looks the same is the same. */
function cellAt({ cells }: FileRow, at: number | undefined): string {
  const text = at === undefined ? '' : (cells[at] ?? '');
  return text
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
