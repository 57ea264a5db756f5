import { expect, test } from 'vitest';
import { addWard, addZone } from '../../src/store/areas.ts';
import { enlist, listedIn } from '../../src/store/listed.ts';
import { addList, listsOf, lockList, saveList, stoodEarlier } from '../../src/store/lists.ts';
import { openRound } from '../../src/store/rounds.ts';
import { ownDatabase } from './database.ts';
import { at } from './given.ts';

const database = ownDatabase();
const line = {
  dossier: 1,
  zone: 1,
  name: 'Hộ Mẫu',
  category: 'poor',
  before: null,
  opinion: null,
  decision: null,
} as const;

test('lists of a round are numbered, and keep what came back beside what went up', async () => {
  const { q } = database.db;
  const { round, ward } = await openedRound();
  const to = { ward, round, by: 7, lines: [line] };
  const first = await addList(q, to, at('08:00'));
  const second = await addList(q, to, at('09:00'));
  expect([first.n, second.n]).toEqual([1, 2]);
  const opinion = { by: 'Sở Mẫu', number: '45', on: '2026-11-19' };
  await saveList(q, { ...first, opinion }, { by: 7, now: at('10:00') });
  const [one, two] = await listsOf(q, round);
  expect([one?.opinion, two?.opinion, one?.lines]).toEqual([opinion, null, [line]]);
  expect(await database.db.tx((inside) => lockList(inside, 99))).toBeNull();
});

test('a household stood earlier when an older list than the last one has its key', async () => {
  const { q } = database.db;
  const { ward, zone } = await openedRound();
  const household = (key: string) => ({
    zone,
    category: 'poor' as const,
    key,
    unnumbered: `${key}?`,
    details: { name: key, address: null, code: null, people: null },
  });
  await enlist(q, { ward, listYear: 2023 }, [household('A')], at('08:00'));
  await enlist(q, { ward, listYear: 2025 }, [household('A'), household('B')], at('08:00'));
  const [a, b] = await listedIn(q, zone, 2025);
  expect([...(await stoodEarlier(q, [a!.id, b!.id], 2026))]).toEqual([a!.id]);
  expect((await stoodEarlier(q, [], 2026)).size).toBe(0);
});

async function openedRound() {
  const { q } = database.db;
  const ward = await addWard(q, { code: 'mau', name: 'phường Mẫu', area: 'urban', demo: false });
  const zone = await addZone(q, { wardId: ward, name: 'Khu 1', code: 'khu-1' });
  const round = await openRound(
    q,
    {
      ward,
      kind: 'yearly',
      procedure: '24-2021-yearly',
      listYear: 2026,
      startsOn: '2026-09-01',
      endsOn: '2026-12-14',
    },
    at('08:00'),
  );
  return { ward, zone, round: round! };
}
