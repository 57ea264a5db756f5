import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseRow, saveCase } from '../../src/store/cases.ts';
import { asideIn, decideMatch, matchesOf } from '../../src/store/matches.ts';
import { events, listedHouseholds, matches } from '../../src/store/schema-cases.ts';
import { seal } from '../../src/store/seal.ts';
import type { InterviewEvent } from '../../src/survey/event.ts';
import { evolve } from '../../src/survey/interview.ts';
import { suspect } from '../../src/suspect.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, zoneNamed } from './given.ts';
import { keepHousehold, livesIn } from './households.ts';

const test = ownDatabase();
let place: { readonly ward: number; readonly zone: number };
beforeEach(async () => {
  place = await zoneNamed(test.db, 'khu-1');
});

/** A household that has sent its case from a phone of its own. */
async function sent(names: readonly string[], address: string, there = place): Promise<CaseRow> {
  const { id } = await speakerAt(test.db, names.join());
  return test.db.tx((q) => keepHousehold(q, id, { ...there, names, address }));
}

async function happen(row: CaseRow, happened: InterviewEvent): Promise<void> {
  const next = { ...row, interview: evolve(row.interview, happened) };
  await test.db.tx((q) => saveCase(q, { row: next, happened: [happened], actor: row.owner }, at('09:00')));
}

async function list(name: string, address: string, listYear: number): Promise<number> {
  const details = { name, address, code: null, people: null };
  const [row] = await test.db.q
    .insert(listedHouseholds)
    .values({
      wardId: place.ward,
      zoneId: place.zone,
      listYear,
      category: 'poor',
      key: `${name} ${address}`,
      details: seal(details),
      importedAt: at('06:00'),
    })
    .returning({ id: listedHouseholds.id });
  return row!.id;
}

const look = (only?: number) => test.db.tx((q) => suspect(q, place.zone, at('10:00'), only));
const kept = () =>
  test.db.q
    .select({
      case: matches.caseId,
      listed: matches.listedId,
      other: matches.otherCaseId,
      state: matches.state,
    })
    .from(matches)
    .orderBy(asc(matches.id));
const decide = async (state: 'same' | 'later' | 'apart' | 'suspected') => {
  const [{ id }] = (await test.db.q.select({ id: matches.id }).from(matches)) as [{ id: number }];
  await test.db.tx((q) => decideMatch(q, { id, state }, 1, at('11:00')));
};
const aside = async () => [...(await asideIn(test.db.q, [place.zone])).keys()];

describe('what is suspected of the households of a zone', () => {
  it('is found when one comes in, and again when the list comes later, once and without changing what was decided', async () => {
    const lan = await sent(['Lan', 'Hùng', 'bà Sáu'], 'số 12, ngõ 5');
    await look(lan.id);
    expect(await kept()).toEqual([]);
    const listed = await list('Trần Văn Hùng', '12 ngõ 5', 2025);
    await list('Trần Văn Hùng', 'số 90', 2025);
    await look();
    expect(await kept()).toEqual([{ case: lan.id, listed, other: null, state: 'suspected' }]);
    await decide('apart');
    await look();
    await look(lan.id);
    expect(await kept()).toEqual([{ case: lan.id, listed, other: null, state: 'apart' }]);
  });

  it('goes by the list of the year before, else by the newest there is', async () => {
    const lan = await sent(['Trần Thị Lan'], 'số 12');
    const later = await list('Trần Thị Lan', 'số 12', 2026);
    await look();
    expect((await kept()).map(({ listed }) => listed)).toEqual([later]);
    const before = await list('Trần Thị Lan', 'số 12', 2025);
    await list('Trần Thị Lan', 'số 12', 2024);
    await look(lan.id);
    expect((await kept()).map(({ listed }) => listed)).toEqual([later, before]);
  });

  it('is of two cases of one zone and one year that heads have, the later one with the first', async () => {
    const lan = await sent(['Lan', 'Hùng'], 'số 12, ngõ 5');
    const hung = await sent(['Hùng', 'Lan', 'Bi'], '12 ngõ 5');
    const elsewhere = await zoneNamed(test.db, 'khu-2');
    await sent(['Lan', 'Hùng', 'Na'], 'số 12, ngõ 5', elsewhere);
    const gone = await sent(['Hùng', 'Lan', 'Tí'], 'số 12, ngõ 5');
    await happen(gone, { type: 'Withdrawn' });
    await look();
    expect(await kept()).toEqual([{ case: hung.id, listed: null, other: lan.id, state: 'suspected' }]);
  });
});

describe('two cases of one household', () => {
  it('go on in one, the other is set aside, as long as the one that goes on is there; neither changes', async () => {
    const lan = await sent(['Lan', 'Hùng'], 'số 12, ngõ 5');
    const hung = await sent(['Hùng', 'Lan', 'Bi'], '12 ngõ 5');
    await look();
    const before = await test.db.q.execute(sql`select * from cases order by id`);
    expect(await aside()).toEqual([]);
    await decide('same');
    expect(await aside()).toEqual([hung.id]);
    await decide('later');
    expect(await aside()).toEqual([lan.id]);
    expect(await test.db.q.execute(sql`select * from cases order by id`)).toEqual(before);
    expect(await test.db.q.$count(events, eq(events.caseId, lan.id))).toBe(4);
    await happen(hung, { type: 'Withdrawn' });
    expect(await aside()).toEqual([]);
    expect((await matchesOf(test.db.q, { id: lan.id, zone: place.zone })).cases).toEqual([]);
  });

  it('are one case again for nobody when one has moved away', async () => {
    const lan = await sent(['Lan', 'Hùng'], 'số 12, ngõ 5');
    const hung = await sent(['Hùng', 'Lan', 'Bi'], '12 ngõ 5');
    await look();
    await decide('later');
    const elsewhere = await zoneNamed(test.db, 'khu-2');
    await happen(hung, livesIn(elsewhere));
    expect(await aside()).toEqual([]);
    expect((await matchesOf(test.db.q, { id: lan.id, zone: place.zone })).cases).toEqual([]);
  });
});
