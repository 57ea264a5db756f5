import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runAdmin } from '../../src/admin/run.ts';
import { addDemo } from '../../src/admin/demo.ts';
import { openCase, saveCase } from '../../src/store/cases.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { type Query, rows } from '../../src/store/db.ts';
import { checkRecord } from '../../src/store/record-check.ts';
import { linkRecord } from '../../src/store/record-link.ts';
import { noteDown } from '../../src/store/record.ts';
import { newReview } from '../../src/review/review.ts';
import { evolve } from '../../src/survey/interview.ts';
import { ownDatabase } from './database.ts';
import { at, begin, blankInterview, speakerAt, wasSent } from './given.ts';

const database = ownDatabase();
const settings = { now: at('09:00'), baseUrl: '', quiet: null } as const;

const command = { actor: 0, of: 'command', action: 'staff' } as const;
const refused = (change: (q: Query) => Promise<unknown>) =>
  database.db.tx(change).then(
    () => 'kept',
    (error: unknown) =>
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error),
  );
const audit = (name: string, args: object = {}, now = settings.now) =>
  runAdmin(database.db, `audit ${name}`, args, { ...settings, now });

/** A case that was begun and sent by somebody at that address. */
async function sentBy(address: string): Promise<number> {
  const { db } = database;
  const { id } = await speakerAt(db, address);
  const row = await begin(db, id);
  const next = { ...row, interview: evolve(row.interview, wasSent) };
  await db.tx((q) => saveCase(q, { row: next, happened: [wasSent], actor: id }, at('08:00')));
  return row.id;
}

test('the database itself refuses to change or remove an entry, linked or not', async () => {
  const { db } = database;
  await db.tx((q) => noteDown(q, [command, command], at('08:00')));
  expect(await refused((q) => q.execute(sql`update record set actor = 7 where id = 1`))).toContain(
    'never changed',
  );
  expect(await refused((q) => q.execute(sql`delete from record where id = 1`))).toContain('never removed');
  expect(await linkRecord(db)).toBe(2);
  for (const change of ['actor = 7', 'n = 9', 'hash = null', "salt = 'x'", 'at = now()'])
    expect(
      await refused((q) => q.execute(sql`update record set ${sql.raw(change)} where n = 1`)),
      change,
    ).toContain('Entry 1 of the record is never changed');
  expect(await refused((q) => q.execute(sql`delete from record`))).toContain('never removed');
  expect(await refused((q) => q.execute(sql`truncate record`))).toContain('never removed');
});

test('what is not committed is not linked, and what is links in its order without a gap', async () => {
  const { db } = database;
  await db.tx((q) => noteDown(q, [command], at('08:00')));
  await refused(async (q) => {
    await noteDown(q, [command], at('08:00'));
    throw new Error('no');
  });
  await db.tx((q) => noteDown(q, [command], at('08:00')));
  expect([await linkRecord(db, 1), await linkRecord(db, 1), await linkRecord(db, 1)]).toEqual([1, 1, 0]);
  const found = await rows(
    db.q,
    sql`select n, id from record order by n`,
    z.object({ n: z.number(), id: z.number() }),
  );
  expect(found).toEqual([
    { n: 1, id: 1 },
    { n: 2, id: 3 },
  ]);
});

test('a case that moved on without a word for its history has an entry all the same, and is compared with it', async () => {
  const { db } = database;
  const id = await sentBy('hoa');
  await linkRecord(db);
  const before = (await checkRecord(db.q, { late: at('07:00'), noted: null })).contents;
  expect(before).toEqual([]);
  await db.tx(async (q) => {
    const moved = { type: 'QuestionAsked', question: 'walls', editing: null } as const;
    const kept = { id, owner: 1, ward: null, zone: null, interview: blankInterview, review: newReview };
    await saveCase(q, { row: kept, happened: [moved], actor: 1 }, at('08:30'));
  });
  // Not linked yet: its state is told by nobody.
  expect((await checkRecord(db.q, { late: at('07:00'), noted: null })).contents).toEqual([]);
  expect(await linkRecord(db)).toBe(1);
  expect((await checkRecord(db.q, { late: at('07:00'), noted: null })).contents).toEqual([]);
});

test('the operator verifies, notes the head, and is told what is late, altered or taken away', async () => {
  const { db } = database;
  await sentBy('hoa');
  const late = await audit('verify', {}, at('10:00'));
  expect([late.failed, late.lines.join('\n')]).toEqual([
    true,
    expect.stringContaining('What is linked is as it was written'),
  ]);
  expect((await audit('verify', {}, at('08:00'))).failed).toBe(false);
  await linkRecord(db);
  const { lines } = await audit('head');
  const noted = lines[0]!;
  expect(noted).toMatch(/^1:[0-9a-f]{64}$/);
  const whole = await audit('verify', { head: noted.slice(0, 18) });
  expect([whole.failed, whole.lines.at(-1)]).toEqual([false, expect.stringContaining('as it was written')]);
  expect((await audit('show', { case: 1 })).lines.join('\n')).toMatch(
    /^1 {2}2026-\S+ {2}person \d+ {2}event Sent/,
  );
  await expect(audit('verify', { head: 'x' })).rejects.toThrow('NUMBER:HASH');
  await db.q.execute(sql`update events set type = 'Signed'`);
  const altered = await audit('verify');
  expect(altered.lines.join('\n')).toContain(
    'entry 1 (event Sent of case 1): what it added was altered since',
  );
  const gone = await audit('verify', { head: `2:${'a'.repeat(16)}` });
  expect(gone.lines.join('\n')).toContain('entry 2 is missing: it was removed');
  expect(gone.failed).toBe(true);
});

test('erasing is an entry too: what is erased is gone, nothing of it can be guessed, and the chain stays whole', async () => {
  const { db } = database;
  await addDemo(db);
  const place = (await placeByCode(db.q, 'demo-khu-1'))!;
  const { id: owner } = await speakerAt(db, 'hoa');
  await db.tx(async (q) => {
    const row = await openCase(q, owner, { interview: blankInterview, review: newReview }, at('07:00'));
    await saveCase(q, { row, happened: [wasSent], actor: owner }, at('08:00'));
    await q.execute(sql`update cases set ward_id = ${place.ward}, zone_id = ${place.zone}`);
  });
  await linkRecord(db);
  await runAdmin(db, 'demo remove', {}, settings);
  await linkRecord(db);
  const { failed, lines } = await audit('verify');
  expect(failed, lines.join('\n')).toBe(false);
  const salts = sql`select count(*) as left from record where salt is not null`;
  expect(await rows(db.q, salts, z.object({ left: z.number() }))).toEqual([{ left: 0 }]);
  const shown = (await audit('show', { case: 1 })).lines.join('\n');
  expect(shown).toContain('operator  erasure Erased');
});
