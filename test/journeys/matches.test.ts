import { asc, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeButton, encodeButton } from '../../src/button.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { reviewRows } from '../../src/store/progress.ts';
import { cases, events, matches } from '../../src/store/schema-cases.ts';
import { ownDatabase } from '../store/database.ts';
import { type Stage, setStage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';

/** One household that is known twice: from the list of the year before, or since two of its members sent. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;
beforeEach(async () => {
  stage = await setStage(database.db, '2026-11-20T12:00:00+07:00');
  talk = talkOn(stage);
});

const zone = 'demo-khu-1';
const family = 'Lan 1985\nHùng 1983\nbà Sáu 1950';

/** Answers what is asked of a household of adults, up to sending it; of most things it does not know. */
async function answers(address: string, told: string, home: string, walls = 'Gạch, đá xây'): Promise<void> {
  await talk.says(address, `/start ${zone}`, '1', 'đồng ý', told, 'xong');
  for (let asked = 0; asked < 30 && !talk.last(address).includes('số nhà, ngõ hay tổ'); asked += 1)
    await talk.says(address, talk.last(address).includes('Tường nhà') ? walls : 'không biết');
  await talk.says(address, home);
  expect(talk.last(address)).toContain(`Địa chỉ nhà: ${home}`);
}

async function sends(address: string, told: string, home: string, walls?: string): Promise<void> {
  await answers(address, told, home, walls);
  await talk.says(address, 'gửi');
  expect(talk.last(address)).toContain('Đã gửi câu trả lời');
}

/** Everything kept of the cases, and all that happened to them. */
const record = async () => ({
  cases: await database.db.q.select().from(cases).orderBy(asc(cases.id)),
  events: await database.db.q.select().from(events).orderBy(asc(events.id)),
});
/** Which of the ward's households are one, as its progress counts them. */
const linked = async () => {
  const place = await placeByCode(database.db.q, zone);
  return (await reviewRows(database.db.q, place!.ward)).same;
};
const offered = (address: string) =>
  choices(talk.sent.findLast((each) => each.address === address)!).map(({ label }) => label);

describe('a self-report of a household on the list', () => {
  test('is shown beside it, found on it, taken back and held for another, and is never kept from its way', async () => {
    const { listed } = await stage.listed(zone, {
      name: 'Trần Văn Hùng',
      address: 'số 12, ngõ 5, tổ 3',
      people: 3,
    });
    await stage.listed(zone, { name: 'Lê Thị Mận', address: 'số 40', people: 3 });
    await talk.joins('head');
    await sends('lan', family, 'so 12 ngo 5');
    expect(talk.last('head')).toContain('Địa chỉ: so 12 ngo 5');
    expect(talk.last('head')).toContain(
      'Có thể là hộ đang có trong danh sách năm 2025: Trần Văn Hùng (hộ cận nghèo). Giống: tên gọi, địa chỉ, số người.',
    );
    expect(talk.last('head')).not.toContain('Mận');
    const before = await record();
    const heard = talk.heard('lan').length;
    await talk.says('head', 'So với hộ Trần Văn Hùng trong danh sách');
    expect(talk.last('head')).toContain('năm 2025: Trần Văn Hùng; 3 người; số 12, ngõ 5, tổ 3; hộ cận nghèo');
    expect(talk.last('head')).toContain('hộ Lan: Lan, Hùng, bà Sáu; 3 người; so 12 ngo 5');
    await talk.presses('head', 'Đúng là hộ này');
    expect(talk.last('head')).toContain('Là hộ trong danh sách năm 2025: Trần Văn Hùng');
    expect(await linked()).toEqual([{ case: 1, listed, otherCase: null }]);
    await talk.presses('head', 'Xem lại: hộ Trần Văn Hùng');
    await talk.presses('head', 'Hộ khác');
    expect(talk.last('head')).not.toContain('danh sách năm 2025: Trần');
    expect(await linked()).toEqual([]);
    await talk.presses('head', 'Xem lại: hộ Trần Văn Hùng');
    await talk.presses('head', 'Chưa rõ');
    expect(talk.last('head')).toContain('Có thể là hộ đang có trong danh sách');
    expect(await record()).toEqual(before);
    expect(talk.heard('lan')).toHaveLength(heard);
    await talk.presses('head', 'Xác nhận cả');
    expect(talk.last('head')).toContain('Đã xác nhận');
  });
});

describe('a household whose case was sent by two members', { timeout: 120_000 }, () => {
  beforeEach(async () => {
    await talk.joins('head');
    await sends('lan', family, 'số 12, ngõ 5');
    await sends('hung', 'Hùng 1983\nbà Sáu 1950\nLan 1985', '12 ngõ 5', 'Tre, nứa, đất');
  });

  test('is shown side by side, goes on in one case, and comes apart again with nothing lost', async () => {
    expect(talk.last('head')).toContain('Có thể cùng một nhà với hồ sơ 1 (hộ Lan)');
    const before = await record();
    const heard = [...talk.heard('lan'), ...talk.heard('hung')];
    const confirm = choices(talk.sent.findLast((each) => each.address === 'head')!)[0]!;
    await talk.presses('head', 'So với hồ sơ 1');
    expect(talk.last('head')).toMatch(/Tường nhà: .*[Tt]re.* \| .*[Gg]ạch/);
    expect(talk.last('head')).toContain('Hồ sơ 1 do hộ tự gửi ngày 20/11/2026');
    await talk.presses('head', 'làm tiếp hồ sơ 1');
    expect(talk.last('head')).toContain('hồ sơ đang mở để riêng, vẫn giữ nguyên');
    expect(offered('head').join()).not.toMatch(/Xác nhận|Ký|Nguyên nhân/);
    await talk.post('head', { kind: 'button', data: confirm.data });
    await stage.exhaust();
    expect(talk.last('head')).toContain('chưa xác nhận hay ký được');
    expect([...talk.heard('lan'), ...talk.heard('hung')]).toEqual(heard);
    await talk.says('head', '/viec');
    expect(offered('head').filter((label) => label.includes('(số'))).toHaveLength(1);
    await talk.says('head', 'hồ sơ 2');
    expect(offered('head').join()).toContain('Xem từng câu');
    await talk.says('hung', '/trangthai');
    expect(talk.last('hung')).toContain('Khu trưởng xem chung một lần');
    expect(talk.last('hung')).not.toContain('Lan');
    await talk.says('lan', '/trangthai');
    expect(talk.last('lan')).not.toContain('xem chung');
    await talk.says('head', '/viec', 'hồ sơ 1');
    expect(talk.last('head')).toContain('hồ sơ 2 để riêng');
    await talk.presses('head', 'Xem lại: hồ sơ 2');
    await talk.presses('head', 'Hai nhà khác nhau');
    await talk.says('head', '/viec');
    expect(offered('head').filter((label) => label.includes('(số'))).toHaveLength(2);
    expect(await record()).toEqual(before);
    // Withdrawn, the case that goes on leaves the household in the other one.
    await talk.presses('head', 'Xem lại: hồ sơ 2');
    await talk.presses('head', 'làm tiếp hồ sơ này');
    await talk.says('lan', '/rut');
    await talk.presses('lan', 'Vâng, rút');
    await talk.says('head', '/viec');
    expect(offered('head').filter((label) => label.includes('(số 2)'))).toHaveLength(1);
    await talk.says('hung', '/trangthai');
    expect(talk.last('hung')).not.toContain('xem chung');
  });

  test('cannot be signed twice, and what is signed is not set aside', async () => {
    await talk.presses('head', 'Xác nhận cả');
    await talk.says('head', '8', 'không ghi chú', 'ký hồ sơ');
    expect(talk.last('hung')).toContain('ký hồ sơ của nhà mình');
    await talk.says('head', '/viec', 'số 1');
    await talk.presses('head', 'So với hồ sơ 2');
    expect(offered('head').join()).not.toContain('làm tiếp hồ sơ này');
    await talk.presses('head', 'làm tiếp hồ sơ 2');
    await talk.says('head', '/viec');
    expect(talk.last('head')).toContain('Không có hồ sơ nào đang chờ');
  });

  test('is told in English too, and is no business of a head whose own household it is', async () => {
    await talk.says('head', '/language', 'English', '/tasks');
    await talk.presses('head', '(no. 2)');
    expect(talk.last('head')).toContain('This may be the same household as case 1 (Lan). Alike:');
    await talk.presses('head', 'Compare with case 1');
    expect(talk.last('head')).toContain('The two cases answer differently');
    await talk.presses('head', 'go on with this case');
    expect(talk.last('head')).toContain('case 1 is set aside and kept as it is');
    await talk.presses('head', 'Look again: case 1');
    await talk.presses('head', 'Two households');
    expect(talk.last('head')).toContain('Noted: two households');
    await talk.joins('hung');
    await talk.says('hung', '/viec');
    await talk.presses('hung', 'Lan –');
    expect(talk.last('hung')).toContain('hộ Lan');
    expect(talk.last('hung')).not.toContain('cùng một nhà');
    const [match] = await database.db.q.select({ id: matches.id }).from(matches);
    const card = decodeButton(choices(talk.sent.findLast((each) => each.address === 'hung')!)[0]!.data);
    if (card?.kind !== 'desk') throw new Error('The card offers nothing of the desk');
    const data = encodeButton({ ...card, act: 'match-mine', arg: String(match!.id) });
    await talk.post('hung', { kind: 'button', data });
    await stage.exhaust();
    expect(talk.last('hung')).toContain('Phần so sánh này không còn nữa');
    expect(await database.db.q.select({ state: matches.state }).from(matches)).toEqual([{ state: 'apart' }]);
  });
});

test('two members who send at the same moment are noticed once', async () => {
  await talk.joins('head');
  await answers('lan', family, 'số 12, ngõ 5');
  await answers('hung', family, '12 ngõ 5');
  await talk.post('lan', { kind: 'text', text: 'gửi' });
  await talk.post('hung', { kind: 'text', text: 'gửi' });
  await stage.exhaust();
  expect(talk.heard('head').filter((text) => text.includes('Có thể cùng một nhà'))).toHaveLength(1);
  expect(await database.db.q.$count(matches)).toBe(1);
  expect(await database.db.q.$count(cases, sql`stage = 'sent'`)).toBe(2);
});
