import { describe, expect, it } from 'vitest';
import { savePerson, speakerOf } from '../../src/store/people.ts';
import { ownDatabase } from './database.ts';
import { at, counted, incoming, speakerAt, waitUntilBlocked } from './given.ts';

const test = ownDatabase();

describe('the people between connections of a server', () => {
  const speak = () => speakerAt(test.db, 'hoa');

  it('stay one when a second connection meets an address that a first is just making', async () => {
    const [first, second] = await test.db.tx(async (q) => {
      const made = await speakerOf(q, incoming({ address: 'hoa' }), at('08:00'));
      const waiting = speak();
      await waitUntilBlocked(test.db, 1);
      return [made, waiting] as const;
    });
    expect((await second).id).toBe(first.id);
    expect(await counted(test.db)).toEqual({ persons: 1, chats: 1 });
  });

  it('are served one thing at a time, the later one on what the earlier one left', async () => {
    const { id } = await speak();
    const [second] = await test.db.tx(async (q) => {
      await speakerOf(q, incoming({ address: 'hoa' }), at('08:00'));
      const waiting = speak();
      await waitUntilBlocked(test.db, 1);
      await savePerson(q, id, { language: 'en' });
      return [waiting] as const;
    });
    expect(await second).toMatchObject({ id, language: 'en' });
  });
});
