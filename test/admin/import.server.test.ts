import { beforeEach, describe, expect, it } from 'vitest';
import { zonesOf } from '../../src/store/areas.ts';
import type { Query } from '../../src/store/db.ts';
import { enlist, listedIn } from '../../src/store/listed.ts';
import { staff as staffTable, zones as zonesTable } from '../../src/store/schema.ts';
import { listedHouseholds } from '../../src/store/schema-cases.ts';
import { nameStaff } from '../../src/store/staff.ts';
import { ownDatabase } from '../store/database.ts';
import { waitUntilBlocked } from '../store/given.ts';
import { households, imports, now, staff, ward, zones } from './ward.ts';

const test = ownDatabase();
let wardId: number;
beforeEach(async () => {
  wardId = await ward(test.db);
});

describe('two imports of one file at once, on a server', () => {
  it('are one after the other: what the first has added, the second finds', async () => {
    const all = [
      ['zones', zones, zonesTable],
      ['households', households(200), listedHouseholds],
      ['staff', staff, staffTable],
    ] as const;
    for (const [what, cells, table] of all) {
      const many = cells.length - 1;
      const both = await Promise.all([imports(test.db, what, cells), imports(test.db, what, cells)]);
      expect(both.map((each) => Reflect.get(each, 'added')).sort((one, other) => one - other)).toEqual([
        0,
        many,
      ]);
      expect(both.map((each) => Reflect.get(each, 'changed'))).toEqual([0, 0]);
      expect(await test.db.q.$count(table)).toBe(many);
    }
  });

  /** The same rows written by two transactions that hold nothing else: what each of them gave. */
  async function racing<T>(write: (q: Query) => Promise<readonly T[]>, ending: 'keeps' | 'undoes') {
    let second: Promise<readonly T[]> | undefined;
    const first = await test.db
      .tx(async (q) => {
        const done = await write(q);
        second = test.db.tx(write);
        await waitUntilBlocked(test.db, 1);
        if (ending === 'undoes') throw new Error('stop');
        return done;
      })
      .catch(() => []);
    return { first: first.length, second: (await second)?.length };
  }

  it('add a household and a post once by the constraints alone, whoever comes first', async () => {
    await imports(test.db, 'zones', zones);
    const [zone] = await zonesOf(test.db.q, wardId);
    const details = { name: 'Lê Thị Thử', address: null, code: 'H-1', people: null };
    const household = { zone: zone!.id, category: 'poor' as const, key: 'one', unnumbered: '', details };
    const list = { ward: wardId, listYear: 2025 };
    const enlisting = (q: Query) => enlist(q, list, [household], now);
    expect(await racing(enlisting, 'undoes')).toEqual({ first: 0, second: 1 });
    expect(await racing((q) => enlist(q, { ...list, listYear: 2026 }, [household], now), 'keeps')).toEqual({
      first: 1,
      second: 0,
    });
    expect(await listedIn(test.db.q, zone!.id, 2025)).toHaveLength(1);
    expect(await listedIn(test.db.q, zone!.id, 2026)).toHaveLength(1);
    const contact = { name: 'Lê Thị Thử', phone: '0900000001', hours: null };
    const post = { zone: zone!.id, role: 'head' as const, key: 'one', details: contact };
    const naming = (q: Query) => nameStaff(q, { ward: wardId, bringBack: false }, [post], now);
    expect(await racing(naming, 'keeps')).toEqual({ first: 1, second: 0 });
    expect(await test.db.q.$count(staffTable)).toBe(1);
  });
});
