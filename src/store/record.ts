import type { Reader, SubjectKind } from '../record/entry.ts';
import type { Query } from './db.ts';
import { record } from './schema-record.ts';

/** What is written down of a change or a reading; `actor` 0 is the operator, or the program by itself. */
export type Noted = {
  readonly actor: number;
  readonly of: SubjectKind;
  readonly action: string;
  readonly as?: Reader;
  readonly case?: number | null;
  readonly dossier?: number | null;
  readonly ward?: number | null;
  readonly ref?: number | null;
};

/** Who changes something, and when. */
export type By = { readonly by: number; readonly now: Date };

/** Writes entries of the record, in the transaction of what they are about. They are linked later: nobody waits for the chain. */
export async function noteDown(q: Query, noted: readonly Noted[], now: Date): Promise<void> {
  const values = noted.map(({ actor, as, of, action, case: caseId, dossier, ref, ward }) => ({
    at: now,
    actor,
    as: as ?? null,
    of,
    action,
    caseId: caseId ?? null,
    dossierId: dossier ?? null,
    wardId: ward ?? null,
    ref: ref ?? null,
  }));
  // Well under the 65,535 values that one statement may have.
  for (let at = 0; at < values.length; at += 2000) await q.insert(record).values(values.slice(at, at + 2000));
}
