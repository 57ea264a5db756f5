import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Query } from './db.ts';
import { type By, noteDown } from './record.ts';
import { complaints } from './schema-rounds.ts';
import { seal, unseal } from './seal.ts';

/** What somebody objects to, in their own words. */
const bodySchema = z.object({ text: z.string() });
const answerSchema = z.object({ reason: z.string() });

/** A complaint about a household on a posted list. */
export type Complaint = {
  readonly id: number;
  readonly dossier: number;
  readonly person: number;
  readonly text: string;
  readonly at: Date;
  readonly answer: string | null;
};

/** Keeps a complaint; gives its number. */
export async function addComplaint(
  q: Query,
  to: { readonly ward: number; readonly dossier: number; readonly person: number; readonly text: string },
  now: Date,
): Promise<number> {
  const { dossier, person, text, ward } = to;
  const [made] = await q
    .insert(complaints)
    .values({ wardId: ward, dossierId: dossier, personId: person, body: seal({ text }), at: now })
    .returning({ id: complaints.id });
  if (made === undefined) throw new Error('The database gave no id for a new complaint.');
  await noteDown(
    q,
    [{ actor: person, of: 'complaint', action: 'Complained', dossier, ward, ref: made.id }],
    now,
  );
  return made.id;
}

/** What somebody says beside their complaint that waits for its answer is added to it; false where there is none. */
export async function addToComplaint(
  q: Query,
  { dossier, person, text }: { readonly dossier: number; readonly person: number; readonly text: string },
  now: Date,
): Promise<boolean> {
  const mine = (await complaintsOf(q, dossier)).findLast(
    (each) => each.person === person && each.answer === null,
  );
  if (mine === undefined) return false;
  await q
    .update(complaints)
    .set({ body: seal({ text: `${mine.text}\n${text}` }) })
    .where(eq(complaints.id, mine.id));
  await noteDown(q, [{ actor: person, of: 'complaint', action: 'Added', dossier, ref: mine.id }], now);
  return true;
}

/** The complaints about a household, oldest first. */
export async function complaintsOf(q: Query, dossier: number): Promise<readonly Complaint[]> {
  const found = await q
    .select()
    .from(complaints)
    .where(eq(complaints.dossierId, dossier))
    .orderBy(asc(complaints.id));
  return found.map((row) => ({
    id: row.id,
    dossier: row.dossierId,
    person: row.personId,
    text: unseal(row.body, bodySchema).text,
    at: row.at,
    answer: row.answer === null ? null : unseal(row.answer, answerSchema).reason,
  }));
}

/** Who complained of a household and waits for the answer, or gets it in this transaction. */
export async function complainantsOf(q: Query, dossier: number): Promise<readonly number[]> {
  const found = await q
    .selectDistinct({ person: complaints.personId })
    .from(complaints)
    .where(and(eq(complaints.dossierId, dossier), isNull(complaints.answeredAt)));
  return found.map(({ person }) => person);
}

/** Answers all that is open about a household, with the reason that was found. To be called after everybody was told. */
export async function answerComplaints(
  q: Query,
  dossier: number,
  reason: string,
  { by, now }: By,
): Promise<void> {
  const answered = await q
    .update(complaints)
    .set({ answer: seal({ reason }), answeredAt: now })
    .where(and(eq(complaints.dossierId, dossier), isNull(complaints.answeredAt)))
    .returning({ id: complaints.id });
  const noted = answered.map(({ id }) => ({ of: 'complaint', action: 'Answered', ref: id }) as const);
  await noteDown(
    q,
    noted.map((each) => ({ ...each, actor: by, dossier })),
    now,
  );
}
