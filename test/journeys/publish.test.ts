import { beforeEach, describe, expect, test } from 'vitest';
import { give } from '../../src/handle/procedure/give.ts';
import type { Command } from '../../src/procedure/command.ts';
import type { OfficialClass } from '../../src/review/official.ts';
import { lockDossier } from '../../src/store/dossiers.ts';
import { webPort } from '../../src/web-port.ts';
import { ownDatabase } from '../store/database.ts';
import { bringTo } from './round.ts';
import type { Stage } from './stage.ts';
import { inRound } from './ward.ts';
import { operates, signed } from './ward-people.ts';

const database = ownDatabase();
let stage: Stage;
beforeEach(async () => {
  ({ stage } = await inRound(database.db));
});

/** A household of last year's list, decided as that; where it is left out it still waits. */
async function household(name: string, category: OfficialClass | null, zone = 'khu-1'): Promise<number> {
  const id = await signed(stage, { round: 1, zone, name });
  if (category === null) return id;
  if (category === 'poor' || category === 'near-poor') await bringTo(stage, id, 'recognised', category);
  else {
    await bringTo(stage, id, 'decision', category);
    await decides(id, { kind: 'recognise', category, decision: '1/QĐ', on: '2026-11-20' });
  }
  return id;
}

async function decides(id: number, command: Command) {
  await stage.db.tx(async (q) => {
    const row = (await lockDossier(q, id))!;
    const person = { id: 900_003, posts: [], wardPosts: [{ role: 'recorder' as const, ward: row.ward }] };
    const outcome = await give(
      { q, now: stage.clock, today: '2026-11-20', quiet: null, person },
      { row, command, step: null },
    );
    if (outcome.kind === 'refused') throw new Error(outcome.why);
  });
}

const page = (ward = 'thu', round = 1) =>
  webPort(stage.db, async () => {}, { clock: () => stage.clock, speaker: stage.words }).published(
    ward,
    round,
  );
const publishes = (args: object = {}) => operates(stage, 'publish', { round: '1', ward: 'thu', ...args });

describe('publishing a round', () => {
  test('shows the copy of that moment, small numbers hidden, until it is taken back', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await household(`Hộ Mẫu ${n}`, 'poor');
    await household('Hộ Vượt', 'none');
    expect(await publishes({ source: 'Quyết định mẫu' })).toMatch(
      /\/so-lieu\/thu\/1 and .*\/so-lieu\/thu\/1\.json/,
    );
    const published = (await page())!;
    expect(published).toMatchObject({
      ward: { code: 'thu' },
      listYear: 2026,
      day: '2026-11-20',
      source: 'Quyết định mẫu',
      standards: [{ id: 'national-2022-2026' }],
    });
    // Who left is one household, so one of the numbers that it follows from is hidden too.
    expect(published.whole).toMatchObject({ left: null, new: 0 });
    expect(Object.values(published.whole).filter((each) => each === null).length).toBeGreaterThan(1);
    expect(JSON.stringify(published)).not.toMatch(/Hộ Mẫu|Hộ Vượt/);
    await household('Hộ Sau', 'poor', 'khu-2');
    expect(await page()).toEqual(published);
    await publishes();
    expect(await page()).not.toEqual(published);
    expect(await publishes({ back: true })).toContain('Taken back');
    expect(await page()).toBeNull();
    await expect(publishes({ back: true })).rejects.toThrow('Of round 1 nothing is published.');
  });

  test('waits until every household is decided', async () => {
    await household('Hộ Một', 'poor');
    await household('Hộ Chờ', null);
    await expect(publishes()).rejects.toThrow('nothing has been decided yet for 1 households');
    expect(await page()).toBeNull();
  });

  test('can be rehearsed, and is of that ward only', async () => {
    await household('Hộ Một', 'poor');
    expect(await publishes({ 'dry-run': true })).toContain('All: reviewed hidden, poor hidden');
    expect(await page()).toBeNull();
    await expect(publishes({ ward: 'khac' })).rejects.toThrow('khac');
    await expect(publishes({ round: '77' })).rejects.toThrow('There is no round 77');
    await publishes();
    expect(await page('khac')).toBeNull();
  });
});
