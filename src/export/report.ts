import type { Listed } from '../report/household.ts';
import type { Checked } from '../report/info-paper.ts';
import { type DetailList, listHeadings, listRows, lists } from '../report/list.ts';
import type { PaperCell, Words } from '../report/paper.ts';
import { tables } from '../report/register.ts';
import type { Table } from '../report/table.ts';
import { add, newTally, type Tally } from '../report/tally.ts';
import type { Source } from './source.ts';

/** Which of the fifteen tables a report has. */
export type Wanted = { readonly tables: readonly Table[]; readonly lists: readonly DetailList[] };

/** A report after its first reading: all that the tables need has been added up, and what a whole export has is known. */
export type Report = Wanted & {
  readonly source: Source;
  readonly tally: Tally;
  readonly words: Words;
  /** Filled as the parts are written. */
  readonly checked: Checked[];
};

/** The numbers of all fifteen. */
export const tableNumbers: readonly number[] = [...tables, ...lists].map(({ no }) => no);

/** The tables with these numbers, and those that their formulas point to; all where none is named. */
export function wantedOf(numbers: readonly number[] | null): Wanted {
  const isWanted = (no: number) => numbers === null || numbers.includes(no);
  const needed = tables
    .filter(({ no }) => isWanted(no))
    .flatMap(({ columns }) => columns.flatMap(({ content }) => ('table' in content ? [content.table] : [])));
  return {
    tables: tables.filter(({ no }) => isWanted(no) || needed.includes(no)),
    lists: lists.filter(({ no }) => isWanted(no)),
  };
}

/** Reads all households once and adds them up. */
export async function beginReport(source: Source, wanted: Wanted, words: Words): Promise<Report> {
  const tally = newTally(
    wanted.tables,
    source.basis.zones.map(({ id }) => id),
  );
  for await (const household of source.households()) add(tally, household);
  const { counts } = source;
  const listed = tally.listed.poor + tally.listed['near-poor'];
  return {
    ...wanted,
    source,
    tally,
    words,
    checked: [
      { part: 'Hộ trong đợt', expected: counts.households, has: tally.seen.households, by: 'database' },
      { part: 'Hộ nghèo và cận nghèo', expected: counts.recognised, has: listed, by: 'database' },
    ],
  };
}

/** Rows as they go by, and how many there were once they are over. */
export async function* counting<Row>(
  report: Report,
  expected: Omit<Checked, 'has'>,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row> {
  let has = 0;
  for await (const row of rows) {
    has += 1;
    yield row;
  }
  report.checked.push({ ...expected, has });
}

/** The rows of one of the lists, as they are read. */
export function rowsOfList(report: Report, list: DetailList): AsyncIterable<readonly PaperCell[]> {
  const expected = report.tally.listRows[list.listed];
  return counting(
    report,
    { part: `Biểu ${list.no}`, expected, by: 'first-reading' },
    listed(report, list.listed),
  );
}

async function* listed({ source }: Report, wanted: Listed): AsyncGenerator<readonly PaperCell[]> {
  const zones = new Map(source.basis.zones.map(({ id, name }) => [id, name]));
  let n = 0;
  for await (const household of source.households()) {
    if (household.isTwin || household.after !== wanted) continue;
    n += 1;
    yield* listRows(household, zones.get(household.zone) ?? '?', n);
  }
}

/** The headings of a list with their looks. */
export function headOfList(list: DetailList): readonly PaperCell[] {
  return listHeadings(list).map((value) => ({ value, look: 'heading' }));
}

/** Those parts of an export that do not have what they should. */
export function brokenIn({ checked }: Report): readonly Checked[] {
  return checked.filter(({ expected, has }) => expected !== has);
}
