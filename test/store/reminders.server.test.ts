import { describe, expect, it } from 'vitest';
import { remindDue } from '../../src/remind.ts';
import { saveCase } from '../../src/store/cases.ts';
import { takeReminders } from '../../src/store/reminders.ts';
import { outbox } from '../../src/store/schema-queues.ts';
import { ownDatabase } from './database.ts';
import { at, begin, speakerAt } from './given.ts';

const test = ownDatabase();
const later = new Date(at('07:00').getTime() + 2 * 86_400_000);
const settings = { isNight: false, most: 10 };

async function stopped(address: string): Promise<number> {
  const { id: person } = await speakerAt(test.db, address);
  const row = await begin(test.db, person);
  const agreed = { type: 'ConsentGiven', text: '2026-11' };
  await test.db.tx((q) => saveCase(q, { row, happened: [agreed], actor: person }, at('07:00')));
  return row.id;
}

describe('reminders between connections of a server', () => {
  it('are taken by one at a time, and those of others meanwhile', async () => {
    const first = await stopped('hoa');
    await test.db.tx(async (mine) => {
      expect((await takeReminders(mine, later, settings)).map((each) => each.case)).toEqual([first]);
      const second = await stopped('lan');
      const others = await test.db.tx((q) => takeReminders(q, later, settings));
      expect(others.map((each) => each.case)).toEqual([second]);
    });
    expect(await test.db.tx((q) => takeReminders(q, later, settings))).toEqual([]);
  });

  it('of two programs at once come once', async () => {
    await Promise.all(['hoa', 'lan', 'binh'].map(stopped));
    const program = { db: test.db, clock: () => later, quiet: null, reminded: () => {} };
    await Promise.all([1, 2, 3, 4].map(() => remindDue(program)));
    expect(await test.db.q.$count(outbox)).toBe(3);
  });
});
