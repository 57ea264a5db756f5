import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TermInUse } from '../procedure/deadline.ts';
import { type Procedure, type ProcedureId, procedureIds, procedures } from '../procedure/procedures.ts';
import type { Open } from '../procedure/state.ts';
import type { Query } from './db.ts';
import { rounds, roundZones, terms } from './schema-rounds.ts';

/** A round of review of a ward (đợt rà soát). Days are Vietnam's, both included. */
export type Round = {
  readonly id: number;
  readonly ward: number;
  readonly kind: Procedure['kind'];
  readonly procedure: ProcedureId;
  readonly listYear: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isClosed: boolean;
};

const procedureId = z.enum(procedureIds);

/** Opens a round; null when the ward has one of that kind from that day already. */
export async function openRound(
  q: Query,
  { endsOn, kind, listYear, procedure, startsOn, ward }: Omit<Round, 'id' | 'isClosed'>,
  now: Date,
): Promise<number | null> {
  const [made] = await q
    .insert(rounds)
    .values({ wardId: ward, kind, procedure, listYear, startsOn, endsOn, openedAt: now })
    .onConflictDoNothing()
    .returning({ id: rounds.id });
  return made?.id ?? null;
}

/** Closes a round: nothing is taken in any more; what is open in it goes on. False when none of that number is open. */
export async function closeRound(q: Query, id: number, now: Date): Promise<boolean> {
  const closed = await q
    .update(rounds)
    .set({ closedAt: now })
    .where(and(eq(rounds.id, id), isNull(rounds.closedAt)))
    .returning({ id: rounds.id });
  return closed.length > 0;
}

/** Closes the rounds whose last day is over. */
export async function closeEnded(q: Query, today: string, now: Date): Promise<void> {
  await q
    .update(rounds)
    .set({ closedAt: now })
    .where(and(isNull(rounds.closedAt), lt(rounds.endsOn, today)));
}

/** The round with that number; throws when there is none, which is a bug. */
export async function roundById(q: Query, id: number): Promise<Round> {
  const [found] = await q.select().from(rounds).where(eq(rounds.id, id));
  if (found === undefined) throw new Error(`There is no round ${id}.`);
  return read(found);
}

/** The rounds of a ward, oldest first. */
export async function roundsOf(q: Query, ward: number): Promise<readonly Round[]> {
  const found = await q.select().from(rounds).where(eq(rounds.wardId, ward)).orderBy(asc(rounds.startsOn));
  return found.map(read);
}

/** The rounds of a ward in which something is left to do or is still taken in: the yearly one first, then the newest. */
export async function roundsGoingOn(q: Query, ward: number): Promise<readonly Round[]> {
  const isOpen = sql`(${rounds.closedAt} is null or exists (
    select 1 from dossiers d where d.round_id = ${rounds.id} and d.acts_next is not null))`;
  const found = await q
    .select()
    .from(rounds)
    .where(and(eq(rounds.wardId, ward), isOpen))
    .orderBy(desc(rounds.kind), desc(rounds.startsOn));
  return found.map(read);
}

/** The zones to which a round is limited; none when it is of its whole ward. */
export async function zonesOfRound(q: Query, round: number): Promise<readonly number[]> {
  const found = await q
    .select({ zone: roundZones.zoneId })
    .from(roundZones)
    .where(eq(roundZones.roundId, round))
    .orderBy(asc(roundZones.zoneId));
  return found.map(({ zone }) => zone);
}

/** Limits a round to these zones, beside those that it is limited to already. */
export async function limitRound(q: Query, round: number, only: readonly number[]): Promise<void> {
  if (only.length === 0) return;
  await q
    .insert(roundZones)
    .values(only.map((zone) => ({ roundId: round, zoneId: zone })))
    .onConflictDoNothing();
}

/**
 * The round of a ward that takes households in, of that kind or of any (the yearly one goes first), and of that zone
 * where it is named; null when none does.
 */
export async function openRoundOf(
  q: Query,
  ward: number,
  of: { readonly kind?: Procedure['kind']; readonly zone?: number } = {},
): Promise<Round | null> {
  const limits = sql`select 1 from round_zones z where z.round_id = ${rounds.id}`;
  const takes = sql`(not exists (${limits}) or exists (${limits} and z.zone_id = ${of.zone ?? 0}))`;
  const [found] = await q
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.wardId, ward),
        isNull(rounds.closedAt),
        of.kind === undefined ? undefined : eq(rounds.kind, of.kind),
        of.zone === undefined ? undefined : takes,
      ),
    )
    // Of the two names, the yearly one comes last in the alphabet.
    .orderBy(desc(rounds.kind), desc(rounds.startsOn))
    .limit(1);
  return found === undefined ? null : read(found);
}

/** The terms by which a ward goes: its own, else those of the procedure. */
export async function termsOf(
  q: Query,
  ward: number,
  procedure: ProcedureId,
): Promise<Readonly<Record<Open, TermInUse>>> {
  const own = await q
    .select({ state: terms.state, days: terms.days, kind: terms.kind })
    .from(terms)
    .where(and(eq(terms.wardId, ward), eq(terms.procedure, procedure)));
  const set: Readonly<Record<string, TermInUse>> = Object.fromEntries(
    own.map(({ state, days, kind }) => [state, { ward: { days, kind } }]),
  );
  return { ...procedures[procedure].terms, ...set };
}

/** Sets a term of a ward, or sets it anew. */
export async function setTerm(
  q: Query,
  to: {
    readonly ward: number;
    readonly procedure: ProcedureId;
    readonly state: Open;
    readonly days: number;
    readonly kind: 'working' | 'calendar';
    readonly document: string;
  },
  now: Date,
): Promise<void> {
  const { days, document, kind, procedure, state, ward } = to;
  await q
    .insert(terms)
    .values({ wardId: ward, procedure, state, days, kind, document, setAt: now })
    .onConflictDoUpdate({
      target: [terms.wardId, terms.procedure, terms.state],
      set: { days, kind, document, setAt: now },
    });
}

function read(row: typeof rounds.$inferSelect): Round {
  return {
    id: row.id,
    ward: row.wardId,
    kind: row.kind,
    procedure: procedureId.parse(row.procedure),
    listYear: row.listYear,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    isClosed: row.closedAt !== null,
  };
}
