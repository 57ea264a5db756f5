import { zonesOf } from '../../store/areas.ts';
import type { Query } from '../../store/db.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { holdersIn } from '../../store/posts.ts';

/** A head who may stand in for one that is kin; `name` is known of those whom the ward named for the post. */
export type Candidate = { readonly person: number; readonly zoneName: string; readonly name: string | null };

/** The heads of other zones of the ward who can stand in for a household: not its own people, not kin, nobody who has it otherwise. */
export async function deputyCandidates(
  q: Query,
  row: DossierRow,
  day: string,
): Promise<readonly Candidate[]> {
  const others = (await zonesOf(q, row.ward)).filter(
    ({ id, mergedInto }) => id !== row.zone && mergedInto === null,
  );
  const { approver, helper, rechecker } = row.dossier.hands;
  const apart = [row.owner, row.dossier.rechecker, ...row.kin, ...helper, ...rechecker, ...approver];
  const found = new Map<number, Candidate>();
  for (const zone of others)
    for (const { awayUntil, name, person } of await holdersIn(q, zone.id, day, 'head')) {
      const isThere = awayUntil === null || awayUntil < day;
      if (isThere && !apart.includes(person) && !found.has(person))
        found.set(person, { person, zoneName: zone.name, name });
    }
  return [...found.values()];
}
