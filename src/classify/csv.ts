import { StringDecoder } from 'node:string_decoder';
import { isBlank } from './cell.ts';
import { type CsvRecord, recordAt } from './csv-record.ts';
import type { Row } from './table.ts';
import { byteOrderMark, notUtf8, replacement } from './utf8.ts';

const mostCharacters = 1024 * 1024;

/**
 * Reads a CSV row by row, separated by commas, semicolons or tabs as its first line is. Never keeps more than one row
 * and one chunk; a row that cannot be read says so, and reading goes on with the next line.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const decoder = new StringDecoder('utf8');
  const cutter = new Cutter();
  for await (const chunk of chunks) yield* cutter.cut(decoder.write(chunk), false);
  yield* cutter.cut(decoder.end(), true);
}

/** Cuts the text of a CSV into rows; what is not yet a whole row waits for the next chunk. */
class Cutter {
  #waiting = '';
  #row = 1;
  #width: number | null = null;
  #delimiter: string | null = null;
  #isAtStart = true;

  *cut(chunk: string, isLast: boolean): Generator<Row> {
    let text = this.#waiting + chunk;
    if (this.#isAtStart && text !== '') {
      if (text.startsWith(byteOrderMark)) text = text.slice(1);
      this.#isAtStart = false;
    }
    const delimiter = this.#delimiterIn(text, isLast);
    const isUtf8 = !text.includes(replacement);
    let at = 0;
    while (delimiter !== null && at < text.length) {
      const isLong = text.length - at > mostCharacters;
      const record = recordAt(text, at, delimiter, isLast || isLong);
      if (record === null) break;
      yield this.#rowOf(record, isUtf8 || !text.slice(at, record.next).includes(replacement));
      this.#row += linesIn(text, at, record.next);
      at = record.next;
    }
    this.#waiting = text.slice(at);
  }

  /** The first line that is not blank tells; a Vietnamese Excel writes semicolons. */
  #delimiterIn(text: string, isLast: boolean): string | null {
    if (this.#delimiter !== null) return this.#delimiter;
    const line = /\S[^\n]*\n?/.exec(text)?.[0] ?? '';
    if (line.endsWith('\n') || isLast || text.length > mostCharacters)
      this.#delimiter = [',', ';', '\t'].find((each) => line.includes(each)) ?? ',';
    return this.#delimiter;
  }

  #rowOf({ cells, wrong }: CsvRecord, isUtf8: boolean): Row {
    if (wrong !== null || cells.some((cell) => !isBlank(cell))) this.#width ??= cells.length;
    // Spreadsheet programs leave the last blank cells of a row out, or add some.
    const isTooLong = !cells.slice(this.#width ?? 0).every(isBlank);
    const long = isTooLong ? tooLong(cells.length, this.#width ?? 0) : null;
    return { row: this.#row, cells, wrong: isUtf8 ? (wrong ?? long) : notUtf8 };
  }
}

function tooLong(cells: number, width: number): string {
  return `has ${cells} cells where the header has ${width}; write one for each column, and in quotes what holds the separator`;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
