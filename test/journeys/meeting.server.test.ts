import { beforeEach, expect, test } from 'vitest';
import { lockCase } from '../../src/store/cases.ts';
import { lockDossierOf } from '../../src/store/dossiers.ts';
import { lockZone } from '../../src/store/matches.ts';
import { ownDatabase } from '../store/database.ts';
import { waitUntilBlocked } from '../store/given.ts';
import { bringTo, dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';
import { inRound } from './ward.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  ({ stage, talk } = await inRound(database.db, 1));
});

test('what came of a meeting waits for whoever is at a case of it, and neither waits for the other', async () => {
  await talk.sends('lan', 'khu-1');
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  await bringTo(stage, (await dossierOfCase(stage, 1)).id, 'meeting', 'near-poor');
  await talk.says('head', '/hop', '1', '2 1 1 2 2 5 7 1');
  await talk.presses('head', 'Ghi từng hộ');
  await talk.says('head', '9');
  // As on a card: the case, its zone, its dossier.
  const [written] = await database.db.tx(async (q) => {
    const row = await lockCase(q, 1);
    const pressed = talk.presses('head', 'Lưu kết quả');
    await waitUntilBlocked(database.db, 1);
    await lockZone(q, row!.zone!);
    await lockDossierOf(q, 1);
    return [pressed] as const;
  });
  await written;
  expect(stage.failures).toEqual([]);
  expect((await dossierOfCase(stage, 1)).dossier.state).toBe('interviewed');
});
