import type { StandardId } from './assessment.ts';
import type { Certainty, Source } from './source.ts';

/** One option of an item, with its points for each region. */
export type PointOption = {
  readonly code: string;
  readonly label: string;
  readonly points: Readonly<Record<string, number>>;
};

export type PointItem = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly PointOption[];
};

/**
 * A table of B1 points as an operator took it over from the official text, with its citation. None is shipped: the
 * official tables are not known to us.
 */
export type PointTable = {
  readonly standard: StandardId;
  readonly source: Source;
  /** How sure the operator is: `verified` from the official text, else less. */
  readonly certainty: Certainty;
  readonly regions: readonly string[];
  readonly items: readonly PointItem[];
};

/** One line of an import: an option with the points for each region, all still text. */
export type PointRow = {
  readonly line: number;
  readonly item: string;
  readonly itemLabel: string;
  readonly option: string;
  readonly optionLabel: string;
  readonly points: Readonly<Record<string, string>>;
};

/** What is wrong with an import, and where. */
export type PointProblem = { readonly line: number; readonly field: string; readonly problem: string };

export type CheckedTable =
  | { readonly ok: true; readonly table: PointTable }
  | { readonly ok: false; readonly problems: readonly PointProblem[] };

/** The most points one option may have: more is a slip of the pen. */
const mostPoints = 200;

/** Checks rows as they were read from a file: every item, option and region there, integers, no doubles. */
export function checkPointTable(
  rows: readonly PointRow[],
  about: Pick<PointTable, 'standard' | 'source' | 'certainty'>,
): CheckedTable {
  const regions = [...new Set(rows.flatMap(({ points }) => Object.keys(points)))];
  const problems = [
    ...(rows.length === 0 ? [{ line: 1, field: 'item', problem: 'the table is empty' }] : []),
    ...(rows.length > 0 && regions.length === 0
      ? [{ line: 1, field: 'regions', problem: 'there is no column with points' }]
      : []),
    ...rows.flatMap((row) => problemsOf(row, regions)),
    ...doublesIn(rows),
    ...loneOptions(rows),
  ];
  if (problems.length > 0) return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
  return { ok: true, table: { ...about, regions, items: itemsOf(rows, regions) } };
}

function problemsOf(row: PointRow, regions: readonly string[]): readonly PointProblem[] {
  const { line, item, option, points } = row;
  const empty = Object.entries({ item, option, optionLabel: row.optionLabel }).flatMap(([field, text]) =>
    text.trim() === '' ? [{ line, field, problem: 'is empty' }] : [],
  );
  const wrong = regions.flatMap((region) => {
    const text = (points[region] ?? '').trim();
    if (text === '')
      return [{ line, field: region, problem: 'has no points; write 0 where the form says none' }];
    if (!/^\d{1,3}$/.test(text) || Number(text) > mostPoints)
      return [{ line, field: region, problem: `"${text}" is not a whole number from 0 to ${mostPoints}` }];
    return [];
  });
  return [...empty, ...wrong];
}

function doublesIn(rows: readonly PointRow[]): readonly PointProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, item, option }) => {
    const key = JSON.stringify([item, option]);
    const first = seen.get(key);
    seen.set(key, first ?? line);
    return first === undefined
      ? []
      : [
          {
            line,
            field: 'option',
            problem: `item "${item}", option "${option}" stands in line ${first} already`,
          },
        ];
  });
}

/** An item with one option cannot be answered in two ways: a line is missing. */
function loneOptions(rows: readonly PointRow[]): readonly PointProblem[] {
  return rows.flatMap(({ line, item }) =>
    rows.filter((row) => row.item === item).length < 2
      ? [
          {
            line,
            field: 'item',
            problem: `item "${item}" has one option only; also the option "none" needs a line`,
          },
        ]
      : [],
  );
}

function itemsOf(rows: readonly PointRow[], regions: readonly string[]): readonly PointItem[] {
  return [...new Set(rows.map(({ item }) => item))].map((id) => {
    const own = rows.filter(({ item }) => item === id);
    return {
      id,
      label: own.find(({ itemLabel }) => itemLabel.trim() !== '')?.itemLabel ?? id,
      options: own.map(({ option, optionLabel, points }) => ({
        code: option,
        label: optionLabel,
        points: Object.fromEntries(regions.map((region) => [region, Number(points[region])])),
      })),
    };
  });
}
