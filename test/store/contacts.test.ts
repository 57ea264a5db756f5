import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { addWard, addZone } from '../../src/store/areas.ts';
import { contactsOf } from '../../src/store/contacts.ts';
import { staff, wards, zones } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { ownDatabase } from './database.ts';
import { at, zoneNamed } from './given.ts';

const test = ownDatabase();
const someone = (name: string) => ({ name, phone: '0912345678', hours: null });

async function name(
  place: { readonly ward: number; readonly zone: number },
  key: string,
  more: { readonly role?: 'head' | 'collaborator'; readonly endedAt?: Date } = {},
): Promise<void> {
  const row = { wardId: place.ward, zoneId: place.zone, role: 'head' as const, key, importedAt: at('08:00') };
  await test.db.q.insert(staff).values({ ...row, details: seal(someone(key)), ...more });
}

const office = (ward: number) =>
  test.db.q
    .update(wards)
    .set({ contact: seal(someone('cô Mẫu')) })
    .where(eq(wards.id, ward));

describe('somebody to speak to', () => {
  it('is every head of the zone who still is it, and the office of the ward', async () => {
    const [place, other] = [await zoneNamed(test.db, 'khu-1'), await zoneNamed(test.db, 'khu-2')];
    expect(await contactsOf(test.db.q, place.zone)).toMatchObject({ heads: [], ward: null });
    await name(place, 'Thử');
    await name(place, 'Nháp');
    await name(place, 'Cũ', { endedAt: at('07:00') });
    await name(place, 'Giúp', { role: 'collaborator' });
    await name(other, 'Khác');
    await office(place.ward);
    expect(await contactsOf(test.db.q, place.zone)).toEqual({
      zoneName: 'khu-1',
      wardName: 'Ward khu-1',
      heads: [someone('Thử'), someone('Nháp')],
      ward: someone('cô Mẫu'),
    });
    expect(await contactsOf(test.db.q, 999)).toMatchObject({ heads: [], ward: null });
  });

  it('is who heads the zone into which the own one was merged', async () => {
    const place = await zoneNamed(test.db, 'khu-1');
    const old = await addZone(test.db.q, { wardId: place.ward, name: 'Khu cũ', code: 'cu' });
    await test.db.q.update(zones).set({ mergedInto: place.zone }).where(eq(zones.id, old));
    await name(place, 'Thử');
    expect(await contactsOf(test.db.q, old)).toMatchObject({ zoneName: 'khu-1', heads: [someone('Thử')] });
  });

  it('is the office of the only ward where the zone is not known, beside a demonstration', async () => {
    const { ward } = await zoneNamed(test.db, 'khu-1');
    const demo = await addWard(test.db.q, { code: 'demo', name: 'Demo', area: 'urban', demo: true });
    await office(ward);
    await office(demo);
    expect(await contactsOf(test.db.q, null)).toMatchObject({ heads: [], ward: someone('cô Mẫu') });
    await zoneNamed(test.db, 'khu-2');
    expect(await contactsOf(test.db.q, null)).toMatchObject({ heads: [], ward: null });
  });
});
