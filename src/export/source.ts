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
import { applicableStandards } from '../rules/applicable.ts';
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
export async function sourceOf(
  db: Database,
  scope: ReportScope,
  of: Omit<ReportOf, 'isPart'>,
): Promise<Source> {
  const counts = await reportCounts(db.q, scope);
  const { isLimited, isRegular } = counts;
  const isPart = isLimited || isRegular;
  return {
    of: { ...of, isPart },
    counts,
    basis: {
      zones: await reportZones(db.q, scope),
      // Totals that were entered are of the whole ward, or of a whole zone.
      isWhole: scope.zone === null && !isPart,
      listYear: scope.listYear,
      hasList: counts.hasList,
      totals: isRegular ? [] : await totalsOf(db.q, scope.ward),
      indicators: applicableStandards(scope.listYear)[0].indicators.map(({ id }) => id),
    },
    households: async function* () {
      for await (const row of reportRows(db.q, scope)) yield reportedOf(row);
    },
    steps: () => reportSteps(db.q, scope),
  };
}
