import fc from 'fast-check';
import type { Fact, Household, Member } from '../../src/rules/household.ts';

const maybe = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(known, fc.constant('unknown' as const));

/** The year of every reading here. */
export const year = 2021;
export const on = `${year}-09-15`;

/** Round the borders of every standard (of those born in 1986 too), and far away. */
const years = fc.oneof(fc.constantFrom(2, 3, 4, 5, 6, 14, 15, 16, 30, 31, 34, 35, 36), fc.nat(90));
const exactAge = years.map((age) => ({ min: age, max: age }));
const looseAge = fc.tuple(years, fc.nat(3)).map(([min, span]) => ({ min, max: min + span }));
/** Round the lines of a household of one to four, and far away. */
const amount = fc.oneof(fc.constant(0), fc.nat(40_000_000), fc.nat(200_000_000));

const named = (members: readonly Omit<Member, 'id'>[]): readonly Member[] =>
  members.map((member, index) => ({ id: `m${index + 1}`, ...member }));

const facts = {
  withoutSecureWork: fc.boolean(),
  socialAllowance: fc.boolean(),
  undernourished: fc.boolean(),
  healthInsurance: fc.boolean(),
  learningOrQualified: fc.boolean(),
  atSchool: fc.boolean(),
  untreatedIllness: fc.boolean(),
  lowerSecondaryOrLearning: fc.boolean(),
  inSchool: fc.boolean(),
};

/** The birthday of this year may have been or not; who is at school at the level of the age is at school. */
const knownMember: fc.Arbitrary<Omit<Member, 'id'>> = fc
  .record({ age: exactAge, hadBirthday: fc.boolean(), ...facts })
  .map(({ hadBirthday, ...member }) => ({
    ...member,
    bornYear: year - member.age.min - (hadBirthday ? 0 : 1),
    inSchool: member.inSchool || member.atSchool,
  }));

const anyMember: fc.Arbitrary<Omit<Member, 'id'>> = fc.record({
  age: maybe(looseAge),
  bornYear: fc.constant('unknown' as const),
  withoutSecureWork: maybe(facts.withoutSecureWork),
  socialAllowance: maybe(facts.socialAllowance),
  undernourished: maybe(facts.undernourished),
  healthInsurance: maybe(facts.healthInsurance),
  learningOrQualified: maybe(facts.learningOrQualified),
  atSchool: maybe(facts.atSchool),
  untreatedIllness: maybe(facts.untreatedIllness),
  lowerSecondaryOrLearning: maybe(facts.lowerSecondaryOrLearning),
  inSchool: maybe(facts.inSchool),
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

/** A household of which all is known and whose materials the law does not leave open. */
export const knownHousehold: fc.Arbitrary<Household> = fc.record({
  area,
  members: fc.array(knownMember, { minLength: 1, maxLength: 4 }).map(named),
  walls: fc.constantFrom('brick' as const, 'bamboo-earth' as const),
  columns: fc.constantFrom('concrete' as const, 'weak-wood-bamboo' as const),
  roof: fc.constantFrom('tile' as const, 'leaf-thatch' as const),
  floorArea: fc.nat(60),
  water,
  latrine,
  internet: fc.boolean(),
  phone: fc.boolean(),
  loudspeaker: fc.boolean(),
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
  phone: maybe(fc.boolean()),
  loudspeaker: maybe(fc.boolean()),
  devices: maybe(devices),
  income: fc.record({
    wages: maybe(amount),
    farm: maybe(amount),
    business: maybe(amount),
    allowances: maybe(amount),
    remittances: maybe(amount),
  }),
});

type Blur = (household: Household) => Household;

const yesNo = Object.keys(facts) as readonly (keyof typeof facts)[];

/** Ways of no longer knowing one fact of a known household; an age may also be known to a few years. */
export const blur: fc.Arbitrary<Blur> = fc.oneof(
  { weight: 5, arbitrary: ofMember(fc.constantFrom(...yesNo).map((fact) => ({ [fact]: 'unknown' }))) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(3), fc.nat(5), fc.nat(5))
      .map(([at, less, more]) =>
        changed(at, ({ age }) => ({ age: around(age, less, more), bornYear: 'unknown' })),
      ),
  },
  { weight: 1, arbitrary: ofMember(fc.constant({ age: 'unknown', bornYear: 'unknown' })) },
  { weight: 1, arbitrary: ofMember(fc.constant({ bornYear: 'unknown' })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(
        'walls',
        'columns',
        'roof',
        'floorArea',
        'water',
        'latrine',
        'internet',
        'phone',
        'loudspeaker',
        'devices',
      )
      .map((fact) => (household: Household) => ({ ...household, [fact]: 'unknown' })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('roof', 'walls').map((part) => (household: Household) => ({
      ...household,
      [part]: part === 'roof' ? 'sheet' : 'weak-wood',
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('wages', 'farm', 'business', 'allowances', 'remittances'), maybe(amount))
      .map(([source, to]) => (household: Household) => {
        // One amount at a time: with two the borders between them are no single numbers.
        const others = Object.entries(household.income).some(
          ([one, is]) => is === 'unknown' && one !== source,
        );
        return to === 'unknown' && others
          ? household
          : { ...household, income: { ...household.income, [source]: to } };
      }),
  },
);

function ofMember(blurred: fc.Arbitrary<object>): fc.Arbitrary<Blur> {
  return fc.tuple(fc.nat(3), blurred).map(([at, facts]) => changed(at, () => facts));
}

function changed(at: number, change: (member: Member) => object): Blur {
  return (household) => ({
    ...household,
    members: household.members.map((member, index) =>
      index === at ? { ...member, ...change(member) } : member,
    ),
  });
}

function around(age: Member['age'], less: number, more: number): Member['age'] {
  return age === 'unknown' ? age : { min: Math.max(0, age.min - less), max: age.max + more };
}
