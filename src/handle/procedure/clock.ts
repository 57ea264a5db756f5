import { actsNext, type Clockwork, dueOf } from '../../procedure/deadline.ts';
import type { Dossier } from '../../procedure/dossier.ts';
import { procedures } from '../../procedure/procedures.ts';
import { endOfRound } from '../../procedure/round.ts';
import type { Query } from '../../store/db.ts';
import type { Pending } from '../../store/dossiers.ts';
import { type Round, termsOf } from '../../store/rounds.ts';

/** What the deadlines of a round follow from, read once for all its households. */
export async function clockOf(q: Query, round: Round): Promise<Omit<Clockwork, 'meetsOn'>> {
  const { endsOn, procedure, startsOn, ward } = round;
  const endIs = endOfRound(procedures[procedure], round);
  return { terms: await termsOf(q, ward, procedure), startsOn, endsOn, endIs };
}

/** Who must act next on a household, and until when. */
export function pendingBy(dossier: Dossier, clockwork: Clockwork): Pending {
  return {
    actsNext: actsNext(dossier, procedures[dossier.procedure]),
    due: dueOf(dossier, clockwork),
  };
}
