import { type Relation, relationsOf } from '../rights.ts';
import type { CaseRow } from '../store/cases.ts';
import { type DossierRow, dossierOf } from '../store/dossiers.ts';
import type { Turn } from './turn.ts';

/** What the one who speaks is to a case, with all that was said of kin, helpers and deputies in its round. */
export async function relationsTo(
  { q, speaker }: Turn,
  row: Pick<CaseRow, 'id' | 'owner' | 'zone'>,
): Promise<{ readonly relations: readonly Relation[]; readonly reviewed: DossierRow | null }> {
  const reviewed = await dossierOf(q, row.id);
  const { owner, zone } = row;
  if (reviewed === null) return { relations: relationsOf(speaker, { owner, zone }), reviewed };
  const { deputies, dossier, kin } = reviewed;
  const apart = { kin, deputies, helpers: dossier.hands.helper };
  return { relations: relationsOf(speaker, { owner, zone, ...apart }), reviewed };
}
