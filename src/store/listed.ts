import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Query } from './db.ts';
import { listedHouseholds } from './schema-cases.ts';
import { unseal } from './seal.ts';

/** What a list says of a household: its head, where it lives, the ward's own number of it, how many they are. */
export const listedDetailsSchema = z.object({
  name: z.string(),
  address: z.string().nullable(),
  code: z.string().nullable(),
  people: z.number().int().nullable(),
});
export type ListedDetails = z.infer<typeof listedDetailsSchema>;

/** A household of last year's list. */
export type Listed = ListedDetails & {
  readonly id: number;
  readonly zone: number;
  readonly listYear: number;
  readonly category: 'poor' | 'near-poor';
};

/** The households of a zone on the list of a year, in the order in which they came. */
export async function listedIn(q: Query, zone: number, listYear: number): Promise<readonly Listed[]> {
  const { id, zoneId, category, details } = listedHouseholds;
  const found = await q
    .select({ id, zone: zoneId, listYear: listedHouseholds.listYear, category, details })
    .from(listedHouseholds)
    .where(and(eq(zoneId, zone), eq(listedHouseholds.listYear, listYear)))
    .orderBy(asc(id));
  return found.map(({ details: sealed, ...row }) => ({ ...row, ...unseal(sealed, listedDetailsSchema) }));
}
