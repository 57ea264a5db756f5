import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLine, csvOf, each, harmless } from '../classify/write-table.ts';
import { byteOrderMark } from '../classify/utf8.ts';
import {
  cellsOf,
  type DataFile,
  dictionary,
  type FileColumn,
  headerOf,
  householdFile,
  indicatorFile,
  memberFile,
  stepColumns,
  supportFile,
} from '../report/files.ts';
import { rowsOf } from '../report/rows.ts';
import type { Table } from '../report/table.ts';
import { counting, headOfList, type Report, rowsOfList } from './report.ts';

type Cells = readonly (string | number | null)[];

/** Writes a report as CSV files into a new folder, with all data of its households and the dictionary of it. */
export async function writeReportCsv(folder: string, report: Report): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  for (const table of report.tables) await writeTableCsv(folder, report, table);
  for (const list of report.lists) {
    const head = headOfList(list).map(({ value }) => value);
    await writeCsv(folder, fileName(list.no), head, valuesOf(rowsOfList(report, list)));
  }
  const { counts } = report.source;
  const { seen } = report.tally;
  await writeData(folder, report, householdFile, counts.households, 'database');
  await writeData(folder, report, memberFile, seen.members, 'first-reading');
  await writeData(folder, report, indicatorFile, seen.findings, 'first-reading');
  await writeData(folder, report, supportFile, counts.supports, 'database');
  const steps = counting(
    report,
    { part: 'steps.csv', expected: counts.steps, by: 'database' },
    report.source.steps(),
  );
  await writeCsv(folder, 'steps', headerOf(stepColumns), cellsIn(stepColumns, steps));
  await writeFile(join(folder, 'dictionary.csv'), csvOf(dictionary), { flag: 'wx', mode: 0o600 });
}

async function writeTableCsv(folder: string, report: Report, table: Table): Promise<void> {
  const { basis, counts } = report.source;
  const kinds = table.rows.length;
  const head = [
    'TT',
    'Khu, thôn',
    'Đơn vị tính',
    ...table.columns.map(({ heading, number, over }) =>
      [number, over, heading].filter((word) => word !== undefined && word !== '').join(' | '),
    ),
  ];
  const rows = rowsOf(table, report.tally, basis).map(({ label, values, zone }, at) => [
    zone === null ? null : Math.floor(at / kinds) + 1,
    zone?.name ?? 'Tổng cộng',
    label,
    ...values.map(({ value }) => value),
  ]);
  // The rows of the whole are not those of a zone.
  const ofZones = rows.slice(0, basis.zones.length * kinds);
  const expected = {
    part: `${fileName(table.no)}.csv`,
    expected: counts.zones * kinds,
    by: 'database',
  } as const;
  await writeCsv(
    folder,
    fileName(table.no),
    head,
    (async function* () {
      yield* counting(report, expected, each(ofZones));
      yield* rows.slice(ofZones.length);
    })(),
  );
}

function fileName(no: number): string {
  return `bieu-${String(no).padStart(2, '0')}`;
}

async function writeData<Item>(
  folder: string,
  report: Report,
  file: DataFile<Item>,
  expected: number,
  by: 'database' | 'first-reading',
): Promise<void> {
  const items = counting(report, { part: `${file.name}.csv`, expected, by }, itemsOf(report, file));
  await writeCsv(folder, file.name, headerOf(file.columns), cellsIn(file.columns, items));
}

async function* itemsOf<Item>({ source }: Report, { rows }: DataFile<Item>): AsyncGenerator<Item> {
  const zones = new Map(source.basis.zones.map(({ id, name }) => [id, name]));
  for await (const household of source.households())
    yield* rows({ household, zone: zones.get(household.zone) ?? '?' });
}

async function* cellsIn<Item>(
  columns: readonly FileColumn<Item>[],
  items: AsyncIterable<Item>,
): AsyncGenerator<Cells> {
  for await (const item of items) yield cellsOf(columns, item);
}

async function* valuesOf(
  rows: AsyncIterable<readonly { readonly value: string | number | null }[]>,
): AsyncGenerator<Cells> {
  for await (const cells of rows) yield cells.map(({ value }) => value);
}

async function writeCsv(
  folder: string,
  name: string,
  head: readonly (string | number | null)[],
  rows: AsyncIterable<Cells>,
): Promise<void> {
  const lines = async function* () {
    yield byteOrderMark + csvLine(head);
    for await (const cells of rows) yield csvLine(cells.map(harmless));
  };
  const to = createWriteStream(join(folder, `${name}.csv`), { flags: 'wx', mode: 0o600 });
  await pipeline(Readable.from(lines()), to);
}
