import { describe, expect, it } from 'vitest';
import { lockCase, lockOwnCase, saveCase } from '../../src/store/cases.ts';
import { evolve } from '../../src/survey/interview.ts';
import { ownDatabase } from './database.ts';
import { at, begin, blankInterview, speakerAt, waitUntilBlocked, wasSent } from './given.ts';

const test = ownDatabase();

describe('the cases between connections of a server', () => {
  it('let household and head queue behind each other, the later one on what the earlier one left', async () => {
    const hoa = (await speakerAt(test.db, 'hoa')).id;
    const row = await begin(test.db, hoa);
    const [second] = await test.db.tx(async (q) => {
      await lockOwnCase(q, hoa);
      const waiting = test.db.tx((other) => lockCase(other, row.id));
      await waitUntilBlocked(test.db, 1);
      await saveCase(
        q,
        { row: { ...row, interview: evolve(blankInterview, wasSent) }, happened: [wasSent], actor: hoa },
        at('08:00'),
      );
      return [waiting] as const;
    });
    expect((await second)?.interview.stage).toBe('sent');
  });
});
