import type { IndicatorId } from '../rules/assessment.ts';
import type { Known } from '../rules/source.ts';
import type { ReportHousehold } from './household.ts';
import type { EnteredField } from './totals.ts';

/** By what a column is known to the formulas of its table; never shown. */
export type ColumnId = string;

/** Where a number of a table comes from. */
export type Content =
  /** Added up over the households; `needsList`: it says something only where a list stood before the round. */
  | {
      readonly kind: 'count';
      readonly of: (household: ReportHousehold) => number;
      readonly needsList?: true;
      /** It says something only where the standard of the list has that indicator. */
      readonly indicator?: IndicatorId;
    }
  /** Others of the row added and taken away: 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8. */
  | {
      readonly kind: 'sum';
      readonly plus: readonly ColumnId[];
      readonly minus: readonly ColumnId[];
      /**
       * What it is in truth, where some of what is added may not be recorded: counted, or entered by hand. The formula
       * then stands only where it gives the same.
       */
      readonly total?: Extract<Content, { kind: 'count' | 'entered' }>;
      readonly needsList?: true;
    }
  /** part / whole × 100, empty where the whole is nothing; `table`: both stand in another table, in the same row. */
  | { readonly kind: 'percent'; readonly part: ColumnId; readonly whole: ColumnId; readonly table?: number }
  /** The same number as in another table, in the same row. */
  | { readonly kind: 'same'; readonly table: number; readonly column: ColumnId }
  /** Entered by hand for the year of the list; `less` is taken away from it. */
  | { readonly kind: 'entered'; readonly field: EnteredField; readonly less?: EnteredField }
  /** What stood on the last list by the round, else what was entered by hand for the year before. */
  | {
      readonly kind: 'opening';
      readonly of: (household: ReportHousehold) => number;
      /** For each kind of row. */
      readonly fields: readonly EnteredField[];
    }
  /** Nobody writes it down yet: the column stays empty, and a line under the table says so. */
  | { readonly kind: 'unrecorded' };

/** One column of a table. */
export type Column = {
  readonly id: ColumnId;
  /** Its number as the template gives it, with its formula: "9=1-2-3-4+5+6+7+8"; empty where it gives none. */
  readonly number: string;
  /** What stands over it and its neighbours, and what over it alone; the official words. */
  readonly over?: string;
  readonly heading: string;
  readonly content: Content;
};

/** One of the rows that every zone has: its label, empty where there is one only, and how much a household weighs in it. */
export type RowKind = { readonly label: string; readonly weigh: (household: ReportHousehold) => number };

/** What is said under a table of how many of its households something is missing. What is said is a text of its own, under gap. */
export type TableGap = { readonly say: string; readonly of: (household: ReportHousehold) => number };

/** One of the report tables (biểu tổng hợp) that have a row for each zone. */
export type Table = {
  readonly no: number;
  readonly title: Known<string>;
  readonly rows: readonly RowKind[];
  readonly columns: readonly Column[];
  /** Counted, and told where it is more than nothing. */
  readonly gaps: readonly TableGap[];
  /** Always told: how we understand the table, and what it cannot hold. Texts of their own, under note. */
  readonly notes: readonly string[];
};

/** Rows for households and for their people. */
export const householdsAndPeople: readonly RowKind[] = [
  { label: 'Hộ', weigh: () => 1 },
  { label: 'Nhân khẩu', weigh: ({ people }) => people ?? 0 },
];
/** One row for each zone. */
export const oneRow: readonly RowKind[] = [{ label: '', weigh: () => 1 }];

/** A number added up over households; `of` may also say yes or no. */
export function count(of: (household: ReportHousehold) => number | boolean) {
  return { kind: 'count', of: (household: ReportHousehold) => Number(of(household)) } as const;
}

/** Only of some households. */
export function among(
  which: (household: ReportHousehold) => boolean,
  of: (household: ReportHousehold) => number | boolean,
): (household: ReportHousehold) => number {
  return (household) => (which(household) ? Number(of(household)) : 0);
}
