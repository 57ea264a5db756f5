import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dayOff } from '../../src/calendar/working-days.ts';
import { addDays } from '../../src/calendar/day.ts';
import { rows } from '../../src/store/db.ts';
import { vietnamDay } from '../../src/time/vietnam.ts';
import { setStage, type Stage } from '../journeys/stage.ts';
import { choices, type Talk, talkOn } from '../journeys/talk.ts';
import { operates } from '../journeys/ward-people.ts';
import { testDatabase, type TestDatabase } from '../store/database.ts';
import {
  atNight,
  expectWholeWays,
  type Heard,
  heardSince,
  leaks,
  type Place,
  toldOfSteps,
} from './checks.ts';
import { expectReported } from './reported.ts';
import { type Home, settle, wards } from './world.ts';

/**
 * A year of two wards through inbox, database, scheduler and outbox: the yearly round of autumn 2025 with late heads, a
 * meeting that fails, complaints and a change of head, then the rest of the year with Tết in it.
 */
const perZone = Number(process.env['YEAR_HOUSEHOLDS'] ?? 50);
const quiet = { from: 21, to: 7 };
const zones = wards.flatMap((ward) => [1, 2, 3, 4, 5, 6].map((n) => `${ward}-${n}`));
let database: TestDatabase;
let stage: Stage;
let talk: Talk;
let homes: readonly Home[];
const heard: Heard[] = [];
const leaking: string[] = [];
const people = new Map<string, Place>();

/** Lets the day come to an hour, with all loops, and people say something then. */
async function at(day: string, time: string, say: () => Promise<void> = async () => {}): Promise<void> {
  stage.clock = new Date(`${day}T${time}:00+07:00`);
  const from = talk.sent.length;
  await stage.tick();
  const unasked = heardSince(talk.sent, from, stage.clock, new Set());
  const since = talk.sent.length;
  const speakers = new Set<string>();
  speaking = speakers;
  await say();
  const now = [...unasked, ...heardSince(talk.sent, since, stage.clock, speakers)];
  heard.push(...now);
  // Held against the posts of that hour.
  leaking.push(...leaks(now, homes, people));
}
let speaking = new Set<string>();
let today = '2025-09-01';

/** The days up to one, each with its morning and its night. */
async function until(day: string): Promise<void> {
  for (; today < day; today = addDays(today, 1)) {
    await at(today, '08:30');
    await at(today, '22:30');
  }
}

const says: Talk['says'] = async (address, ...texts) => {
  speaking.add(address);
  await talk.says(address, ...texts);
};
const presses: Talk['presses'] = async (address, label) => {
  speaking.add(address);
  await talk.presses(address, label);
};

async function joins(address: string, args: object, place: Place): Promise<void> {
  const invitation = await operates(stage, 'invite', args);
  await says(address, `/start ${/moi-\w+/.exec(invitation)![0]}`);
  await presses(address, 'Nhận');
  people.set(address, place);
}

const of = (zone: string) => homes.filter((home) => home.zone === zone);
const headOf = (zone: string) => (zone === 'beta-2' ? 'head-beta-2b' : `head-${zone}`);

/** A head goes through all cards of the zone that still wait: sees which one is on the list, confirms, signs. */
async function signs(head: string): Promise<void> {
  speaking.add(head);
  for (let left = 200; left > 0; left -= 1) {
    await talk.says(head, '/viec');
    if (!talk.last(head).includes('Hồ sơ đang chờ')) return;
    await talk.says(head, '1');
    const offered = () =>
      choices(talk.sent.findLast((each) => each.address === head)!).map(({ label }) => label);
    const look = offered().find((label) => label.startsWith('So với hộ'));
    if (look !== undefined) {
      await talk.presses(head, look);
      await talk.presses(head, 'Đúng là hộ này');
    }
    await talk.presses(head, 'Xác nhận cả');
    await talk.presses(head, 'Ký hồ sơ');
  }
  throw new Error(`${head} is not done: ${talk.last(head)}`);
}

/** A head looks through the first case that waits, copies near-poor from its paper form, and signs it. */
async function copiesAndSigns(head: string): Promise<void> {
  await says(head, '/viec', '1');
  await presses(head, 'Ghi điểm');
  await says(head, 'chưa', 'chưa', 'hộ cận nghèo');
  await presses(head, 'Xác nhận cả');
  await says(head, 'thiếu vốn', 'không ghi chú', 'ký hồ sơ');
}

