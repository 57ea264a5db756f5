import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causes } from '../../src/review/cause.ts';
import { categories } from '../../src/rules/values.ts';
import { openQuestions } from '../../src/support/open-questions.ts';
import { missingSupports, unsureSupports } from '../../src/support/open-points.ts';
import { policies } from '../../src/support/policies.ts';
import { groups } from '../../src/support/groups.ts';
import { childBelow } from '../../src/support/propose-groups.ts';
import { type Need, supportsFor } from '../../src/support/supports-for.ts';
import { groupIds, indicators } from './lists.ts';

const day = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyNeed: fc.Arbitrary<Need> = fc.record({
  on: day,
  area: fc.constantFrom('rural', 'urban'),
  category: fc.constantFrom(...categories),
  leftPovertyOn: fc.option(day),
  deprived: fc.subarray([...indicators]),
  causes: fc.subarray([...causes]),
  groups: fc.subarray([...groupIds]),
});

const plain: Need = {
  on: '2026-11-26',
  area: 'rural',
  category: 'poor',
  leftPovertyOn: null,
  deprived: [],
  causes: [],
  groups: [],
};
const idsOn = (on: string, about: Partial<Need> = {}): readonly string[] =>
  supportsFor({ ...plain, ...about, on }).map(({ policy }) => policy.id);

describe.each(policies)('$id', (policy) => {
  test('cites a document for all it gives, and a page where it is more than recalled', () => {
    for (const { gives } of policy.recipients) {
      const seen = { url: gives.source.url, seenIn: gives.source.seenIn };
      expect(gives.source.document).toMatch(/\S{3,} \S+/);
      if (gives.certainty === 'verified') expect(seen.url).toMatch(/^https?:\/\/\S+$/);
      if (gives.certainty === 'secondary') expect(seen.url ?? seen.seenIn).toBeDefined();
    }
  });

  test('is told from the year in its id, within the years that our facts tell of', () => {
    const { from, told, until } = policy.inForce;
    expect(policy.id).toBe(`${policy.name}-${told.from}`);
    if (from !== null) expect(Number(from.slice(0, 4))).toBe(told.from);
    if (until !== null) expect(Number(until.slice(0, 4))).toBeGreaterThanOrEqual(told.to);
  });

  test('holds integers only', () => {
    const numbers = JSON.stringify(policy.recipients).match(/:-?\d[\d.e]*/g) ?? [];
    expect(numbers.filter((number) => !/^:\d+$/.test(number))).toEqual([]);
  });
});

describe('the periods', () => {
  test.each([
    ['2015-03-15', '2015-03-16', 'electricity-2015'],
    ['2018-11-30', '2018-12-01', 'insurance-premium-2018'],
    ['2019-02-28', '2019-03-01', 'business-loan-2019'],
    ['2025-09-02', '2025-09-03', 'tuition-2025'],
    ['2025-12-31', '2026-01-01', 'insurance-benefit-2026'],
    // No day is known, so it begins with the year in which it was seen.
    ['2023-12-31', '2024-01-01', 'house-grant-2024'],
  ])('between %s and %s %s begins', (before, on, id) => {
    expect([idsOn(before).includes(id), idsOn(on).includes(id)]).toEqual([false, true]);
  });

  test.each([
    ['2018-11-30', '2018-12-01', 'insurance-premium-2016'],
    ['2019-02-28', '2019-03-01', 'business-loan-2016'],
    ['2020-12-31', '2021-01-01', 'house-loan-2016'],
    ['2021-12-31', '2022-01-01', 'tuition-2015'],
    ['2025-12-31', '2026-01-01', 'house-grant-2024'],
  ])('between %s and %s %s ends', (on, after, id) => {
    expect([idsOn(on).includes(id), idsOn(after).includes(id)]).toEqual([true, false]);
  });

  test('what nobody says ended is told on, and no longer as sure', () => {
    const certaintyOn = (on: string) =>
      supportsFor({ ...plain, on }).find(({ policy }) => policy.name === 'legal-aid')?.certainty;
    expect(['2017-12-31', '2018-01-01', '2026-12-31', '2027-01-01'].map(certaintyOn)).toEqual([
      undefined,
      'verified',
      'verified',
      'unconfirmed',
    ]);
  });

  test.each([
    ['2025-03-01', '2025-02-28', []],
    ['2025-03-01', '2025-03-01', ['business-loan-2025']],
    ['2025-03-01', '2028-02-29', ['business-loan-2025']],
    ['2025-03-01', '2028-03-01', []],
    [null, '2025-03-01', []],
  ])('a household that left poverty on %s has on %s: %j', (leftPovertyOn, on, ids) => {
    const loans = idsOn(on, { category: 'none', leftPovertyOn }).filter((id) => id.startsWith('business'));
    expect(loans).toEqual(ids);
  });
});

