import type { Database } from '../store/db.ts';
import type { ReportStep } from '../report/files.ts';
import type { ReportHousehold } from '../report/household.ts';
import type { ReportOf } from '../report/info-paper.ts';
import type { Basis } from '../report/rows.ts';
import {
  type ReportCounts,
  reportCounts,
  reportRows,
  type ReportScope,
  reportSteps,
  reportZones,
} from '../store/reports.ts';
import { totalsOf } from '../store/totals.ts';
import { reportedOf } from './household-of.ts';

/** Where a report comes from; households and steps can be gone through as often as wanted. */
export type Source = {
  readonly of: ReportOf;
  readonly basis: Basis;
  readonly counts: ReportCounts;
  readonly households: () => AsyncIterable<ReportHousehold>;
  readonly steps: () => AsyncIterable<ReportStep>;
};

/** What the database has of a scope. */
export async function sourceOf(db: Database, scope: ReportScope, of: ReportOf): Promise<Source> {
  const counts = await reportCounts(db.q, scope);
  return {
    of,
    counts,
    basis: {
      zones: await reportZones(db.q, scope),
      isWhole: scope.zone === null,
      listYear: scope.listYear,
      hasList: counts.hasList,
      totals: await totalsOf(db.q, scope.ward),
    },
    households: async function* () {
      for await (const row of reportRows(db.q, scope)) yield reportedOf(row);
    },
    steps: () => reportSteps(db.q, scope),
  };
}
