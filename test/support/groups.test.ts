import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causes } from '../../src/review/cause.ts';
import { proposeGroups } from '../../src/support/propose-groups.ts';
import { type Visited, visitOrder } from '../../src/support/visit-order.ts';
import type { CaseHousehold } from '../rules/case-file.ts';
import { householdOf } from '../rules/plain-household.ts';
import { groupIds, indicators } from './lists.ts';

type People = NonNullable<CaseHousehold['members']>;
const child: People[number] = { age: 9 };
const grandmother: People[number] = { age: [79, 80], socialAllowance: true };

describe('the group of those unable to work is proposed', () => {
  test.each<[string, People, boolean]>([
    ['of a grandmother with an allowance and her grandchild', [grandmother, child], true],
    ['not with one adult beside them', [grandmother, child, { age: 40 }], false],
    ['not of an old person without the allowance', [{ age: 85 }], false],
    ['not where the allowance is not known', [{ age: 85, socialAllowance: 'unknown' }], false],
    ['of somebody who is surely fifteen at most', [{ age: [14, 15] }], true],
    ['not of who may be sixteen', [{ age: [15, 16] }], false],
    ['not of somebody whose age is not known', [{ age: 'unknown' }], false],
    ['not of nobody', [], false],
  ])('%s', (_, members, isProposed) => {
    expect(proposeGroups(householdOf({ members }))).toEqual({
      proposed: isProposed ? ['unable-to-work'] : [],
      notAsked: ['ethnic-minority', 'merit'],
    });
  });
});

const plain: Visited = { id: 0, category: 'near-poor', groups: [], causes: [], deprived: [] };

describe('whom to visit first', () => {
  test('goes by the most pressing reason, then by how much is lacking, then as given', () => {
    const households: readonly Visited[] = [
      { ...plain, id: 1 },
      { ...plain, id: 2, deprived: ['water'] },
      { ...plain, id: 3, category: 'poor' },
      { ...plain, id: 4, deprived: ['nutrition'] },
      { ...plain, id: 5, causes: ['illness'] },
      { ...plain, id: 6, causes: ['illness'], category: 'poor' },
      { ...plain, id: 7 },
    ];
    const [others, ...more] = visitOrder(households);
    expect(more).toEqual([]);
    expect(others?.group).toBe('other');
    expect(others?.visits.map(({ household }) => household.id)).toEqual([6, 5, 4, 3, 2, 1, 7]);
    expect(others?.visits.map(({ reasons }) => reasons)[0]).toEqual(['illness', 'poor']);
  });

  test('names a household in each of its groups, the group of the most pressing one first', () => {
    const order = visitOrder([
      { ...plain, id: 1, groups: ['merit'], category: 'poor' },
      { ...plain, id: 2, groups: ['ethnic-minority'] },
      { ...plain, id: 3, groups: ['ethnic-minority', 'unable-to-work'] },
    ]);
    expect(order.map(({ group, visits }) => [group, visits.map(({ household }) => household.id)])).toEqual([
      ['ethnic-minority', [3, 2]],
      ['unable-to-work', [3]],
      ['merit', [1]],
    ]);
  });

  test('leaves nobody out and visits nobody who is not there, in whatever order they are given', () => {
    const anyone = fc.record({
      category: fc.constantFrom('poor' as const, 'near-poor' as const),
      groups: fc.subarray([...groupIds]),
      causes: fc.subarray([...causes]),
      deprived: fc.subarray([...indicators]),
    });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), (some) => {
        const households = some.map((one, id) => ({ ...one, id }));
        const order = visitOrder(households);
        const visited = new Set(order.flatMap(({ visits }) => visits.map(({ household }) => household.id)));
        expect([...visited].toSorted((a, b) => a - b)).toEqual(households.map(({ id }) => id));
        const places = (from: readonly Visited[]) =>
          Object.fromEntries(
            visitOrder(from).map(({ group, visits }) => [group, visits.map(({ reasons }) => reasons)]),
          );
        expect(places(households.toReversed())).toEqual(places(households));
      }),
    );
  });
});
