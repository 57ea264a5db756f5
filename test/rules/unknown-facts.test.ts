import { expect, test } from 'vitest';
import type { Household, Member } from '../../src/rules/household.ts';
import { standardOf } from '../../src/rules/register.ts';
import { unknownFacts } from '../../src/rules/unknown-facts.ts';
import { memberTruths } from '../../src/rules/values.ts';
import { householdOf } from './plain-household.ts';

const standard = standardOf('national-2016-2021');
const untold = householdOf({
  members: [{ age: 40 }],
  walls: 'unknown',
  columns: 'unknown',
  roof: 'unknown',
  floorArea: 'unknown',
  water: 'unknown',
  latrine: 'unknown',
  internet: 'unknown',
  devices: 'unknown',
  phone: 'unknown',
  loudspeaker: 'unknown',
  income: { wages: 10_000_000, farm: 'unknown' },
});
const nobodyTold: Household = {
  ...untold,
  members: [
    {
      id: 'm1',
      age: 'unknown',
      withoutSecureWork: 'unknown',
      socialAllowance: 'unknown',
      undernourished: 'unknown',
      healthInsurance: 'unknown',
      learningOrQualified: 'unknown',
      atSchool: 'unknown',
    },
  ],
};
const at = (household: Household, fact: string): unknown =>
  fact.split('.').reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node.find((one: Member) => one.id === key);
    return typeof node === 'object' && node !== null
      ? Object.getOwnPropertyDescriptor(node, key)?.value
      : undefined;
  }, household);

test('every fact that nobody told is listed with the answers that make a difference, income first', () => {
  const facts = unknownFacts(nobodyTold, standard, '2021-09-15').map(({ answered, fact }) => [
    fact,
    answered.map((one) => at(one, fact)),
  ]);
  const ages = (...years: readonly number[]) => years.map((age) => ({ min: age, max: age }));
  expect(facts).toEqual([
    // For one person: 700,000, 1,000,000 and 1,500,000 a month, less what was told.
    ['income.farm', [0, 2_000_000, 2_000_001, 8_000_000, 8_000_001]],
    ['walls', ['concrete', 'brick', 'durable-wood', 'weak-wood', 'bamboo-earth', 'makeshift']],
    ['columns', ['concrete', 'brick', 'steel-durable-wood', 'weak-wood-bamboo', 'none']],
    ['roof', ['concrete', 'tile', 'sheet', 'leaf-thatch', 'makeshift']],
    ['floorArea', [0, 1000]],
    ['water', expect.arrayContaining(['piped', 'other'])],
    ['latrine', expect.arrayContaining(['septic', 'none'])],
    ['internet', [true, false]],
    ['devices', [expect.arrayContaining(['tv', 'tablet']), []]],
    ['phone', [true, false]],
    ['loudspeaker', [true, false]],
    ['members.m1.age', expect.arrayContaining(ages(0, 5, 6, 15, 35, 36))],
    ['members.m1.bornYear', [1985, 1986]],
    ...memberTruths.map((fact) => [`members.m1.${fact}`, [true, false]]),
  ]);
});

test('an answer is put where it belongs, and all else stays', () => {
  for (const { answered, fact } of unknownFacts(nobodyTold, standard, '2021-09-15'))
    for (const one of answered) {
      const [part = '', ...rest] = fact.split('.');
      for (const key of Object.keys(nobodyTold))
        if (key !== part) expect(at(one, key)).toEqual(at(nobodyTold, key));
      if (part === 'members')
        expect({ ...one.members[0], [rest[1] ?? '']: at(nobodyTold, fact) }).toEqual({
          ...nobodyTold.members[0],
          [rest[1] ?? '']: at(nobodyTold, fact),
        });
    }
});

test('what is known is not listed', () => {
  expect(
    unknownFacts(
      householdOf({ members: [{ inSchool: false }] }),
      standardOf('national-2022-2026'),
      '2025-11-15',
    ),
  ).toEqual([]);
});
