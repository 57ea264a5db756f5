import { type Cell, textOf } from './cell.ts';
import { type Column, columns, titleOf } from './columns.ts';

/** A column where a file has it: `title` is how that file calls it. */
export type Placed = { readonly column: Column; readonly at: number; readonly title: string };

/** The columns of a file, or what is wrong with its first row. */
export type Header =
  | { readonly kind: 'columns'; readonly placed: readonly Placed[]; readonly width: number }
  | { readonly kind: 'wrong'; readonly say: string };

const byName: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => [
    [nameOf(column.key), column],
    [nameOf(column.name), column],
  ]),
);

/** Finds the columns by their key or their Vietnamese name, in any order but with the household's id first. */
export function readHeader(cells: readonly Cell[]): Header {
  const titles = cells.map(textOf);
  const width = titles.findLastIndex((title) => title !== '') + 1;
  const placed: Placed[] = [];
  const unknown: string[] = [];
  const twice: string[] = [];
  titles.slice(0, width).forEach((title, at) => {
    const column = byName.get(nameOf(title));
    if (column === undefined) unknown.push(title === '' ? `column ${at + 1} without a name` : `"${title}"`);
    else if (placed.some((other) => other.column === column)) twice.push(`"${title}"`);
    else placed.push({ column, at, title });
  });
  const lacking = columns.filter(
    (column) => !column.optional && !placed.some((other) => other.column === column),
  );
  const wrong = [
    ...(lacking.length > 0 ? [`lacks the columns ${lacking.map(titleOf).join(', ')}`] : []),
    ...(unknown.length > 0
      ? [
          `has columns that are not known: ${unknown.join(', ')}; known are ${columns.map(titleOf).join(', ')}`,
        ]
      : []),
    ...(twice.length > 0 ? [`has columns twice: ${twice.join(', ')}`] : []),
  ];
  if (wrong.length === 0 && placed[0]?.column.key !== 'id')
    wrong.push('does not begin with the column Mã hộ (id); put it first');
  return wrong.length === 0
    ? { kind: 'columns', placed, width }
    : { kind: 'wrong', say: `the header row ${wrong.join('; it ')}` };
}

/** A title as titles are compared: however it is spaced, in small letters or not. */
export function nameOf(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ');
}
