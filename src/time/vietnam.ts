/** Vietnam is seven hours ahead of UTC all year round. */
const offsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/** The calendar day in Vietnam, `YYYY-MM-DD`. */
export function vietnamDay(now: Date): string {
  return new Date(now.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The time of day in Vietnam, `HH:MM`. */
export function vietnamTime(now: Date): string {
  return new Date(now.getTime() + offsetMs).toISOString().slice(11, 16);
}

/** The moment at which it is this day, `YYYY-MM-DD`, and time, `HH:MM`, in Vietnam. */
export function vietnamMoment(day: string, time: string): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - offsetMs);
}

/** Hours in which nobody is written to unasked; `from: 21, to: 7` is from nine in the evening to seven. */
export type QuietHours = { readonly from: number; readonly to: number } | null;

/** The first moment from `now` on that is not in the quiet hours, Vietnam time. */
export function notInQuietHours(now: Date, quiet: QuietHours): Date {
  if (quiet === null || !isQuiet(now, quiet)) return now;
  const local = now.getTime() + offsetMs;
  const midnight = Math.floor(local / dayMs) * dayMs;
  const end = midnight + quiet.to * 3_600_000;
  return new Date((end > local ? end : end + dayMs) - offsetMs);
}

function isQuiet(now: Date, quiet: { readonly from: number; readonly to: number }): boolean {
  const hour = Math.floor(((now.getTime() + offsetMs) % dayMs) / 3_600_000);
  return quiet.from < quiet.to
    ? hour >= quiet.from && hour < quiet.to
    : hour >= quiet.from || hour < quiet.to;
}
