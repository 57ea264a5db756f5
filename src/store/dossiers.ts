import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Due, dueSetters } from '../procedure/deadline.ts';
import { type Dossier, dossierSchema, type Step } from '../procedure/dossier.ts';
import type { Party } from '../procedure/party.ts';
import type { State } from '../procedure/state.ts';
import type { Query } from './db.ts';
import { rows, together } from './db.ts';
import { type By, type Noted, noteDown } from './record.ts';
import { dossierSteps, dossiers, kin } from './schema-rounds.ts';
import { seal, sealedSchema, unseal } from './seal.ts';

/** A household in a round, with all that decides who is what to it. */
export type DossierRow = {
  readonly id: number;
  readonly ward: number;
  readonly zone: number;
  readonly round: number;
  readonly case: number | null;
  readonly listed: number | null;
  /** Whose household it is; null while nobody has spoken for it. */
  readonly owner: number | null;
  readonly kin: readonly number[];
  readonly deputies: readonly number[];
  /** Until when what comes next takes; null when nothing does. */
  readonly due: Due | null;
  readonly dossier: Dossier;
};

const dossierRow = z.object({
  id: z.number(),
  ward: z.number(),
  zone: z.number(),
  round: z.number(),
  case: z.number().nullable(),
  listed: z.number().nullable(),
  owner: z.number().nullable(),
  kin: z.array(z.number()),
  deputies: z.array(z.number()),
  dueOn: z.string().nullable(),
  isConfirmed: z.boolean(),
  by: z.enum(dueSetters),
  body: sealedSchema,
});

/** Who stands in must be a head still: with their own post that ends too. */
export const stillHeads = sql`exists (select 1 from posts p where p.person_id = k.person_id and p.role = 'head')`;

const related = (as: 'kin' | 'deputy') =>
  sql`coalesce((select json_agg(k.person_id) from kin k where k.dossier_id = d.id and k."as" = ${as}
        and ${as === 'deputy' ? stillHeads : sql`true`}), '[]')`;

const columns = sql`d.id, d.ward_id as ward, d.zone_id as zone, d.round_id as round, d.case_id as "case",
  d.listed_id as listed, c.person_id as owner, ${related('kin')} as kin, ${related('deputy')} as deputies,
  d.due_on::text as "dueOn", d.due_confirmed as "isConfirmed", d.due_by as by, d.body`;

async function found(q: Query, where: SQL): Promise<readonly DossierRow[]> {
  const read = await rows(
    q,
    sql`select ${columns} from dossiers d left join cases c on c.id = d.case_id where ${where}`,
    dossierRow,
  );
  return read.map(({ body, by, dueOn: on, isConfirmed, ...row }) => ({
    ...row,
    due: on === null ? null : { on, isConfirmed, by },
    dossier: unseal(body, dossierSchema),
  }));
}

/** Takes these dossiers for this transaction, in the order of their numbers. */
export async function lockDossiers(q: Query, ids: readonly number[]): Promise<readonly DossierRow[]> {
  if (ids.length === 0) return [];
  return found(q, sql`d.id in ${[...ids]} order by d.id for no key update of d`);
}

/** Takes one dossier for this transaction, or null. */
export async function lockDossier(q: Query, id: number): Promise<DossierRow | null> {
  const [row] = await lockDossiers(q, [id]);
  return row ?? null;
}

/** The dossier of a case that goes on, else its latest; held for this transaction. */
export async function lockDossierOf(q: Query, caseId: number): Promise<DossierRow | null> {
  const [row] = await found(
    q,
    sql`d.case_id = ${caseId} order by (d.acts_next is not null) desc, d.id desc limit 1 for no key update of d`,
  );
  return row ?? null;
}

/** The dossier of a case that goes on, else its latest; looked at without being held. */
export async function dossierOf(q: Query, caseId: number): Promise<DossierRow | null> {
  const [row] = await found(
    q,
    sql`d.case_id = ${caseId} order by (d.acts_next is not null) desc, d.id desc limit 1`,
  );
  return row ?? null;
}

/** The dossiers of these zones in those states, in the order of their numbers; not held. */
export async function dossiersIn(
  q: Query,
  zones: readonly number[],
  states: readonly State[],
): Promise<readonly DossierRow[]> {
  if (zones.length === 0) return [];
  return found(q, sql`d.zone_id in ${[...zones]} and d.state in ${[...states]} order by d.id`);
}

