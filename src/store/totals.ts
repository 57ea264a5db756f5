import { and, asc, eq, isNull } from 'drizzle-orm';
import { enteredFields, type EnteredField, type Totals } from '../report/totals.ts';
import type { Query } from './db.ts';
import { totals } from './schema-totals.ts';

/** The totals that were entered for a ward and its zones, by year; those of the ward itself first. */
export async function totalsOf(q: Query, ward: number): Promise<readonly Totals[]> {
  const found = await q
    .select()
    .from(totals)
    .where(eq(totals.wardId, ward))
    .orderBy(asc(totals.year), asc(totals.zoneId));
  return found.map(({ zoneId: zone, ...row }) => ({ ...row, zone }));
}

/** Keeps totals of a year; what is not given stays as it was, the source is that of now. Gives them as they stand. */
export async function setTotals(
  q: Query,
  {
    given,
    source,
    ward,
    year,
    zone,
  }: {
    readonly ward: number;
    readonly zone: number | null;
    readonly year: number;
    readonly given: Readonly<Partial<Record<EnteredField, number>>>;
    readonly source: string;
  },
  now: Date,
): Promise<Readonly<Record<EnteredField, number | null>>> {
  const ofZone = zone === null ? isNull(totals.zoneId) : eq(totals.zoneId, zone);
  const same = and(eq(totals.wardId, ward), ofZone, eq(totals.year, year));
  const [changed] = await q
    .update(totals)
    .set({ ...given, source, setAt: now })
    .where(same)
    .returning();
  const [made] =
    changed === undefined
      ? await q
          .insert(totals)
          .values({ wardId: ward, zoneId: zone, year, ...given, source, setAt: now })
          .returning()
      : [changed];
  if (made === undefined) throw new Error('The database gave nothing back for new totals.');
  const numbers = enteredFields.map((field) => [field, made[field]] as const);
  return { ...emptyTotals, ...Object.fromEntries(numbers) };
}

const emptyTotals = {
  poor: null,
  nearPoor: null,
  poorPersons: null,
  nearPoorPersons: null,
  households: null,
  persons: null,
  minorityHouseholds: null,
  minorityPersons: null,
} as const;
