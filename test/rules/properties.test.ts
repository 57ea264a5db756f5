import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import type { Category } from '../../src/rules/assessment.ts';
import type { Fact, Household, Member } from '../../src/rules/household.ts';
import { register } from '../../src/rules/register.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import { anyHousehold, knownHousehold } from './any-household.ts';

const poorestFirst: readonly Category[] = ['poor', 'near-poor', 'average', 'none'];
const read = (household: Household, standard = standard2022) =>
  assess(household, standard, standard.fromYear, '2026-09-15');
const possible = (household: Household) => read(household).possible;

test('with nothing unknown and no gap touched exactly one class is possible', () => {
  fc.assert(
    fc.property(knownHousehold, (household) => {
      const { category, possible, unknown, certainty } = read(household);
      expect(possible).toEqual([category]);
      expect(unknown).toBe(0);
      expect(certainty).not.toBe('gap');
    }),
  );
});

test('some class is always possible, in the order from poor to none, and the only one is the category', () => {
  fc.assert(
    fc.property(anyHousehold, fc.constantFrom(...register), (household, standard) => {
      const { category, possible } = read(household, standard);
      expect(possible.length).toBeGreaterThan(0);
      expect(possible).toEqual(poorestFirst.filter((one) => possible.includes(one)));
      expect(category).toBe(possible.length === 1 ? possible[0] : 'undetermined');
    }),
  );
});

test('a gap never yields a class', () => {
  fc.assert(
    fc.property(anyHousehold, fc.constantFrom(...register), (household, standard) => {
      const { category, certainty, findings } = read(household, standard);
      if (certainty === 'gap') expect(category).toBe('undetermined');
      for (const finding of findings) {
        if (finding.certainty === 'gap')
          expect(finding).toMatchObject({ verdict: 'unknown', why: 'law-gap' });
        expect(finding.why === undefined).toBe(finding.verdict !== 'unknown');
      }
    }),
  );
});

test('more income never makes a household poorer', () => {
  const source = fc.constantFrom('wages', 'farm', 'business', 'allowances', 'remittances');
  fc.assert(
    fc.property(anyHousehold, source, fc.nat(60_000_000), (household, from, more) => {
      const before = household.income[from];
      fc.pre(before !== 'unknown');
      const richer = { ...household, income: { ...household.income, [from]: before + more } };
      const ranks = (one: Household) => possible(one).map((category) => poorestFirst.indexOf(category));
      expect(Math.min(...ranks(richer))).toBeGreaterThanOrEqual(Math.min(...ranks(household)));
      expect(Math.max(...ranks(richer))).toBeGreaterThanOrEqual(Math.max(...ranks(household)));
    }),
  );
});

test('what unknown answers leave possible is just what their completions make', () => {
  const holes = fc.uniqueArray(fc.constantFrom(...allHoles(2)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(knownHousehold, holes, (household, chosen) => {
      const fill = (values: readonly Fact<boolean>[]) =>
        chosen.reduce((filled, hole, index) => hole(filled, values[index] ?? 'unknown'), household);
      const completed = everyAnswer(chosen.length).flatMap((values) => possible(fill(values)));
      const union = poorestFirst.filter((category) => completed.includes(category));
      expect(possible(fill([]))).toEqual(union);
    }),
  );
});

test('an age told as a range leaves possible what each age in it makes', () => {
  fc.assert(
    fc.property(anyHousehold, fc.nat(32), fc.nat(2), (household, min, span) => {
      const [first, ...others] = household.members;
      fc.pre(first !== undefined);
      const aged = (from: number, to: number) =>
        possible({ ...household, members: [{ ...first, age: { min: from, max: to } }, ...others] });
      const wide = aged(min, min + span);
      const unknown = possible({ ...household, members: [{ ...first, age: 'unknown' }, ...others] });
      for (let years = min; years <= min + span; years += 1)
        expect(wide).toEqual(expect.arrayContaining([...aged(years, years)]));
      expect(unknown).toEqual(expect.arrayContaining([...wide]));
    }),
  );
});

test('an unknown amount leaves possible what any amount makes', () => {
  const source = fc.constantFrom('wages', 'farm', 'business', 'allowances', 'remittances');
  fc.assert(
    fc.property(anyHousehold, source, fc.nat(200_000_000), (household, from, amount) => {
      const told = possible({ ...household, income: { ...household.income, [from]: amount } });
      const untold = possible({ ...household, income: { ...household.income, [from]: 'unknown' } });
      expect(untold).toEqual(expect.arrayContaining([...told]));
    }),
  );
});

test('the order of the members is no matter', () => {
  fc.assert(
    fc.property(anyHousehold, (household) => {
      const turned = { ...household, members: household.members.toReversed() };
      expect(possible(turned)).toEqual(possible(household));
    }),
  );
});

type Hole = (household: Household, answer: Fact<boolean>) => Household;

/** The yes-or-no facts that one may leave unknown, of the household and of its first members. */
function allHoles(people: number): readonly Hole[] {
  const facts = [
    'withoutSecureWork',
    'socialAllowance',
    'undernourished',
    'healthInsurance',
    'learningOrQualified',
    'atSchool',
  ] as const satisfies readonly (keyof Member)[];
  const ofMembers = Array.from({ length: people }).flatMap((_, at) =>
    facts.map((fact): Hole => (household, answer) => ({
      ...household,
      members: household.members.map((member, index) =>
        index === at ? { ...member, [fact]: answer } : member,
      ),
    })),
  );
  return [...ofMembers, (household, answer) => ({ ...household, internet: answer })];
}

function everyAnswer(count: number): readonly (readonly boolean[])[] {
  if (count === 0) return [[]];
  return everyAnswer(count - 1).flatMap((answers) => [
    [...answers, false],
    [...answers, true],
  ]);
}
