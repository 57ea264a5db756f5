import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Message } from '../decision.ts';
import { messageSchema } from '../decision.ts';
import type { Database, Query } from './db.ts';
import { rows, statement, value } from './db.ts';
import { unescapeText } from './escape-text.ts';
import { outbox } from './schema-queues.ts';
import { isAsking } from '../survey/person.ts';
import { menuOf } from '../survey/typed-menu.ts';
import { chats } from './schema.ts';
import { SealError, type Sealed, seal, sealedSchema, unseal } from './seal.ts';

export type Queued = {
  readonly chat: number;
  readonly ward: number | null;
  readonly case: number | null;
  readonly message: Message;
  readonly notBefore: Date;
  /** Nobody asked for it. */
  readonly unasked?: boolean;
};

/** Puts messages into the queue, in the transaction that decided them; nothing is sent before its commit. Gives their ids. */
export async function enqueue(q: Query, messages: readonly Queued[], now: Date): Promise<readonly number[]> {
  if (messages.length === 0) return [];
  const made = await q
    .insert(outbox)
    .values(
      messages.map((each) => ({
        chatId: each.chat,
        wardId: each.ward,
        caseId: each.case,
        kind: each.message.kind,
        offers: isAsking(each.message),
        unasked: each.unasked ?? false,
        message: seal(each.message),
        createdAt: now,
        notBefore: each.notBefore,
      })),
    )
    .returning({ id: outbox.id });
  return made.map(({ id }) => id);
}

/** Gives up what waits and is like that, but for what is just being sent: something newer has happened. */
export async function giveUp(q: Query, isSo: SQL, now: Date, outcome = 'outdated'): Promise<void> {
  await q
    .update(outbox)
    .set({ settledAt: now, outcome, message: null })
    .where(and(isNull(outbox.settledAt), isNull(outbox.claimedUntil), isSo));
}

/**
 * What still waits to be said of a case (its card to the heads, a question given back to the household) is given up.
 * Replies to the one who speaks from `chat` are not touched: each of them was asked for.
 */
export async function cancelWaiting(q: Query, caseId: number, chat: number, now: Date): Promise<void> {
  const isOthers = sql`(${outbox.chatId} <> ${chat} or ${outbox.kind} = 'asked-again')`;
  await giveUp(q, sql`${outbox.caseId} = ${caseId} and ${outbox.offers} and ${isOthers}`, now);
}

/** Gives up what waits to be said of a case to somebody who has nothing to do with it any more. */
export async function giveUpFor(
  q: Query,
  { case: id, person }: { readonly person: number; readonly case: number },
  now: Date,
): Promise<void> {
  await giveUp(q, sql`${outbox.caseId} = ${id} and ${isTo(person)}`, now);
}

/** A reminder of a case that still waits is given up: what it asks for is done. */
export async function cancelReminders(q: Query, caseId: number, now: Date): Promise<void> {
  await giveUp(q, sql`${outbox.caseId} = ${caseId} and ${outbox.kind} = 'reminder'`, now);
}

/** Gives up messages that are not to be said any more. */
export async function giveUpMessages(q: Query, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length > 0) await giveUp(q, inArray(outbox.id, [...ids]), now);
}

/** Says something else in place of a message that waits; to be called while it is held. */
export async function sayInstead(q: Query, id: number, message: Message): Promise<void> {
  const instead = { message: seal(message), offers: isAsking(message) };
  await q.update(outbox).set(instead).where(eq(outbox.id, id));
}

/** What still waits to be said to somebody of the steps of a ward, as at night. */
export async function waitingSteps(
  q: Query,
  person: number,
  ward: number,
): Promise<readonly { readonly id: number; readonly message: Message }[]> {
  const found = await q
    .select({ id: outbox.id, message: outbox.message })
    .from(outbox)
    .where(
      and(
        isTo(person),
        eq(outbox.wardId, ward),
        inArray(outbox.kind, ['step', 'reminder']),
        isNull(outbox.settledAt),
        isNull(outbox.claimedUntil),
      ),
    );
  return found.flatMap(({ id, message }) =>
    message === null ? [] : [{ id, message: unseal(message, messageSchema) }],
  );
}

/** What goes to somebody, in whatever chat. */
export function isTo(person: number): SQL {
  return sql`${outbox.chatId} in (select id from chats where person_id = ${person})`;
}

