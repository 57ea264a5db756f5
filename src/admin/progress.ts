import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { householdsOf } from '../progress/household.ts';
import { type Tally, tallies } from '../progress/tally.ts';
import type { Database } from '../store/db.ts';
import { reviewRows } from '../store/progress.ts';
import { wards } from '../store/schema.ts';
import { openRoundOf } from '../store/rounds.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { chartOf } from '../talk/progress.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { wardCalled } from './areas.ts';
import type { Answered } from './command.ts';

export const progressArgs = z.object({ ward: z.string().min(1).optional() });

/** How far the zones of each ward are, or of one; numbers only, no names of households. */
export async function progress(
  db: Database,
  { ward }: z.infer<typeof progressArgs>,
  now: Date,
): Promise<Answered> {
  const day = vietnamDay(now);
  if (ward !== undefined) await wardCalled(db, ward);
  const found = await db.q
    .select({ id: wards.id, code: wards.code, name: wards.name })
    .from(wards)
    .where(ward === undefined ? undefined : eq(wards.code, ward))
    .orderBy(asc(wards.id));
  const read = [];
  for (const { id, code, name } of found) {
    const rows = await reviewRows(db.q, id);
    const listYear = (await openRoundOf(db.q, id))?.listYear ?? listYearFor(day);
    const households = householdsOf(rows, { now, listYear });
    const zones = tallies(rows.zones, households);
    read.push({ ward: code, name, zones, chart: chartOf(name, zones, day) });
  }
  const lines = read.flatMap(({ name, zones }) => [name, ...zones.map(lineOf)]);
  return { lines: lines.length > 0 ? lines : ['There is no ward yet.'], data: { wards: read } };
}

function lineOf({ name, total, done, waiting, open, stopped, notBegun }: Tally): string {
  return `  ${name}: ${done} of ${total} done; ${waiting} wait for the head, ${open} are answering, ${stopped} have stopped, ${notBegun} have not begun`;
}
