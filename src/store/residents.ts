import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { stagesOf } from '../rights.ts';
import { interviewSchema } from '../survey/interview.ts';
import { type Query, rows } from './db.ts';
import { cases } from './schema-cases.ts';
import { unseal } from './seal.ts';

/** Everybody whose answers came in from a zone; who declined, withdrew or has sent nothing is left alone. */
export async function residentsOf(q: Query, zone: number): Promise<readonly number[]> {
  const found = await q
    .selectDistinct({ person: cases.personId })
    .from(cases)
    .where(and(eq(cases.zoneId, zone), inArray(cases.stage, [...stagesOf('read')])))
    .orderBy(cases.personId);
  return found.map(({ person }) => person);
}

/**
 * The zones to which somebody sent answers that stand: to choose a zone makes nobody live there. Declined and withdrawn
 * ones are left out; of a zone that was merged it is the one that it is part of.
 */
export async function zonesOfPerson(q: Query, person: number): Promise<readonly number[]> {
  const own = await q
    .select({ interview: cases.interview })
    .from(cases)
    .where(and(eq(cases.personId, person), inArray(cases.stage, [...stagesOf('read')])));
  const sent = own.flatMap(({ interview }) => unseal(interview, interviewSchema).sentTo ?? []);
  if (sent.length === 0) return [];
  const found = await rows(
    q,
    sql`select distinct coalesce(merged_into, id) as zone from zones where id in ${sent} order by zone`,
    z.object({ zone: z.number() }),
  );
  return found.map(({ zone }) => zone);
}

/** Which of these households in a round is this person's own, if any. */
export async function ownAmong(
  q: Query,
  person: number,
  dossiers: readonly number[],
): Promise<number | null> {
  if (dossiers.length === 0) return null;
  const [found] = await rows(
    q,
    sql`select d.id from dossiers d join cases c on c.id = d.case_id
        where c.person_id = ${person} and d.id in ${[...dossiers]} order by d.id limit 1`,
    z.object({ id: z.number() }),
  );
  return found?.id ?? null;
}