/** Calls the meeting of a zone, a week ahead. */
async function calls(zone: string, day: string): Promise<void> {
  const head = headOf(zone);
  await says(head, '/hop');
  await presses(head, 'Hẹn ngày họp');
  await says(head, `${day} lúc 19h30`, `Nhà văn hóa ${zone}`);
  await presses(head, 'Hẹn và báo');
}

/** Writes down a meeting at which that many of twenty agree to everything. */
async function meets(zone: string, inFavour: number): Promise<void> {
  const head = headOf(zone);
  await says(head, '/hop');
  await presses(head, 'Ghi kết quả');
  await says(head, '2 1 1 2 2 5 7 1');
  if (inFavour === 20) await presses(head, 'Mọi người đồng ý với tất cả');
  else {
    await presses(head, 'Ghi từng hộ');
    for (let left = of(zone).length; left > 0; left -= 1) await says(head, String(inFavour));
  }
  await presses(head, 'Lưu kết quả');
}

async function posts(ward: string): Promise<void> {
  const officer = `officer-${ward}`;
  for (let left = 12; left > 0; left -= 1) {
    speaking.add(officer);
    await talk.post(officer, { kind: 'button', data: 'f|post|open|0|0|' });
    await stage.exhaust();
    if (talk.last(officer).includes('Không có hộ nào đang chờ')) return;
    if (!talk.last(officer).includes('Danh sách rà soát')) await says(officer, '1');
    await presses(officer, 'Niêm yết danh sách này');
  }
}

const standing = () =>
  rows(
    stage.db.q,
    sql`select state, count(*) as n from dossiers group by 1 order by 1`,
    z.object({ state: z.string(), n: z.number() }),
  );

beforeAll(async () => {
  database = await testDatabase();
  stage = await setStage(database.db, '2025-09-01T08:00:00+07:00', quiet);
  talk = talkOn(stage);
  homes = await settle(stage.db, stage.clock, perZone);
}, 300_000);

