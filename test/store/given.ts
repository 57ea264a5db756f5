import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, isNull, sql } from 'drizzle-orm';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { notice, say } from '../../src/decision.ts';
import { type Incoming, incomingSchema } from '../../src/incoming.ts';
import { newReview } from '../../src/review/review.ts';
import { addWard, addZone } from '../../src/store/areas.ts';
import { type CaseRow, openCase } from '../../src/store/cases.ts';
import { type Database, type Query, rows } from '../../src/store/db.ts';
import { finishUpdate } from '../../src/store/finish.ts';
import { type Open, writeDown } from '../../src/store/inbox.ts';
import { type Claimed, claim, enqueue, type Queued } from '../../src/store/outbox.ts';
import type { Speaker } from '../../src/store/people.ts';
import { inbox } from '../../src/store/schema-queues.ts';
import { chats, persons } from '../../src/store/schema.ts';
import { type Sealed, unseal } from '../../src/store/seal.ts';
import { type Taken, takeUpdate } from '../../src/store/take.ts';
import type { InterviewEvent } from '../../src/survey/event.ts';
import { newInterview } from '../../src/survey/interview.ts';

/** A moment of the day on which the store tests take place, by the clock in Vietnam: `at('07:30')`. */
export function at(clock: string): Date {
  return new Date(`2026-09-15T${clock}:00+07:00`);
}

/** A folder of a test's own, which goes with it. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'rasoat-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** What somebody said; only what a test is about needs to be given. */
export function incoming(given: Partial<Incoming>): Incoming {
  return {
    channel: 'telegram',
    bot: 'b',
    key: '1',
    address: 'hoa',
    input: { kind: 'text', text: 'xin chào' },
    ...given,
  };
}

/** Writes updates down and gives all that are open, in their order. */
export async function written(db: Database, ...updates: readonly Incoming[]): Promise<Open[]> {
  await writeDown(db, updates, at('08:00'));
  const { id, bot, address, body } = inbox;
  const open = db.q.select({ id, bot, address, body: sql<Sealed>`${body}` }).from(inbox);
  return open.where(isNull(inbox.doneAt)).orderBy(asc(id));
}

/** Takes an update that was written down, with the case of that id if it is the speaker's. */
export async function take(q: Query, open: Open, id: number | null = null): Promise<Taken | null> {
  const { channel } = unseal(open.body, incomingSchema);
  return takeUpdate(q, { ...open, channel, case: id }, at('08:00'));
}

/** Ends one, with nothing to be kept or said. */
export async function finish(q: Query, { id }: Open): Promise<void> {
  await finishUpdate(q, { update: id, kept: null, queued: null, leaseMs: null }, at('08:00'));
}

/** Somebody who has spoken from this address. */
export async function speakerAt(
  db: Database,
  address: string,
  now = at('06:00'),
  more: Partial<Incoming> = {},
): Promise<Speaker> {
  const spoken = incoming({ address, key: randomUUID(), ...more });
  const [open] = await writeDown(db, [spoken], now);
  return db.tx(async (q) => {
    const taken = await takeUpdate(q, { ...open!, channel: spoken.channel, case: null }, now);
    await finish(q, open!);
    return taken!.speaker;
  });
}

export async function counted(db: Database): Promise<{ persons: number; chats: number }> {
  return { persons: await db.q.$count(persons), chats: await db.q.$count(chats) };
}

/** A zone in a ward of its own. */
export async function zoneNamed(
  db: Database,
  name: string,
): Promise<{ readonly ward: number; readonly zone: number }> {
  const ward = await addWard(db.q, {
    code: `ward-${name}`,
    name: `Ward ${name}`,
    area: 'rural',
    demo: false,
  });
  return { ward, zone: await addZone(db.q, { wardId: ward, name, code: name }) };
}

export const blankInterview = newInterview({
  survey: 'household',
  version: 1,
  on: '2026-09-15',
  listYear: 2026,
});
export const wasSent = { type: 'Sent', again: false, changed: [], reading: null } satisfies InterviewEvent;

/** A case in which nothing has happened yet. */
export async function begin(db: Database, owner: number): Promise<CaseRow> {
  return db.tx((q) => openCase(q, owner, { interview: blankInterview, review: newReview }, at('07:00')));
}

export const leaseMs = 60_000;

/** Claims what is due at that time. */
export async function claimAt(db: Database, clock: string, most = 100): Promise<readonly Claimed[]> {
  return claim(db, at(clock), { channel: 'telegram', leaseMs, most });
}

/** Queues a message for a chat and claims it with its making, if it may go at once. */
export async function queueClaimed(
  db: Database,
  chat: number,
  name: string,
  clock: string,
): Promise<Claimed | null> {
  const message = notice(name, say('talk.sorry', { name: 'Hoà\0' }));
  const queued = { chat, ward: null, case: null, message, notBefore: at(clock) };
  const [open] = await writeDown(db, [incoming({ key: randomUUID() })], at(clock));
  const finished = { update: open!.id, kept: null, queued, leaseMs };
  return db.tx(async (q) => (await finishUpdate(q, finished, at(clock))).claimed);
}

export function kinds(claimed: readonly Claimed[]): string[] {
  return claimed.map(({ kind }) => kind);
}

/** Queues messages named by their kinds for a chat. */
export async function queue(
  db: Database,
  chat: number,
  names: readonly string[],
  more: Partial<Queued> = {},
): Promise<void> {
  const messages = names.map((name) => ({
    chat,
    ward: null,
    case: null,
    message: notice(name, say('talk.sorry', { name: 'Hoà\0' })),
    notBefore: at('08:00'),
    ...more,
  }));
  await db.tx((q) => enqueue(q, messages, at('08:00')));
}

/** What the bot said in a web chat. */
export function line(address: string, ref: string, text = ref) {
  return { address, ref, sender: 'bot' as const, body: lineBody(text), at: at('08:00') };
}

export function lineBody(text: string) {
  return { text, options: [{ label: 'Có', data: 'y', picked: true }], actions: [] };
}

/** Waits until so many connections to the test's server stand before a lock that another one holds. */
export async function waitUntilBlocked(db: Database, connections: number): Promise<void> {
  const blocked = sql`select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await expect
    .poll(() => rows(db.q, blocked, z.object({ count: z.number() })), { interval: 5, timeout: 10_000 })
    .toEqual([{ count: connections }]);
}
