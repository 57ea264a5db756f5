import type { Writable } from 'node:stream';
import { each } from '../classify/write-table.ts';
import { type Sheet, writeWorkbook } from '../classify/write-xlsx.ts';
import type { SheetCell } from '../classify/xlsx-parts.ts';
import { look } from '../classify/xlsx-styles.ts';
import { infoPaper, ofLine } from '../report/info-paper.ts';
import type { DetailList } from '../report/list.ts';
import type { Paper, PaperCell } from '../report/paper.ts';
import type { Table } from '../report/table.ts';
import { sheetName, tablePaper } from '../report/table-paper.ts';
import { yearsPaper } from '../report/years-paper.ts';
import { letters } from '../letters.ts';
import { counting, headOfList, type Report, rowsOfList } from './report.ts';

/** Writes a report as a workbook: what it is of and whether it is whole, the tables, the lists, the years before. */
export async function writeReportXlsx(to: Writable, report: Report): Promise<void> {
  const { basis } = report.source;
  const of = ofLine(report.source.of, report.words);
  const hasYears = basis.totals.some(({ year, zone }) => zone === null && year !== basis.listYear);
  await writeWorkbook(to, [
    ...report.tables.map((table) => tableSheet(report, table, of)),
    ...report.lists.map((list) => listSheet(report, list, of)),
    ...(hasYears && basis.isWhole
      ? [sheetOf(yearsPaper(report.tally, basis, of, report.words), (paper) => each(paper.rows))]
      : []),
    infoSheet(report),
  ]);
}

function tableSheet(report: Report, table: Table, of: string): Sheet {
  const { basis, counts } = report.source;
  const kinds = table.rows.length;
  const paper = tablePaper(table, report.tally, basis, of, report.words);
  const ofZones = basis.zones.length * kinds;
  const expected = { part: paper.name, expected: counts.zones * kinds, by: 'database' } as const;
  return sheetOf(paper, async function* ({ rows }) {
    yield* counting(report, expected, each(rows.slice(0, ofZones)));
    yield* rows.slice(ofZones);
  });
}

function listSheet(report: Report, list: DetailList, of: string): Sheet {
  const headings = headOfList(list);
  const last = letters(headings.length - 1);
  const paper: Paper = {
    name: sheetName(list.no),
    head: [
      [{ value: `Biểu số ${list.no}. ${list.title.value}`, look: 'title' }],
      [{ value: of, look: 'subtitle' }],
      headings,
    ],
    rows: [],
    merged: [`A1:${last}1`, `A2:${last}2`],
    heights: [24, 18, 64],
    widths: [8, 10, 28, 20, 9, 9, 20, ...headings.slice(7).map(() => 15)],
  };
  return sheetOf(paper, () => rowsOfList(report, list));
}

/** Written last, as it tells how many rows the others have, and shown first. */
function infoSheet(report: Report): Sheet {
  const paper = () => infoPaper(report.source.of, report.checked, report.words);
  const sheet = sheetOf(paper(), async function* () {
    yield* paper().rows;
  });
  return { ...sheet, leads: true };
}

function sheetOf(paper: Paper, rows: (paper: Paper) => AsyncIterable<readonly PaperCell[]>): Sheet {
  const { head, heights, merged, name, widths } = paper;
  return {
    name,
    merged,
    widths,
    heights,
    frozen: head.length,
    isWide: true,
    head: head.map((cells) => cells.map(looking)),
    rows: inLooks(rows(paper)),
  };
}

async function* inLooks(rows: AsyncIterable<readonly PaperCell[]>): AsyncGenerator<readonly SheetCell[]> {
  for await (const cells of rows) yield cells.map(looking);
}

function looking({ look: name, ...cell }: PaperCell): SheetCell {
  return { ...cell, look: look[name] };
}
