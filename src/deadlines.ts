import { dayOff } from './calendar/working-days.ts';
import { remindWard } from './handle/procedure/remind-steps.ts';
import { horizonOf } from './procedure/reminding.ts';
import { wardsWithDue } from './store/deadlines.ts';
import type { Database } from './store/db.ts';
import { closeEnded } from './store/rounds.ts';
import { notInQuietHours, type QuietHours, vietnamDay } from './time/vietnam.ts';

/** What looking at the deadlines needs. */
export type DeadlineSettings = {
  readonly db: Database;
  readonly clock: () => Date;
  readonly quiet: QuietHours;
  /** There is something to send. */
  readonly reminded: () => void;
};

/**
 * Closes the rounds whose end is past, and reminds whom the deadlines of the procedure concern: on working days only,
 * and never at night. The days stand with the households; nothing is planned ahead that a step would have to undo.
 */
export async function lookAtDeadlines({ db, clock, quiet, reminded }: DeadlineSettings): Promise<void> {
  const now = clock();
  const today = vietnamDay(now);
  await closeEnded(db.q, today, now);
  if (notInQuietHours(now, quiet) > now || dayOff(today) !== null) return;
  const days = { today, horizon: horizonOf(today) };
  let told = 0;
  // A transaction for each ward: one that is held up keeps none of the others waiting.
  for (const ward of await wardsWithDue(db.q, days))
    told += await db.tx((q) => remindWard({ q, now, today, quiet }, ward, days));
  if (told > 0) reminded();
}
