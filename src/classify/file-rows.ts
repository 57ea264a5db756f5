import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { textOf } from './cell.ts';
import { readCsv } from './csv.ts';
import { Unreadable } from './problem.ts';
import type { Row } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** A row of any table, all text, as it stands there; `wrong` when the row as a whole cannot be read. */
export type FileRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly wrong: string | null;
};

/** A file that is no table; the message says what would be right. */
export class NoTable extends Error {}

/** More than any ward has households. */
const mostRows = 20_000;

/** Reads all rows of a CSV or XLSX but the blank ones; whoever knows the columns checks them. Throws `NoTable`. */
export async function readFileRows(path: string): Promise<readonly FileRow[]> {
  const found: FileRow[] = [];
  try {
    for await (const row of rowsOf(path)) {
      const cells = row.cells.map(textOf);
      const width = cells.findLastIndex((cell) => cell !== '') + 1;
      if (width === 0 && row.wrong === null) continue;
      found.push({ row: row.row, cells: cells.slice(0, width), wrong: row.wrong });
      if (found.length > mostRows)
        throw new NoTable(`${path} has more than ${mostRows} rows; divide it into several files.`);
    }
  } catch (error) {
    throw error instanceof Unreadable ? new NoTable(`${path} ${error.message}.`) : error;
  }
  return found;
}

/** The rows of a file as they come; by its name it is a workbook or a CSV. */
export function rowsOf(path: string): AsyncIterable<Row> {
  return extname(path).toLowerCase() === '.xlsx' ? readXlsx(path) : readCsv(createReadStream(path));
}
