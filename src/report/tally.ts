import type { ReportHousehold } from './household.ts';
import type { Column, Table } from './table.ts';

/** Numbers of one zone in one table: for each kind of row, one for each column; 0 where nothing is counted. */
type Counts = number[][];

/** What has been added up so far; as large as there are zones, however many households there were. */
export type Tally = {
  readonly tables: readonly Table[];
  /** By zone, then in the order of the tables. */
  readonly zones: ReadonlyMap<number, readonly Counts[]>;
  /** For each table, how many of its households lack what each of its lines is about. */
  readonly gaps: readonly number[][];
  /** How many households were added, and how many people were told of in them. */
  readonly seen: { households: number; members: number; findings: number; supports: number };
  /** Households and people on the lists of the poor and the near-poor. */
  readonly listed: { poor: number; 'near-poor': number };
  readonly listRows: { poor: number; 'near-poor': number };
};

/** An empty tally of these zones. */
export function newTally(tables: readonly Table[], zones: readonly number[]): Tally {
  const empty = () => tables.map(({ columns, rows }) => rows.map(() => columns.map(() => 0)));
  return {
    tables,
    zones: new Map(zones.map((zone) => [zone, empty()])),
    gaps: tables.map(({ gaps }) => gaps.map(() => 0)),
    seen: { households: 0, members: 0, findings: 0, supports: 0 },
    listed: { poor: 0, 'near-poor': 0 },
    listRows: { poor: 0, 'near-poor': 0 },
  };
}

/** Adds one household; throws when its zone is none of those of the tally, which is a bug. */
export function add(tally: Tally, household: ReportHousehold): void {
  const { seen } = tally;
  seen.households += 1;
  seen.members += household.members?.length ?? 0;
  seen.findings += household.findings?.length ?? 0;
  seen.supports += household.supports.length;
  const counts = tally.zones.get(household.zone);
  if (counts === undefined) throw new Error(`Zone ${household.zone} is not among those of the report.`);
  if (household.isTwin) return;
  const { after, members } = household;
  if (after === 'poor' || after === 'near-poor') {
    tally.listed[after] += 1;
    tally.listRows[after] += Math.max(1, members?.length ?? 0);
  }
  tally.tables.forEach((table, at) => {
    addTo(counts[at] ?? [], table, household);
    const gaps = tally.gaps[at] ?? [];
    table.gaps.forEach(({ of }, index) => (gaps[index] = (gaps[index] ?? 0) + of(household)));
  });
}

function addTo(counts: Counts, { columns, rows }: Table, household: ReportHousehold): void {
  rows.forEach(({ weigh }, kind) => {
    const weight = weigh(household);
    const row = counts[kind];
    if (weight === 0 || row === undefined) return;
    columns.forEach((column, at) => {
      const of = countedBy(column);
      if (of !== null) row[at] = (row[at] ?? 0) + weight * of(household);
    });
  });
}

/** What is counted for a column; null where its number comes from elsewhere. */
function countedBy({ content }: Column): ((household: ReportHousehold) => number) | null {
  if (content.kind === 'count' || content.kind === 'opening') return content.of;
  return content.kind === 'sum' && content.total?.kind === 'count' ? content.total.of : null;
}
