import { isUtf8 } from 'node:buffer';
import { faultsOf, inRecord } from './faults.ts';
import { noListYear, type Reading } from './known-households.ts';
import { type Line, readLines } from './lines.ts';
import { type Read, refused, type Refused } from './problem.ts';
import { recordSchema } from './schema.ts';
import { byteOrderMark, notUtf8 } from './utf8.ts';

const mostBytes = 1024 * 1024;

/** Reads one household per line; a line that cannot be read is refused, and the next one is read. */
export async function* readNdjson(
  file: string,
  chunks: AsyncIterable<Buffer>,
  reading: Reading,
): AsyncGenerator<Read | Refused> {
  for await (const line of readLines(chunks, mostBytes)) {
    const read = readLine(file, line, reading);
    if (read !== null) yield read;
  }
}

/** Null for a blank line. */
function readLine(file: string, { row, bytes }: Line, { year, households }: Reading): Read | Refused | null {
  const refuse = (say: string) => refused(file, row, null, [{ field: null, say }]);
  if (bytes === null) return refuse(`is longer than ${mostBytes} bytes; write one household per line`);
  if (!isUtf8(bytes)) return refuse(notUtf8);
  const text = bytes.toString('utf8');
  const json = row === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text;
  if (json.trim() === '') return null;
  const value = parseJson(json);
  if (value.kind === 'wrong') return refuse(`is not JSON (${value.say}); write one household per line`);
  const parsed = recordSchema.safeParse(value.value);
  if (!parsed.success) return refused(file, row, idIn(value.value), faultsOf(parsed.error).map(inRecord));
  const { id, listYear: own = null, household } = parsed.data;
  const listYear = own ?? year;
  if (listYear === null) return refused(file, row, id, [{ field: 'listYear', say: noListYear }]);
  const known = { id, year: listYear, table: null, tellsYear: own !== null };
  // A line is a household whole: one that was refused before says nothing against it.
  if (households.before(known) === 'read') return refused(file, row, id, [{ field: 'id', say: thereBefore }]);
  households.keep(known, 'read');
  return { kind: 'household', file, row, last: row, rows: 1, id, listYear, household };
}

const thereBefore =
  'was there before, and only the first is read; leave one of them out, or give this one another id or list year';

function idIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : null;
}

type Json =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'wrong'; readonly say: string };

function parseJson(text: string): Json {
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch (error) {
    // The message may quote the line: only its beginning is of use.
    const say = error instanceof Error ? error.message : String(error);
    return { kind: 'wrong', say: say.slice(0, 120) };
  }
}