/** The dossiers in those states in which somebody stands in for a head who is kin; not held. */
export async function dossiersOfDeputy(
  q: Query,
  person: number,
  states: readonly State[],
): Promise<readonly DossierRow[]> {
  return found(
    q,
    sql`d.state in ${[...states]} and exists (select 1 from kin k where k.dossier_id = d.id
          and k.person_id = ${person} and k."as" = 'deputy' and ${stillHeads}) order by d.id`,
  );
}

/** The cases of households of which somebody is kin. */
export async function casesOfKin(q: Query, person: number): Promise<ReadonlySet<number>> {
  const read = await rows(
    q,
    sql`select distinct d.case_id as "case" from kin k join dossiers d on d.id = k.dossier_id
        where k.person_id = ${person} and k."as" = 'kin' and d.case_id is not null`,
    z.object({ case: z.number() }),
  );
  return new Set(read.map((each) => each.case));
}

/** The dossiers of a ward in those states, in the order of their zones and numbers; not held. */
export async function dossiersOfWard(
  q: Query,
  ward: number,
  states: readonly State[],
): Promise<readonly DossierRow[]> {
  return found(q, sql`d.ward_id = ${ward} and d.state in ${[...states]} order by d.zone_id, d.id`);
}

/** All dossiers of a round that are its ward's still, in the order of their zones and numbers; not held. */
export async function dossiersOfRound(
  q: Query,
  { id, ward }: { readonly id: number; readonly ward: number },
): Promise<readonly DossierRow[]> {
  return found(q, sql`d.round_id = ${id} and d.ward_id = ${ward} order by d.zone_id, d.id`);
}

/** The dossiers with these numbers, in their order; not held. */
export async function dossiersById(q: Query, ids: readonly number[]): Promise<readonly DossierRow[]> {
  if (ids.length === 0) return [];
  return found(q, sql`d.id in ${[...ids]} order by d.id`);
}

/** The dossiers that went up with a list and stand in that state now; not held. */
export async function dossiersOnList(
  q: Query,
  ids: readonly number[],
  state: State,
): Promise<readonly DossierRow[]> {
  if (ids.length === 0) return [];
  return found(q, sql`d.id in ${[...ids]} and d.state = ${state} order by d.zone_id, d.id`);
}

/** The dossier of a household on a list, in a round, that was not taken off; held for this transaction. */
export async function lockListed(q: Query, round: number, listed: number): Promise<DossierRow | null> {
  const [row] = await found(
    q,
    sql`d.round_id = ${round} and d.listed_id = ${listed} and d.state <> 'removed' for no key update of d`,
  );
  return row ?? null;
}

/** What a round takes in. */
export type ToOpen = {
  readonly ward: number;
  readonly zone: number;
  readonly round: number;
  readonly case: number | null;
  readonly listed: number | null;
  readonly dossier: Dossier;
};

/** Who must act next, and until when. */
export type Pending = { readonly actsNext: Party | null; readonly due: Due | null };

/** Takes households into a round, each once; gives the numbers of those that were not in it. */
export async function openDossiers(
  q: Query,
  all: readonly (ToOpen & Pending)[],
  now: Date,
): Promise<readonly number[]> {
  const made: number[] = [];
  // Well under the 65,535 values that one statement may have.
  for (let at = 0; at < all.length; at += 1000) {
    const values = all
      .slice(at, at + 1000)
      .map(({ case: caseId, dossier, listed, round, ward, zone, ...pending }) => ({
        wardId: ward,
        zoneId: zone,
        roundId: round,
        caseId,
        listedId: listed,
        ...kept(dossier, pending),
        openedAt: now,
        updatedAt: now,
      }));
    const added = await q
      .insert(dossiers)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: dossiers.id, case: dossiers.caseId, ward: dossiers.wardId });
    const opened = added.map(({ id, ...where }) => ({ ...where, dossier: id }));
    const noted = opened.map((each) => ({ ...each, actor: 0, of: 'dossier', action: 'Opened' }) as const);
    await noteDown(q, noted, now);
    made.push(...added.map(({ id }) => id));
  }
  return made;
}

