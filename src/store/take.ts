import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ChannelName } from '../incoming.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { type CaseRow, caseColumns, caseRow, opened } from './cases.ts';
import type { Query } from './db.ts';
import { statement, value } from './db.ts';
import type { Open } from './inbox.ts';
import { heldSpeaker, makeChat, type Speaker, speakerNow, speakerRow, spoken } from './people.ts';

/** An update in hand: who speaks, and the case that was asked for where it is the speaker's own. */
export type Taken = { readonly speaker: Speaker; readonly own: CaseRow | null };

// By the columns of its index, which the server would not choose by itself while the table is new.
const openOfChat = sql`bot = ${value('bot', 'text')} and address = ${value('address', 'text')} and done_at is null`;

const take = statement(
  sql`with taken as (
        select id from inbox
        where ${openOfChat} and id = ${value('update', 'int8')} and not exists (
          select 1 from inbox where ${openOfChat} and id < ${value('update', 'int8')})
        for update skip locked),
      held as (
        ${heldSpeaker(sql`c.bot = ${value('bot', 'text')} and c.address = ${value('address', 'text')} and exists (select 1 from taken)`)}),
      used as (
        update chats c set last_used_at = ${value('now', 'timestamptz')}, gone_at = null
        from held where c.id = held.chat),
      own as (
        select ${caseColumns} from cases
        where id = ${value('case', 'int8')} and person_id = (select id from held)
        for no key update)
      select row_to_json(s) as speaker, own.*
      from taken left join (${spoken(value('day', 'date'))}) s on true left join own on true`,
  z.object({ speaker: speakerRow.nullable() }).and(z.union([caseRow, z.object({ id: z.null() })])),
);

/**
 * Takes an open update for this transaction, holds its speaker, so that one person is served one thing at a time, and
 * holds the case of that id if it is theirs: in one statement, since this is done for every answer. Null when somebody
 * else has the update, when it is done, or when an older one of its chat is not.
 */
export async function takeUpdate(
  q: Query,
  open: Open & { readonly channel: ChannelName; readonly case: number | null },
  now: Date,
): Promise<Taken | null> {
  const values = {
    update: open.id,
    bot: open.bot,
    address: open.address,
    case: open.case,
    day: vietnamDay(now),
    now,
  };
  const [known] = await take(q, values);
  if (known === undefined) return null;
  if (known.speaker === null) await makeChat(q, open, now);
  const [found] = known.speaker === null ? await take(q, values) : [known];
  if (found === undefined || found.speaker === null)
    throw new Error('A chat was not there after it was made.');
  const speaker = await withPostsOfNow(q, found.speaker, now);
  return { speaker, own: found.id === null ? null : opened(found) };
}

/** Who had to wait for their own row saw the posts of before that: a post that ended meanwhile is held no more. */
async function withPostsOfNow(q: Query, speaker: Speaker, now: Date): Promise<Speaker> {
  if (speaker.posts.length === 0) return speaker;
  const { posts } = await speakerNow(q, speaker.chat, now);
  return { ...speaker, posts };
}
