import { describe, expect, test } from 'vitest';
import { standardOf } from '../../src/rules/register.ts';
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

  test('rank by what any answer rules out, then by what the best does, then by how far it moves the count', () => {
    const facts = ranked({
      internet: false,
      latrine: 'unknown',
      roof: 'unknown',
      walls: 'makeshift',
      water: 'unknown',
      members: [{ healthInsurance: 'unknown' }, { healthInsurance: 'unknown' }, {}],
      income: { wages: 'unknown', remittances: 1_000_000 },
    });
    expect(facts).toEqual([
      'income.wages 1–3',
      'roof 0–0',
      'water 0–0',
      'latrine 0–0',
      'members.m1.healthInsurance 0–0',
      'members.m2.healthInsurance 0–0',
    ]);
  });

  test('name a year of birth where the law asks from one on', () => {
    const household = householdOf({
      members: [{ age: 35, lowerSecondaryOrLearning: false }, {}, {}],
      internet: false,
      phone: false,
      floorArea: 10,
      income: { wages: 30_000_000 },
    });
    const facts = decidingFacts(household, standardOf('national-2016-2021'), 2021, '2021-09-15');
    expect(facts).toEqual([{ fact: 'members.m1.bornYear', rulesOut: { least: 0, most: 1 } }]);
    const older = { ...household, members: household.members.map((one) => ({ ...one, bornYear: 1985 })) };
    expect(decidingFacts(older, standardOf('national-2016-2021'), 2021, '2021-09-15')).toEqual([]);
  });

  test('also rank what settles nothing alone but brings the class nearer', () => {
    const facts = ranked({ internet: 'unknown', water: 'unknown', latrine: 'unknown', devices: 'unknown' });
    expect(facts).toHaveLength(4);
    for (const fact of facts) expect(fact).toMatch(/0–0$/);
  });
});
