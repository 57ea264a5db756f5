import { say } from '../decision.ts';
import { letters } from '../letters.ts';
import type { Look, Paper, PaperCell, Words } from './paper.ts';
import { type Basis, type Formula, rowsOf, type TableRow, type Value } from './rows.ts';
import type { Table } from './table.ts';
import type { Tally } from './tally.ts';

/** Title, what it is of, headings in two rows, numbers of the columns: the same in every table, as formulas point across. */
export const headRows = 5;

/** The name of the sheet of a table. */
export function sheetName(no: number): string {
  return `Biểu ${no}`;
}

/** One table as a sheet with live formulas; `of` says of which ward, list and day it is. */
export function tablePaper(table: Table, tally: Tally, basis: Basis, of: string, words: Words): Paper {
  const lead = leadOf(table);
  const width = lead.length + table.columns.length;
  const last = letters(width - 1);
  const rows = rowsOf(table, tally, basis);
  return {
    name: sheetName(table.no),
    head: [
      [{ value: `Biểu số ${table.no}. ${table.title.value}`, look: 'title' }],
      [{ value: of, look: 'subtitle' }],
      ...headings(table, lead),
    ],
    rows: [
      ...rows.map((row, at) => cellsOf(row, at, { table, tally, basis, rows: rows.length })),
      [],
      ...notesOf(table, tally, basis, words).map((text): PaperCell[] => [{ value: text, look: 'note' }]),
    ],
    merged: [`A1:${last}1`, `A2:${last}2`, ...mergedHeadings(table, lead.length)],
    heights: [24, 18, 36, 48, 34],
    widths: [5, 24, ...(lead.length > 2 ? [15] : []), ...table.columns.map(() => 13)],
  };
}

/** What stands before the columns of numbers. */
function leadOf({ rows }: Table): readonly string[] {
  return rows.length > 1 ? ['TT', 'Khu, thôn', 'Đơn vị tính'] : ['TT', 'Khu, thôn'];
}

function headings({ columns }: Table, lead: readonly string[]): readonly (readonly PaperCell[])[] {
  const row = (of: readonly string[]) => of.map((value): PaperCell => ({ value, look: 'heading' }));
  const isUnder = columns.map(({ over }) => over !== undefined);
  return [
    row([...lead, ...columns.map(({ heading, over }) => over ?? heading)]),
    row([...lead.map(() => ''), ...columns.map(({ heading }, at) => (isUnder[at] === true ? heading : ''))]),
    row([...lead.map((_, at) => ['A', 'B', ''][at] ?? ''), ...columns.map(({ number }) => number)]),
  ];
}

/** Headings over several columns are one cell; those over one alone are as high as both rows. */
function mergedHeadings({ columns }: Table, offset: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < offset; at += 1) found.push(`${letters(at)}3:${letters(at)}4`);
  for (let at = 0; at < columns.length;) {
    const over = columns[at]?.over;
    let end = at + 1;
    while (over !== undefined && columns[end]?.over === over) end += 1;
    const [from, to] = [letters(offset + at), letters(offset + end - 1)];
    if (over === undefined) found.push(`${from}3:${from}4`);
    else if (end - at > 1) found.push(`${from}3:${to}3`);
    at = end;
  }
  return found;
}

type Around = {
  readonly table: Table;
  readonly tally: Tally;
  readonly basis: Basis;
  readonly rows: number;
};

function cellsOf(row: TableRow, at: number, around: Around): readonly PaperCell[] {
  const { basis, table } = around;
  const kinds = table.rows.length;
  const isTotal = row.zone === null;
  const label: Look = isTotal ? 'totalLabel' : 'label';
  const isFirst = at % kinds === 0;
  const place = row.zone?.name ?? 'Tổng cộng';
  const lead: PaperCell[] = [
    { value: isFirst && !isTotal ? at / kinds + 1 : null, look: label },
    { value: isFirst ? place : null, look: label },
    ...(kinds > 1 ? [{ value: row.label, look: label }] : []),
  ];
  const values = row.values.map((value, column) => {
    const isPercent = table.columns[column]?.content.kind === 'percent';
    const look: Look = isPercent
      ? isTotal
        ? 'totalPercent'
        : 'percent'
      : isTotal
        ? 'totalNumber'
        : 'number';
    const letter = letters(lead.length + column);
    return numberCell(value, look, { ...around, row: headRows + at + 1, letter, zones: basis.zones.length });
  });
  return [...lead, ...values];
}

type At = Around & { readonly row: number; readonly letter: string; readonly zones: number };

function numberCell({ formula, value }: Value, look: Look, at: At): PaperCell {
  if (formula === null) return { value, look };
  return { value: value ?? '', look, formula: formulaText(formula, at) };
}

function formulaText(formula: Formula, at: At): string {
  switch (formula.kind) {
    case 'sum': {
      const plus = formula.plus.map((id) => cell(at.table, id, at.row)).join('+');
      return [plus, ...formula.minus.map((id) => cell(at.table, id, at.row))].join('-');
    }
    case 'percent': {
      const part = reference(formula.table, formula.part, at);
      const whole = reference(formula.table, formula.whole, at);
      // Who lives there may not be known, and of nothing there are no shares.
      return `IF(AND(ISNUMBER(${part}),N(${whole})>0),${part}/${whole}*100,"")`;
    }
    case 'same':
      return reference(formula.table, formula.column, at);
    case 'total': {
      const kinds = at.table.rows.length;
      const range = (letter: string) => `${letter}$${headRows + 1}:${letter}$${headRows + at.zones * kinds}`;
      if (kinds === 1) return `SUM(${range(at.letter)})`;
      const label = letters(leadOf(at.table).length - 1);
      return `SUMIF(${range(`$${label}`)},$${label}${at.row},${range(at.letter)})`;
    }
    default:
      return formula satisfies never;
  }
}

function reference(no: number | undefined, id: string, { row, table, tally }: At): string {
  if (no === undefined) return cell(table, id, row);
  const other = tally.tables.find((each) => each.no === no);
  if (other === undefined) throw new Error(`Table ${table.no} needs table ${no} beside it.`);
  return `'${sheetName(no)}'!${cell(other, id, row)}`;
}

function cell(table: Table, id: string, row: number): string {
  const at = table.columns.findIndex((column) => column.id === id);
  return `${letters(leadOf(table).length + at)}${row}`;
}

/** What has to be known to read the numbers rightly. */
export function notesOf(table: Table, tally: Tally, basis: Basis, words: Words): readonly string[] {
  const counts = tally.gaps[tally.tables.indexOf(table)] ?? [];
  const gaps = table.gaps.flatMap(({ say: key }, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [words(say(`report.gap.${key}`, { count }))];
  });
  const needsList = table.columns.some(({ content }) => 'needsList' in content && content.needsList);
  return [
    words(say('report.layout')),
    ...(needsList && !basis.hasList ? [words(say('report.no-list'))] : []),
    ...gaps,
    ...table.notes.map((key) => words(say(`report.note.${key}`))),
  ];
}
