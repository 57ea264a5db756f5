import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { lookAtDeadlines } from '../../src/deadlines.ts';
import { takeDue } from '../../src/store/deadlines.ts';
import { lockDossier } from '../../src/store/dossiers.ts';
import { outbox } from '../../src/store/schema-queues.ts';
import { ownDatabase } from './database.ts';
import { ofHouseholds } from './due-ward.ts';

const test = ownDatabase();
// Twenty working days from 26 January, past Tết.
const now = new Date('2026-03-02T09:00:00+07:00');
const days = { today: '2026-03-02', horizon: '2026-03-03' };
const program = { clock: () => now, quiet: null, reminded: () => {} };

describe('deadlines between connections of a server', () => {
  it('are spoken of once, by whichever program comes first', async () => {
    for (let n = 0; n < 3; n += 1) await ofHouseholds(test.db, 5);
    await Promise.all([1, 2, 3, 4].map(() => lookAtDeadlines({ ...program, db: test.db })));
    expect(await test.db.q.$count(outbox, eq(outbox.kind, 'reminder'))).toBe(3);
  });

  it('leave out a household on which a step is being taken', async () => {
    const { households, ward } = await ofHouseholds(test.db, 3);
    const [first] = households;
    await test.db.tx(async (mine) => {
      await lockDossier(mine, first!.dossier);
      const due = await test.db.tx((q) => takeDue(q, ward, days));
      expect(due.map(({ row }) => row.id)).not.toContain(first!.dossier);
      expect(due).toHaveLength(2);
    });
  });
});
