import type { PointRow } from '../rules/point-table.ts';
import { textOf } from './cell.ts';
import { rowsOf } from './file-rows.ts';
import { nameOf } from './header.ts';
import { Unreadable } from './problem.ts';
import type { Row } from './table.ts';

/** The columns of a table of points before those of the regions; the Vietnamese names are accepted too. */
const columns = [
  ['item', 'mục'],
  ['item label', 'tên mục'],
  ['option', 'phương án'],
  ['option label', 'tên phương án'],
] as const;

/** An empty table to fill in: one row for each option of each item, a column for each region. */
export const pointTemplate = [
  `${columns.map(([name]) => name).join(',')},urban,rural-1`,
  'people,Số nhân khẩu trong hộ,1,1 người,,',
  'people,Số nhân khẩu trong hộ,2,2 người,,',
  '',
].join('\r\n');

/** A file of points that is not one; the message says what would be right. */
export class NoPointTable extends Error {}

/** Reads the rows of a table of points from CSV or XLSX, all still text; the rules check them. Throws `NoPointTable`. */
export async function readPointRows(path: string): Promise<readonly PointRow[]> {
  try {
    return await pointRows(rowsOf(path));
  } catch (error) {
    throw error instanceof Unreadable ? new NoPointTable(`${path} ${error.message}.`) : error;
  }
}

async function pointRows(rows: AsyncIterable<Row>): Promise<readonly PointRow[]> {
  let regions: readonly string[] | null = null;
  const found: PointRow[] = [];
  for await (const row of rows) {
    const cells = row.cells.map(textOf);
    if (row.wrong !== null) throw new NoPointTable(`Row ${row.row} ${row.wrong}.`);
    if (cells.every((cell) => cell === '')) continue;
    if (regions === null) regions = regionsIn(cells);
    else found.push(pointRow(row, cells, regions));
  }
  return found;
}

function regionsIn(header: readonly string[]): readonly string[] {
  for (const [at, names] of columns.entries())
    if (!names.some((name) => name === nameOf(header[at] ?? '')))
      throw new NoPointTable(
        `Column ${at + 1} must be "${names[0]}" ("${names[1]}"), not "${header[at] ?? ''}". See: points template`,
      );
  // A separator at the end of the header names no further column.
  const regions = header.slice(columns.length, header.findLastIndex((title) => title !== '') + 1);
  const nameless = regions.indexOf('');
  if (nameless >= 0)
    throw new NoPointTable(`Column ${columns.length + nameless + 1} has no name; write its region there.`);
  const double = regions.find((region, at) => regions.indexOf(region) !== at);
  if (double !== undefined)
    throw new NoPointTable(
      `Each region needs a column with a name of its own; "${double}" stands there twice.`,
    );
  return regions;
}

function pointRow({ row }: Row, cells: readonly string[], regions: readonly string[]): PointRow {
  const [item = '', itemLabel = '', option = '', optionLabel = '', ...points] = cells;
  if (points.slice(regions.length).some((cell) => cell !== ''))
    throw new NoPointTable(
      `Row ${row} has a cell beyond the last region of the header; clear it, or name its region.`,
    );
  const byRegion = regions.map((region, at) => [region, points[at] ?? ''] as const);
  return { line: row, item, itemLabel, option, optionLabel, points: Object.fromEntries(byRegion) };
}
