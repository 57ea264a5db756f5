import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runAdmin } from '../../src/admin/run.ts';
import { tidy } from '../../src/admin/tidy.ts';
import { give } from '../../src/handle/procedure/give.ts';
import { operatorOf } from '../../src/handle/procedure/operator.ts';
import { addWard } from '../../src/store/areas.ts';
import { rows } from '../../src/store/db.ts';
import { dossiersOfRound } from '../../src/store/dossiers.ts';
import { ownDatabase } from '../store/database.ts';
import { dossierOfCase, openYearly } from './round.ts';
import { setStage, type Stage } from './stage.ts';
import { type Talk, talkOn } from './talk.ts';
import { inWard } from './ward.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;

beforeEach(async () => {
  ({ stage, talk } = await inWard(database.db, 3));
});

async function admin(command: string, args: object): Promise<string> {
  const settings = { now: stage.clock, baseUrl: 'https://example.vn', quiet: null };
  const { lines } = await runAdmin(database.db, command, args, settings);
  await stage.exhaust();
  return lines.join('\n');
}

/** Every event of a case, and what stands in the columns that are searched by. */
async function recordOf(id: number) {
  const types = await rows(
    database.db.q,
    sql`select type from events where case_id = ${id} order by id`,
    z.object({ type: z.string() }),
  );
  const [where] = await rows(
    database.db.q,
    sql`select z.code as zone, w.code as ward from cases c join zones z on z.id = c.zone_id join wards w on w.id = c.ward_id where c.id = ${id}`,
    z.object({ zone: z.string(), ward: z.string() }),
  );
  return { types: types.map(({ type }) => type), where };
}

describe('a head is replaced', () => {
  test('the next one finds the open tasks; the former sees nothing more', async () => {
    await talk.joins('head', 'khu-1');
    await talk.sends('lan', 'khu-1');
    expect(talk.last('head')).toContain('Lan');
    expect(await admin('head end', { zone: 'khu-1' })).toContain('wait for the next head');
    expect(talk.last('head')).toContain('không còn xem hồ sơ của Khu 1');
    // An old button, and the command, of somebody who is no head any more.
    await talk.presses('head', 'Xác nhận');
    expect(talk.last('head')).toContain('không thuộc phần việc');
    await talk.says('head', '/viec');
    expect(talk.last('head')).toContain('dành cho khu trưởng');
    await talk.joins('head-2', 'khu-1');
    expect(talk.last('head-2')).toContain('Hồ sơ đang chờ: 1.');
    await talk.says('head-2', '1');
    expect(talk.last('head-2')).toContain('Lan');
  });

  test('what waited for the former in the night is not said to them', async () => {
    stage = await setStage(database.db, '2026-11-20T02:00:00Z', { from: 21, to: 7 });
    talk = talkOn(stage);
    await talk.joins('head', 'khu-1');
    stage.clock = new Date('2026-11-20T16:00:00Z');
    await talk.sends('lan', 'khu-1');
    await admin('head end', { zone: 'khu-1' });
    stage.clock = new Date('2026-11-21T02:00:00Z');
    await stage.exhaust();
    expect(talk.heard('head').some((text) => text.includes('Lan'))).toBe(false);
    expect(talk.last('head')).toContain('không còn xem hồ sơ');
  });
});

describe('the last evening of a stand-in', () => {
  test('what comes in then is for the morning, and so for the next', async () => {
    stage = await setStage(database.db, '2026-11-20T02:00:00Z', { from: 21, to: 7 });
    talk = talkOn(stage);
    const said = await admin('invite', { zone: 'khu-1', until: '2026-11-20' });
    await talk.says('thay', `/start ${/moi-\S+/.exec(said)?.[0] ?? ''}`);
    await talk.presses('thay', 'Nhận');
    stage.clock = new Date('2026-11-20T15:00:00Z');
    await talk.sends('lan', 'khu-1');
    stage.clock = new Date('2026-11-21T02:00:00Z');
    await stage.exhaust();
    expect(talk.heard('thay').some((text) => text.includes('Lan'))).toBe(false);
  });
});

