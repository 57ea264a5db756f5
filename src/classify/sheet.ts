import type { Cell } from './cell.ts';
import { Unreadable } from './problem.ts';
import { type SharedStrings, unescapeExcel } from './shared-strings.ts';
import type { Row } from './table.ts';
import { readXml } from './xml.ts';

const mostCharacters = 32_767;
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
  let type = 'n';
  let text = '';
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
        type = attributes.t ?? 'n';
        text = '';
      } else if (tag === 'rPh') isPhonetic = true;
      else if (tag === 'v' || tag === 't') isText = !isPhonetic;
    },
    text: (part) => {
      if (isText && text.length < mostCharacters) text += part.slice(0, mostCharacters - text.length);
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') isText = false;
      else if (tag === 'rPh') isPhonetic = false;
      else if (tag === 'c') {
        const cell = cellOf(type, text, strings);
        if (cell === undefined)
          wrong = `has a cell that points to no shared text; open the file in Excel and save it again`;
        else if (cell !== null && (column < 0 || column >= mostColumns))
          wrong = `has a cell beyond column ${mostColumns}; clear it`;
        else if (cell !== null) {
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

/** Undefined for a shared text that is not there. What a cell shows of an error (`#N/A`) stays a text. */
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
