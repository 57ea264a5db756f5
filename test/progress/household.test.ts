import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountedCase, householdsOf, type ReviewRows } from '../../src/progress/household.ts';
import { stuckFirst, tallies } from '../../src/progress/tally.ts';
import { stageSchema } from '../../src/rights.ts';

const now = new Date('2026-11-20T12:00:00+07:00');
const at = { now, listYear: 2026 };
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const zones = [1, 2, 3].map((id) => ({ id, name: `Khu ${id}` }));

const counted = (given: Partial<CountedCase>): CountedCase => ({
  id: 1,
  owner: 1,
  zone: 1,
  stage: 'answering',
  listYear: 2026,
  updatedAt: daysAgo(0),
  agreed: true,
  reminded: 0,
  remindersOff: false,
  reachable: true,
  ...given,
});
const review = (given: Partial<ReviewRows>): ReviewRows => ({
  zones,
  listed: [],
  cases: [],
  same: [],
  ...given,
});
const standings = (rows: Partial<ReviewRows>) =>
  householdsOf(review(rows), at).map(({ standing }) => standing);
const listed = [{ id: 7, zone: 1 }];
const linked = [{ case: 1, listed: 7, otherCase: null }];

describe('a household', () => {
  test.each([
    ['signed', 0, 'done'],
    ['sent', 9, 'waiting'],
    ['answering', 1, 'open'],
    ['returned', 1, 'open'],
    ['reopened', 2, 'stopped'],
    ['answering', 2, 'stopped'],
  ] as const)('whose case is %s, untouched for %i days, is %s', (stage, days, standing) => {
    const cases = [counted({ stage, updatedAt: daysAgo(days) })];
    expect(standings({ cases })).toEqual([standing]);
    expect(standings({ cases, listed })).toEqual(['not-begun', standing]);
    expect(standings({ cases, listed, same: linked })).toEqual([standing]);
  });

  test.each(['declined', 'withdrawn'] as const)(
    'that has %s is to be reviewed only if it is listed',
    (stage) => {
      const cases = [counted({ stage })];
      expect(standings({ cases })).toEqual([]);
      expect(standings({ cases, listed, same: linked })).toEqual(['not-begun']);
    },
  );

  test('that sent two cases counts once, by the one that is further', () => {
    const cases = [counted({ id: 1, stage: 'sent' }), counted({ id: 2, stage: 'answering' })];
    expect(standings({ cases })).toEqual(['waiting', 'open']);
    expect(standings({ cases, same: [{ case: 2, listed: null, otherCase: 1 }] })).toEqual(['waiting']);
  });

  test('that has only looked, or was signed or forgotten in another year, is none of this review', () => {
    expect(standings({ cases: [counted({ agreed: false })] })).toEqual([]);
    expect(standings({ cases: [counted({ stage: 'signed', listYear: 2025 })] })).toEqual([]);
    expect(standings({ cases: [counted({ listYear: 2025, updatedAt: daysAgo(30) })] })).toEqual([]);
    expect(standings({ cases: [counted({ stage: 'sent', listYear: 2025 })] })).toEqual(['waiting']);
  });
});

const anyRows: fc.Arbitrary<ReviewRows> = fc
  .record({
    listed: fc.array(fc.record({ zone: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 }),
    cases: fc.array(
      fc.record({
        zone: fc.integer({ min: 1, max: 3 }),
        stage: fc.constantFrom(...stageSchema.options),
        listYear: fc.constantFrom(2025, 2026),
        updatedAt: fc.integer({ min: 0, max: 40 }).map(daysAgo),
        agreed: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    same: fc.array(
      fc.record({
        case: fc.integer({ min: 1, max: 9 }),
        to: fc.integer({ min: 1, max: 9 }),
        list: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  })
  .map((given) => ({
    zones,
    listed: given.listed.map((row, index) => ({ ...row, id: index + 1 })),
    cases: given.cases.map((row, index) => counted({ ...row, id: index + 1 })),
    same: given.same.map((row) =>
      row.list
        ? { case: row.case, listed: row.to, otherCase: null }
        : { case: row.case, listed: null, otherCase: row.to },
    ),
  }));

/** The households by repainting: both ends of a link take the smaller colour until nothing changes. */
function painted(rows: ReviewRows): ReadonlyMap<string, number> {
  const names = [...rows.listed.map(({ id }) => `l${id}`), ...rows.cases.map(({ id }) => `c${id}`)];
  const colour = new Map(names.map((name, index) => [name, index]));
  for (let changed = true; changed;) {
    changed = false;
    for (const link of rows.same) {
      const ends = [`c${link.case}`, link.listed === null ? `c${link.otherCase}` : `l${link.listed}`];
      const [one, other] = ends.map((end) => colour.get(end));
      if (one === undefined || other === undefined || one === other) continue;
      for (const end of ends) colour.set(end, Math.min(one, other));
      changed = true;
    }
  }
  return colour;
}

describe('whatever is listed, sent and linked', () => {
  test('every household counts exactly once', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const households = householdsOf(rows, at);
        const colours = painted(rows);
        const alone = (id: number) =>
          householdsOf(
            { ...rows, listed: [], same: [], cases: rows.cases.filter((row) => row.id === id) },
            at,
          );
        const ofListed = rows.listed.map(({ id }) => colours.get(`l${id}`));
        const ofCounted = rows.cases
          .filter(({ id }) => alone(id).length > 0)
          .map(({ id }) => colours.get(`c${id}`));
        expect(households).toHaveLength(new Set([...ofListed, ...ofCounted]).size);
        const counts = tallies(rows.zones, households);
        expect(counts.reduce((sum, { total }) => sum + total, 0)).toBe(households.length);
        for (const each of counts)
          expect(each.done + each.waiting + each.open + each.stopped + each.notBegun).toBe(each.total);
      }),
    );
  });

  test('a household is as far as the furthest of its cases', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const colours = painted(rows);
        for (const { listed: place, case: row, standing } of householdsOf(rows, at)) {
          const own = colours.get(row === null ? `l${place}` : `c${row.id}`);
          const others = rows.cases.filter(({ id }) => colours.get(`c${id}`) === own);
          const best = ['done', 'waiting', 'open', 'stopped', 'not-begun'];
          for (const other of others)
            for (const { standing: single } of householdsOf(review({ cases: [other] }), at))
              expect(best.indexOf(standing)).toBeLessThanOrEqual(best.indexOf(single));
        }
      }),
    );
  });
});

test('whom no message helps stands first, then who is silent longest', () => {
  const cases = [
    counted({ id: 1, updatedAt: daysAgo(3), reminded: 1 }),
    counted({ id: 2, updatedAt: daysAgo(4), reminded: 1 }),
    counted({ id: 3, updatedAt: daysAgo(2), reachable: false }),
    counted({ id: 4, updatedAt: daysAgo(11), reminded: 3 }),
    counted({ id: 5, updatedAt: daysAgo(1) }),
  ];
  expect(stuckFirst(householdsOf(review({ cases }), at)).map(({ case: row }) => row.id)).toEqual([
    4, 3, 2, 1,
  ]);
});
