import { and, eq } from 'drizzle-orm';
import { type Published, publishedSchema } from '../report/published.ts';
import type { Query } from './db.ts';
import { publications } from './schema-public.ts';
import { rounds } from './schema-rounds.ts';
import { wards } from './schema.ts';

/** Publishes the numbers of a round, in place of those that were published of it before. */
export async function publish(q: Query, round: number, what: Published, now: Date): Promise<void> {
  const kept = { body: JSON.stringify(what), publishedAt: now };
  await q
    .insert(publications)
    .values({ roundId: round, ...kept })
    .onConflictDoUpdate({ target: publications.roundId, set: kept });
}

/** Takes back what was published of a round. False when nothing was. */
export async function takeBack(q: Query, round: number): Promise<boolean> {
  const taken = await q
    .delete(publications)
    .where(eq(publications.roundId, round))
    .returning({ round: publications.roundId });
  return taken.length > 0;
}

/** What is published of a round of the ward with that code; or null. */
export async function publicationOf(q: Query, ward: string, round: number): Promise<Published | null> {
  const [found] = await q
    .select({ body: publications.body })
    .from(publications)
    .innerJoin(rounds, eq(rounds.id, publications.roundId))
    .innerJoin(wards, eq(wards.id, rounds.wardId))
    .where(and(eq(publications.roundId, round), eq(wards.code, ward)));
  return found === undefined ? null : publishedSchema.parse(JSON.parse(found.body));
}
