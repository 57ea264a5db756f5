import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Query } from './db.ts';
import { type By, noteDown } from './record.ts';
import { dossiers, supports, visits } from './schema-rounds.ts';
import { seal, unseal } from './seal.ts';

/** Support promised to a household, and whether it arrived. */
export type KeptSupport = {
  readonly policy: string;
  readonly on: string;
  readonly arrivedOn: string | null;
  readonly note: string | null;
};

/** A visit to a household, and when the next one is due. */
export type KeptVisit = { readonly on: string; readonly next: string | null; readonly note: string };

const words = z.string();

/** What was promised to a household, oldest first. */
export async function supportsOf(q: Query, dossier: number): Promise<readonly KeptSupport[]> {
  const found = await q
    .select()
    .from(supports)
    .where(eq(supports.dossierId, dossier))
    .orderBy(asc(supports.id));
  return found.map(({ arrivedOn, note, policy, promisedOn }) => ({
    policy,
    on: promisedOn,
    arrivedOn,
    note: note === null ? null : unseal(note, words),
  }));
}

/** Writes down that a support was promised to a household this year, by whom; once. */
export async function promiseSupport(
  q: Query,
  to: {
    readonly ward: number;
    readonly dossier: number;
    readonly policy: string;
    readonly by: number;
    readonly on: string;
  },
  now: Date,
): Promise<void> {
  const { by, dossier, on, policy, ward } = to;
  const made = await q
    .insert(supports)
    .values({
      wardId: ward,
      dossierId: dossier,
      year: Number(on.slice(0, 4)),
      policy,
      promisedBy: by,
      promisedOn: on,
    })
    .onConflictDoNothing()
    .returning({ id: supports.id });
  const noted = made.map(({ id }) => ({ of: 'support', action: 'Promised', ref: id }) as const);
  await noteDown(
    q,
    noted.map((each) => ({ ...each, actor: by, dossier, ward })),
    now,
  );
}

/** Writes down that a promised support arrived, or why it does not; true when it was waited for. */
export async function settleSupport(
  q: Query,
  { dossier, policy }: { readonly dossier: number; readonly policy: string },
  came: { readonly on: string } | { readonly note: string },
  { by, now }: By,
): Promise<boolean> {
  const settled = await q
    .update(supports)
    .set('on' in came ? { arrivedOn: came.on } : { note: seal(came.note) })
    .where(
      and(
        eq(supports.dossierId, dossier),
        eq(supports.policy, policy),
        isNull(supports.arrivedOn),
        isNull(supports.note),
      ),
    )
    .returning({ id: supports.id });
  const noted = settled.map(({ id }) => ({ of: 'support', action: 'Settled', ref: id }) as const);
  await noteDown(
    q,
    noted.map((each) => ({ ...each, actor: by, dossier })),
    now,
  );
  return settled.length > 0;
}

/** The latest visit to each of these households. */
export async function latestVisits(
  q: Query,
  ids: readonly number[],
): Promise<ReadonlyMap<number, KeptVisit>> {
  if (ids.length === 0) return new Map();
  const found = await q
    .selectDistinctOn([visits.dossierId])
    .from(visits)
    .where(inArray(visits.dossierId, [...ids]))
    .orderBy(visits.dossierId, desc(visits.id));
  return new Map(
    found.map(({ dossierId, nextDay, note, onDay }) => [
      dossierId,
      { on: onDay, next: nextDay, note: unseal(note, words) },
    ]),
  );
}

/** Keeps a visit. */
export async function addVisit(
  q: Query,
  to: KeptVisit & { readonly ward: number; readonly dossier: number; readonly by: number },
  now: Date,
): Promise<void> {
  const { by, dossier, next, note, on, ward } = to;
  const made = await q
    .insert(visits)
    .values({ wardId: ward, dossierId: dossier, personId: by, onDay: on, nextDay: next, note: seal(note) })
    .returning({ id: visits.id });
  const noted = made.map(({ id }) => ({ of: 'visit', action: 'Visited', ref: id }) as const);
  await noteDown(
    q,
    noted.map((each) => ({ ...each, actor: by, dossier, ward })),
    now,
  );
}

const groupsSchema = z.array(z.string());

/** The groups of these households, of those that somebody put into any. */
export async function groupsOf(
  q: Query,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const found = await q
    .select({ id: dossiers.id, groups: dossiers.groups })
    .from(dossiers)
    .where(inArray(dossiers.id, [...ids]));
  return new Map(
    found.flatMap(({ groups, id }) => (groups === null ? [] : [[id, unseal(groups, groupsSchema)] as const])),
  );
}

/** Puts a household into groups. */
export async function setGroups(
  q: Query,
  dossier: number,
  groups: readonly string[],
  { by, now }: By,
): Promise<void> {
  await q
    .update(dossiers)
    .set({ groups: seal(groups) })
    .where(eq(dossiers.id, dossier));
  await noteDown(q, [{ actor: by, of: 'dossier', action: 'Grouped', dossier }], now);
}
