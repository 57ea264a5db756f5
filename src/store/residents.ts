import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { stagesOf } from '../rights.ts';
import { type Query, rows } from './db.ts';
import { cases } from './schema-cases.ts';

/** The stages of a case that speaks for somebody who lives in its zone. */
const living = new Set([...stagesOf('revise'), ...stagesOf('record')]);

/** Everybody whose case is in a zone; who declined or withdrew is left alone. */
export async function residentsOf(q: Query, zone: number): Promise<readonly number[]> {
  const found = await q
    .selectDistinct({ person: cases.personId })
    .from(cases)
    .where(and(eq(cases.zoneId, zone), inArray(cases.stage, [...living])))
    .orderBy(cases.personId);
  return found.map(({ person }) => person);
}

/** The zones in which somebody has a case, declined and withdrawn ones left out; of one that was merged, the one it is part of. */
export async function zonesOfPerson(q: Query, person: number): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select distinct coalesce(z.merged_into, z.id) as zone from cases c join zones z on z.id = c.zone_id
        where c.person_id = ${person} and c.stage in ${[...living]} order by zone`,
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
