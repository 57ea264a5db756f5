import { takeIn } from '../../src/handle/procedure/take-in.ts';
import type { Person } from '../../src/procedure/party.ts';
import type { Database } from '../../src/store/db.ts';
import { openRound, roundById } from '../../src/store/rounds.ts';
import { listedHouseholds } from '../../src/store/schema-cases.ts';
import { dossiers, wardPosts } from '../../src/store/schema-rounds.ts';
import { posts } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { speakerAt, zoneNamed } from './given.ts';

let wards = 0;

/** A ward of its own in a yearly round from 26 January 2026, with so many listed households, a head and an officer who can be told. */
export async function ofHouseholds(db: Database, many: number) {
  wards += 1;
  const now = new Date('2026-01-26T08:00:00+07:00');
  const { ward, zone } = await zoneNamed(db, `khu-${wards}`);
  const head = await speakerAt(db, `head-${wards}`);
  const officer = await speakerAt(db, `officer-${wards}`);
  await db.q
    .insert(posts)
    .values({ personId: head.id, zoneId: zone, wardId: ward, role: 'head', since: now });
  await db.q.insert(wardPosts).values({ personId: officer.id, wardId: ward, role: 'officer', since: now });
  const names = Array.from({ length: many }, (_, n) => `Hộ ${n + 1} khu ${wards}`);
  await db.q.insert(listedHouseholds).values(
    names.map((name) => ({
      wardId: ward,
      zoneId: zone,
      listYear: 2025,
      category: 'poor' as const,
      key: name,
      details: seal({ name, address: null, code: null, people: null }),
      importedAt: now,
    })),
  );
  const round = { ward, kind: 'yearly', procedure: '24-2021-yearly', listYear: 2026 } as const;
  await db.tx(async (q) => {
    const id = await openRound(q, { ...round, startsOn: '2026-01-26', endsOn: '2026-12-14' }, now);
    await takeIn(q, await roundById(q, id!), [zone], { now, today: '2026-01-26' });
  });
  const taken = await db.q
    .select({ id: dossiers.id, round: dossiers.roundId, ward: dossiers.wardId })
    .from(dossiers);
  const households = taken
    .filter((each) => each.ward === ward)
    .map(({ id }, n) => ({ dossier: id, name: names[n]! }));
  const helper: Person = { id: 900_001, posts: [{ role: 'collaborator', zone }], wardPosts: [] };
  const acting: Readonly<Record<'interview' | 'verify' | 'remove', Person>> = {
    interview: helper,
    verify: { id: head.id, posts: [{ role: 'head', zone }], wardPosts: [] },
    remove: { id: officer.id, posts: [], wardPosts: [{ role: 'officer', ward }] },
  };
  return { acting, households, ward };
}
