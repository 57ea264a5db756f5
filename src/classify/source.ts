import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { readCsv } from './csv.ts';
import type { Reading } from './known-households.ts';
import { readNdjson } from './ndjson.ts';
import { type Read, type Refused, refusedFile, Unreadable } from './problem.ts';
import { readTable } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** A file to read, or standard input (`path: null`), and what is in it. */
export type Source =
  | { readonly path: string; readonly format: 'ndjson' | 'csv' | 'xlsx' }
  | { readonly path: null; readonly format: 'ndjson' | 'csv' };

/** Reads the households of one source; what cannot be read is refused, and nothing is thrown for it. */
export async function* readSource(
  source: Source,
  stdin: Readable,
  reading: Reading,
): AsyncGenerator<Read | Refused> {
  const file = source.path ?? '-';
  try {
    yield* householdsOf(source, file, stdin, reading);
  } catch (error) {
    if (error instanceof Unreadable) yield refusedFile(file, null, error.message);
    else if (error instanceof Error && isOfFile(error))
      yield refusedFile(file, null, `cannot be read: ${error.message}`);
    else throw error;
  }
}

function householdsOf(
  source: Source,
  file: string,
  stdin: Readable,
  reading: Reading,
): AsyncGenerator<Read | Refused> {
  if (source.format === 'xlsx') return readTable(file, readXlsx(source.path), reading);
  const bytes: AsyncIterable<Buffer> = source.path === null ? stdin : createReadStream(source.path);
  return source.format === 'ndjson'
    ? readNdjson(file, bytes, reading)
    : readTable(file, readCsv(bytes), reading);
}

/** What the system or the unpacking of a file says: `ENOENT`, `EISDIR`, `Z_DATA_ERROR`. */
function isOfFile(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|Z_[A-Z_]+)$/.test(error.code);
}
