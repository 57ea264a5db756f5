import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { FlatCell } from './flat.ts';
import {
  contentTypes,
  rootLinks,
  rowXml,
  type SheetCell,
  sheetEnd,
  type SheetFrame,
  sheetStart,
  styles,
  workbook,
  workbookLinks,
} from './xlsx-parts.ts';

/** What a sheet looks like; `texts` are columns (from 0) that Excel shall keep as they are typed. */
export type SheetLook = { readonly header: readonly string[]; readonly texts?: readonly number[] };

/** A sheet that is written as its rows come. */
export type Sheet = SheetFrame & {
  readonly name: string;
  /** The rows at its top; where the sheet is full, the next one begins with them again. */
  readonly head: readonly (readonly SheetCell[])[];
  readonly rows: AsyncIterable<readonly SheetCell[]>;
  /** Shown before all others, though it may be written after them. */
  readonly leads?: boolean;
};

/** Excel opens no longer sheet. */
const mostRows = 1_048_576;
/** Well under the 4 GiB from which on a ZIP entry needs another form. */
const mostCharacters = 1024 ** 3;
const chunkCharacters = 16 * 1024;
/** Any fixed day: the same rows make the same bytes. */
const madeOn = new Date('2000-01-01T00:00:00Z');

/** Writes rows as an XLSX file of one sheet as they come; when it is full, the next one begins with the header again. */
export async function writeXlsx(
  to: Writable,
  { header, texts = [] }: SheetLook,
  rows: AsyncIterable<readonly FlatCell[]>,
): Promise<void> {
  return writeWorkbook(to, [{ name: 'Sheet1', frozen: 1, texts, head: [header], rows }]);
}

/** Writes sheets as an XLSX file, one after the other, each as its rows come. */
export async function writeWorkbook(to: Writable, sheets: readonly Sheet[]): Promise<void> {
  const zip = new yazl.ZipFile();
  const failed = new AbortController();
  zip.on('error', (error) => failed.abort(error));
  const written: { readonly name: string; readonly file: number; readonly leads: boolean }[] = [];
  const left = [...sheets];
  let open: AsyncIterator<readonly SheetCell[]> | null = null;
  const addNext = (): void => {
    const sheet = left.shift();
    if (sheet === undefined) return finish();
    open = sheet.rows[Symbol.asyncIterator]();
    addSheet(sheet, open, null, 1);
  };
  const addSheet = (
    sheet: Sheet,
    rows: AsyncIterator<readonly SheetCell[]>,
    first: readonly SheetCell[] | null,
    n: number,
  ): void => {
    const file = written.length + 1;
    written.push({ name: n === 1 ? sheet.name : `${sheet.name} (${n})`, file, leads: sheet.leads === true });
    const isOver = (next: readonly SheetCell[] | null) =>
      next === null ? addNext() : addSheet(sheet, rows, next, n + 1);
    const xml = Readable.from(sheetOf(sheet, first, rows, isOver));
    zip.addReadStream(xml, `xl/worksheets/sheet${file}.xml`, { mtime: madeOn, compressionLevel: 3 });
  };
  const finish = (): void => {
    const shown = [...written.filter(({ leads }) => leads), ...written.filter(({ leads }) => !leads)];
    const parts = {
      'xl/workbook.xml': workbook(shown),
      'xl/_rels/workbook.xml.rels': workbookLinks(written.length),
      'xl/styles.xml': styles,
      '_rels/.rels': rootLinks,
      '[Content_Types].xml': contentTypes(written.length),
    };
    for (const [name, text] of Object.entries(parts))
      zip.addBuffer(Buffer.from(text), name, { mtime: madeOn });
    zip.end();
  };
  try {
    addNext();
    await pipeline(zip.outputStream.pipe(new PassThrough()), to, { signal: failed.signal });
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    await closed(open);
  }
}

async function closed(rows: AsyncIterator<unknown> | null): Promise<void> {
  await rows?.return?.();
}

/** One sheet; `isOver` is told the row with which the next one begins, or null when there are no more rows. */
async function* sheetOf(
  sheet: Sheet,
  first: readonly SheetCell[] | null,
  rows: AsyncIterator<readonly SheetCell[]>,
  isOver: (next: readonly SheetCell[] | null) => void,
): AsyncGenerator<string> {
  let xml =
    sheetStart(sheet) + sheet.head.map((cells, at) => rowXml(at + 1, cells, sheet.heights?.[at])).join('');
  let row = sheet.head.length;
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
  yield xml + sheetEnd(sheet);
}
