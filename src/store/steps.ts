import { asc, eq } from 'drizzle-orm';
import { type Command, commandSchema } from '../procedure/command.ts';
import { type State, stateSchema } from '../procedure/state.ts';
import { vietnamDay } from '../time/vietnam.ts';
import type { Query } from './db.ts';
import { dossiers, dossierSteps } from './schema-rounds.ts';
import { unseal } from './seal.ts';

/** One numbered step as it is kept: what was done, where it led, on which day in Vietnam. */
export type KeptStep = {
  readonly dossier: number;
  readonly n: number;
  readonly command: Command;
  readonly to: State;
  readonly on: string;
};

/** All steps of the households of a round, household by household in their order. */
export async function stepsOfRound(q: Query, round: number): Promise<readonly KeptStep[]> {
  const found = await q
    .select({
      dossier: dossierSteps.dossierId,
      n: dossierSteps.n,
      body: dossierSteps.body,
      to: dossierSteps.toState,
      at: dossierSteps.at,
    })
    .from(dossierSteps)
    .innerJoin(dossiers, eq(dossiers.id, dossierSteps.dossierId))
    .where(eq(dossiers.roundId, round))
    .orderBy(asc(dossierSteps.dossierId), asc(dossierSteps.n));
  return found.map(({ at, body, dossier, n, to }) => ({
    dossier,
    n,
    command: unseal(body, commandSchema),
    to: stateSchema.parse(to),
    on: vietnamDay(at),
  }));
}