/** What a sender must know of messages just taken. */
export function asClaimed(taken: SQL): SQL {
  return sql`select t.id, t.chat_id as chat, t.case_id as case, t.kind, t.attempts, t.unasked, t.message, c.channel, c.bot, c.address,
      case when c.prompt_of = concat(t.case_id, '|', t.kind) then c.prompt_ref end as prompt, p.language
    from ${taken} t join chats c on c.id = t.chat_id join persons p on p.id = c.person_id order by t.id`;
}

/** The row of one. */
export const claimedRow = z.object({
  id: z.number(),
  chat: z.number(),
  case: z.number().nullable(),
  kind: z.string(),
  attempts: z.number(),
  unasked: z.boolean(),
  message: sealedSchema,
  channel: z.string(),
  bot: z.string(),
  address: z.string(),
  prompt: z.string().nullable(),
  language: z.enum(['vi', 'en']),
});

/** `prompt`: the latest question of the same kind and case, which this message may change in place; `message` is null if it cannot be read. */
export type Claimed = Omit<z.infer<typeof claimedRow>, 'message'> & { readonly message: Message | null };

/**
 * Takes up to `most` messages of one channel that may be sent now: of each chat only the first of those that are due, so that
 * a chat hears everything in order; one that waits for a repetition holds back what comes after it, one that
 * waits for the morning does not, and when the morning comes it waits for what is being sent. A claim runs out by itself if its program dies.
 */
export async function claim(
  db: Database,
  now: Date,
  limits: { readonly channel: string; readonly leaseMs: number; readonly most: number },
): Promise<readonly Claimed[]> {
  const { channel, leaseMs, most } = limits;
  const until = new Date(now.getTime() + leaseMs);
  const found = await rows(
    db.q,
    sql`with due as (
          select o.id from outbox o
          where o.settled_at is null and o.not_before <= ${now}
            and exists (select 1 from chats c where c.id = o.chat_id and c.channel = ${channel})
            and (o.retry_at is null or o.retry_at <= ${now})
            and (o.claimed_until is null or o.claimed_until <= ${now})
            and not exists (
              select 1 from outbox e
              where e.chat_id = o.chat_id and e.settled_at is null and e.id <> o.id
                and (e.claimed_until > ${now} or (e.id < o.id and e.not_before <= ${now})))
          order by o.id limit ${most} for update of o skip locked),
        taken as (
          update outbox o set claimed_until = ${until}, attempts = o.attempts + 1
          from due where o.id = due.id
          returning o.id, o.chat_id, o.case_id, o.kind, o.attempts, o.unasked, o.message)
        ${asClaimed(sql`taken`)}`,
    claimedRow,
  );
  return found.map((row) => ({
    ...row,
    address: unescapeText(row.address),
    message: readable(row.message),
  }));
}

