import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Incoming } from '../incoming.ts';
import type { Post } from '../rights.ts';
import { vietnamDay } from '../time/vietnam.ts';
import type { Query } from './db.ts';
import { rows, together } from './db.ts';
import { escapeText } from './escape-text.ts';
import { chats, persons, posts } from './schema.ts';
import { type Sealed, sealedSchema } from './seal.ts';

export type Language = 'vi' | 'en';

/** Who is speaking: the chat, the person behind it, and the posts they hold. */
export type Speaker = {
  readonly chat: number;
  readonly channel: string;
  readonly id: number;
  readonly language: Language;
  readonly focus: 'interview' | 'desk';
  readonly desk: Sealed | null;
  readonly menu: Sealed | null;
  readonly flow: Sealed | null;
  /** Whether this is where the person spoke last; what stands on the screen of another one may be long past. */
  readonly isLatest: boolean;
  readonly posts: readonly Post[];
};

const speakerRow = z.object({
  chat: z.number(),
  channel: z.string(),
  id: z.number(),
  language: z.enum(['vi', 'en']),
  focus: z.enum(['interview', 'desk']),
  desk: sealedSchema.nullable(),
  menu: sealedSchema.nullable(),
  flow: sealedSchema.nullable(),
  isLatest: z.boolean(),
});

/** Finds who is speaking and holds them for this transaction, so that one person is served one thing at a time. */
export async function speakerOf(q: Query, incoming: Incoming, now: Date): Promise<Speaker> {
  const { channel, bot } = incoming;
  const address = escapeText(incoming.address);
  const found = await lockSpeaker(q, bot, address);
  if (found === undefined) {
    const [person] = await q.insert(persons).values({ createdAt: now }).returning({ id: persons.id });
    if (person === undefined) throw new Error('The database gave no id for a new person.');
    const values = { personId: person.id, channel, bot, address, lastUsedAt: now };
    const made = await q.insert(chats).values(values).onConflictDoNothing().returning({ id: chats.id });
    // Somebody else has just made this chat, and with it the person.
    if (made.length === 0) await q.delete(persons).where(eq(persons.id, person.id));
  }
  const speaker = found ?? (await lockSpeaker(q, bot, address));
  if (speaker === undefined) throw new Error('A chat was not there after it was made.');
  const [own] = await together(
    postsOf(q, speaker.id, now),
    q.update(chats).set({ lastUsedAt: now, goneAt: null }).where(eq(chats.id, speaker.chat)),
  );
  return { ...speaker, posts: own };
}

/** Who speaks from a chat, now that it belongs to another account. */
export async function speakerNow(q: Query, chat: number, now: Date): Promise<Speaker> {
  const speaker = await lockWhere(q, sql`c.id = ${chat}`);
  if (speaker === undefined) throw new Error('A chat was not there after its account was joined.');
  return { ...speaker, posts: await postsOf(q, speaker.id, now) };
}

async function lockSpeaker(q: Query, bot: string, address: string) {
  return lockWhere(q, sql`c.bot = ${bot} and c.address = ${address}`);
}

async function lockWhere(q: Query, chat: SQL) {
  const [row] = await rows(
    q,
    sql`select c.id as chat, c.channel, p.id, p.language, p.focus, p.desk, p.menu, p.flow,
          not exists (select 1 from chats o where o.person_id = p.id and o.last_used_at > c.last_used_at) as "isLatest"
        from chats c join persons p on p.id = c.person_id
        where ${chat} for no key update of p`,
    speakerRow,
  );
  return row;
}

/** The posts that somebody holds on that day; a stand-in's end by themselves. */
async function postsOf(q: Query, person: number, now: Date): Promise<readonly Post[]> {
  const isHeld = sql`(${posts.until} is null or ${posts.until} >= ${vietnamDay(now)})`;
  return q
    .select({ role: posts.role, zone: posts.zoneId })
    .from(posts)
    .where(and(eq(posts.personId, person), isHeld));
}

/** Changes what is kept of a person's conversation. */
export async function savePerson(
  q: Query,
  id: number,
  change: Partial<{
    language: Language;
    focus: 'interview' | 'desk';
    desk: Sealed | null;
    menu: Sealed | null;
    flow: Sealed | null;
  }>,
): Promise<void> {
  if (Object.keys(change).length > 0) await q.update(persons).set(change).where(eq(persons.id, id));
}

/** The chat was blocked or is gone; nothing more is sent to it until its owner speaks again. */
export async function markGone(q: Query, chat: number, now: Date): Promise<void> {
  await q.update(chats).set({ goneAt: now }).where(eq(chats.id, chat));
}

export type Reach = { readonly chat: number; readonly channel: string; readonly person: number };

/** Where each of these persons is reached: the chat last used that is not gone. */
export async function reach(q: Query, people: readonly number[]): Promise<readonly Reach[]> {
  if (people.length === 0) return [];
  return q
    .selectDistinctOn([chats.personId], { chat: chats.id, channel: chats.channel, person: chats.personId })
    .from(chats)
    .where(and(inArray(chats.personId, [...people]), isNull(chats.goneAt)))
    .orderBy(chats.personId, desc(chats.lastUsedAt));
}

/** The heads of a zone. */
export async function headsOf(q: Query, zone: number): Promise<readonly number[]> {
  const found = await q
    .select({ person: posts.personId })
    .from(posts)
    .where(and(eq(posts.zoneId, zone), eq(posts.role, 'head')));
  return found.map((row) => row.person);
}
