import type { Cell } from './cell.ts';
import { Unreadable } from './problem.ts';
import { type SharedStrings, unescapeExcel } from './shared-strings.ts';
import type { Row } from './table.ts';
import { letters, mostCharacters } from './xlsx-parts.ts';
import { readXml } from './xml.ts';

/** Far beyond the template; a cell further right is not kept. */
const mostColumns = 256;

/** Reads the rows of a sheet as they come. Cells that are not there are blank. Throws `Unreadable` for what is no sheet. */
export async function* readSheet(
  chunks: AsyncIterable<Buffer>,
  name: string,
  strings: SharedStrings,
): AsyncGenerator<Row> {
  const done: Row[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let wrong: string | null = null;
  let column = -1;
  let reference = '';
  let type = 'n';
  let text = '';
  let hasFormula = false;
  let hasValue = false;
  let isText = false;
  let isPhonetic = false;
  const seen = { sheet: false };
  const reading = readXml(chunks, name, {
    open: (tag, attributes) => {
      if (tag === 'worksheet') seen.sheet = true;
      else if (tag === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        cells = [];
        wrong = null;
        column = -1;
      } else if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        reference = attributes.r ?? `${letters(column)}${row}`;
        type = attributes.t ?? 'n';
        text = '';
        hasFormula = false;
        hasValue = false;
      } else if (tag === 'f') hasFormula = true;
      else if (tag === 'rPh') isPhonetic = true;
      else if (tag === 'v' || tag === 't') {
        isText = !isPhonetic;
        hasValue = true;
      }
    },
    text: (part) => {
      if (isText && text.length < mostCharacters) text += part.slice(0, mostCharacters - text.length);
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') isText = false;
      else if (tag === 'rPh') isPhonetic = false;
      else if (tag === 'c') {
        const cell = type === 'e' ? null : cellOf(type, text, strings);
        const isUncounted = hasFormula && (type === 'str' ? !hasValue : text === '');
        const say =
          column >= 0 && column < mostColumns
            ? wrongWith(type, text, cell, isUncounted)
            : cell === null
              ? null
              : `stands beyond column ${mostColumns}; clear it`;
        if (say !== null) wrong ??= `has a cell, ${reference}, that ${say}`;
        else if (cell !== null && cell !== undefined) {
          while (cells.length < column) cells.push(null);
          cells[column] = cell;
        }
      } else if (tag === 'row') done.push({ row, cells, wrong });
    },
  });
  for (;;) {
    const { done: isOver } = await reading.next();
    yield* done.splice(0);
    if (isOver === true) break;
  }
  if (!seen.sheet) throw new Unreadable(`is damaged: ${name} is not a sheet`);
}

/** What is wrong with a cell; `isUncounted`: it has a formula and nothing that it gives. */
function wrongWith(type: string, text: string, cell: Cell | undefined, isUncounted: boolean): string | null {
  if (type === 'e') return `holds the error ${text}; mend it, or clear the cell`;
  if (isUncounted) return 'has a formula without a value; open the file in Excel and save it';
  return cell === undefined ? 'points to no shared text; open the file in Excel and save it again' : null;
}

/** Undefined for a shared text that is not there. */
function cellOf(type: string, text: string, strings: SharedStrings): Cell | undefined {
  if (type === 'inlineStr' || type === 'str') return unescapeExcel(text);
  if (text === '') return null;
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
