import type { Database } from '../../src/store/db.ts';
import { setStage, type Stage } from '../journeys/stage.ts';
import { choices, type Talk, talkOn } from '../journeys/talk.ts';
import { openYearly } from '../journeys/round.ts';
import { joinsOffice, posted } from '../journeys/ward-people.ts';

/** A played yearly round of one ward with two zones, from the first message to the certificates. */
export type Season = { readonly stage: Stage; readonly talk: Talk; readonly round: number };

/** The day on which the meetings were held; the lists went up and were decided twelve days later. */
export const days = { sent: '2026-11-03', met: '2026-11-05', posted: '2026-11-06', decided: '2026-11-28' };

/** The households that talk themselves: by which name, in which zone, with which class on their paper form (`4`: none of those). */
export const households = [
  { name: 'Mẫu Thị Lộ', zone: 'khu-1', form: 'hộ nghèo' },
  { name: 'Mẫu Văn Ngữ', zone: 'khu-1', form: 'hộ cận nghèo' },
  { name: 'Mẫu Thị Mẫn', zone: 'khu-1', form: '4' },
  { name: 'Mẫu Văn Kỹ', zone: 'khu-2', form: 'hộ cận nghèo' },
] as const;

/** Off the list without having talked, as somebody else helped: near-poor before, neither now. */
export const released = 'Mẫu Đình Đức';
/** What somebody objected, and what was found. */
export const objection = { said: 'Nhà ấy có ba người đi làm xa', reason: 'Hai người đã về, không có việc' };
export const reasons = 'Thu nhập trên chuẩn theo phiếu giấy';

/** Plays the round: Lộ asks, Kỹ asks to leave the list, Mẫn is declined, Ngữ is objected to and checked once more. */
export async function playSeason(db: Database): Promise<Season> {
  const stage = await setStage(db, `${days.sent}T08:00:00+07:00`);
  const talk = talkOn(stage);
  await stage.realWard(2);
  await joinsOffice(stage, talk, 'officer', 'officer');
  await joinsOffice(stage, talk, 'recorder', 'recorder');
  await openYearly(stage, 'khu-1');
  for (const zone of ['khu-1', 'khu-2']) await talk.joins(`head-${zone}`, zone);
  for (const { name, zone } of households) await talk.sends(name, zone, name);
  await talk.says('Mẫu Văn Kỹ', 'xin ra khỏi danh sách');
  await talk.presses('Mẫu Văn Kỹ', 'Xin ra khỏi danh sách');
  for (const { form, zone } of households) await signs(talk, `head-${zone}`, form);
  await meetings(stage, talk);
  await posted(stage, { round: 1, zone: 'khu-2', name: released }, 'none');
  stage.clock = new Date(`${days.posted}T09:00:00+07:00`);
  await posts(stage, talk);
  await objects(stage, talk);
  await decides(stage, talk);
  if (stage.failures.length > 0) throw new Error(String(stage.failures[0]));
  return { stage, talk, round: 1 };
}

async function signs(talk: Talk, head: string, form: string): Promise<void> {
  await talk.says(head, '/viec', '1');
  await talk.presses(head, 'Ghi điểm');
  await talk.says(head, 'chưa', 'chưa', form);
  if (talk.last(head).includes('Vì sao khác?')) await talk.says(head, 'Theo phiếu giấy của khu');
  await talk.presses(head, 'Xác nhận cả');
  await talk.says(head, 'thiếu vốn', 'không ghi chú', 'ký hồ sơ');
}

async function meetings(stage: Stage, talk: Talk): Promise<void> {
  for (const zone of ['khu-1', 'khu-2']) {
    await talk.says(`head-${zone}`, '/hop');
    await talk.presses(`head-${zone}`, 'Hẹn ngày họp');
    await talk.says(`head-${zone}`, '5/11 lúc 19h30', 'Nhà văn hóa & sân kho');
    await talk.presses(`head-${zone}`, 'Hẹn và báo');
  }
  stage.clock = new Date(`${days.met}T21:00:00+07:00`);
  for (const zone of ['khu-1', 'khu-2']) {
    const head = `head-${zone}`;
    await talk.says(head, '/hop');
    await talk.presses(head, 'Ghi kết quả');
    await talk.says(head, '2 1 1 2 2 5 7 1');
    if (zone === 'khu-1') {
      await talk.presses(head, 'Ghi từng hộ');
      await talk.says(head, '20', '18', '17');
    } else await talk.presses(head, 'Mọi người đồng ý với tất cả');
    await talk.presses(head, 'Lưu kết quả');
  }
}

async function posts(stage: Stage, talk: Talk): Promise<void> {
  for (let left = 2; left > 0; left -= 1) {
    await opens(stage, talk, 'officer', 'post');
    if (talk.last('officer').includes('Không có hộ nào đang chờ')) return;
    if (!talk.last('officer').includes('Danh sách rà soát')) await talk.says('officer', '1');
    await talk.presses('officer', 'Niêm yết danh sách này');
  }
}

async function objects(stage: Stage, talk: Talk): Promise<void> {
  await talk.says('Mẫu Thị Lộ', '/niemyet', '1', 'Mẫu Văn Ngữ', objection.said, '1');
  await opens(stage, talk, 'officer', 'assign');
  await talk.says('officer', '1');
  await talk.presses('officer', 'Khu trưởng Khu 2');
  await talk.presses('head-khu-2', 'Phúc tra');
  const classes = choices(talk.sent.findLast(({ address }) => address === 'head-khu-2')!);
  await talk.presses('head-khu-2', classes.find(({ label }) => label.includes('ộ nghèo'))!.label);
  await talk.says('head-khu-2', objection.reason, '1');
  await posts(stage, talk);
}

async function decides(stage: Stage, talk: Talk): Promise<void> {
  stage.clock = new Date(`${days.decided}T09:00:00+07:00`);
  await talk.says('officer', '/phuong');
  await talk.presses('officer', 'Lập danh sách trình');
  await talk.presses('officer', 'Trình ');
  await talk.presses('officer', 'Ghi ý kiến');
  await talk.says('officer', 'Tổ công tác của tỉnh', '45/BC', 'hôm nay', '1', '1');
  await talk.says('recorder', '/phuong', '1', '1', '12/QĐ-UBND', 'hôm nay', '1');
  await talk.says('recorder', reasons, '1');
  await talk.says('officer', '/phuong');
  await talk.presses('officer', 'Ghi giấy chứng nhận');
  await talk.says('officer', '1');
  await talk.presses('officer', 'Đã giao hết');
  await talk.says('officer', '7/GCN', '1');
}

/** Goes into a flow as a button of another message does. */
async function opens(stage: Stage, talk: Talk, address: string, flow: string): Promise<void> {
  await talk.post(address, { kind: 'button', data: `f|${flow}|open|0|0|` });
  await stage.exhaust();
}