describe('a head is ill', () => {
  test('a stand-in hears of new cases, and the head of what waits on coming back', async () => {
    await talk.joins('head', 'khu-1');
    expect(await admin('head away', { zone: 'khu-1', until: '2026-11-22' })).toContain(
      'away until 2026-11-22',
    );
    await talk.sends('lan', 'khu-1');
    expect(talk.heard('head').some((text) => text.includes('Lan'))).toBe(false);
    expect(await admin('waiting', {})).toContain('NO HEAD');
    stage.clock = new Date('2026-11-22T02:00:00Z');
    await tidy(database.db, { now: stage.clock, quiet: null });
    await stage.exhaust();
    expect(talk.last('head')).toContain('Không có hồ sơ nào đang chờ');
    stage.clock = new Date('2026-11-23T02:00:00Z');
    await tidy(database.db, { now: stage.clock, quiet: null });
    await tidy(database.db, { now: stage.clock, quiet: null });
    await stage.exhaust();
    expect(talk.heard('head').filter((text) => text.includes('Mừng anh/chị trở lại'))).toHaveLength(1);
    expect(talk.last('head')).toContain('Có 1 hồ sơ đang chờ');
    await talk.sends('hoa', 'khu-1');
    expect(talk.last('head')).toContain('hồ sơ');
  });

  test('a stand-in has the post up to the last day, and may stand in again', async () => {
    const standsIn = async (until: string) => {
      const said = await admin('invite', { zone: 'khu-1', until });
      await talk.says('thay', `/start ${/moi-\S+/.exec(said)?.[0] ?? ''}`);
      await talk.presses('thay', 'Nhận');
    };
    await standsIn('2026-11-21');
    await talk.sends('lan', 'khu-1');
    expect(talk.last('thay')).toContain('Lan');
    stage.clock = new Date('2026-11-22T02:00:00Z');
    await talk.says('thay', '/viec');
    expect(talk.last('thay')).toContain('dành cho khu trưởng');
    await tidy(database.db, { now: stage.clock, quiet: null });
    await stage.exhaust();
    expect(talk.last('thay')).toContain('không còn xem hồ sơ của Khu 1');
    expect(await admin('waiting', {})).toContain('NO HEAD');
    await standsIn('2026-11-30');
    expect(talk.last('thay')).toContain('Hồ sơ đang chờ: 1.');
  });

  test('the operator can say that the head is back earlier', async () => {
    await talk.joins('head', 'khu-1');
    await admin('head away', { zone: 'khu-1', until: '2026-12-31' });
    await talk.sends('lan', 'khu-1');
    await admin('head away', { zone: 'khu-1', back: true });
    expect(talk.last('head')).toContain('Có 1 hồ sơ đang chờ');
    await expect(admin('head away', { zone: 'khu-1' })).rejects.toThrow('--until YYYY-MM-DD or --back');
  });
});

describe('a zone is merged into another', () => {
  test('a head of one who only stood in for the other stays head', async () => {
    await talk.joins('head', 'khu-3');
    const said = await admin('invite', { zone: 'khu-2', until: '2026-11-21' });
    await talk.says('head', `/start ${/moi-\S+/.exec(said)?.[0] ?? ''}`);
    await talk.presses('head', 'Nhận');
    await admin('zone merge', { from: 'khu-3', into: 'khu-2' });
    stage.clock = new Date('2026-11-25T02:00:00Z');
    await tidy(database.db, { now: stage.clock, quiet: null });
    await talk.sends('lan', 'khu-3');
    expect(talk.last('head')).toContain('Lan');
  });

  test('open and signed cases, heads and links follow, and the record stays', async () => {
    await talk.joins('head-3', 'khu-3');
    await talk.joins('head-2', 'khu-2');
    await talk.sends('lan', 'khu-3');
    await talk.says('hoa', '/start khu-3', '1', 'đồng ý');
    const before = await recordOf(1);
    expect(await admin('zone merge', { from: 'khu-3', into: 'khu-2' })).toContain('2 case(s)');
    const after = await recordOf(1);
    expect(after.where).toEqual({ zone: 'khu-2', ward: 'thu' });
    expect(after.types).toEqual([...before.types, 'Relocated']);
    expect(talk.last('lan')).toContain('Khu 3 nay là Khu 2');
    expect(talk.last('hoa')).toContain('Hồ sơ 2 của nhà mình vẫn giữ nguyên');
    for (const head of ['head-2', 'head-3']) {
      expect(talk.last(head)).toContain('Khu 3 nay nhập vào Khu 2');
      await talk.says(head, '/viec');
      expect(talk.last(head)).toContain('Hồ sơ đang chờ: 1.');
    }
    // The household that was in the middle of it goes on, and its case reaches both.
    await talk.says('hoa', 'Hoa 1985', 'xong', 'không ai', 'không ai', 'không ai');
    await talk.says('hoa', 'gạch', 'bê tông', 'ngói', '40', 'nước máy', 'tự hoại', 'có');
    if (talk.last('hoa').includes('còn dùng được')) await talk.says('hoa', '1');
    await talk.says('hoa', 'không có', 'số 7', 'gửi');
    expect(talk.last('head-2')).toContain('Hoa');
    expect(talk.last('head-3')).toContain('Hoa');
    // The old link leads to the new zone.
    await talk.sends('mai', 'khu-3');
    expect((await recordOf(3)).where?.zone).toBe('khu-2');
  });

  test('who chose the zone in that very moment is brought home', async () => {
    await talk.says('lan', '/start khu-3', '1', 'đồng ý');
    await database.db.q.execute(
      sql`update zones set merged_into = (select id from zones where code = 'khu-1') where code = 'khu-3'`,
    );
    await tidy(database.db, { now: stage.clock, quiet: null });
    await stage.exhaust();
    expect((await recordOf(1)).where?.zone).toBe('khu-1');
    expect(talk.last('lan')).toContain('Khu 3 nay là Khu 1');
    await tidy(database.db, { now: stage.clock, quiet: null });
    expect((await recordOf(1)).types.filter((type) => type === 'Relocated')).toHaveLength(1);
  });

  test('nonsense is refused and changes nothing', async () => {
    await expect(admin('zone merge', { from: 'khu-3', into: 'khu-3' })).rejects.toThrow('into itself');
    await expect(admin('zone merge', { from: 'khu-9', into: 'khu-3' })).rejects.toThrow(
      'no zone with the code "khu-9"',
    );
    await admin('zone merge', { from: 'khu-3', into: 'khu-2' });
    await expect(admin('zone merge', { from: 'khu-3', into: 'khu-1' })).rejects.toThrow(
      'merged into another zone already',
    );
    // Of a chain every link leads to the end.
    await admin('zone merge', { from: 'khu-2', into: 'khu-1' });
    await talk.sends('lan', 'khu-3');
    expect((await recordOf(1)).where?.zone).toBe('khu-1');
  });
});

