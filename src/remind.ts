import type { Database } from './store/db.ts';
import { enqueue } from './store/outbox.ts';
import { takeReminders } from './store/reminders.ts';
import { reminder } from './talk/reminder.ts';
import { notInQuietHours, type QuietHours } from './time/vietnam.ts';

/** What reminding needs. */
export type RemindSettings = {
  readonly db: Database;
  readonly clock: () => Date;
  readonly quiet: QuietHours;
  /** There is something to send. */
  readonly reminded: () => void;
};

const atOnce = 50;

/** Reminds households that stopped half-way, each counted in the transaction that queues its message. True while there were some. */
export async function remindDue({ db, clock, quiet, reminded }: RemindSettings): Promise<boolean> {
  const now = clock();
  const isNight = notInQuietHours(now, quiet) > now;
  const taken = await db.tx(async (q) => {
    const due = await takeReminders(q, now, { isNight, most: atOnce });
    const messages = due.map((each) => ({ ...each, message: reminder(each), unasked: true, notBefore: now }));
    await enqueue(q, messages, now);
    return due.length;
  });
  if (taken > 0) reminded();
  return taken > 0;
}
