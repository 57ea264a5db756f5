import { describe, expect, it } from 'vitest';
import { addWard, addZone, allPlaces, isDemoWard, placeByCode } from '../../src/store/areas.ts';
import { ownDatabase } from './database.ts';

const test = ownDatabase();

const ward = (code: string, name: string, demo = false) =>
  addWard(test.db.q, { code, name, area: 'urban', demo });
const zone = (wardId: number, name: string) => addZone(test.db.q, { wardId, name, code: `khu-${name}` });

describe('the areas', () => {
  it('come ward by ward, also two wards of one name, each with its zones as they were added', async () => {
    const tanLap = await ward('tan-lap', 'Tân Lập');
    const other = await ward('tan-lap-2', 'Tân Lập');
    const anBinh = await ward('an-binh', 'An Bình');
    for (const [id, name] of [
      [tanLap, '10'],
      [other, '20'],
      [tanLap, '2'],
      [anBinh, '5'],
      [other, '1'],
    ] as const)
      await zone(id, name);
    const found = await allPlaces(test.db.q);
    expect(found.map((place) => [place.ward, place.wardName, place.zoneName])).toEqual([
      [anBinh, 'An Bình', '5'],
      [tanLap, 'Tân Lập', '10'],
      [tanLap, 'Tân Lập', '2'],
      [other, 'Tân Lập', '20'],
      [other, 'Tân Lập', '1'],
    ]);
  });

  it('are found by the code of a link, however it is typed', async () => {
    const wardId = await ward('uong-bi', 'phường Uông Bí');
    const place = { ward: wardId, zone: await zone(wardId, '1'), zoneName: '1', wardName: 'phường Uông Bí' };
    for (const code of ['khu-1', 'KHU-1'])
      expect(await placeByCode(test.db.q, code)).toEqual({ ...place, area: 'urban', province: null });
    for (const code of ['', 'khu', 'khu-1 ', 'khu-1\0', '\ud800', '%'])
      expect(await placeByCode(test.db.q, code)).toBeNull();
  });

  it('know their province where it was told', async () => {
    const made = await addWard(test.db.q, {
      code: 'vang-danh',
      name: 'phường Vàng Danh',
      area: 'urban',
      province: 'quang-ninh',
      demo: false,
    });
    await zone(made, '1');
    await zone(await ward('thu', 'Thử'), '2');
    const known = (await allPlaces(test.db.q)).map(({ zoneName, province }) => [zoneName, province]);
    expect(Object.fromEntries(known)).toEqual({ '1': 'quang-ninh', '2': null });
    expect(await placeByCode(test.db.q, 'khu-1')).toMatchObject({ province: 'quang-ninh' });
  });

  it('know which of them are for demonstration only', async () => {
    const [real, demo] = [await ward('real', 'Thật'), await ward('demo', 'Dùng thử', true)];
    expect(await isDemoWard(test.db.q, real)).toBe(false);
    expect(await isDemoWard(test.db.q, demo)).toBe(true);
    expect(await isDemoWard(test.db.q, demo + 1)).toBe(false);
  });

  it('refuse a code or a name of a zone that is taken', async () => {
    const [one, two] = [await ward('one', 'Một'), await ward('two', 'Hai')];
    await zone(one, '1');
    await expect(ward('one', 'Ba')).rejects.toThrow();
    await expect(zone(two, '1')).rejects.toThrow();
    await expect(addZone(test.db.q, { wardId: one, name: '1', code: 'another' })).rejects.toThrow();
    expect(await addZone(test.db.q, { wardId: two, name: '1', code: 'another' })).toBeGreaterThan(0);
  });
});