describe('whoever the household is', () => {
  test('nothing is given outside its days or to another class, nor twice', () => {
    fc.assert(
      fc.property(anyNeed, (need) => {
        const supports = supportsFor(need);
        for (const { policy, recipient } of supports) {
          const { from, lasts, told, until } = policy.inForce;
          expect(need.on >= (from ?? `${told.from}-01-01`)).toBe(true);
          expect(need.on <= (until ?? (lasts ? '9999' : `${told.to}-12-31`))).toBe(true);
          expect(policy.recipients).toContain(recipient);
          const own = ['anybody', need.category, ...(need.leftPovertyOn === null ? [] : ['newly-left'])];
          expect(own).toContain(recipient.to);
          if (recipient.to === 'newly-left') expect(['average', 'none']).toContain(need.category);
          if (recipient.when?.kind === 'rural') expect(need.area).toBe('rural');
          if (recipient.when?.kind === 'group') expect(need.groups).toContain(recipient.when.group);
        }
        const names = supports.map(({ policy }) => policy.name);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('nothing is said surer than it is', () => {
    fc.assert(
      fc.property(anyNeed, (need) => {
        for (const { certainty, policy, recipient } of supportsFor(need))
          if (
            recipient.gives.certainty === 'unconfirmed' ||
            Number(need.on.slice(0, 4)) > policy.inForce.told.to
          )
            expect(certainty).toBe('unconfirmed');
          else expect(certainty).toBe(recipient.gives.certainty);
      }),
    );
  });

  test('each cause and deprivation has a support that names it, or stands among the open questions', () => {
    fc.assert(
      fc.property(anyNeed, (need) => {
        const supports = supportsFor(need);
        const named = <T>(of: (one: (typeof supports)[number]) => readonly T[]) =>
          new Set(supports.flatMap(of));
        const open = openQuestions(need);
        const fitted = named(({ because }) => because.indicators);
        const eased = named(({ because }) => because.causes);
        for (const id of need.deprived) expect(open.indicators.includes(id)).toBe(!fitted.has(id));
        for (const cause of need.causes) expect(open.causes.includes(cause)).toBe(!eased.has(cause));
        expect([...fitted].every((id) => need.deprived.includes(id))).toBe(true);
        expect([...eased].every((cause) => need.causes.includes(cause))).toBe(true);
      }),
    );
  });
});

test('what we know no support for, even of a poor household of today, is just this', () => {
  expect(openQuestions({ ...plain, deprived: indicators, causes, groups: groupIds })).toEqual({
    indicators: [
      'dependents',
      'nutrition',
      'telecom',
      'info-devices',
      'waste',
      'income-per-person',
      'second-income',
    ],
    causes: ['land', 'labour', 'tools', 'knowledge', 'skills', 'other'],
  });
});

test('what is unconfirmed is asked of an authority, the least sure first', () => {
  const unsure = unsureSupports();
  const states = unsure.map(({ state }) => state);
  expect(states).toEqual(states.toSorted((a, b) => Number(a === 'secondary') - Number(b === 'secondary')));
  const gifts = policies.flatMap(({ recipients }) => recipients.map(({ gives }) => gives));
  const verified = gifts.filter(({ certainty }) => certainty === 'verified');
  // Of the electricity the rule is verified, four of its amounts are not.
  expect(unsure).toHaveLength(gifts.length - verified.length + 4);
  expect(missingSupports().map(({ ask }) => ask)).toContainEqual(expect.stringContaining('tiền điện'));
  for (const { ask } of missingSupports()) expect(ask).toMatch(/\S.{20,}\?$/);
});

test('the groups stand in the official order, each with its source', () => {
  expect(groups.map(({ id, name }) => [id, name.value, name.certainty])).toEqual([
    ['ethnic-minority', 'Hộ dân tộc thiểu số', 'secondary'],
    ['unable-to-work', 'Hộ không có khả năng lao động', 'secondary'],
    ['merit', 'Hộ có thành viên là người có công với cách mạng', 'secondary'],
    ['other', 'Khác', 'secondary'],
  ]);
  for (const { name } of groups) expect(name.source.url).toMatch(/^https:/);
  expect(childBelow.certainty).toBe('unconfirmed');
});
