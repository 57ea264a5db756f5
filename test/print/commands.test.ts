import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAdmin } from '../../src/admin/run.ts';
import { PaperError, papers, writePaper } from '../../src/print/paper.ts';
import { slipsSchema } from '../../src/print/slips.ts';
import { addWard, addZone } from '../../src/store/areas.ts';
import { findInvitation } from '../../src/store/invitations.ts';
import { staff } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { ownDatabase } from '../store/database.ts';
import { at, folder } from '../store/given.ts';
import { pagesOf } from './pdf-text.ts';

const test = ownDatabase();
const speaker = speakerOf(loadTexts());
const settings = { now: at('08:00'), baseUrl: 'https://rasoat.example.vn', services: ['Zalo'], quiet: null };
const ask = (name: string, args: object, more = {}) =>
  runAdmin(test.db, name, args, { ...settings, ...more });

/** A ward of two zones; in the first a head and a collaborator are named. */
async function ward(): Promise<void> {
  const wardId = await addWard(test.db.q, { code: 'thu', name: 'phường Thử', area: 'urban', demo: false });
  const zoneId = await addZone(test.db.q, { wardId, name: 'Khu 1', code: 'khu-1' });
  await addZone(test.db.q, { wardId, name: 'Khu 2', code: 'khu-2' });
  const named = (role: 'head' | 'collaborator', name: string) => ({
    wardId,
    zoneId,
    role,
    key: name,
    details: seal({ name, phone: '0912345678', hours: null }),
    importedAt: at('07:00'),
  });
  await test.db.q
    .insert(staff)
    .values([named('collaborator', 'Trần Thị Mẫu'), named('head', 'Nguyễn Văn Thử')]);
}

describe('slips', () => {
  it('invite everybody who is named, each with a code of their own; printing again voids the first ones', async () => {
    await ward();
    const first = slipsSchema.parse((await ask('slips', { ward: 'thu' })).data);
    expect(first.slips).toMatchObject([
      { role: 'head', name: 'Nguyễn Văn Thử', zoneName: 'Khu 1' },
      { role: 'collaborator', name: 'Trần Thị Mẫu', zoneName: 'Khu 1' },
    ]);
    expect(first).toMatchObject({
      wardName: 'phường Thử',
      services: ['Zalo'],
      until: { day: '2026-09-29', time: '08:00' },
    });
    const [head] = first.slips;
    expect(head?.link).toBe(`https://rasoat.example.vn/moi/${head?.code}`);
    expect(await findInvitation(test.db.q, head!.code, at('09:00'))).toMatchObject({
      role: 'head',
      zoneName: 'Khu 1',
    });
    await ask('slips', { ward: 'thu', hours: '5' });
    expect(await findInvitation(test.db.q, head!.code, at('09:00'))).toBeNull();
  });

  it('are refused where nobody is to be invited, and warn where the links open on this machine only', async () => {
    await addWard(test.db.q, { code: 'trong', name: 'xã Trống', area: 'rural', demo: false });
    await expect(ask('slips', { ward: 'trong' })).rejects.toThrow(
      'Nobody in xã Trống waits for an invitation',
    );
    await expect(ask('slips', { ward: 'khong-co' })).rejects.toThrow('no ward with the code "khong-co"');
    await ward();
    const warned = async (baseUrl: string) =>
      (await ask('slips', { ward: 'thu' }, { baseUrl })).lines.some((line) => line.startsWith('Warning'));
    expect(await warned('http://127.0.0.1:3000')).toBe(true);
    expect(await warned('https://rasoat.example.vn')).toBe(false);
  });
});

describe('posters', () => {
  it('are made for every zone of a ward, or for one, with whom one can call', async () => {
    await ward();
    const all = await ask('poster', { ward: 'thu' });
    expect(all.data).toMatchObject({
      posters: [
        { zoneName: 'Khu 1', link: 'https://rasoat.example.vn/k/khu-1', heads: [{ name: 'Nguyễn Văn Thử' }] },
        { zoneName: 'Khu 2', heads: [], ward: null },
      ],
    });
    expect(all.lines).toContain('Without anybody to call: Khu 2.');
    const one = await ask('poster', { ward: 'thu', zone: 'khu-2' });
    const pdf = await papers['poster']!(JSON.parse(JSON.stringify(one.data)), (phrase) =>
      speaker.say(phrase, 'en'),
    );
    expect(pagesOf(pdf).map((page) => page.some(({ text }) => text === 'Khu 2'))).toEqual([true]);
    await expect(ask('poster', { ward: 'thu', zone: 'khu-9' })).rejects.toThrow(
      'no zone with the code "khu-9"',
    );
  });
});

describe('the file', () => {
  const made = { bytes: Buffer.from('%PDF'), answer: 'done' };

  it('is taken before anything is made for it, is written over nothing, and is for its owner only', async () => {
    const path = join(folder(), 'slips.pdf');
    expect(await writePaper(path, async () => made)).toBe('done');
    expect(readFileSync(path, 'utf8')).toBe('%PDF');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const never = async () => {
      throw new Error('invited for nothing');
    };
    await expect(writePaper(path, never)).rejects.toThrow('it is there already');
    await expect(writePaper(join(path, 'no', 'folder.pdf'), never)).rejects.toThrow(PaperError);
    await expect(writePaper(undefined, never)).rejects.toThrow('--out');
  });

  it('does not stay where the command is refused', async () => {
    const path = join(folder(), 'slips.pdf');
    writeFileSync(`${path}.other`, 'kept');
    await expect(writePaper(path, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect([existsSync(path), existsSync(`${path}.other`)]).toEqual([false, true]);
  });
});
