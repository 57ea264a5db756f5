import { letters } from '../letters.ts';
import type { Cell } from './cell.ts';
import { CellText } from './cell-text.ts';
import { Unreadable } from './problem.ts';
import { type SharedStrings, unescapeExcel } from './shared-strings.ts';
import type { Row } from './table.ts';
import { readXml } from './xml.ts';

/** Far beyond the template; a cell further right is not kept. */
const mostColumns = 256;

/** Reads the rows of a sheet as they come. Cells that are not there are blank. Throws `Unreadable` for what is no sheet. */
export async function* readSheet(
  chunks: AsyncIterable<Buffer>,
  name: string,
  strings: SharedStrings,
): AsyncGenerator<Row> {
  const sheet = new Sheet(strings);
  const reading = readXml(chunks, name, {
    open: (tag, attributes) => sheet.open(tag, attributes),
    text: (part) => sheet.hear(part),
    close: (tag) => sheet.close(tag),
  });
  for await (const _ of reading) yield* sheet.taken();
  if (!sheet.isOne) throw new Unreadable(`is damaged: ${name} is not a sheet`);
}

/** What its tags tell of a cell. */
type Tagged = {
  readonly column: number;
  readonly reference: string;
  readonly type: string;
  hasFormula: boolean;
  hasValue: boolean;
};

/** Puts rows together of what is heard of a sheet. */
class Sheet {
  /** Whether anything heard said that it is a sheet. */
  isOne = false;
  readonly #strings: SharedStrings;
  readonly #text = new CellText();
  readonly #done: Row[] = [];
  #row = 0;
  #cells: Cell[] = [];
  #wrong: string | null = null;
  #column = -1;
  #cell: Tagged | null = null;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  /** The rows that are whole, each once. */
  taken(): readonly Row[] {
    return this.#done.splice(0);
  }

  open(tag: string, { r: reference, t: type }: Readonly<Record<string, string>>): void {
    if (tag === 'worksheet') this.isOne = true;
    else if (tag === 'row') this.#beginRow(reference);
    else if (tag === 'c') this.#beginCell(reference, type);
    else if (this.#cell !== null) {
      if (tag === 'f') this.#cell.hasFormula = true;
      else if (tag === 'v' || tag === 't') this.#cell.hasValue = true;
      this.#text.open(tag);
    }
  }

  hear(part: string): void {
    this.#text.hear(part);
  }

  close(tag: string): void {
    if (tag === 'row') this.#done.push({ row: this.#row, cells: this.#cells, wrong: this.#wrong });
    else if (tag === 'c' && this.#cell !== null) this.#endCell(this.#cell);
    else this.#text.close(tag);
  }

  #beginRow(reference: string | undefined): void {
    this.#row = reference === undefined ? this.#row + 1 : Number(reference);
    this.#cells = [];
    this.#wrong = null;
    this.#column = -1;
  }

  #beginCell(reference: string | undefined, type = 'n'): void {
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    const named = reference ?? `${letters(column)}${this.#row}`;
    this.#column = column;
    this.#cell = { column, reference: named, type, hasFormula: false, hasValue: false };
    this.#text.begin();
  }

  #endCell(tagged: Tagged): void {
    const { text } = this.#text;
    const cell = cellOf(tagged.type, text, this.#strings);
    const say = wrongWith(tagged, text, cell);
    if (say !== null) this.#wrong ??= `has a cell, ${tagged.reference}, that ${say}`;
    else if (cell !== null && cell !== undefined) {
      while (this.#cells.length < tagged.column) this.#cells.push(null);
      this.#cells[tagged.column] = cell;
    }
    this.#cell = null;
  }
}

/** What is wrong with a cell that holds that text, read as `cell`. */
function wrongWith(tagged: Tagged, text: string, cell: Cell | undefined): string | null {
  const { column, hasFormula, hasValue, type } = tagged;
  if (column < 0 || column >= mostColumns)
    return cell === null ? null : `stands beyond column ${mostColumns}; clear it`;
  if (type === 'e') return `holds the error ${text}; mend it, or clear the cell`;
  if (hasFormula && (type === 'str' ? !hasValue : text === ''))
    return 'has a formula without a value; open the file in Excel and save it';
  return cell === undefined ? 'points to no shared text; open the file in Excel and save it again' : null;
}

/** Undefined for a shared text that is not there; an error of a formula is blank. */
function cellOf(type: string, text: string, strings: SharedStrings): Cell | undefined {
  if (type === 'inlineStr' || type === 'str') return unescapeExcel(text);
  if (text === '' || type === 'e') return null;
  if (type === 's') return strings.at(Number(text));
  if (type === 'b') return text === '1' || text === 'true';
  if (type !== 'n') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** `C7` → 2; −1 for what is not a reference. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
