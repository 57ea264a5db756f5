import { describe, expect, it } from 'vitest';
import { rescore } from '../../src/admin/rescore.ts';
import { lockCase, saveCase } from '../../src/store/cases.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, waitUntilBlocked, zoneNamed } from './given.ts';
import { keepSent, readBefore } from './sent-case.ts';

const test = ownDatabase();

describe('reading cases again between connections of a server', () => {
  it('waits for a head at a case, and leaves it when the head has signed', async () => {
    const hoa = (await speakerAt(test.db, 'hoa')).id;
    await zoneNamed(test.db, 'khu-1');
    const { id } = await keepSent(test.db, hoa, readBefore);
    const [running] = await test.db.tx(async (q) => {
      const held = (await lockCase(q, id))!;
      const again = rescore(test.db, { now: at('09:00'), dryRun: false, signed: false });
      await waitUntilBlocked(test.db, 1);
      const review = { ...held.review, signedOn: '2026-11-21' };
      await saveCase(q, { row: { ...held, review }, happened: [], actor: hoa }, at('08:30'));
      return [again] as const;
    });
    expect((await running).data).toMatchObject({ changed: 1, added: 0, listed: [{ added: false }] });
    expect((await test.db.tx((q) => lockCase(q, id)))?.review.readings).toHaveLength(1);
  });
});
