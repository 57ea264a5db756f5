import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runAdmin } from '../../src/admin/run.ts';
import { settleMatch } from '../../src/handle/procedure/join.ts';
import { addZone } from '../../src/store/areas.ts';
import { saveCase } from '../../src/store/cases.ts';
import { rows } from '../../src/store/db.ts';
import { dossierOf } from '../../src/store/dossiers.ts';
import { decideMatch } from '../../src/store/matches.ts';
import { openRoundOf } from '../../src/store/rounds.ts';
import { matches } from '../../src/store/schema-cases.ts';
import { outbox } from '../../src/store/schema-queues.ts';
import { dossiers, dossierSteps } from '../../src/store/schema-rounds.ts';
import type { InterviewEvent } from '../../src/survey/event.ts';
import { evolve } from '../../src/survey/interview.ts';
import { suspect } from '../../src/suspect.ts';
import { ownDatabase } from '../store/database.ts';
import { at, speakerAt } from '../store/given.ts';
import { keepHousehold } from '../store/households.ts';
import { households, imports, now, ward, zones } from './ward.ts';

const test = ownDatabase();
let wardId: number;
beforeEach(async () => {
  wardId = await ward(test.db);
});

const admin = (name: string, args: object) =>
  runAdmin(test.db, name, args, { now, baseUrl: 'https://example.vn', quiet: null });
const opens = async (more: object = {}): Promise<object> =>
  Object((await admin('round open', { ward: 'thu', 'list-year': '2026', ...more })).data);
const states = () =>
  rows(
    test.db.q,
    sql`select state, count(*) as count from dossiers group by state order by state`,
    z.object({ state: z.string(), count: z.number() }),
  );

/** A case of a zone that was sent, and what happened to it then. */
async function sent(zone: number, name: string, ...then: readonly InterviewEvent[]) {
  const { id } = await speakerAt(test.db, name);
  const told = { ward: wardId, zone, names: [name], address: 'số 1, ngõ thử' };
  const row = await test.db.tx((q) => keepHousehold(q, id, told));
  const next = { ...row, interview: then.reduce(evolve, row.interview) };
  await test.db.tx((q) => saveCase(q, { row: next, happened: then, actor: id }, at('09:00')));
  return next;
}

describe('opening a yearly round', () => {
  it('takes in two thousand listed households with their deadlines, in seconds, and only once', async () => {
    await imports(test.db, 'zones', zones);
    await imports(test.db, 'households', households(2000));
    const started = performance.now();
    expect(await opens({ 'dry-run': true })).toMatchObject({ dryRun: true, listed: 2000 });
    expect(await test.db.q.$count(dossiers)).toBe(0);
    expect(await opens()).toMatchObject({ isNew: true, listed: 2000, asked: 0 });
    expect(performance.now() - started).toBeLessThan(20_000);
    // Twenty working days from 15 September.
    expect(await test.db.q.$count(dossiers, sql`due_on = '2026-10-13' and acts_next = 'head'`)).toBe(2000);
    expect(await opens()).toMatchObject({ isNew: false, listed: 0, asked: 0 });
    await imports(test.db, 'households', households(2003));
    expect(await opens()).toMatchObject({ isNew: false, listed: 3 });
  });

  it('takes in the cases with their heads where they stand, with the steps that led there', async () => {
    const zone = await addZone(test.db.q, { wardId, name: 'Khu 1', code: 'khu-1' });
    const other = await addZone(test.db.q, { wardId, name: 'Khu 2', code: 'khu-2' });
    await sent(zone, 'Lan');
    await sent(zone, 'Hoa', { type: 'Closed' });
    await sent(zone, 'Mai', { type: 'Returned', comments: {} });
    await sent(zone, 'Yến', { type: 'Reopened' });
    await sent(zone, 'Bình', { type: 'Withdrawn' });
    await sent(other, 'Chi');
    expect(await opens({ zones: 'khu-1' })).toMatchObject({ asked: 4, both: 0 });
    expect(await states()).toEqual([
      { state: 'interviewed', count: 1 },
      { state: 'returned', count: 2 },
      { state: 'verified', count: 1 },
    ]);
    const steps = await test.db.q
      .select({ kind: dossierSteps.kind, n: dossierSteps.n })
      .from(dossierSteps)
      .innerJoin(dossiers, eq(dossiers.id, dossierSteps.dossierId))
      .where(eq(dossiers.state, 'verified'))
      .orderBy(asc(dossierSteps.n));
    expect(steps).toEqual([
      { kind: 'interview', n: 1 },
      { kind: 'verify', n: 2 },
    ]);
    // A round that was opened for some zones is kept to them, until others are named.
    expect(await opens()).toMatchObject({ asked: 0 });
    expect((await admin('round list', { ward: 'thu' })).lines.join()).toMatch(/, only khu-1$/);
    expect(await openRoundOf(test.db.q, wardId, { zone: other })).toBeNull();
    expect(await opens({ zones: 'khu-2' })).toMatchObject({ asked: 1 });
    expect(await openRoundOf(test.db.q, wardId, { zone: other })).not.toBeNull();
    expect(await test.db.q.$count(outbox)).toBe(0);
  });

  it('says what is wrong, and lists and closes rounds', async () => {
    await expect(opens({ 'list-year': '2035' })).rejects.toThrow(
      'No procedure is known for the list of 2035',
    );
    await opens();
    await expect(opens({ 'list-year': '2027' })).rejects.toThrow('Close it first: round close --round 1');
    await expect(opens({ zones: 'khu-9' })).rejects.toThrow('no zone "khu-9"');
    await expect(opens({ kind: 'regular', zones: 'khu-1' })).rejects.toThrow('of the whole ward');
    expect((await admin('round list', { ward: 'thu' })).lines).toEqual([
      'round 1 (yearly), 2026-09-01 to 2026-12-14, for the list of 2026',
    ]);
    expect((await admin('round close', { round: '1' })).lines.join()).toContain('closed');
    await expect(admin('round close', { round: '1' })).rejects.toThrow('There is no round 1 that is open');
  });
});