/** Saves a dossier after a numbered step, with the step. The number is there once: a second of it fails, which is a bug. */
export async function saveStep(
  q: Query,
  row: DossierRow,
  { step, ...pending }: Pending & { readonly step: Step },
  now: Date,
): Promise<void> {
  await together(
    q
      .update(dossiers)
      .set({ ...kept(row.dossier, pending), reminded: 0, updatedAt: now })
      .where(eq(dossiers.id, row.id)),
    q.insert(dossierSteps).values({
      dossierId: row.id,
      n: step.n,
      wardId: row.ward,
      kind: step.command.kind,
      fromState: step.from,
      toState: step.to,
      actor: step.by,
      body: seal(step.command),
      at: now,
    }),
  );
  await noteDown(q, [stepOf(row, step)], now);
}

/** The entry of the record for a step. */
export function stepOf(
  { case: caseId, id, ward }: Pick<DossierRow, 'id' | 'case' | 'ward'>,
  { by, command, n }: Step,
): Noted {
  return { actor: by, of: 'step', action: command.kind, case: caseId, dossier: id, ward, ref: n };
}

/** Joins a dossier to a place on the last list, or takes it from there; and moves it with its case. */
export async function saveWhere(
  q: Query,
  {
    case: caseId,
    dossier,
    id,
    listed,
    ward,
    zone,
  }: Pick<DossierRow, 'case' | 'dossier' | 'id' | 'listed' | 'ward' | 'zone'>,
  { by, now }: By,
): Promise<void> {
  await q
    .update(dossiers)
    .set({ wardId: ward, zoneId: zone, caseId, listedId: listed, body: seal(dossier) })
    .where(eq(dossiers.id, id));
  await noteDown(q, [{ actor: by, of: 'dossier', action: 'Placed', case: caseId, dossier: id, ward }], now);
}

/** Says that somebody is kin of a household, or stands in for a head who is. */
export async function relate(
  q: Query,
  to: {
    readonly dossier: number;
    readonly person: number;
    readonly as: 'kin' | 'deputy';
    readonly saidBy: number;
  },
  now: Date,
): Promise<void> {
  const { as, dossier, person, saidBy } = to;
  await q
    .insert(kin)
    .values({ dossierId: dossier, personId: person, as, saidBy, at: now })
    .onConflictDoUpdate({ target: [kin.dossierId, kin.personId], set: { as, saidBy, at: now } });
  await noteDown(q, [{ actor: saidBy, of: 'kin', action: as, dossier, ref: person }], now);
}

/** Who is kin of the households of these cases is so in a round that takes them in anew. */
export async function keepKin(q: Query, round: number, cases: readonly number[]): Promise<void> {
  if (cases.length === 0) return;
  await q.execute(
    sql`insert into kin (dossier_id, person_id, "as", said_by, at)
        select d.id, k.person_id, k."as", k.said_by, k.at from dossiers d
          join lateral (select max(e.id) as id from dossiers e where e.case_id = d.case_id and e.id < d.id) e on true
          join kin k on k.dossier_id = e.id and k."as" = 'kin'
        where d.round_id = ${round} and d.case_id in ${[...cases]} and d.state <> 'removed'
        on conflict do nothing`,
  );
}

/** Takes back that somebody is kin of a household, or stands in. */
export async function unrelate(
  q: Query,
  dossier: number,
  persons: readonly number[],
  { by, now }: By,
): Promise<void> {
  if (persons.length === 0) return;
  await q.delete(kin).where(and(eq(kin.dossierId, dossier), inArray(kin.personId, [...persons])));
  const noted = persons.map((person) => ({ of: 'kin', action: 'none', dossier, ref: person }) as const);
  await noteDown(
    q,
    noted.map((each) => ({ ...each, actor: by })),
    now,
  );
}

function kept(dossier: Dossier, { actsNext, due }: Pending) {
  return {
    state: dossier.state,
    step: dossier.step,
    body: seal(dossier),
    actsNext,
    ...dueColumns(due),
  };
}

/** A deadline as it is kept. */
export function dueColumns(due: Due | null) {
  return {
    dueOn: due?.on ?? null,
    dueConfirmed: due?.isConfirmed ?? true,
    ...(due === null ? {} : { dueBy: due.by }),
  };
}
