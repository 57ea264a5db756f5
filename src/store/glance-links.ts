import { createHash, randomBytes } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { Query } from './db.ts';
import { glanceLinks } from './schema-glance.ts';

/** A link is good for so long. */
const minutes = 15;

/** Makes a one-time link for somebody to a round. The token is given out once; only its hash is kept. */
export async function makeGlanceLink(
  q: Query,
  { person, round }: { readonly person: number; readonly round: number },
  now: Date,
): Promise<string> {
  await q.delete(glanceLinks).where(lt(glanceLinks.expiresAt, now));
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await q.insert(glanceLinks).values({ hash: hashOf(token), personId: person, roundId: round, expiresAt });
  return token;
}

/** Uses a link up, once; null when it cannot be used any more. */
export async function takeGlanceLink(
  q: Query,
  token: string,
  now: Date,
): Promise<{ readonly person: number; readonly round: number } | null> {
  const [taken] = await q
    .delete(glanceLinks)
    .where(eq(glanceLinks.hash, hashOf(token)))
    .returning();
  if (taken === undefined || taken.expiresAt <= now) return null;
  return { person: taken.personId, round: taken.roundId };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