describe('a zone moves to another ward', () => {
  test('an open case is read by the area of its new ward, a signed one stays as it was read', async () => {
    await addWard(database.db.q, { code: 'xa-thu', name: 'xã Thử', area: 'rural', demo: false });
    await talk.joins('head', 'khu-1');
    await talk.sends('lan', 'khu-1');
    await talk.presses('head', 'Xác nhận');
    await talk.says('head', 'thiếu vốn', 'không có');
    await talk.presses('head', 'Ký');
    expect((await recordOf(1)).types).toContain('Signed');
    await talk.sends('hoa', 'khu-1');
    expect(await admin('zone move', { zone: 'khu-1', ward: 'xa-thu', name: 'Thôn 1' })).toContain(
      '2 case(s)',
    );
    expect((await recordOf(1)).where).toEqual({ zone: 'khu-1', ward: 'xa-thu' });
    expect((await recordOf(1)).types.slice(-1)).toEqual(['Relocated']);
    expect((await recordOf(2)).types.slice(-2)).toEqual(['Relocated', 'ReadAgain']);
    await talk.says('head', '/viec');
    expect(talk.last('head')).toContain('Hồ sơ đang chờ: 1.');
    await talk.says('head', '1');
    expect(talk.last('head')).toContain('Thôn 1');
  });

  test('not while households of it are on their way in a round; those that are done go along', async () => {
    const other = await addWard(database.db.q, {
      code: 'xa-thu',
      name: 'xã Thử',
      area: 'rural',
      demo: false,
    });
    const round = await openYearly(stage, 'khu-1');
    await talk.joins('head', 'khu-1');
    await talk.sends('lan', 'khu-1');
    const moves = () => admin('zone move', { zone: 'khu-1', ward: 'xa-thu' });
    await expect(moves()).rejects.toThrow(
      `Khu 1 cannot go to another ward yet: 1 household(s) in round ${round}`,
    );
    await expect(admin('zone merge', { from: 'khu-1', into: 'demo-khu-1' })).rejects.toThrow('on their way');
    const before = await dossierOfCase(stage, 1);
    await stage.db.tx(async (q) => {
      const acting = { q, now: stage.clock, today: '2026-11-20', quiet: null };
      const command = { kind: 'remove', reason: 'Hộ đã chuyển đi' } as const;
      await give({ ...acting, person: operatorOf(before.ward) }, { row: before, command, step: null });
    });
    await moves();
    const { ward } = await dossierOfCase(stage, 1);
    expect(ward).toBe(other);
    // The office that had the round reads nothing of another ward in it.
    expect(await dossiersOfRound(stage.db.q, { id: round, ward: before.ward })).toEqual([]);
  });

  test('a name that the new ward has already is refused', async () => {
    await addWard(database.db.q, { code: 'xa-thu', name: 'xã Thử', area: 'rural', demo: false });
    await admin('zone add', { ward: 'xa-thu', name: 'Khu 1', code: 'xa-khu-1' });
    await expect(admin('zone move', { zone: 'khu-1', ward: 'xa-thu' })).rejects.toThrow('is there already');
    await expect(admin('zone rename', { zone: 'khu-1', name: 'Khu 2' })).rejects.toThrow('is there already');
    expect(await admin('zone rename', { zone: 'khu-1', name: 'Khu Một' })).toContain('Khu Một');
  });
});
