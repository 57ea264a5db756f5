const dayMs = 86_400_000;

/** After how many days without a word a household counts as stopped half-way. */
export const stoppedAfterDays = 2;

/** The days of silence after which a household is reminded: the first time, the second, the last. */
export const reminderDays: readonly number[] = [stoppedAfterDays, 5, 10];

/** How often a household is reminded at most, whatever it does in between. */
export const mostReminders = reminderDays.length;

/** After so many days nobody waits for it any more: the review is over, and a reminder would be a riddle. */
export const forgottenAfterDays = 30;

/** The moment so many days before another. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}
