import { and, desc, eq, inArray, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Command, commandSchema } from '../procedure/command.ts';
import type { Step } from '../procedure/dossier.ts';
import { stageSchema, stagesOf } from '../rights.ts';
import type { Query } from './db.ts';
import { rows } from './db.ts';
import { listedHouseholds, matches } from './schema-cases.ts';
import { stepOf } from './dossiers.ts';
import { noteDown } from './record.ts';
import { dossierSteps, dossiers } from './schema-rounds.ts';
import { seal, unseal } from './seal.ts';

/** A round as far as it says whom it takes in; only of these zones. */
export type Taking = {
  readonly round: number;
  readonly ward: number;
  readonly listYear: number;
  readonly zones: readonly number[];
};

const listedRow = z.object({ id: z.number(), zone: z.number(), category: z.enum(['poor', 'near-poor']) });

/** A household of the last list that a round has not taken in yet. */
export type ListedToReview = z.infer<typeof listedRow>;

/** The households of the list before a round's own (else of the newest there is) that are not in the round in any state. */
export async function listedToReview(
  q: Query,
  { listYear, round, ward, zones }: Taking,
): Promise<readonly ListedToReview[]> {
  const year = await lastListOf(q, ward, listYear);
  if (year === null || zones.length === 0) return [];
  return rows(
    q,
    sql`select l.id, l.zone_id as zone, l.category from listed_households l
        where l.ward_id = ${ward} and l.list_year = ${year} and l.zone_id in ${[...zones]}
          and not exists (select 1 from dossiers d where d.round_id = ${round} and d.listed_id = l.id)
        order by l.id`,
    listedRow,
  );
}

/** The year of the list of a ward before the list of that year, else of its newest; null when it has none. */
async function lastListOf(q: Query, ward: number, listYear: number): Promise<number | null> {
  const { listYear: year, wardId } = listedHouseholds;
  const [found] = await q
    .select({
      before: sql<number | null>`max(${year}) filter (where ${year} < ${listYear})`,
      newest: max(year),
    })
    .from(listedHouseholds)
    .where(eq(wardId, ward));
  return found?.before ?? found?.newest ?? null;
}

const caseRow = z.object({
  id: z.number(),
  owner: z.number(),
  zone: z.number(),
  stage: stageSchema,
  /** Who signed it last. */
  signer: z.number().nullable(),
  /** The household of the last list that a head found it to be. */
  listed: z.number().nullable(),
  before: z.enum(['poor', 'near-poor']).nullable(),
});

/** A case that its heads have, as a round takes it in. */
export type CaseToReview = z.infer<typeof caseRow>;

/** The cases for the list of a round that are with their heads and not in the round in any state, but those set aside. */
export async function casesToReview(
  q: Query,
  { listYear, round, ward, zones }: Taking,
): Promise<readonly CaseToReview[]> {
  if (zones.length === 0) return [];
  return rows(
    q,
    sql`${caseColumns} where c.ward_id = ${ward} and c.list_year = ${listYear} and c.zone_id in ${[...zones]}
          and c.stage in ${[...stagesOf('read')]} and not ${isAside}
          and not exists (select 1 from dossiers d where d.round_id = ${round} and d.case_id = c.id)
        order by c.id`,
    caseRow,
  );
}

/** One case as a round takes it in, whatever it is in already; null where it has no zone or is set aside. */
export async function caseToReview(q: Query, id: number): Promise<CaseToReview | null> {
  const [found] = await rows(
    q,
    sql`${caseColumns} where c.id = ${id} and c.zone_id is not null and not ${isAside}`,
    caseRow,
  );
  return found ?? null;
}

const caseColumns = sql`select c.id, c.person_id as owner, c.zone_id as zone, c.stage, m.listed, m.before,
    (select e.person_id from events e where e.case_id = c.id and e.type = 'Signed' order by e.id desc limit 1) as signer
  from cases c left join lateral (
    select l.id as listed, l.category as before from matches x join listed_households l on l.id = x.listed_id
    where x.case_id = c.id and x.state = 'same' order by x.decided_at desc nulls last limit 1) m on true`;

/** Its household goes on in another case. */
const isAside = sql`exists (
  select 1 from matches x join cases o on o.id = case when x.case_id = c.id then x.other_case_id else x.case_id end
  where ((x.case_id = c.id and x.state = 'same' and x.listed_id is null) or (x.other_case_id = c.id and x.state = 'later'))
    and o.stage in ${[...stagesOf('read')]})`;

/** Keeps the steps that brought the cases of a round where they stand, each dossier found by its case. */
export async function keepSteps(
  q: Query,
  { round, ward }: Pick<Taking, 'round' | 'ward'>,
  all: readonly { readonly case: number; readonly steps: readonly Step[] }[],
  now: Date,
): Promise<void> {
  const steps = new Map(all.map((each) => [each.case, each.steps]));
  const found = await q
    .select({ id: dossiers.id, case: dossiers.caseId })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.roundId, round),
        inArray(dossiers.caseId, [...steps.keys()]),
        sql`${dossiers.state} <> 'removed'`,
      ),
    );
  const values = found.flatMap(({ case: of, id }) =>
    (of === null ? [] : (steps.get(of) ?? [])).map((step) => ({
      dossierId: id,
      n: step.n,
      wardId: ward,
      kind: step.command.kind,
      fromState: step.from,
      toState: step.to,
      actor: step.by,
      body: seal(step.command),
      at: now,
    })),
  );
  // Well under the 65,535 values that one statement may have.
  for (let at = 0; at < values.length; at += 2000)
    await q.insert(dossierSteps).values(values.slice(at, at + 2000));
  const noted = found.flatMap((each) =>
    (each.case === null ? [] : (steps.get(each.case) ?? [])).map((step) => stepOf({ ...each, ward }, step)),
  );
  await noteDown(q, noted, now);
}

/** What a match is about: a case, and the household of the list or the earlier case that it may be. */
export async function matchSides(q: Query, id: number) {
  const [found] = await q
    .select({ case: matches.caseId, listed: matches.listedId, otherCase: matches.otherCaseId })
    .from(matches)
    .where(eq(matches.id, id));
  return found ?? null;
}

/** The cases that were set aside for that one. */
export async function setAsideFor(q: Query, caseId: number): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select case_id as id from matches where other_case_id = ${caseId} and state = 'same'
        union select other_case_id from matches where case_id = ${caseId} and state = 'later'
        order by id`,
    z.object({ id: z.number() }),
  );
  return found.map(({ id }) => id);
}

/** A household of the list, as a round takes it in. */
export async function listedById(q: Query, id: number): Promise<ListedToReview | null> {
  const [found] = await q
    .select({ id: listedHouseholds.id, zone: listedHouseholds.zoneId, category: listedHouseholds.category })
    .from(listedHouseholds)
    .where(eq(listedHouseholds.id, id));
  return found ?? null;
}

/** The number of the dossier of a household of the list in a round that was not taken off; not held. */
export async function dossierOfListed(q: Query, round: number, listed: number): Promise<number | null> {
  const [found] = await q
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(
      and(eq(dossiers.roundId, round), eq(dossiers.listedId, listed), sql`${dossiers.state} <> 'removed'`),
    );
  return found?.id ?? null;
}

/** What was done last to a dossier. */
export async function lastCommand(q: Query, dossier: number): Promise<Command | null> {
  const [found] = await q
    .select({ body: dossierSteps.body })
    .from(dossierSteps)
    .where(eq(dossierSteps.dossierId, dossier))
    .orderBy(desc(dossierSteps.n))
    .limit(1);
  return found === undefined ? null : unseal(found.body, commandSchema);
}
