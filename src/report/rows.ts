import type { IndicatorId } from '../rules/assessment.ts';
import type { ColumnId, Content, Table } from './table.ts';
import type { Tally } from './tally.ts';
import { entered, type EnteredField, type Totals } from './totals.ts';

/** A zone as a row of a table names it. */
export type Zone = { readonly id: number; readonly name: string };

/** What a report knows beside its households. */
export type Basis = {
  readonly zones: readonly Zone[];
  /** The report is of the whole ward, so totals entered for the ward are of all of it. */
  readonly isWhole: boolean;
  readonly listYear: number;
  /** A list stood before the round, so it is known how households moved. */
  readonly hasList: boolean;
  readonly totals: readonly Totals[];
  /** Those that the standard of the list has; a column of another one stays empty. */
  readonly indicators: readonly IndicatorId[];
};

/** By what a number can be computed from others, live. */
export type Formula =
  | { readonly kind: 'sum'; readonly plus: readonly ColumnId[]; readonly minus: readonly ColumnId[] }
  | { readonly kind: 'percent'; readonly part: ColumnId; readonly whole: ColumnId; readonly table?: number }
  | { readonly kind: 'same'; readonly table: number; readonly column: ColumnId }
  /** All rows of that kind above it. */
  | { readonly kind: 'total' };

/** A number of a table, null where it is not known or has no sense; with a formula only where that gives just this. */
export type Value = { readonly value: number | null; readonly formula: Formula | null };

/** One row of a table; `zone` is null in those of the whole. */
export type TableRow = {
  readonly zone: Zone | null;
  readonly label: string;
  readonly values: readonly Value[];
};

/** The rows of a table: each zone's, then those of the whole. */
export function rowsOf(table: Table, tally: Tally, basis: Basis): readonly TableRow[] {
  return [...basis.zones, null].flatMap((zone) =>
    table.rows.map(({ label }, kind) => ({
      zone,
      label,
      values: table.columns.map(({ content }, at) => {
        const value = valueOf(content, { table, tally, basis, zone, kind, at });
        return { value, formula: formulaFor(content, value, { table, tally, basis, zone, kind, at }) };
      }),
    })),
  );
}

type Place = {
  readonly table: Table;
  readonly tally: Tally;
  readonly basis: Basis;
  readonly zone: Zone | null;
  readonly kind: number;
  /** Where the column stands. */
  readonly at: number;
};

function valueOf(content: Content, place: Place): number | null {
  switch (content.kind) {
    case 'count':
      if (content.indicator !== undefined && !place.basis.indicators.includes(content.indicator)) return null;
      return content.needsList === true && !place.basis.hasList ? null : counted(place);
    case 'opening':
      if (place.basis.hasList) return counted(place);
      return enteredFor(place, place.basis.listYear - 1, content.fields[place.kind]);
    case 'entered': {
      const { listYear } = place.basis;
      const all = enteredFor(place, listYear, content.field);
      if (content.less === undefined || all === null) return all;
      const less = enteredFor(place, listYear, content.less);
      return less === null ? null : all - less;
    }
    case 'sum':
      if (content.needsList === true && !place.basis.hasList) return null;
      return content.total === undefined ? summed(content, place) : valueOf(content.total, place);
    case 'percent': {
      const from = elsewhere(content.table, place);
      const part = numberOf(content.part, from);
      const whole = numberOf(content.whole, from);
      return part === null || whole === null || whole === 0 ? null : (part / whole) * 100;
    }
    case 'same':
      return numberOf(content.column, elsewhere(content.table, place));
    case 'unrecorded':
      return null;
    default:
      return content satisfies never;
  }
}

/** The same number by other numbers, where that holds. */
function formulaFor(content: Content, value: number | null, place: Place): Formula | null {
  if (content.kind === 'percent') {
    const { part, table, whole } = content;
    return { kind: 'percent', part, whole, ...(table === undefined ? {} : { table }) };
  }
  if (value === null) return null;
  if (content.kind === 'same') return content;
  if (content.kind === 'sum' && summed(content, place) === value)
    return { kind: 'sum', plus: content.plus, minus: content.minus };
  if (place.zone !== null) return null;
  const above = place.basis.zones.map((zone) => valueOf(content, { ...place, zone }));
  const sum = above.reduce<number>((total, each) => total + (each ?? 0), 0);
  return above.some((each) => each !== null) && sum === value ? { kind: 'total' } : null;
}

function counted({ at, basis, kind, table, tally, zone }: Place): number {
  const no = tally.tables.indexOf(table);
  const one = (id: number) => tally.zones.get(id)?.[no]?.[kind]?.[at] ?? 0;
  return zone === null ? basis.zones.reduce((sum, { id }) => sum + one(id), 0) : one(zone.id);
}

function summed(
  { minus, plus }: { readonly plus: readonly ColumnId[]; readonly minus: readonly ColumnId[] },
  place: Place,
): number | null {
  let sum = 0;
  for (const [sign, ids] of [
    [1, plus],
    [-1, minus],
  ] as const)
    for (const id of ids) {
      const number = numberOf(id, place);
      if (number === null) return null;
      sum += sign * number;
    }
  return sum;
}

function numberOf(id: ColumnId, place: Place): number | null {
  const at = place.table.columns.findIndex((column) => column.id === id);
  const column = place.table.columns[at];
  if (column === undefined) throw new Error(`Table ${place.table.no} has no column ${id}.`);
  return valueOf(column.content, { ...place, at });
}

function elsewhere(no: number | undefined, place: Place): Place {
  if (no === undefined) return place;
  const table = place.tally.tables.find((each) => each.no === no);
  if (table === undefined) throw new Error(`Table ${place.table.no} needs table ${no} beside it.`);
  return { ...place, table };
}

/** What was entered for a zone; for the whole what was entered for the ward, else the sum where it is known of every zone. */
function enteredFor({ basis, zone }: Place, year: number, field: EnteredField | undefined): number | null {
  if (field === undefined) return null;
  const { isWhole, totals, zones } = basis;
  if (zone !== null) return entered(totals, zone.id, year, field);
  const own = isWhole ? entered(totals, null, year, field) : null;
  if (own !== null) return own;
  let sum = 0;
  for (const { id } of zones) {
    const one = entered(totals, id, year, field);
    if (one === null) return null;
    sum += one;
  }
  return zones.length === 0 ? null : sum;
}
