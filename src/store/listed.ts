import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Query } from './db.ts';
import { listedHouseholds } from './schema-cases.ts';
import { seal, unseal } from './seal.ts';

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

/**
 * A household to be put on a list: `key` tells it from all others of that list, `unnumbered` is the key that it has
 * while the ward's number of it is not known, `details` are what the list says.
 */
export type ToList = {
  readonly zone: number;
  readonly category: Listed['category'];
  readonly key: string;
  readonly unnumbered: string;
  readonly details: ListedDetails;
};

type List = { readonly ward: number; readonly listYear: number };

/** A household that was added to a list or changed there; `from` is the zone in which it was listed before, when it moved. */
export type Enlisted = { readonly key: string; readonly added: boolean; readonly from: number | null };

/** Well under the 65,535 values that one statement may have. */
const mostAtOnce = 2_000;

/** Puts households on the list of a year, each once however often it comes; gives those for which that changed something. */
export async function enlist(
  q: Query,
  list: List,
  households: readonly ToList[],
  now: Date,
): Promise<readonly Enlisted[]> {
  const { category, details, key, listYear, wardId, zoneId } = listedHouseholds;
  const zoneBefore = await zonesByKey(q, list);
  await giveNumbers(q, list, households, zoneBefore);
  const done: Enlisted[] = [];
  for (let at = 0; at < households.length; at += mostAtOnce) {
    const rows = households.slice(at, at + mostAtOnce).map((each) => ({
      wardId: list.ward,
      listYear: list.listYear,
      zoneId: each.zone,
      category: each.category,
      key: each.key,
      details: seal(each.details),
      importedAt: now,
    }));
    const written = await q
      .insert(listedHouseholds)
      .values(rows)
      .onConflictDoUpdate({
        target: [wardId, listYear, key],
        set: {
          zoneId: sql`excluded.zone_id`,
          category: sql`excluded.category`,
          details: sql`excluded.details`,
        },
        setWhere: sql`(${zoneId}, ${category}, ${details}) is distinct from (excluded.zone_id, excluded.category, excluded.details)`,
      })
      // A row that is new has no transaction that ended it; one that was changed has been locked by ours.
      .returning({ key, zone: zoneId, added: sql<boolean>`xmax = 0` });
    for (const { added, key: of, zone } of written) {
      const was = zoneBefore.get(of) ?? zone;
      done.push({ key: of, added, from: was === zone ? null : was });
    }
  }
  return done;
}

async function zonesByKey(q: Query, list: List): Promise<ReadonlyMap<string, number>> {
  const { key, zoneId: zone } = listedHouseholds;
  const found = await q.select({ key, zone }).from(listedHouseholds).where(on(list));
  return new Map(found.map((row) => [row.key, row.zone]));
}

/** A household that was listed before it had a number, and now has one, is the same. */
async function giveNumbers(
  q: Query,
  list: List,
  households: readonly ToList[],
  listed: ReadonlyMap<string, number>,
): Promise<void> {
  const { key } = listedHouseholds;
  for (const each of households)
    if (listed.has(each.unnumbered) && !listed.has(each.key))
      await q
        .update(listedHouseholds)
        .set({ key: each.key })
        .where(and(on(list), eq(key, each.unnumbered)));
}

function on({ listYear, ward }: List) {
  return and(eq(listedHouseholds.wardId, ward), eq(listedHouseholds.listYear, listYear));
}
