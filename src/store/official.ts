import { inArray } from 'drizzle-orm';
import type { OfficialClass } from '../review/official.ts';
import { reviewSchema } from '../review/review.ts';
import type { Query } from './db.ts';
import { cases } from './schema-cases.ts';
import { unseal } from './seal.ts';

/** The class on the paper form of each of these cases; null where nobody has copied it. */
export async function officialClassesOf(
  q: Query,
  ids: readonly number[],
): Promise<ReadonlyMap<number, OfficialClass | null>> {
  if (ids.length === 0) return new Map();
  const found = await q
    .select({ id: cases.id, review: cases.review })
    .from(cases)
    .where(inArray(cases.id, [...ids]));
  return new Map(
    found.map(({ id, review }) => [id, unseal(review, reviewSchema).official?.category ?? null]),
  );
}
