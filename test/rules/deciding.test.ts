import { describe, expect, test } from 'vitest';
import { decidingFacts } from '../../src/rules/deciding.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import type { CaseHousehold } from './case-file.ts';
import { householdOf } from './plain-household.ts';

const ranked = (facts: CaseHousehold) =>
  decidingFacts(householdOf(facts), standard2022, 2026, '2026-09-15').map(
    ({ fact, rulesOut: { least, most } }) => `${fact} ${least}–${most}`,
  );

describe('the facts worth asking for', () => {
  test('are none once the class is settled', () => {
    expect(ranked({ water: 'unknown' })).toEqual([]);
    expect(ranked({})).toEqual([]);
  });

  test('are none where only the law leaves the class open', () => {
    expect(ranked({ internet: false, water: 'other', walls: 'makeshift', roof: 'sheet' })).toEqual([]);
  });

  test('begin with the one that settles it whatever the answer', () => {
    expect(ranked({ internet: false, water: 'other', latrine: 'unknown' })).toEqual(['latrine 1–1']);
  });

  test('rank an income that opens every class before a tap that may be the third deprivation', () => {
    const facts = ranked({
      internet: false,
      latrine: 'none',
      water: 'unknown',
      income: { wages: 'unknown' },
    });
    expect(facts).toEqual(['income.wages 2–3', 'water 1–1']);
  });

  test('leave out what does not concern a member, and name each fact by where it stands', () => {
    const facts = ranked({
      internet: false,
      water: 'other',
      members: [
        {},
        { healthInsurance: 'unknown' },
        { age: 4, healthInsurance: 'unknown', atSchool: 'unknown' },
      ],
    });
    expect(facts).toEqual(['members.m2.healthInsurance 0–1', 'members.m3.atSchool 0–1']);
  });

  test('name an age that stands between two indicators', () => {
    const facts = ranked({
      internet: false,
      water: 'other',
      members: [{}, {}, { age: [15, 17], atSchool: false }],
    });
    expect(facts).toEqual(['members.m3.age 1–1']);
  });

  test('also rank what settles nothing alone but brings the class nearer', () => {
    const facts = ranked({ internet: 'unknown', water: 'unknown', latrine: 'unknown', devices: 'unknown' });
    expect(facts).toHaveLength(4);
    for (const fact of facts) expect(fact).toMatch(/0–0$/);
  });
});
