import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import {
  devicesOf,
  findDeviceCode,
  forgetDevice,
  joinAccounts,
  makeDeviceCode,
  takeDeviceCode,
} from '../../src/store/devices.ts';
import { lockOwnCase } from '../../src/store/cases.ts';
import { speakerNow } from '../../src/store/people.ts';
import { chats, deviceCodes, persons } from '../../src/store/schema.ts';
import { eraseWebLines, keepWebLine, webLinesAfter } from '../../src/store/web-lines.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt } from './given.ts';

const test = ownDatabase();
let hoa: number;
beforeEach(async () => {
  hoa = (await speakerAt(test.db, 'hoa')).id;
});
const make = () => makeDeviceCode(test.db.q, { person: hoa, issuedBy: hoa, expiresAt: at('09:00') });
const find = (code: string, clock = '08:00') => findDeviceCode(test.db.q, code, at(clock));
const take = (code: string, clock = '08:00') => test.db.tx((q) => takeDeviceCode(q, code, at(clock)));

describe('a device code', () => {
  it('has ten digits, of which only a hash is kept', async () => {
    const code = await make();
    expect(code).toMatch(/^\d{10}$/);
    const kept = await test.db.q.select().from(deviceCodes);
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('is used once, by one of several at once, and not by looking', async () => {
    const code = await make();
    expect(await find(code)).toEqual({ person: hoa, issuedBy: hoa });
    const taken = await Promise.all([take(code), take(code), take(code)]);
    expect(taken.filter((each) => each !== null)).toEqual([{ person: hoa, issuedBy: hoa }]);
    expect(await find(code)).toBeNull();
  });

  it('runs out, and another number opens nothing', async () => {
    const code = await make();
    expect(await find(code, '09:00')).toBeNull();
    expect(await take(code, '09:00')).toBeNull();
    expect(await find(code === '0000000000' ? '0000000001' : '0000000000')).toBeNull();
  });
});

describe('joined accounts', () => {
  it('have the devices of both, and the empty one says where they went', async () => {
    const binh = await speakerAt(test.db, 'bình');
    await test.db.tx((q) => joinAccounts(q, binh.id, hoa, at('08:00')));
    expect(await devicesOf(test.db.q, hoa)).toHaveLength(2);
    expect(await devicesOf(test.db.q, binh.id)).toEqual([]);
    expect((await test.db.tx((q) => speakerNow(q, binh.chat, at('08:00')))).id).toBe(hoa);
    const [left] = await test.db.q.select().from(persons).where(eq(persons.id, binh.id));
    expect(left?.joinedTo).toBe(hoa);
  });
});

describe('a forgotten device', () => {
  const said = (ref: string, text: string) =>
    keepWebLine(test.db, {
      address: 'web-1',
      ref,
      sender: 'bot',
      body: { text, options: [], actions: [] },
      at: at('08:00'),
    });

  it('belongs to nobody, keeps no words, and only its owner forgets it', async () => {
    const web = await speakerAt(test.db, 'web-1', at('08:00'), { channel: 'web' });
    await said('1', 'thu nhập 12 triệu');
    const other = await test.db.tx((q) => forgetDevice(q, hoa, web.chat, at('08:00')));
    expect([other, (await webLinesAfter(test.db, 'web-1', 0))[0]?.body.text]).toEqual([
      false,
      'thu nhập 12 triệu',
    ]);
    expect(await test.db.tx((q) => forgetDevice(q, web.id, web.chat, at('08:00')))).toBe(true);
    expect((await webLinesAfter(test.db, 'web-1', 0)).map((line) => line.body.text)).toEqual(['']);
    const [chat] = await test.db.q.select().from(chats).where(eq(chats.id, web.chat));
    expect(chat?.personId).not.toBe(web.id);
    expect(await test.db.tx((q) => lockOwnCase(q, chat?.personId ?? 0))).toBeNull();
  });

  it('is heard of by an open page as a change of each line', async () => {
    await said('1', 'một');
    await said('2', 'hai');
    const seen = Math.max(...(await webLinesAfter(test.db, 'web-1', 0)).map((line) => line.change));
    await test.db.tx((q) => eraseWebLines(q, 'web-1'));
    expect((await webLinesAfter(test.db, 'web-1', seen)).map((line) => line.body.text)).toEqual(['', '']);
  });
});
