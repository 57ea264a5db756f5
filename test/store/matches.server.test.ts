import { describe, expect, it } from 'vitest';
import { matches } from '../../src/store/schema-cases.ts';
import { suspect } from '../../src/suspect.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, waitUntilBlocked, zoneNamed } from './given.ts';
import { keepHousehold } from './households.ts';

const test = ownDatabase();

describe('the matches between connections of a server', () => {
  it('miss nothing of two members of a household who send at once', async () => {
    const place = await zoneNamed(test.db, 'khu-1');
    const told = { ...place, names: ['Lan', 'Hùng'], address: 'số 12, ngõ 5' };
    const [lan, hung] = [(await speakerAt(test.db, 'lan')).id, (await speakerAt(test.db, 'hùng')).id];
    const [second] = await test.db.tx(async (q) => {
      const first = await keepHousehold(q, lan, told);
      await suspect(q, place.zone, at('08:00'), first.id);
      const waiting = test.db.tx(async (other) => {
        const row = await keepHousehold(other, hung, told);
        await suspect(other, place.zone, at('08:00'), row.id);
      });
      await waitUntilBlocked(test.db, 1);
      return [waiting] as const;
    });
    await second;
    expect(await test.db.q.$count(matches)).toBe(1);
  });
});