describe('a year of two wards', () => {
  test('the round opens, people take up their posts, households send their answers', async () => {
    await until('2025-09-08');
    await at(today, '09:00', async () => {
      for (const ward of wards) {
        await joins(`officer-${ward}`, { ward, role: 'officer' }, { ward });
        await joins(`recorder-${ward}`, { ward, role: 'recorder' }, { ward });
        await operates(stage, 'round open', { ward, 'list-year': '2026', from: '2025-09-08' });
      }
      for (const zone of zones) await joins(`head-${zone}`, { zone }, { ward: zone.split('-')[0]!, zone });
    });
    for (const zone of zones) {
      await until(addDays(today, 1));
      // The last ones send in the evening: their heads hear of it in the morning.
      const evening = zone.endsWith('6');
      await at(today, evening ? '21:30' : '10:00', async () => {
        for (const { address } of of(zone)) {
          speaking.add(address);
          // The sums stand as they were read back; then all of it is sent.
          await talk.post(address, { kind: 'text', text: 'đúng' });
          await talk.post(address, { kind: 'text', text: 'gửi' });
        }
        await stage.exhaust();
      });
    }
    const [{ n: cases }] = (await rows(
      stage.db.q,
      sql`select count(*) as n from dossiers where state = 'interviewed'`,
      z.object({ n: z.number() }),
    )) as [{ n: number }];
    expect(cases).toBe(homes.length);
  }, 600_000);

  test('heads sign; one is late and is reminded, then the office; one is replaced', async () => {
    await until('2025-09-24');
    await at(today, '09:00', async () => {
      await operates(stage, 'head end', { zone: 'beta-2' });
      people.delete('head-beta-2');
    });
    await until('2025-09-25');
    await at(today, '09:00', async () => {
      await joins('head-beta-2b', { zone: 'beta-2' }, { ward: 'beta', zone: 'beta-2' });
      for (const zone of zones) if (zone !== 'alpha-3') await signs(headOf(zone));
    });
    await until('2025-10-06');
    const late = (address: string) =>
      heard.filter((each) => each.address === address && !each.asked && /trễ|quá hạn|hạn/i.test(each.text))
        .length;
    expect(late('head-alpha-3')).toBeGreaterThan(0);
    expect(late('officer-alpha')).toBeGreaterThan(0);
    await at(today, '09:00', () => signs('head-alpha-3'));
    expect(await standing()).toEqual([
      { state: 'removed', n: homes.filter(({ listed }) => listed !== null).length },
      { state: 'verified', n: homes.length },
    ]);
  }, 900_000);

  test('meetings agree; one does not, and is held again', async () => {
    await at(today, '14:00', async () => {
      for (const zone of zones) await calls(zone, '10/10');
    });
    await until('2025-10-10');
    await at(today, '20:30', async () => {
      for (const zone of zones) await meets(zone, zone === 'alpha-2' ? 8 : 20);
    });
    await until('2025-10-13');
    await at(today, '09:00', async () => {
      await signs('head-alpha-2');
      await calls('alpha-2', '15/10');
    });
    await until('2025-10-15');
    await at(today, '20:30', () => meets('alpha-2', 20));
    expect((await standing()).find(({ state }) => state === 'agreed')?.n).toBe(homes.length);
  }, 600_000);

  test('lists hang; neighbours complain, somebody else checks again, the result hangs', async () => {
    await until('2025-10-16');
    await at(today, '09:00', async () => {
      for (const ward of wards) await posts(ward);
    });
    expect((await standing()).find(({ state }) => state === 'posted')?.n).toBe(homes.length);
    const [, complained] = of('alpha-1');
    const [neighbour] = of('alpha-1').slice(3);
    await until('2025-10-17');
    await at(today, '09:00', async () => {
      await says(neighbour!.address, '/niemyet', '1', complained!.name, 'Nhà ấy có Ô-TÔ-MẬT mới', '1');
      expect(talk.last(neighbour!.address)).toContain('Đã nhận ý kiến');
      speaking.add('officer-alpha');
      await talk.post('officer-alpha', { kind: 'button', data: 'f|assign|open|0|0|' });
      await stage.exhaust();
      await says('officer-alpha', '1');
      await presses('officer-alpha', 'Khu trưởng Khu 4 alpha');
      people.set('head-alpha-4', { ward: 'alpha', zone: 'alpha-4', also: [complained!.name] });
    });
    await until('2025-10-20');
    await at(today, '09:00', async () => {
      await presses('head-alpha-4', 'Phúc tra');
      await presses('head-alpha-4', 'Giữ');
      await says('head-alpha-4', 'Xe của người khác gửi', '1');
      await posts('alpha');
    });
    expect(heard.filter(({ text }) => text.includes('Ô-TÔ-MẬT')).map(({ address }) => address)).toEqual(
      expect.arrayContaining([neighbour!.address, 'officer-alpha', 'head-alpha-4']),
    );
    for (const { address, text } of heard)
      if (text.includes('Ô-TÔ-MẬT'))
        expect([neighbour!.address, 'officer-alpha', 'head-alpha-4']).toContain(address);
  }, 300_000);

  test('the lists go up, are decided, and the certificates are handed over', async () => {
    await until('2025-11-03');
    await at(today, '09:00', async () => {
      for (const ward of wards) {
        await says(`officer-${ward}`, '/phuong');
        await presses(`officer-${ward}`, 'Lập danh sách trình');
        await presses(`officer-${ward}`, 'Trình ');
        await presses(`officer-${ward}`, 'Ghi ý kiến');
        await says(`officer-${ward}`, 'Tổ công tác của tỉnh', '45/BC', 'hôm nay', '1', '1');
      }
    });
    await until('2025-11-10');
    await at(today, '09:00', async () => {
      for (const ward of wards) {
        // Who never stood on a list and is not poor is declined, with the reason that they read.
        await says(`recorder-${ward}`, '/phuong', '1', '1', '12/QĐ-UBND', 'hôm nay', '1');
        await says(`recorder-${ward}`, 'Trên chuẩn theo phiếu giấy', '1');
      }
    });
    await until('2025-11-17');
    await at(today, '09:00', async () => {
      for (const ward of wards) {
        for (let left = 7; left > 0; left -= 1) {
          await says(`officer-${ward}`, '/phuong');
          const offered = choices(talk.sent.findLast(({ address }) => address === `officer-${ward}`)!);
          const certify = offered.find(({ label }) => label.startsWith('Ghi giấy chứng nhận'));
          if (certify === undefined) break;
          await presses(`officer-${ward}`, certify.label);
          if (
            !choices(talk.sent.findLast(({ address }) => address === `officer-${ward}`)!).some(({ label }) =>
              label.startsWith('Đã giao hết'),
            )
          )
            await says(`officer-${ward}`, '1');
          await presses(`officer-${ward}`, 'Đã giao hết');
          await says(`officer-${ward}`, `${left}/GCN`, '1');
        }
      }
    });
    const counts = new Map((await standing()).map(({ state, n }) => [state, n]));
    const wanted = (pick: (home: Home) => boolean) => homes.filter(pick).length;
    expect(counts.get('certified')).toBe(wanted(({ category }) => category !== 'none'));
    expect(counts.get('released') ?? 0).toBe(
      wanted(({ category, listed }) => category === 'none' && listed !== null),
    );
    expect(counts.get('declined') ?? 0).toBe(
      wanted(({ category, listed }) => category === 'none' && listed === null),
    );
  }, 600_000);

  test('the report of each ward has every household of the season where it belongs', async () => {
    for (const ward of wards)
      await expectReported(
        stage,
        ward,
        homes.filter((home) => home.ward === ward),
      );
  }, 300_000);

  test('two households ask before Tết: the office is closed, nothing is late for it, one is refused', async () => {
    await until('2026-02-10');
    const [one, other] = ['h-one', 'h-other'];
    for (const [address, name] of [
      [one, 'Ngân Mới'],
      [other, 'Bình Mới'],
    ] as const)
      homes = [
        ...homes,
        { address, name, zone: 'alpha-5', ward: 'alpha', category: 'near-poor', listed: null },
      ];
    await at(today, '09:00', async () => {
      for (const { address, name } of homes.slice(-2)) {
        await says(address, '/start alpha-5', 'xin rà soát', '1');
        await talk.sends(address, 'alpha-5', name);
      }
    });
    await until('2026-02-23');
    // From Saturday, 14 February, to Sunday, 22 February, nobody hears anything unasked.
    const closed = heard.filter(({ at: when }) => vietnamDay(when) >= '2026-02-14');
    expect(heard.some(({ asked, at: when }) => !asked && vietnamDay(when) === '2026-02-13')).toBe(true);
    expect(closed).toEqual([]);
    await at(today, '09:00', async () => {
      for (let left = 2; left > 0; left -= 1) await copiesAndSigns('head-alpha-5');
    });
    await at(today, '10:00', () => calls('alpha-5', '24/2'));
    await until('2026-02-24');
    await at(today, '20:30', async () => {
      await says('head-alpha-5', '/hop');
      await presses('head-alpha-5', 'Ghi kết quả');
      await says('head-alpha-5', '2 1 1 2 2 5 7 1');
      await presses('head-alpha-5', 'Mọi người đồng ý với tất cả');
      await presses('head-alpha-5', 'Lưu kết quả');
    });
    await until('2026-02-25');
    await at(today, '09:00', () => posts('alpha'));
    await until('2026-03-05');
    await at(today, '09:00', async () => {
      await says('officer-alpha', '/phuong');
      await presses('officer-alpha', 'Lập danh sách trình');
      await presses('officer-alpha', 'Trình ');
      // No opinion is asked for in a regular round.
      await says('recorder-alpha', '/phuong', '1', '1', '31/QĐ-UBND', 'hôm nay');
      await presses('recorder-alpha', 'Không công nhận vài hộ');
      await says('recorder-alpha', 'Bình Mới', 'Thu nhập trên chuẩn', 'xong');
      await says('recorder-alpha', '1');
    });
    await at(today, '10:00', async () => {
      await says('officer-alpha', '/phuong');
      await presses('officer-alpha', 'Ghi giấy chứng nhận');
      await presses('officer-alpha', 'Đã giao hết');
      await says('officer-alpha', '32/GCN', '1');
    });
    expect(talk.last(one)).toContain('Giấy chứng nhận của nhà mình đã có');
    expect(talk.last(other)).toContain('Thu nhập trên chuẩn');
  }, 600_000);

  test('the rest of the year goes by, Tết with it, and nothing was missed or said to the wrong person', async () => {
    await until('2026-09-01');
    expect(stage.failures).toEqual([]);
    expect(atNight(heard)).toEqual([]);
    expect(leaking).toEqual([]);
    const reminded = heard.filter(({ asked, text }) => !asked && text.includes('Việc đến hạn'));
    expect(reminded.filter(({ at: when }) => dayOff(vietnamDay(when)) !== null)).toEqual([]);
    await expectWholeWays(stage.db);
    const { steps, told } = await toldOfSteps(stage.db);
    expect(told).toEqual(steps);
    const open = await rows(
      stage.db.q,
      sql`select id from dossiers where (acts_next is null) <> (due_on is null) or (acts_next is not null)`,
      z.object({ id: z.number() }),
    );
    expect(open).toEqual([]);
    await database.close();
  }, 600_000);
});
