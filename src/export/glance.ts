import { type Glance, glanceOf } from '../report/glance.ts';
import type { Query } from '../store/db.ts';
import { lateDossiers, reportRows, type ReportScope, reportSteps, reportZones } from '../store/reports.ts';
import { reportedOf } from './household-of.ts';

/** A round of a ward at a glance, as it stands on that day. */
export async function glanceIn(
  q: Query,
  round: { readonly id: number; readonly ward: number; readonly listYear: number },
  today: string,
): Promise<Glance> {
  const scope: ReportScope = { round: round.id, ward: round.ward, listYear: round.listYear, zone: null };
  return glanceOf(await reportZones(q, scope), {
    households: householdsIn(q, scope),
    steps: reportSteps(q, scope),
    late: new Set(await lateDossiers(q, scope, today)),
  });
}

async function* householdsIn(q: Query, scope: ReportScope) {
  for await (const row of reportRows(q, scope)) yield reportedOf(row);
}
