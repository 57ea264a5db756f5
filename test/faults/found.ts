import { asc, eq } from 'drizzle-orm';
import { allPlaces } from '../../src/store/areas.ts';
import type { Database } from '../../src/store/db.ts';
import { cases, events } from '../../src/store/schema-cases.ts';
import { inbox, outbox } from '../../src/store/schema-queues.ts';
import { chats } from '../../src/store/schema.ts';
import { unseal } from '../../src/store/seal.ts';
import { webLinesAfter } from '../../src/store/web-lines.ts';
import type { Place } from '../../src/survey/context.ts';
import { type InterviewEvent, interviewEventSchema } from '../../src/survey/event.ts';
import { type Interview, interviewSchema } from '../../src/survey/interview.ts';
import type { Rendered } from '../../src/text/rendered.ts';

/** What the database holds of one person. */
export type Found = {
  readonly case: number;
  readonly interview: Interview;
  readonly history: readonly InterviewEvent[];
  /** The bot's lines in the web chat, in the order in which they stand. */
  readonly lines: readonly Rendered[];
};

/** Reads what is there of the person at an address; one case, or it fails. */
export async function findPerson(db: Database, address: string): Promise<Found> {
  const own = await db.q
    .select({ id: cases.id, interview: cases.interview })
    .from(cases)
    .innerJoin(chats, eq(chats.personId, cases.personId))
    .where(eq(chats.address, address));
  const [row] = own;
  if (row === undefined || own.length > 1) throw new Error(`${address} has ${own.length} cases, not one`);
  const happened = await db.q
    .select({ body: events.body, type: events.type })
    .from(events)
    .where(eq(events.caseId, row.id))
    .orderBy(asc(events.id));
  const lines = await webLinesAfter(db, address, 0);
  return {
    case: row.id,
    interview: unseal(row.interview, interviewSchema),
    history: happened
      .filter(({ type }) => type !== 'CaseReceived')
      .map(({ body }) => unseal(body, interviewEventSchema)),
    lines: lines
      .filter(({ sender }) => sender === 'bot')
      .toSorted((a, b) => a.id - b.id)
      .map(({ body }) => body),
  };
}

/** What stands in both queues when all is done: how many, and what is not as it should be. */
export async function findQueues(db: Database) {
  const taken = await db.q.select({ doneAt: inbox.doneAt, failed: inbox.failed, key: inbox.key }).from(inbox);
  const sent = await db.q.select({ outcome: outbox.outcome }).from(outbox);
  return {
    updates: taken.length,
    open: taken.filter(({ doneAt }) => doneAt === null).length,
    failed: taken.filter(({ failed }) => failed !== null).map(({ failed }) => failed),
    notSent: sent.filter(({ outcome }) => outcome !== 'sent').map(({ outcome }) => outcome),
  };
}

/** The zones as the program knows them. */
export async function findPlaces(db: Database): Promise<readonly Place[]> {
  return allPlaces(db.q);
}
