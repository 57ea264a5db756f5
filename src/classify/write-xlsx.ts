import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { FlatCell } from './flat.ts';
import {
  contentTypes,
  rootLinks,
  rowXml,
  sheetEnd,
  sheetStart,
  styles,
  workbook,
  workbookLinks,
} from './xlsx-parts.ts';

/** What a sheet looks like; `texts` are columns (from 0) that Excel shall keep as they are typed. */
export type SheetLook = { readonly header: readonly string[]; readonly texts?: readonly number[] };

/** Excel opens no longer sheet. */
const mostRows = 1_048_576;
/** Well under the 4 GiB from which on a ZIP entry needs another form. */
const mostCharacters = 1024 ** 3;
const chunkCharacters = 16 * 1024;
/** Any fixed day: the same rows make the same bytes. */
const madeOn = new Date('2000-01-01T00:00:00Z');

/** Writes rows as an XLSX file as they come; when a sheet is full, the next one begins with the header again. */
export async function writeXlsx(
  to: Writable,
  look: SheetLook,
  rows: AsyncIterable<readonly FlatCell[]>,
): Promise<void> {
  const zip = new yazl.ZipFile();
  const failed = new AbortController();
  zip.on('error', (error) => failed.abort(error));
  const iterator = rows[Symbol.asyncIterator]();
  let sheets = 0;
  const addSheet = (first: readonly FlatCell[] | null): void => {
    sheets += 1;
    const xml = Readable.from(
      sheetOf(look, first, iterator, (next) => (next === null ? finish() : addSheet(next))),
    );
    zip.addReadStream(xml, `xl/worksheets/sheet${sheets}.xml`, { mtime: madeOn, compressionLevel: 3 });
  };
  const finish = (): void => {
    const parts = {
      'xl/workbook.xml': workbook(sheets),
      'xl/_rels/workbook.xml.rels': workbookLinks(sheets),
      'xl/styles.xml': styles,
      '_rels/.rels': rootLinks,
      '[Content_Types].xml': contentTypes(sheets),
    };
    for (const [name, text] of Object.entries(parts))
      zip.addBuffer(Buffer.from(text), name, { mtime: madeOn });
    zip.end();
  };
  try {
    addSheet(null);
    await pipeline(zip.outputStream.pipe(new PassThrough()), to, { signal: failed.signal });
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    await iterator.return?.();
  }
}

/** One sheet; `isOver` is told the row with which the next one begins, or null when there are no more rows. */
async function* sheetOf(
  look: SheetLook,
  first: readonly FlatCell[] | null,
  rows: AsyncIterator<readonly FlatCell[]>,
  isOver: (next: readonly FlatCell[] | null) => void,
): AsyncGenerator<string> {
  let xml = sheetStart(look.texts ?? []) + rowXml(1, look.header);
  let row = 1;
  let written = 0;
  let next = first;
  for (;;) {
    if (next === null) {
      const read = await rows.next();
      if (read.done === true) break;
      next = read.value;
    }
    if (row === mostRows || written > mostCharacters) break;
    row += 1;
    xml += rowXml(row, next);
    next = null;
    if (xml.length < chunkCharacters) continue;
    written += xml.length;
    yield xml;
    xml = '';
  }
  isOver(next);
  yield xml + sheetEnd;
}
