import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows } from '../../src/store/db.ts';
import { lockDossier } from '../../src/store/dossiers.ts';
import { listsOf } from '../../src/store/lists.ts';
import { ownDatabase } from '../store/database.ts';
import { bringTo, dossierOfCase, openYearly } from './round.ts';
import { setStage, type Stage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';
import { joinsOffice, posted, signed } from './ward-people.ts';

/** From the posted lists to the decision and the certificates. */
const database = ownDatabase();
let stage: Stage;
let talk: Talk;
let round: number;

beforeEach(async () => {
  stage = await setStage(database.db, '2026-11-20T09:00:00+07:00');
  talk = talkOn(stage);
  await stage.realWard(2);
  round = await openYearly(stage, 'khu-1');
  await joinsOffice(stage, talk, 'mai', 'officer');
  await joinsOffice(stage, talk, 'nam', 'recorder');
});

const options = (address: string) =>
  talk.sent.findLast((each) => each.address === address)!.rendered.options.map(({ label }) => label);
const stateOf = async (id: number) => (await database.db.tx((q) => lockDossier(q, id)))!.dossier.state;
/** A household that asked by itself, through chat. */
async function lanAsks(category: 'poor' | 'none'): Promise<number> {
  await talk.joins('head', 'khu-1');
  await talk.sends('lan', 'khu-1');
  await talk.presses('head', 'Xác nhận');
  await talk.says('head', 'thiếu vốn', 'không có', 'ký');
  const { id } = await dossierOfCase(stage, 1);
  await bringTo(stage, id, 'posted', category);
  await stage.exhaust();
  return id;
}
const submits = async () => {
  await talk.says('mai', '/phuong');
  await talk.presses('mai', 'Lập danh sách trình');
  await talk.presses('mai', 'Trình ');
};
const agreesToAll = () =>
  talk.says('mai', 'ghi ý kiến', 'Sở Nông nghiệp và Môi trường', '45/BC', 'hôm nay', '1', '1');

describe('a list goes up, and comes back decided', () => {
  test('by zone and class, with the opinion, the decision and the certificates', async () => {
    const lan = await lanAsks('poor');
    const one = await posted(stage, { round, zone: 'khu-1', name: 'Hộ Một' }, 'near-poor');
    const two = await posted(stage, { round, zone: 'khu-2', name: 'Hộ Hai' }, 'none');
    await bringTo(stage, await signed(stage, { round, zone: 'khu-2', name: 'Hộ Ba' }), 'agreed');
    await talk.says('mai', '/phuong');
    await talk.presses('mai', 'Lập danh sách trình: 3 hộ');
    expect(talk.last('mai')).toBe(
      [
        'Danh sách trình: 3 hộ đã hết ngày niêm yết, không còn ý kiến.\n• Khu 1: 2 hộ – hộ nghèo: 1, hộ cận nghèo: 1\n• Khu 2: 1 hộ – không phải hộ nghèo, không phải hộ cận nghèo: 1',
        'Chưa trình được:\n• 1 hộ chưa niêm yết',
        'Bấm nút dưới đây thì danh sách được chốt. Kết quả là do người ghi, trợ lý không sửa.',
      ].join('\n\n'),
    );
    const old = talk.sent.findLast((each) => each.address === 'mai')!;
    await talk.presses('mai', 'Trình 3 hộ này');
    expect(talk.last('mai')).toContain('Đã lập danh sách số 1: 3 hộ.');
    expect(talk.last('nam')).toContain('3 hộ đã vào danh sách trình Chủ tịch');
    await talk.post('mai', { kind: 'button', data: choices(old)[0]!.data });
    await stage.exhaust();
    expect(talk.last('mai')).toContain('Danh sách đã khác so với lúc nãy, nên chưa ghi gì');
    expect(await listsOf(database.db.q, round)).toHaveLength(1);
    // The chairman decides nothing before the opinion came back.
    await talk.says('nam', '/phuong');
    expect(options('nam')).toEqual([]);
    await talk.says('mai', '/phuong', 'Ghi ý kiến');
    expect(talk.last('mai')).toContain('chưa thấy văn bản nào nói chắc ai cho ý kiến thay');
    await talk.says('mai', 'Sở Nông nghiệp và Môi trường', '45', '31/2', '25/12/2026');
    expect(talk.last('mai')).toContain('Ngày đó chưa đến');
    await talk.says('mai', 'ngày 19 tháng 11', '1');
    expect(talk.last('mai')).toContain('Ý kiến của Sở Nông nghiệp và Môi trường, số 45 ngày 19/11/2026');
    await talk.says('mai', '1');
    expect(talk.last('mai')).toContain('Đã ghi ý kiến về danh sách số 1: 3 hộ.');
    expect(talk.last('nam')).toContain('Đã có ý kiến về 3 hộ');
    await talk.presses('nam', 'Ghi quyết định');
    expect(talk.last('nam')).toContain('• Lan, Khu 1: hộ nghèo\n• Hộ Một, Khu 1: hộ cận nghèo');
    await talk.says('nam', '1', '12/QĐ-UBND', '20/11', '1');
    expect(talk.last('nam')).toContain(
      '• hộ nghèo: 1\n• hộ cận nghèo: 1\n• ra khỏi danh sách hộ nghèo, hộ cận nghèo: 1',
    );
    await talk.says('nam', 'đúng, ghi lại');
    expect(talk.last('nam')).toContain('Đã ghi quyết định về danh sách số 1: 3 hộ.');
    expect(talk.heard('lan').filter((text) => text.includes('đã được công nhận là hộ nghèo'))).toHaveLength(
      1,
    );
    expect([await stateOf(lan), await stateOf(one), await stateOf(two)]).toEqual([
      'recognised',
      'recognised',
      'released',
    ]);
    const [list] = await listsOf(database.db.q, round);
    expect(list!.opinion).toEqual({ by: 'Sở Nông nghiệp và Môi trường', number: '45', on: '2026-11-19' });
    expect(list!.lines.map(({ decision }) => decision?.movement)).toEqual([
      'newly-poor',
      'stays-near-poor',
      'near-poor-to-above',
    ]);
    await talk.says('mai', '/phuong');
    await talk.presses('mai', 'Ghi giấy chứng nhận: 2 hộ');
    await talk.presses('mai', 'Đã giao hết 2 giấy');
    await talk.says('mai', '15–16/GCN', '1');
    expect(talk.last('mai')).toContain('Đã ghi 2 giấy chứng nhận, số 15–16/GCN.');
    expect(talk.last('lan')).toContain('Giấy chứng nhận của nhà mình đã có');
    expect(await stateOf(lan)).toBe('certified');
    expect(stage.failures).toEqual([]);
  });

  test('in English as well', async () => {
    const one = await posted(stage, { round, zone: 'khu-1', name: 'Hộ Một' }, 'near-poor');
    for (const person of ['mai', 'nam']) {
      await talk.says(person, '/language');
      await talk.presses(person, 'English');
    }
    await talk.says('mai', '/ward');
    expect(talk.last('mai')).toContain('Khu 1 (1 household): posted 1');
    await talk.presses('mai', 'Put the list together');
    await talk.presses('mai', 'Send these 1 up');
    await talk.presses('mai', 'Record the opinion');
    expect(talk.last('mai')).toContain('no text that says for certain who gives the opinion');
    await talk.says('mai', 'The department', '45', 'yesterday', '1', '1');
    expect(talk.last('mai')).toContain('The opinion about list 1 is written down: 1 household.');
    await talk.says('nam', '/ward', '1', '1', '12/QĐ-UBND', 'today', '1');
    expect(talk.last('nam')).toContain('Decision 12/QĐ-UBND of 20 Nov 2026');
    await talk.says('nam', '1');
    expect(talk.last('nam')).toContain('The decision about list 1 is written down');
    expect(await stateOf(one)).toBe('recognised');
  });
});

describe('where a paper says no', () => {
  test('an opinion that objects sends that household to be checked again, and the others on', async () => {
    const one = await posted(stage, { round, zone: 'khu-1', name: 'Hộ Một' });
    const two = await posted(stage, { round, zone: 'khu-2', name: 'Hộ Hai' });
    await submits();
    await talk.presses('mai', 'Ghi ý kiến');
    await talk.says('mai', 'Tổ công tác', '45', 'hôm qua', '2');
    await talk.says('mai', 'xong, đã chọn đủ');
    expect(talk.last('mai')).toContain('Không có hộ nào tên');
    await talk.says('mai', 'ho hai', 'Nhà mới xây, xem lại');
    expect(talk.last('mai')).toContain('Đã ghi:\n• Hộ Hai, Khu 2: Nhà mới xây, xem lại');
    await talk.says('mai', 'xong, đã chọn đủ');
    expect(talk.last('mai')).toContain('• hộ nghèo: 1\n• không đồng ý, phải phúc tra: 1');
    const sure = talk.sent.findLast((each) => each.address === 'mai')!;
    await talk.says('mai', '1');
    expect(options('mai')).toEqual(['Cử người phúc tra']);
    expect([await stateOf(one), await stateOf(two)]).toEqual(['decision', 'complaint']);
    await talk.post('mai', { kind: 'button', data: choices(sure)[0]!.data });
    await stage.exhaust();
    expect(talk.last('mai')).toContain('không còn hộ nào chờ việc này');
    const [list] = await listsOf(database.db.q, round);
    expect(list!.lines.map(({ opinion }) => opinion?.agrees)).toEqual([true, false]);
  });

  test('who never stood on a list and is not poor is declined, and reads why', async () => {
    const lan = await lanAsks('none');
    const one = await posted(stage, { round, zone: 'khu-1', name: 'Hộ Một' });
    const two = await posted(stage, { round, zone: 'khu-2', name: 'Hộ Hai' });
    await submits();
    await agreesToAll();
    await talk.says('nam', '/phuong', '1', '1', '12/QĐ-UBND', '20/11', '2');
    await talk.presses('nam', 'Hộ Hai');
    await talk.says('nam', 'Đã chuyển về tỉnh khác');
    const old = talk.sent.findLast((each) => each.address === 'nam')!;
    await talk.presses('nam', 'Xong');
    expect(talk.last('nam')).toContain('1 hộ chưa từng trong danh sách');
    await talk.says('nam', 'Nhà đủ nước sạch, đủ việc làm');
    expect(talk.last('nam')).toContain('• hộ nghèo: 1\n• không công nhận: 2');
    await talk.post('nam', { kind: 'button', data: choices(old)[0]!.data });
    await stage.exhaust();
    expect(talk.last('nam')).toContain('Nút đó đã cũ');
    await talk.says('nam', '1');
    expect(talk.last('lan')).toContain('chưa được công nhận trong đợt này');
    expect(talk.last('lan')).toContain('Lý do: Nhà đủ nước sạch, đủ việc làm');
    expect([await stateOf(lan), await stateOf(one), await stateOf(two)]).toEqual([
      'declined',
      'recognised',
      'declined',
    ]);
    const [list] = await listsOf(database.db.q, round);
    expect(list!.lines.map(({ decision }) => decision?.movement)).toEqual([
      'none',
      'near-poor-to-poor',
      // It has left the list all the same, and the report counts it.
      'near-poor-left',
    ]);
  });

  test('a recorder who signed a household does not write down its decision; another one does', async () => {
    const nam = await personOf('nam');
    const own = await posted(stage, { round, zone: 'khu-1', name: 'Hộ Một', by: nam });
    const other = await posted(stage, { round, zone: 'khu-1', name: 'Hộ Hai' });
    await submits();
    await agreesToAll();
    await talk.says('nam', '/phuong', '1', '1', '12/QĐ-UBND', '20/11', '1', '1');
    expect(talk.last('nam')).toContain('Đã ghi quyết định về danh sách số 1: 1 hộ.');
    expect(talk.last('nam')).toContain(
      'Chưa ghi được 1 hộ:\n• Hộ Một, Khu 1: Mình đã làm việc khác với hộ này. Người khác phải làm việc này.',
    );
    expect([await stateOf(own), await stateOf(other)]).toEqual(['decision', 'recognised']);
    await joinsOffice(stage, talk, 'ly', 'recorder');
    await talk.says('ly', '/phuong', '1', '1', '12/QĐ-UBND', '20/11', '1', '1');
    expect(await stateOf(own)).toBe('recognised');
    await talk.says('mai', '/phuong');
    await talk.presses('mai', 'Ghi giấy');
    await talk.presses('mai', 'Hộ Một');
    await talk.says('mai', '7', '1');
    expect(await stateOf(own)).toBe('certified');
  });

  test('a list of forty households is gone through ten at a time', async () => {
    for (let n = 1; n <= 40; n += 1)
      await posted(stage, { round, zone: 'khu-1', name: `Nguyễn Mẫu ${String(n)}` });
    await submits();
    await talk.presses('mai', 'Ghi ý kiến');
    await talk.says('mai', 'Tổ công tác', '45', 'hôm qua', '2');
    expect(options('mai')).toHaveLength(10);
    await talk.says('mai', 'xem tiếp', 'xem tiếp', '1', 'Xem lại thu nhập');
    expect(talk.last('mai')).toContain('• Nguyễn Mẫu 21, Khu 1: Xem lại thu nhập');
    await talk.says('mai', 'xong, đã chọn đủ', '1');
    const [list] = await listsOf(database.db.q, round);
    expect(list!.lines.filter(({ opinion }) => opinion?.agrees === true)).toHaveLength(39);
    await talk.says('nam', '/phuong', '1');
    expect(talk.last('nam')).toContain('Đang xem 1–10 trên 39.');
  });
});

/** The account of somebody who talks. */
async function personOf(address: string): Promise<number> {
  const [row] = await rows(
    database.db.q,
    sql`select person_id as id from chats where address = ${address}`,
    z.object({ id: z.number() }),
  );
  return row!.id;
}
