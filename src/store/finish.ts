import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { isAsking } from '../survey/person.ts';
import { type Kept, keeping, keptValues } from './cases.ts';
import type { Query } from './db.ts';
import { statement, value } from './db.ts';
import { unescapeText } from './escape-text.ts';
import { asClaimed, type Claimed, claimedRow, type Queued } from './outbox.ts';
import { seal } from './seal.ts';

/** What an update that is handled leaves to be kept, and to be said to the one who spoke; null for nothing of the kind. */
export type Finished = {
  readonly update: number;
  readonly kept: Kept | null;
  readonly queued: Queued | null;
  /** How long the message may be claimed for being sent from here at once; null: it only waits in the queue. */
  readonly leaseMs: number | null;
};

// The body of an update is erased; its key stays, so that a repetition counts once.
const finish = statement(
  sql`with ${keeping},
      done as (
        update inbox set done_at = ${value('now', 'timestamptz')}, body = null where id = ${value('update', 'int8')}
        returning id, bot, address),
      free as (
        select ${value('until', 'timestamptz')} is not null and not exists (
          select 1 from outbox e where e.chat_id = ${value('chat', 'int8')} and e.settled_at is null
            and (e.claimed_until > ${value('now', 'timestamptz')} or e.not_before <= ${value('now', 'timestamptz')})) as yes),
      made as (
        insert into outbox (chat_id, ward_id, case_id, kind, offers, message, created_at, not_before, claimed_until, attempts)
        select ${value('chat', 'int8')}, ${value('aboutWard', 'int8')}, ${value('aboutCase', 'int8')}, ${value('kind', 'text')},
          ${value('offers', 'bool')}, ${value('message', 'text')}, ${value('now', 'timestamptz')},
          ${value('notBefore', 'timestamptz')}, case when yes then ${value('until', 'timestamptz')} end,
          case when yes then 1 else 0 end
        from free where ${value('chat', 'int8')} is not null
        returning id, chat_id, case_id, kind, attempts, unasked, null as message)
      select row_to_json(m) as made, exists (
          select 1 from inbox i
          where i.bot = done.bot and i.address = done.address and i.done_at is null and i.id <> done.id) as more
      from done left join (${asClaimed(sql`made`)}) m on true`,
  z.object({ made: claimedRow.omit({ message: true }).nullable(), more: z.boolean() }),
);

/**
 * An update is handled. All that it leaves is written in one statement, since this is done for every answer. A message is
 * claimed with its making, unless something goes before it in its chat: so it needs no search of the queue. `more`: its
 * chat has said something else since.
 */
export async function finishUpdate(
  q: Query,
  { update, kept, queued, leaseMs }: Finished,
  now: Date,
): Promise<{ readonly claimed: Claimed | null; readonly more: boolean }> {
  const [row] = await finish(q, {
    ...keptValues(kept, now),
    update,
    until: leaseMs === null ? null : new Date(now.getTime() + leaseMs),
    chat: queued?.chat ?? null,
    aboutWard: queued?.ward ?? null,
    aboutCase: queued?.case ?? null,
    kind: queued?.message.kind ?? null,
    offers: queued !== null && isAsking(queued.message),
    message: queued === null ? null : seal(queued.message),
    notBefore: queued?.notBefore ?? null,
  });
  if (row === undefined) throw new Error('An update that was taken is not there any more.');
  const { made, more } = row;
  if (made === null || queued === null) return { claimed: null, more };
  const { message } = queued;
  const claimed = { ...made, address: unescapeText(made.address), message };
  return { claimed: made.attempts > 0 ? claimed : null, more };
}
