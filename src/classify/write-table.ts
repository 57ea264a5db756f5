import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { byteOrderMark } from './utf8.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Rows of a small table, the header first. */
export type Table = readonly (readonly (string | number | null)[])[];

/** Writes a table as a new file, XLSX or CSV by its name. What is there already is left alone, and that is an error. */
export async function writeTable(path: string, table: Table): Promise<void> {
  if (extname(path).toLowerCase() !== '.xlsx') return writeFile(path, csvOf(table), { flag: 'wx' });
  const [first = [], ...rows] = table;
  const header = first.map(String);
  // Excel would drop the zero before a telephone number.
  const look = { header, texts: header.map((_, at) => at) };
  return writeXlsx(createWriteStream(path, { flags: 'wx' }), look, each(rows));
}

/** A table with the mark and the line breaks by which Excel reads it as UTF-8. */
export function csvOf(table: Table): string {
  return byteOrderMark + table.map(csvLine).join('');
}

/** One row of a CSV. */
export function csvLine(cells: Table[number]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/**
 * A text as programs for sheets leave it alone: what begins as a formula does gets an apostrophe before it, which they
 * take for "this is text".
 */
export function harmless(cell: string | number | null): string | number | null {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string | number | null): string {
  const text = String(cell ?? '');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Items, one after the other. */
export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
