import type { Message } from '../decision.ts';
import { isDemoWard } from '../store/areas.ts';
import type { Query } from '../store/db.ts';
import { enqueue } from '../store/outbox.ts';
import { reach } from '../store/people.ts';
import { notInQuietHours, type QuietHours } from '../time/vietnam.ts';

/** The moment, and the hours in which nobody is written to unasked. */
export type Moment = { readonly now: Date; readonly quiet: QuietHours };

/** What a message is about. */
export type About = { readonly ward: number | null; readonly case: number | null };

/** A web page makes no sound at night, and the demonstration has no night; all else waits for the morning. */
export async function whenToSay(
  q: Query,
  { now, quiet }: Moment,
  channel: string,
  ward: number | null,
): Promise<Date> {
  if (channel === 'web' || (ward !== null && (await isDemoWard(q, ward)))) return now;
  return notInQuietHours(now, quiet);
}

/** Tells people something unasked: each where they spoke last. Those who are nowhere any more hear nothing. Gives its numbers in the outbox. */
export async function tell(
  q: Query,
  people: readonly number[],
  message: Message,
  about: About,
  moment: Moment,
): Promise<readonly number[]> {
  const reached = await reach(q, people);
  const queued = await Promise.all(
    reached.map(async ({ chat, channel }) => ({
      chat,
      ...about,
      message,
      unasked: true,
      notBefore: await whenToSay(q, moment, channel, about.ward),
    })),
  );
  return enqueue(q, queued, moment.now);
}
