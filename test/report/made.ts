import fc from 'fast-check';
import { movementOf } from '../../src/procedure/movement.ts';
import { causes } from '../../src/review/cause.ts';
import { groups } from '../../src/support/groups.ts';
import type { ReportFinding, ReportHousehold } from '../../src/report/household.ts';
import type { Basis } from '../../src/report/rows.ts';
import { tables } from '../../src/report/register.ts';
import { add, newTally, type Tally } from '../../src/report/tally.ts';
import { reportedIndicators } from '../../src/report/tables/deprivations.ts';
import type { Source } from '../../src/export/source.ts';

export const zones = [1, 2, 3].map((id) => ({ id, name: `Khu ${id}` }));

const member = fc.record({
  id: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
  name: fc.constantFrom('Mẫu Một', 'Mẫu Hai', '=1+1'),
  relation: fc.constantFrom(null, 'con', '@mẹ'),
  birth: fc.constantFrom(
    null,
    { kind: 'year' as const, year: 1985 },
    { kind: 'age' as const, years: 9, on: '2026-09-10' },
  ),
  isChild: fc.constantFrom(true, false, null),
});

const finding: fc.Arbitrary<ReportFinding> = fc.record({
  indicator: fc.constantFrom(...reportedIndicators.map(({ id }) => id), 'waste' as const),
  verdict: fc.constantFrom('deprived', 'not-deprived', 'unknown'),
  members: fc.subarray(['m1', 'm2', 'm3', 'm4']),
});

/** Any household that a round can have, plainly made up. */
export const anyHousehold: fc.Arbitrary<ReportHousehold> = fc
  .record({
    dossier: fc.nat(),
    zone: fc.constantFrom(...zones.map(({ id }) => id)),
    before: fc.constantFrom('poor', 'near-poor', null),
    stoodEarlier: fc.boolean(),
    end: fc.constantFrom('poor', 'near-poor', 'average', 'none', 'declined', 'removed', 'open'),
    isTwin: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    members: fc.option(fc.uniqueArray(member, { selector: ({ id }) => id, minLength: 1 })),
    listedPeople: fc.option(fc.integer({ min: 1, max: 9 })),
    groups: fc.option(fc.subarray(groups.map(({ id }) => id))),
    causes: fc.option(fc.subarray([...causes])),
    findings: fc.option(fc.uniqueArray(finding, { selector: ({ indicator }) => indicator })),
  })
  .map(({ end, isTwin, listedPeople, members, stoodEarlier, ...rest }) => {
    const after = end === 'declined' || end === 'removed' || end === 'open' ? null : end;
    const isPoor = after === 'poor' || after === 'near-poor';
    const isOpen = end === 'open';
    return {
      ...rest,
      members,
      isTwin: isTwin && end === 'removed',
      name: members?.[0]?.name ?? 'Hộ trên danh sách',
      state: isOpen
        ? 'posted'
        : isPoor
          ? 'certified'
          : after !== null
            ? 'released'
            : end === 'removed'
              ? 'removed'
              : 'declined',
      after,
      isOpen,
      movement: isOpen ? null : movementOf(rest.before, stoodEarlier, after),
      people: members?.length ?? listedPeople,
      supports: isPoor
        ? [
            {
              policy: 'business-loan-2025',
              name: 'business-loan' as const,
              promisedOn: '2026-11-20',
              arrivedOn: null,
            },
          ]
        : [],
    } as const;
  });

export const basis: Basis = {
  zones,
  isWhole: true,
  listYear: 2026,
  hasList: true,
  totals: [],
  indicators: reportedIndicators.map(({ id }) => id),
};

/** A tally of these households. */
export function tallyOf(households: readonly ReportHousehold[]): Tally {
  const tally = newTally(
    tables,
    zones.map(({ id }) => id),
  );
  for (const household of households) add(tally, household);
  return tally;
}

/** These households as if a database had them. */
export function sourceOf(households: readonly ReportHousehold[], own: Partial<Basis> = {}): Source {
  return {
    of: {
      ward: 'phường Thử Nghiệm',
      zone: null,
      isPart: false,
      round: 1,
      listYear: 2026,
      standard: 'Chuẩn mẫu',
      asOf: '2026-12-31',
    },
    basis: { ...basis, ...own },
    counts: {
      zones: zones.length,
      households: households.length,
      recognised: households.filter(({ state }) => state === 'certified').length,
      supports: households.reduce((sum, { supports }) => sum + supports.length, 0),
      steps: 0,
      hasList: true,
      isRegular: false,
      isLimited: false,
    },
    households: async function* () {
      yield* households;
    },
    steps: async function* () {},
  };
}