describe('a case that is a household of the list', () => {
  const joining = <T>(work: (j: Parameters<typeof settleMatch>[0]) => Promise<T>) =>
    test.db.tx((q) => work({ q, now, today: '2026-09-15', quiet: null }));
  const list = [
    ['Mã hộ', 'Chủ hộ', 'Khu', 'Phân loại', 'Địa chỉ', 'Nhân khẩu'],
    ['H-1', 'Trần Thị Lan', 'Khu 1', 'Nghèo', 'số 1, ngõ thử', '1'],
  ];
  async function matched() {
    await imports(test.db, 'zones', [['Khu'], ['Khu 1']]);
    await imports(test.db, 'households', list);
    const [zone] = await rows(test.db.q, sql`select id from zones`, z.object({ id: z.number() }));
    const row = await sent(zone!.id, 'Trần Thị Lan');
    await test.db.tx((q) => suspect(q, zone!.id, now));
    const [match] = await test.db.q.select({ id: matches.id }).from(matches);
    return { row, match: match!.id };
  }
  async function says(match: number, state: 'same' | 'apart') {
    await test.db.tx((q) => decideMatch(q, { id: match, state }, 1, now));
    await joining((each) => settleMatch(each, { id: match, state }));
  }

  it('is in the round once when its head has said so, and nobody is told of a removal', async () => {
    const { match, row } = await matched();
    expect(await opens()).toMatchObject({ listed: 1, asked: 1, both: 0 });
    await says(match, 'same');
    expect(await states()).toEqual([
      { state: 'interviewed', count: 1 },
      { state: 'removed', count: 1 },
    ]);
    const joined = await dossierOf(test.db.q, row.id);
    expect(joined).toMatchObject({ listed: 1, dossier: { origin: 'listed', before: 'poor' } });
    expect(await opens()).toMatchObject({ listed: 0, asked: 0 });
    await says(match, 'apart');
    expect(await states()).toEqual([
      { state: 'interviewed', count: 1 },
      { state: 'listed', count: 1 },
      { state: 'removed', count: 1 },
    ]);
    expect(await dossierOf(test.db.q, row.id)).toMatchObject({
      listed: null,
      dossier: { origin: 'asked', before: null },
    });
    expect(await test.db.q.$count(outbox)).toBe(0);
  });

  it('is taken in once where its head had said so before', async () => {
    const { match, row } = await matched();
    await says(match, 'same');
    expect(await opens()).toMatchObject({ listed: 0, asked: 0, both: 1 });
    expect(await dossierOf(test.db.q, row.id)).toMatchObject({ listed: 1, dossier: { origin: 'listed' } });
  });
});

describe('a term that a ward sets itself', () => {
  it('moves the open deadlines, and is listed with its document', async () => {
    await imports(test.db, 'zones', zones);
    await imports(test.db, 'households', households(3));
    await opens();
    const set = { ward: 'thu', procedure: '24-2021-yearly', state: 'listed', kind: 'working' };
    const done = await admin('terms set', { ...set, days: '10', document: 'Kế hoạch 1/KH-UBND' });
    expect(done.data).toMatchObject({ changed: 3 });
    expect(await test.db.q.$count(dossiers, sql`due_on = '2026-09-29'`)).toBe(3);
    const listed = (await admin('terms list', { ward: 'thu' })).lines;
    expect(listed).toContain('24-2021-yearly  listed  10 working day(s)  the ward: Kế hoạch 1/KH-UBND');
    expect(listed.join('\n')).toContain('interviewed  5 working day(s)  our plan, not the law');
  });
});
