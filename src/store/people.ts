import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Post, roleSchema } from '../rights.ts';
import { vietnamDay } from '../time/vietnam.ts';
import type { Query } from './db.ts';
import { rows } from './db.ts';
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
  readonly flow: Sealed | null;
  readonly askedKind: string | null;
  readonly askedCase: number | null;
  readonly askedMenu: Sealed | null;
  readonly toldMenu: Sealed | null;
  /** Whether this is where the person spoke last; what stands on the screen of another one may be long past. */
  readonly isLatest: boolean;
  readonly posts: readonly Post[];
};

/** A message on the screen that asks for something. */
export type Shown = { readonly kind: string; readonly case: number | null };

/** The latest message that asked for something on the screen from which somebody speaks; typed words are about it. */
export function shownTo({ askedCase, askedKind }: Speaker): Shown | null {
  return askedKind === null ? null : { kind: askedKind, case: askedCase };
}

/** The row of one who speaks. */
export const speakerRow = z.object({
  chat: z.number(),
  channel: z.string(),
  id: z.number(),
  language: z.enum(['vi', 'en']),
  focus: z.enum(['interview', 'desk']),
  desk: sealedSchema.nullable(),
  flow: sealedSchema.nullable(),
  askedKind: z.string().nullable(),
  askedCase: z.number().nullable(),
  askedMenu: sealedSchema.nullable(),
  toldMenu: sealedSchema.nullable(),
  isLatest: z.boolean(),
  posts: z.array(z.object({ role: roleSchema, zone: z.number() })),
});

/** The part of a statement, to be called `held`, that finds who speaks from a chat and holds them for this transaction. */
export function heldSpeaker(chat: SQL): SQL {
  return sql`select c.id as chat, c.channel, c.last_used_at, p.id, p.language, p.focus, p.desk, p.flow,
               c.asked_kind, c.asked_case, c.asked_menu, c.told_menu
             from chats c join persons p on p.id = c.person_id
             where ${chat} for no key update of p`;
}

/** The rest of what is to be known of them. The posts are those held on that day; a stand-in's end by themselves. */
export function spoken(day: SQL): SQL {
  return sql`select held.chat, held.channel, held.id, held.language, held.focus, held.desk, held.flow,
               held.asked_kind as "askedKind", held.asked_case as "askedCase",
               held.asked_menu as "askedMenu", held.told_menu as "toldMenu",
               not exists (
                 select 1 from chats o
                 where o.person_id = held.id and o.last_used_at > held.last_used_at) as "isLatest",
               (select coalesce(json_agg(json_build_object('role', role, 'zone', zone_id)), '[]') from posts
                where person_id = held.id and (until is null or until >= ${day})) as posts
             from held`;
}

/** Makes a chat, and a person behind it, unless somebody else has just made it. */
export async function makeChat(
  q: Query,
  { channel, bot, address }: { readonly channel: string; readonly bot: string; readonly address: string },
  now: Date,
): Promise<void> {
  const [person] = await q.insert(persons).values({ createdAt: now }).returning({ id: persons.id });
  if (person === undefined) throw new Error('The database gave no id for a new person.');
  const values = { personId: person.id, channel, bot, address, lastUsedAt: now };
  const made = await q.insert(chats).values(values).onConflictDoNothing().returning({ id: chats.id });
  if (made.length === 0) await q.delete(persons).where(eq(persons.id, person.id));
}

/** Who speaks from a chat, now that it belongs to another account. */
export async function speakerNow(q: Query, chat: number, now: Date): Promise<Speaker> {
  const [speaker] = await rows(
    q,
    sql`with held as (${heldSpeaker(sql`c.id = ${chat}`)}) ${spoken(sql`${vietnamDay(now)}::date`)}`,
    speakerRow,
  );
  if (speaker === undefined) throw new Error('A chat was not there after its account was joined.');
  return speaker;
}

/** Changes what is kept of a person's conversation. */
export async function savePerson(
  q: Query,
  id: number,
  change: Partial<{
    language: Language;
    focus: 'interview' | 'desk';
    desk: Sealed | null;
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
