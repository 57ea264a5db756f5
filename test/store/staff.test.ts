import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../src/rights.ts';
import { addZone } from '../../src/store/areas.ts';
import { acceptInvitation, invite } from '../../src/store/invitations.ts';
import { invitations, staff } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { inviteStaff, staffOf } from '../../src/store/staff.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, zoneNamed } from './given.ts';

const test = ownDatabase();
let place: { readonly ward: number; readonly zone: number };
beforeEach(async () => {
  place = await zoneNamed(test.db, 'khu-1');
});

async function named(name: string, role: Post['role'], zoneId = place.zone): Promise<number> {
  const details = seal({ name, phone: '0900000001', hours: null });
  const row = { wardId: place.ward, zoneId, role, key: name, details, importedAt: at('07:00') };
  const [made] = await test.db.q.insert(staff).values(row).returning({ id: staff.id });
  return made!.id;
}
const inviteAll = () => test.db.tx((q) => inviteStaff(q, place.ward, at('09:00')));
const accept = async (code: string, address: string) => {
  const { id } = await speakerAt(test.db, address);
  return test.db.tx((q) => acceptInvitation(q, code, id, at('08:00')));
};
const postsOf = async (address: string) => (await speakerAt(test.db, address)).posts;

describe('the staff of a ward', () => {
  it('is invited each for the own post, and holds it once it accepts', async () => {
    const second = await addZone(test.db.q, { wardId: place.ward, name: 'khu-2', code: 'khu-2' });
    const helper = await named('Cộng tác viên Một', 'collaborator');
    await named('Cộng tác viên Một', 'collaborator', second);
    const head = await named('Khu trưởng Một', 'head');
    const invited = await inviteAll();
    expect(invited.map(({ role, name, zoneName }) => [role, name, zoneName])).toEqual([
      ['head', 'Khu trưởng Một', 'khu-1'],
      ['collaborator', 'Cộng tác viên Một', 'khu-1'],
      ['collaborator', 'Cộng tác viên Một', 'khu-2'],
    ]);
    for (const { code } of invited.slice(1)) expect(await accept(code, 'helper')).not.toBeNull();
    expect(await postsOf('helper')).toEqual([
      { role: 'collaborator', zone: place.zone },
      { role: 'collaborator', zone: second },
    ]);
    const { id: person } = await speakerAt(test.db, 'helper');
    expect(await staffOf(test.db.q, place.zone)).toEqual([
      { id: head, role: 'head', person: null, name: 'Khu trưởng Một', phone: '0900000001', hours: null },
      {
        id: helper,
        role: 'collaborator',
        person,
        name: 'Cộng tác viên Một',
        phone: '0900000001',
        hours: null,
      },
    ]);
    expect((await inviteAll()).map(({ name }) => name)).toEqual(['Khu trưởng Một']);
  });

  it('has no use for its earlier invitations once there are new ones; those that name nobody go on', async () => {
    await named('Khu trưởng Một', 'head');
    const nameless = await invite(test.db.q, place, at('09:00'));
    const [earlier] = await inviteAll();
    const [later] = await inviteAll();
    expect(await accept(earlier!.code, 'head')).toBeNull();
    expect(await accept(nameless, 'deputy')).toMatchObject({ role: 'head', staff: null });
    expect(await accept(later!.code, 'head')).toMatchObject({ role: 'head', staff: later!.staff });
    expect(await accept(later!.code, 'thief')).toBeNull();
    const used = eq(invitations.staffId, later!.staff);
    expect(await test.db.q.$count(invitations, used)).toBe(1);
  });

  it('that left is neither named nor invited, and an invitation given before gives nothing', async () => {
    const id = await named('Khu trưởng Một', 'head');
    const [before] = await inviteAll();
    await test.db.q
      .update(staff)
      .set({ endedAt: at('07:30') })
      .where(eq(staff.id, id));
    expect(await accept(before!.code, 'head')).toBeNull();
    expect(await inviteAll()).toEqual([]);
    expect(await staffOf(test.db.q, place.zone)).toEqual([]);
    expect(await postsOf('head')).toEqual([]);
  });
});
