import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows } from '../../src/store/db.ts';
import { acceptInvitation, findInvitation, invitationMark, invite } from '../../src/store/invitations.ts';
import { headsOf } from '../../src/store/people.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, zoneNamed } from './given.ts';

const test = ownDatabase();
let place: { readonly ward: number; readonly zone: number };
let code: string;
beforeEach(async () => {
  place = await zoneNamed(test.db, 'khu-1');
  code = await invite(test.db.q, place, at('09:00'));
});

const person = async (address: string) => (await speakerAt(test.db, address)).id;
const accept = (given: string, id: number, clock = '08:00') =>
  test.db.tx((q) => acceptInvitation(q, given, id, at(clock)));
const shown = () => ({
  ...place,
  role: 'head',
  zoneName: 'khu-1',
  wardName: 'Ward khu-1',
  zoneCode: 'khu-1',
  staff: null,
});

describe('an invitation', () => {
  it('makes a head of the one who accepts it, once', async () => {
    const [hoa, binh] = [await person('hoa'), await person('bình')];
    expect(await accept(code, hoa)).toEqual(shown());
    expect(await headsOf(test.db.q, place.zone)).toEqual([hoa]);
    expect(await accept(code, hoa)).toBeNull();
    expect(await accept(code, binh)).toBeNull();
    expect(await findInvitation(test.db.q, code, at('08:00'))).toBeNull();
    expect(await headsOf(test.db.q, place.zone)).toEqual([hoa]);
  });

  it('makes a head of one when several accept it at once', async () => {
    const all = [await person('hoa'), await person('bình'), await person('chi'), await person('dũng')];
    const accepted = await Promise.all(all.map((id) => accept(code, id)));
    expect(accepted.filter((each) => each !== null)).toEqual([shown()]);
    expect(await headsOf(test.db.q, place.zone)).toHaveLength(1);
  });

  it('is not used up by looking at it', async () => {
    for (let looks = 0; looks < 3; looks += 1)
      expect(await findInvitation(test.db.q, code, at('08:00'))).toEqual(shown());
    expect(await accept(code, await person('hoa'))).toEqual(shown());
  });

  it('is refused once it has run out', async () => {
    const hoa = await person('hoa');
    expect(await findInvitation(test.db.q, code, at('09:00'))).toBeNull();
    expect(await accept(code, hoa, '09:00')).toBeNull();
    expect(await headsOf(test.db.q, place.zone)).toEqual([]);
    expect(await accept(code, hoa, '08:59')).toEqual(shown());
  });

  it('is not found by another code', async () => {
    for (const wrong of ['', invitationMark, `${code}x`, 'a\0b', '\ud800'])
      expect(await findInvitation(test.db.q, wrong, at('08:00'))).toBeNull();
  });

  it('is read from paper: in small letters that are taken for no others, however they are typed', async () => {
    expect(code).toMatch(/^moi-[a-hjkmnp-z2-9]{20}$/);
    expect(await accept(code.toUpperCase(), await person('hoa'))).toMatchObject(place);
  });

  it('can be given again to the head of the zone, who stays it once', async () => {
    const hoa = await person('hoa');
    await accept(code, hoa);
    const second = await invite(test.db.q, place, at('09:00'));
    expect(await accept(second, hoa)).toEqual(shown());
    expect(await headsOf(test.db.q, place.zone)).toEqual([hoa]);
  });

  it('is open again when its acceptance failed halfway', async () => {
    const hoa = await person('hoa');
    const failing = test.db.tx(async (q) => {
      await acceptInvitation(q, code, hoa, at('08:00'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await headsOf(test.db.q, place.zone)).toEqual([]);
    expect(await accept(code, hoa)).toEqual(shown());
  });

  it('has a code that a link and a person can carry, and that the table does not know', async () => {
    expect(code).toMatch(/^moi-[A-Za-z0-9]{20}$/);
    const dump = async () => {
      const lines = sql`select row_to_json(invitations)::text as line from invitations`;
      return (await rows(test.db.q, lines, z.object({ line: z.string() })))
        .map(({ line }) => line)
        .join('\n');
    };
    const secret = code.slice(invitationMark.length);
    const encodings = [secret, Buffer.from(secret).toString('hex'), Buffer.from(code).toString('base64')];
    const before = await dump();
    await accept(code, await person('hoa'));
    for (const found of [before, await dump()]) {
      expect(found).toMatch(/"hash":"[0-9a-f]{64}"/);
      for (const encoding of encodings) expect(found).not.toContain(encoding);
    }
  });
});
