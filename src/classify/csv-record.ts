/** One record of a CSV: its cells without their quotes, where the next one begins, and what is wrong with it. */
export type CsvRecord = {
  readonly cells: readonly string[];
  readonly next: number;
  readonly wrong: string | null;
};

const unclosed = 'opens a quote that is not closed; close it, or write a quote inside a quoted cell twice';
const afterQuote = 'goes on after a closing quote; write a quote inside a quoted cell twice';

/**
 * The record that begins at `at`, by RFC 4180: cells in quotes may hold separators, line breaks and doubled quotes.
 * Null when the text ends before the record does, unless it is the last text: then the record ends there. A record
 * whose quote is never closed ends with its line, so that the lines after it are read, and has its first cell alone.
 */
export function recordAt(text: string, at: number, delimiter: string, isLast: boolean): CsvRecord | null {
  const cells: string[] = [];
  let wrong: string | null = null;
  let from = at;
  let lineEnd = endOfLine(text, at);
  for (;;) {
    if (text.startsWith('"', from)) {
      const close = closingQuote(text, from, isLast);
      if (close === null && !isLast) return null;
      if (close === null) return brokenOff(text, at, delimiter, cells[0]);
      cells.push(text.slice(from + 1, close).replaceAll('""', '"'));
      from = close + 1;
      if (lineEnd < from) lineEnd = endOfLine(text, from);
      if (lineEnd === text.length && !isLast) return null;
      if (text.startsWith(delimiter, from)) {
        from += 1;
        continue;
      }
      if (text.slice(from, lineEnd).trim() === '') return { cells, next: afterLine(text, lineEnd), wrong };
      // It was closed by the next quote that happened to come, lines later.
      if (endOfLine(text, at) < close) {
        return brokenOff(text, at, delimiter, cells.length > 1 ? cells[0] : undefined);
      }
      wrong = afterQuote;
    }
    if (lineEnd === text.length && !isLast) return null;
    const end = text.indexOf(delimiter, from);
    if (end < 0 || end >= lineEnd) {
      const cell = text.slice(from, lineEnd);
      cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      return { cells, next: afterLine(text, lineEnd), wrong };
    }
    cells.push(text.slice(from, end));
    from = end + 1;
  }
}

/** What can be told of a record whose quote is not closed: its first cell, as far as it stands on the first line. */
function brokenOff(text: string, at: number, delimiter: string, read: string | undefined): CsvRecord {
  const lineEnd = endOfLine(text, at);
  const [first = ''] = text.slice(at, lineEnd).split(delimiter, 1);
  const cells = [read ?? first.trim().replace(/^"|"$/g, '')];
  return { cells, next: afterLine(text, lineEnd), wrong: unclosed };
}

/** Where the closing quote stands; null when it is not there, or when the text ends before that is sure. */
function closingQuote(text: string, open: number, isLast: boolean): number | null {
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || (quote + 1 === text.length && !isLast)) return null;
    if (!text.startsWith('"', quote + 1)) return quote;
    from = quote + 2;
  }
}

/** Where the line break is, or the end of the text. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function afterLine(text: string, lineEnd: number): number {
  return Math.min(lineEnd + 1, text.length);
}