/** One message that cannot be opened must not hold back the others. */
function readable(sealed: Sealed): Message | null {
  try {
    return unseal(sealed, messageSchema);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

/**
 * What a program that was killed had in hand is free, unless another program is there that may be sending it. It is what
 * runs out before `before`: a claim of this program's own, made after its start, runs longer.
 */
export async function freeClaims(db: Database, before: Date): Promise<void> {
  await db.q.execute(
    sql`update outbox set claimed_until = null where settled_at is null and claimed_until < ${before} and not exists (
          select 1 from pg_stat_activity
          where datname = current_database() and application_name like 'rasoat%'
            and application_name <> current_setting('application_name'))`,
  );
}

/** What asks its reader for something although nobody asked for it: a case that came in, a question that came back. */
const tasks: readonly string[] = ['card', 'asked-again'];

/** What came in while its reader was in the midst of something told in several messages leaves them at that. */
const takesOver = sql`(${value('asks', 'bool')} and not (
  ${value('yields', 'bool')} and asked_kind like 'flow-%' and p.flow is not null))`;

// A note that is lost with the server costs a message said twice, which it may be; so nobody waits for the disk.
const sent = statement(
  sql`with shown as (
        update chats c set
          prompt_ref = coalesce(${value('prompt', 'text')}, prompt_ref),
          prompt_of = case when ${value('prompt', 'text')} is null then prompt_of else concat(${value('case', 'int8')}, '|', ${value('kind', 'text')}) end,
          asked_kind = case when ${takesOver} then ${value('kind', 'text')} else asked_kind end,
          asked_case = case when ${takesOver} then ${value('case', 'int8')} else asked_case end,
          asked_menu = case when ${takesOver} then ${value('menu', 'text')} else asked_menu end,
          told_menu = case when ${takesOver} then null else coalesce(${value('menu', 'text')}, told_menu) end
        from persons p
        where p.id = c.person_id and c.id = ${value('chat', 'int8')}
          and (${value('prompt', 'text')} is not null or ${value('asks', 'bool')} or ${value('menu', 'text')} is not null)),
      read as (
        insert into record (at, actor, "as", "of", action, case_id, dossier_id, ward_id)
        select ${value('now', 'timestamptz')}, c.person_id, e."as", 'reading', e.why, coalesce(e."case", d.case_id), d.id,
          coalesce(d.ward_id, k.ward_id)
        from json_to_recordset(${value('shows', 'json')}) as e ("as" text, why text, "case" int8, dossier int8)
          join chats c on c.id = ${value('chat', 'int8')}
          left join dossiers d on d.id = e.dossier left join cases k on k.id = e."case")
      update outbox o set settled_at = ${value('now', 'timestamptz')}, outcome = 'sent', message = null, claimed_until = null
      where o.id = ${value('id', 'int8')}
      returning set_config('synchronous_commit', 'off', true), exists (
        select 1 from outbox e where e.chat_id = o.chat_id and e.settled_at is null and e.id <> o.id) as more`,
  z.object({ more: z.boolean() }),
);

/**
 * The message is out; its content is erased but for what can be typed of it, which goes with the next. `prompt`: the
 * channel's reference, if it offers a choice. Of what nobody asked for only a task takes something over. What it showed of
 * others is an entry of the record: with the note, for what was given up before was shown to nobody. All in one statement, since this is done for every answer. True if more waits in its chat.
 */
export async function settleSent(
  db: Database,
  { case: about, chat, id, kind, message, unasked }: Claimed,
  prompt: string | null,
  now: Date,
): Promise<boolean> {
  const offers = message !== null && isAsking(message);
  const asks = offers && (!unasked || tasks.includes(kind));
  const menu = offers ? menuOf(message, asks) : null;
  const sealed = menu === null ? null : seal(menu);
  const shown = { chat, case: about, kind, prompt, asks, yields: unasked, menu: sealed };
  const shows = JSON.stringify(message?.shows ?? []);
  const [settled] = await sent(db.q, { id, ...shown, shows, now });
  return settled?.more ?? false;
}

/** Tried again at `retryAt`; what comes after it in its chat waits. */
export async function settleRetry(db: Database, id: number, retryAt: Date): Promise<void> {
  await db.q.update(outbox).set({ retryAt, claimedUntil: null }).where(eq(outbox.id, id));
}

/** The channel refuses this message for good: it is given up, and what comes after it goes on. */
export async function settleRejected(db: Database, id: number, reason: string, now: Date): Promise<void> {
  await settle(db.q, id, `rejected: ${reason}`.slice(0, 200), now);
}

/** The chat is gone: it and all that waits for it is given up, politely and at once. */
export async function settleGone(db: Database, chat: number, now: Date): Promise<void> {
  await db.tx(async (q) => {
    await q.update(chats).set({ goneAt: now }).where(eq(chats.id, chat));
    await q.execute(
      sql`update outbox set settled_at = ${now.toISOString()}::timestamptz, outcome = 'gone', message = null, claimed_until = null
          where chat_id = ${chat} and settled_at is null`,
    );
  });
}

async function settle(q: Query, id: number, outcome: string, now: Date): Promise<void> {
  await q
    .update(outbox)
    .set({ settledAt: now, outcome, message: null, claimedUntil: null })
    .where(eq(outbox.id, id));
}

/** How often such a message was put into the queue of this chat since then. */
export async function timesTold(q: Query, chat: number, kind: string, since: Date): Promise<number> {
  const [row] = await rows(
    q,
    sql`select count(*) as count from outbox where chat_id = ${chat} and kind = ${kind} and created_at > ${since}`,
    z.object({ count: z.number() }),
  );
  return row?.count ?? 0;
}
