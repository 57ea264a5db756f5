import { beforeEach, expect, test } from 'vitest';
import { lockCase } from '../../src/store/cases.ts';
import { lockDossierOf } from '../../src/store/dossiers.ts';
import { lockZone } from '../../src/store/matches.ts';
import { ownDatabase } from '../store/database.ts';
import { waitUntilBlocked } from '../store/given.ts';
import { bringTo, dossierOfCase, openYearly } from './round.ts';
import { setStage, type Stage } from './stage.ts';
import { type Talk, talkOn } from './talk.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  stage = await setStage(database.db, '2026-11-20T02:00:00Z');
  await stage.realWard(1);
  talk = talkOn(stage);
  await openYearly(stage, 'khu-1');
  await talk.joins('head', 'khu-1');
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
