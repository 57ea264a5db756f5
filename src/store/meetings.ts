import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Query } from './db.ts';
import { type By, noteDown } from './record.ts';
import { meetings } from './schema-rounds.ts';
import { seal, unseal } from './seal.ts';

/** When and where a meeting is, and what came of it: who took part by group, what was voted. Nothing of incomes or illness. */
export const meetingBodySchema = z.object({
  /** `HH:MM`, Vietnam time. */
  time: z.string(),
  place: z.string(),
  /** Null until it is written down. */
  attendance: z.record(z.string(), z.number().int()).nullable(),
  /** What was said on it, as far as the chair wrote it down. */
  note: z.string().nullable(),
  /** What was said on single households, by the number of their dossier. */
  remarks: z.record(z.string(), z.string()).exactOptional(),
});
export type MeetingBody = z.infer<typeof meetingBodySchema>;

/** A village meeting. */
export type Meeting = {
  readonly id: number;
  readonly ward: number;
  readonly zone: number;
  readonly round: number;
  /** The first, second, … of its zone in the round. */
  readonly n: number;
  readonly on: string;
  readonly state: 'called' | 'held' | 'put-off';
  readonly body: MeetingBody;
};

/** Calls a meeting; gives its number among all. To be called while the zone is held. */
export async function callMeeting(
  q: Query,
  to: Pick<Meeting, 'ward' | 'zone' | 'round' | 'on' | 'body'> & { readonly by: number },
  now: Date,
): Promise<number> {
  const { body, by, on, round, ward, zone } = to;
  const next = sql<number>`(select coalesce(max(n), 0) + 1 from meetings where round_id = ${round} and zone_id = ${zone})`;
  const [made] = await q
    .insert(meetings)
    .values({
      wardId: ward,
      zoneId: zone,
      roundId: round,
      n: next,
      onDay: on,
      state: 'called',
      body: seal(body),
      calledBy: by,
      calledAt: now,
    })
    .returning({ id: meetings.id });
  if (made === undefined) throw new Error('The database gave no id for a new meeting.');
  await noteDown(q, [{ actor: by, of: 'meeting', action: 'Called', ward, ref: made.id }], now);
  return made.id;
}

/** Writes down what came of a meeting, or that it was put off. */
export async function saveMeeting(
  q: Query,
  { body, id, state, ward }: Pick<Meeting, 'id' | 'state' | 'body' | 'ward'>,
  { by, now }: By,
): Promise<void> {
  const held = state === 'held' ? { heldAt: now } : {};
  await q
    .update(meetings)
    .set({ state, body: seal(body), ...held })
    .where(eq(meetings.id, id));
  await noteDown(q, [{ actor: by, of: 'meeting', action: state, ward, ref: id }], now);
}

/** The meetings of a zone, latest first; of one round where it is named. */
export async function meetingsOf(q: Query, zone: number, round?: number): Promise<readonly Meeting[]> {
  const found = await q
    .select()
    .from(meetings)
    .where(and(eq(meetings.zoneId, zone), round === undefined ? undefined : eq(meetings.roundId, round)))
    .orderBy(desc(meetings.id));
  return found.map(read);
}

/** The meetings of a round, zone by zone in their order. */
export async function meetingsOfRound(q: Query, round: number): Promise<readonly Meeting[]> {
  const found = await q
    .select()
    .from(meetings)
    .where(eq(meetings.roundId, round))
    .orderBy(asc(meetings.zoneId), asc(meetings.n));
  return found.map(read);
}

/** The meeting with that number, held for this transaction; or null. */
export async function lockMeeting(q: Query, id: number): Promise<Meeting | null> {
  const [found] = await q.select().from(meetings).where(eq(meetings.id, id)).for('update');
  return found === undefined ? null : read(found);
}

/** The meeting with that number, looked at without being held; or null. */
export async function meetingById(q: Query, id: number): Promise<Meeting | null> {
  const [found] = await q.select().from(meetings).where(eq(meetings.id, id));
  return found === undefined ? null : read(found);
}

/** The day of a meeting; null when it was put off. */
export async function meetingDay(q: Query, id: number): Promise<string | null> {
  const [found] = await q
    .select({ on: meetings.onDay, state: meetings.state })
    .from(meetings)
    .where(eq(meetings.id, id));
  return found === undefined || found.state === 'put-off' ? null : found.on;
}

function read(row: typeof meetings.$inferSelect): Meeting {
  return {
    id: row.id,
    ward: row.wardId,
    zone: row.zoneId,
    round: row.roundId,
    n: row.n,
    on: row.onDay,
    state: row.state,
    body: unseal(row.body, meetingBodySchema),
  };
}
