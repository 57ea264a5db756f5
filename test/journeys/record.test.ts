import { type SQL, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { verify } from '../../src/record/chain.ts';
import type { Linked } from '../../src/record/entry.ts';
import { type Database, type Query, rows } from '../../src/store/db.ts';
import { type Checked, checkRecord, linkedRows } from '../../src/store/record-check.ts';
import { headOf, linkRecord } from '../../src/store/record-link.ts';
import { ownDatabase } from '../store/database.ts';
import { playSeason } from './season.ts';

const database = ownDatabase();

const check = (q: Query): Promise<Checked> => checkRecord(q, { late: new Date('2020-01-01'), noted: null });

/** What is found when somebody did that at the database itself, whom no trigger holds. Nothing of it stays. */
async function foundAfter(db: Database, ...changes: readonly SQL[]): Promise<string> {
  const undone = new Error('Undone');
  let found = '';
  await db
    .tx(async (q) => {
      await q.execute(sql`alter table record disable trigger user`);
      for (const change of changes) await q.execute(change);
      const { chain, contents } = await check(q);
      found = [
        ...chain.map(({ n, what }) => `${what} ${n}`),
        ...contents.map(({ n, of, what }) => `${what} ${n ?? of}`),
      ].join(', ');
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return found;
}

const other = (row: Linked, field: keyof Linked) =>
  typeof row[field] === 'number' ? row[field] + 1 : `${row[field] ?? ''}0`;

/** Each column of a link and how somebody at the database alters it. */
const alterations: Readonly<Record<string, SQL>> = {
  at: sql`at = at + interval '1 microsecond'`,
  actor: sql`actor = actor + 1`,
  as: sql`"as" = case when "as" = 'head' then 'officer' else 'head' end`,
  of: sql`"of" = case when "of" = 'kin' then 'command' else 'kin' end`,
  action: sql`action = concat(action, 'x')`,
  case_id: sql`case_id = coalesce(case_id, 0) + 1`,
  dossier_id: sql`dossier_id = coalesce(dossier_id, 0) + 1`,
  ward_id: sql`ward_id = coalesce(ward_id, 0) + 1`,
  ref: sql`ref = coalesce(ref, 0) + 1`,
  digest: sql`digest = concat('0', digest)`,
  state: sql`state = concat('0', state)`,
  mark: sql`mark = concat('0', mark)`,
  salt: sql`salt = concat('0', salt)`,
  previous: sql`previous = concat('0', previous)`,
  hash: sql`hash = concat('0', hash)`,
};

test('a played season is in the record whole, and whatever is done to a single row is found where it is', async () => {
  const { db } = database;
  const { stage } = await playSeason(db);
  expect(stage.failures).toEqual([]);
  while ((await linkRecord(db, 40)) > 0);
  const whole = await check(db.q);
  expect([whole.chain, whole.contents, whole.head]).toEqual([[], [], await headOf(db.q)]);
  const links: Linked[] = [];
  for await (const row of linkedRows(db.q)) links.push(row);
  const size = links.length;
  expect(links.map(({ n }) => n)).toEqual(Array.from({ length: size }, (_, at) => at + 1));

  // Nothing that anybody said stands in it.
  const text = sql`select string_agg(row_to_json(r)::text, ' ') as text from record r`;
  const [told] = await rows(db.q, text, z.object({ text: z.string() }));
  expect(told!.text).not.toMatch(/Lan|Hoa|khỏe|vốn/);

  // Every field of every row, every row taken away, every two neighbours swapped.
  for (const [at, row] of links.entries()) {
    const fields = (Object.keys(row) as (keyof Linked)[]).filter((field) => field !== 'n');
    for (const field of fields) {
      const altered = links.with(at, { ...row, [field]: other(row, field) });
      expect(verify(altered), `${field} of ${row.n}`).toEqual([{ n: row.n, what: 'altered' }]);
    }
    const next = links[at + 1];
    if (next === undefined) continue;
    expect(verify(links.toSpliced(at, 1))).toEqual([{ n: row.n, to: row.n, what: 'missing' }]);
    const swapped = links.with(at, { ...next, n: row.n }).with(at + 1, { ...row, n: next.n });
    expect(verify(swapped).map(({ n }) => n)).toEqual([row.n, next.n]);
  }

  // At the database itself: every column, of an entry of each kind.
  const kinds = new Map(links.map((row) => [row.of, row.n]));
  const expected = [
    'command',
    'dossier',
    'event',
    'meeting',
    'posting',
    'reading',
    'step',
    'support',
    'visit',
  ];
  expect([...kinds.keys()].toSorted()).toEqual(expected);
  for (const [kind, n] of kinds)
    for (const [column, change] of Object.entries(alterations))
      expect(
        (await foundAfter(db, sql`update record set ${change} where n = ${n}`)).split(', ')[0],
        `${column} of ${kind}`,
      ).toMatch(column === 'salt' ? new RegExp(`^salt ${n}$`) : new RegExp(`^altered ${n}$`));

  // The last ones leave a row without an entry, where what they are about is still there.
  const lastEvent = links.findLast(({ of }) => of === 'event')!;
  expect(await foundAfter(db, sql`delete from record where n >= ${lastEvent.n}`)).toContain(
    `alone events ${lastEvent.ref}`,
  );
  expect(await foundAfter(db, sql`delete from record where n = 3`)).toContain('missing 3');
  // Put in: a link, and an entry that waits to be linked.
  const copied = sql`at, actor, "as", "of", action, case_id, dossier_id, ward_id, ref`;
  const copy = (more: SQL, values: SQL) =>
    sql`insert into record (${copied}${more}) select ${copied}${values} from record where n = ${lastEvent.n}`;
  const link = sql`, digest, state, salt, mark, previous, hash`;
  expect(await foundAfter(db, copy(sql`, n${link}`, sql`, ${size + 1}${link}`))).toMatch(
    new RegExp(`^altered ${size + 1}, .*twice`),
  );
  expect(await foundAfter(db, copy(sql``, sql``))).toBe(`twice ${lastEvent.n}`);
  // What stands in the rows that entries are about.
  expect(
    await foundAfter(db, sql`update events set body = '0:{"type":"Signed"}' where id = ${lastEvent.ref}`),
  ).toBe(`altered ${lastEvent.n}`);
  expect(await foundAfter(db, sql`delete from events where id = ${lastEvent.ref}`)).toBe(
    `gone ${lastEvent.n}`,
  );
  const state = await foundAfter(
    db,
    sql`update cases set interview = replace(interview, '"brick"', '"wood"') where id = 1`,
  );
  expect(state).toMatch(/^state \d+$/);
  expect(await foundAfter(db, sql`update dossiers set state = 'released' where id = 1`)).toMatch(
    /^state \d+$/,
  );
  expect(await foundAfter(db, sql`update visits set note = '0:"khác"'`)).toMatch(/^altered \d+$/);
  const event = sql`insert into events (ward_id, case_id, person_id, type, body, at)
    select ward_id, case_id, person_id, type, body, at from events where id = 1`;
  expect(await foundAfter(db, event)).toMatch(/^alone events \d+$/);
  expect(await foundAfter(db, sql`delete from cases where id = 2`)).toMatch(/^gone \d+/);
});
