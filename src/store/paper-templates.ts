import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Query } from './db.ts';
import { paperConfirmations, paperTemplates } from './schema-papers.ts';

/** A template that a ward put in place of the shipped one, and who did. */
export type OwnTemplate = { readonly bytes: Uint8Array; readonly setBy: string; readonly setAt: Date };

/** That an office compared a template with the official form. */
export type Confirmation = { readonly by: string; readonly source: string; readonly at: Date };

/** The template that a ward has of its own for a paper; null when it goes by the shipped one. */
export async function ownTemplate(q: Query, ward: number, paper: string): Promise<OwnTemplate | null> {
  const [found] = await q
    .select()
    .from(paperTemplates)
    .where(and(eq(paperTemplates.wardId, ward), eq(paperTemplates.paper, paper)));
  if (found === undefined) return null;
  return { bytes: Buffer.from(found.body, 'base64'), setBy: found.setBy, setAt: found.setAt };
}

/** Puts a template of a ward's own in place, of the one before too. */
export async function setTemplate(
  q: Query,
  to: { readonly ward: number; readonly paper: string; readonly bytes: Uint8Array; readonly by: string },
  now: Date,
): Promise<void> {
  const { by, bytes, paper, ward } = to;
  const set = { body: Buffer.from(bytes).toString('base64'), setBy: by, setAt: now };
  await q
    .insert(paperTemplates)
    .values({ wardId: ward, paper, ...set })
    .onConflictDoUpdate({ target: [paperTemplates.wardId, paperTemplates.paper], set });
}

/** Goes back to the shipped template; false when the ward had none of its own. */
export async function dropTemplate(q: Query, ward: number, paper: string): Promise<boolean> {
  const dropped = await q
    .delete(paperTemplates)
    .where(and(eq(paperTemplates.wardId, ward), eq(paperTemplates.paper, paper)))
    .returning({ paper: paperTemplates.paper });
  return dropped.length > 0;
}

/** Keeps that an office compared this very file with the official form. */
export async function confirmTemplate(
  q: Query,
  to: {
    readonly ward: number;
    readonly paper: string;
    readonly hash: string;
    readonly by: string;
    readonly source: string;
  },
  now: Date,
): Promise<void> {
  const { by, hash, paper, source, ward } = to;
  const set = { confirmedBy: by, source, confirmedAt: now };
  await q
    .insert(paperConfirmations)
    .values({ wardId: ward, paper, hash, ...set })
    .onConflictDoNothing();
}

/** Who compared this very file with the official form; null when nobody did. */
export async function confirmationOf(
  q: Query,
  of: { readonly ward: number; readonly paper: string; readonly hash: string },
): Promise<Confirmation | null> {
  const [found] = await q
    .select()
    .from(paperConfirmations)
    .where(
      and(
        eq(paperConfirmations.wardId, of.ward),
        eq(paperConfirmations.paper, of.paper),
        eq(paperConfirmations.hash, of.hash),
      ),
    );
  if (found === undefined) return null;
  return { by: found.confirmedBy, source: found.source, at: found.confirmedAt };
}

/** By which a file is known to be the same to the last byte. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
