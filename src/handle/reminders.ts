import type { CaseRow } from '../store/cases.ts';
import { stopReminders } from '../store/reminders.ts';
import { remindersOff } from '../talk/reminder.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** A household does not want to be reminded of its case any more. */
export async function onNoReminders(turn: Turn, row: CaseRow): Promise<Reply> {
  await stopReminders(turn.q, row.id);
  return toSelf(remindersOff({ case: row.id }));
}
