import { ended } from '../../src/store/database.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { checkRecord } from '../../src/store/record-check.ts';
import { linkRecord } from '../../src/store/record-link.ts';
import { noteDown } from '../../src/store/record.ts';
import { ownDatabase } from './database.ts';
import { at } from './given.ts';

const database = ownDatabase();
const command = { actor: 0, of: 'command', action: 'staff' } as const;

test('many write while several link: one chain without a gap, and nobody who writes waits for a link', async () => {
  const { db } = database;
  let isWriting = true;
  const linking = Array.from({ length: 3 }, async () => {
    let linked = 0;
    while (isWriting) linked += await linkRecord(db, 7);
    return linked;
  });
  const writers = Array.from({ length: 8 }, async () => {
    for (let i = 0; i < 25; i++) await db.tx((q) => noteDown(q, [command], at('08:00')));
  });
  await Promise.all(writers);
  isWriting = false;
  await Promise.all(linking);
  while ((await linkRecord(db, 50)) > 0);
  const checked = await checkRecord(db.q, { late: at('23:00'), noted: null });
  expect([checked.linked, checked.head.n, checked.chain, checked.contents]).toEqual([200, 200, [], []]);
});

test('an entry of a transaction that takes long is linked when it is there, behind what came meanwhile', async () => {
  const { db } = database;
  await db.tx(async (q) => {
    await noteDown(q, [command], at('08:00'));
    await db.tx((other) => noteDown(other, [command], at('08:01')));
    expect(await linkRecord(db)).toBe(1);
  });
  expect(await linkRecord(db)).toBe(1);
  const checked = await checkRecord(db.q, { late: at('23:00'), noted: null });
  expect([checked.chain, checked.contents]).toEqual([[], []]);
});

test('a linker that dies in the midst leaves what it had for the next one', async () => {
  const { db } = database;
  await db.tx((q) => noteDown(q, [command, command, command], at('08:00')));
  const died = db.tx(async (q) => {
    await linkRecord({ ...db, tx: (work) => work(q).then(ended) });
    await q.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
  });
  await expect(died).rejects.toThrow();
  expect(await linkRecord(db)).toBe(3);
  const checked = await checkRecord(db.q, { late: at('23:00'), noted: null });
  expect([checked.linked, checked.chain, checked.contents]).toEqual([3, [], []]);
});
