import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { placeByCode } from '../../src/store/areas.ts';
import { rows } from '../../src/store/db.ts';
import { roundsOf } from '../../src/store/rounds.ts';
import { ownDatabase } from '../store/database.ts';
import { dossierOfCase, openYearly } from './round.ts';
import { type Stage, setStage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';

/** A household asks by itself: to be reviewed, or to leave the list. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;
beforeEach(async () => {
  stage = await setStage(database.db, '2026-05-04T09:00:00+07:00');
  talk = talkOn(stage);
});

const rounds = async () => {
  const place = await placeByCode(database.db.q, 'demo-khu-1');
  return (await roundsOf(database.db.q, place!.ward)).map(({ endsOn, kind, startsOn }) => ({
    kind,
    startsOn,
    endsOn,
  }));
};
const may = { kind: 'regular', startsOn: '2026-05-15', endsOn: '2026-05-30' };
const dossiers = () =>
  rows(database.db.q, sql`select state from dossiers order by id`, z.object({ state: z.string() }));

describe('in a month without a yearly round', () => {
  test('a household asks before it has said anything, and is in the round of the month from when it says where it lives', async () => {
    await talk.says('lan', 'xin rà soát');
    await talk.presses('lan', 'Xin rà soát nhà mình');
    expect(talk.heard('lan').at(-2)).toContain('Mình trả lời nhà ở khu nào trước đã');
    await talk.says('lan', '/start demo-khu-1');
    expect(await dossiers()).toEqual([{ state: 'listed' }]);
    await talk.sends('lan');
    expect(await rounds()).toEqual([may]);
    expect(await dossierOfCase(stage, 1)).toMatchObject({
      dossier: { origin: 'asked', procedure: '24-2021-regular', state: 'interviewed' },
      // One working day, counted from the first day of the round.
      due: { on: '2026-05-18' },
    });
    await talk.says('lan', 'đề nghị');
    expect(talk.last('lan')).toContain('Nhà mình đã ở trong đợt rà soát rồi.');
    expect(talk.last('lan')).toContain('Bây giờ đến lượt khu trưởng.\n\nDự kiến xong: hết ngày 18/05/2026.');
  });

  test('who has sent before asks once more is taken in where the case stands, with others in one round', async () => {
    await talk.joins('head');
    await talk.sends('lan');
    await talk.sends('hoa');
    expect(await dossiers()).toEqual([]);
    await talk.says('lan', '/denghi', '1');
    expect(talk.last('lan')).toContain('từ ngày 15/05/2026 đến hết ngày 30/05/2026');
    expect(talk.last('lan')).toContain('trả lời, có lý do');
    await talk.says('hoa', '/request', 'nhà tôi khó khăn quá');
    expect(await rounds()).toEqual([may]);
    expect(await dossiers()).toEqual([{ state: 'interviewed' }, { state: 'interviewed' }]);
    // Words that are neither are asked about, and change nothing.
    await talk.says('binh', 'đề nghị', 'để xem đã');
    expect(talk.last('binh')).toContain('Mình muốn xin điều gì?');
  });

  test('a household asks to leave the list, and is found on it by its head', async () => {
    await stage.listed('demo-khu-1', { name: 'Lan', address: 'số 12, ngõ 5', people: 1 });
    await talk.joins('head');
    await talk.says('lan', 'xin ra khỏi danh sách', '2');
    expect(talk.heard('lan').join('\n')).toContain('nhà mình xin ra khỏi danh sách. Khu trưởng sẽ xem');
    await talk.sends('lan');
    expect(await dossierOfCase(stage, 1)).toMatchObject({ dossier: { origin: 'leaving', before: null } });
    await talk.presses('head', 'So với hộ Lan');
    await talk.presses('head', 'Đúng là hộ này');
    expect(await dossierOfCase(stage, 1)).toMatchObject({
      dossier: { origin: 'leaving', before: 'near-poor' },
    });
  });
});

describe('while a yearly round runs', () => {
  beforeEach(async () => {
    stage.clock = new Date('2026-09-15T09:00:00+07:00');
    await openYearly(stage, 'demo-khu-1');
  });

  test('a household that is in it hears where it stands, in English too, and may ask to leave the list', async () => {
    await talk.sends('lan');
    await talk.says('lan', 'request');
    expect(talk.last('lan')).toContain('Nhà mình đã ở trong đợt rà soát rồi.');
    expect(await rounds()).toHaveLength(1);
    await talk.presses('lan', 'Xin ra khỏi danh sách');
    expect((await dossierOfCase(stage, 1)).dossier.origin).toBe('leaving');
    const offered = choices(talk.sent.at(-1)!).map(({ label }) => label);
    expect(offered.join()).not.toContain('Xin ra khỏi danh sách');
    await talk.says('lan', '/language', 'English', '/request');
    expect(talk.last('lan')).toContain("Now it is the zone head's turn.");
  });

  test('who asks first is in it at once, and answers as everybody does', async () => {
    await talk.says('lan', '/start demo-khu-1', '1', 'đồng ý', '/denghi', '1');
    expect(talk.heard('lan').at(-2)).toContain(
      'đợt rà soát hằng năm, từ ngày 01/09/2026 đến hết ngày 14/12/2026',
    );
    expect(talk.last('lan')).toContain('Nhà mình có những ai?');
    expect(await dossiers()).toEqual([{ state: 'listed' }]);
  });
});
