import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ProcedureId } from '../procedure/procedures.ts';
import type { Open } from '../procedure/state.ts';
import type { Query } from './db.ts';
import { type DossierRow, dueColumns, lockDossiers, type Pending } from './dossiers.ts';
import { dossiers, rounds, terms } from './schema-rounds.ts';

/** A term that a ward set itself, and by which document. */
export type OwnTerm = {
  readonly procedure: string;
  readonly state: string;
  readonly days: number;
  readonly kind: 'working' | 'calendar';
  readonly document: string;
};

/** The terms that a ward set itself. */
export async function ownTerms(q: Query, ward: number): Promise<readonly OwnTerm[]> {
  const { days, document, kind, procedure, state } = terms;
  return q
    .select({ procedure, state, days, kind, document })
    .from(terms)
    .where(eq(terms.wardId, ward))
    .orderBy(procedure, state);
}

/** The households of a ward on whom somebody must act, in that state of that procedure; held for this transaction. */
export async function lockPending(
  q: Query,
  at: { readonly ward: number; readonly procedure: ProcedureId; readonly state: Open },
): Promise<readonly DossierRow[]> {
  const found = await q
    .select({ id: dossiers.id })
    .from(dossiers)
    .innerJoin(rounds, eq(rounds.id, dossiers.roundId))
    .where(
      and(
        eq(dossiers.wardId, at.ward),
        eq(dossiers.state, at.state),
        eq(rounds.procedure, at.procedure),
        isNotNull(dossiers.actsNext),
      ),
    );
  return lockDossiers(
    q,
    found.map(({ id }) => id),
  );
}

/** Sets the deadline of households anew; of a day that is another one they are reminded anew. */
export async function saveDue(q: Query, ids: readonly number[], { due }: Pending): Promise<number> {
  if (ids.length === 0) return 0;
  const isMoved = sql`${dossiers.dueOn} is distinct from ${due?.on ?? null}`;
  const changed = await q
    .update(dossiers)
    .set({ ...dueColumns(due), reminded: sql`case when ${isMoved} then 0 else ${dossiers.reminded} end` })
    .where(
      and(
        inArray(dossiers.id, [...ids]),
        sql`(${isMoved} or ${dossiers.dueBy} is distinct from ${due?.by ?? null})`,
      ),
    )
    .returning({ id: dossiers.id });
  return changed.length;
}
