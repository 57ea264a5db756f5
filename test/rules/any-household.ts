import fc from 'fast-check';
import type { Fact, Household, Member } from '../../src/rules/household.ts';

const maybe = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(known, fc.constant('unknown' as const));

const years = fc.oneof(fc.constantFrom(2, 3, 5, 6, 15, 16, 30, 31), fc.nat(90));
const exactAge = years.map((age) => ({ min: age, max: age }));
const looseAge = fc.tuple(years, fc.nat(1)).map(([min, span]) => ({ min, max: min + span }));
/** Round the lines of a household of one to four, and far away. */
const amount = fc.oneof(fc.constant(0), fc.nat(40_000_000), fc.nat(200_000_000));

const named = (members: readonly Omit<Member, 'id'>[]): readonly Member[] =>
  members.map((member, index) => ({ id: `m${index + 1}`, ...member }));

const knownMember = fc.record({
  age: exactAge,
  withoutSecureWork: fc.boolean(),
  socialAllowance: fc.boolean(),
  undernourished: fc.boolean(),
  healthInsurance: fc.boolean(),
  learningOrQualified: fc.boolean(),
  atSchool: fc.boolean(),
});

const anyMember = fc.record({
  age: maybe(looseAge),
  withoutSecureWork: maybe(fc.boolean()),
  socialAllowance: maybe(fc.boolean()),
  undernourished: maybe(fc.boolean()),
  healthInsurance: maybe(fc.boolean()),
  learningOrQualified: maybe(fc.boolean()),
  atSchool: maybe(fc.boolean()),
});

const area = fc.constantFrom('rural' as const, 'urban' as const);
const water = fc.constantFrom('piped' as const, 'rain' as const, 'river-pond' as const, 'other' as const);
const latrine = fc.constantFrom(
  'septic' as const,
  'two-vault' as const,
  'open-pit' as const,
  'none' as const,
);
const devices = fc.subarray(['tv' as const, 'phone' as const, 'laptop' as const]);

/** A household of which all is known and nothing touches a gap of the law. */
export const knownHousehold: fc.Arbitrary<Household> = fc.record({
  area,
  members: fc.array(knownMember, { minLength: 2, maxLength: 4 }).map(named),
  walls: fc.constantFrom('brick' as const, 'bamboo-earth' as const),
  columns: fc.constantFrom('concrete' as const, 'weak-wood-bamboo' as const),
  roof: fc.constantFrom('tile' as const, 'leaf-thatch' as const),
  floorArea: fc.nat(60),
  water,
  latrine,
  internet: fc.boolean(),
  devices,
  income: fc.record({
    wages: amount,
    farm: amount,
    business: amount,
    allowances: fc.constant(0),
    remittances: fc.constant(0),
  }),
});

/** Any household at all: facts unknown, ages loose, materials that the law leaves open, even nobody in it. */
export const anyHousehold: fc.Arbitrary<Household> = fc.record({
  area,
  members: fc.array(anyMember, { maxLength: 4 }).map(named),
  walls: maybe(fc.constantFrom('brick' as const, 'weak-wood' as const, 'bamboo-earth' as const)),
  columns: maybe(fc.constantFrom('concrete' as const, 'weak-wood-bamboo' as const, 'none' as const)),
  roof: maybe(fc.constantFrom('tile' as const, 'sheet' as const, 'leaf-thatch' as const)),
  floorArea: maybe(fc.nat(60)),
  water: maybe(water),
  latrine: maybe(latrine),
  internet: maybe(fc.boolean()),
  devices: maybe(devices),
  income: fc.record({
    wages: maybe(amount),
    farm: maybe(amount),
    business: maybe(amount),
    allowances: maybe(amount),
    remittances: maybe(amount),
  }),
});
