import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import type { Assessment, Category } from '../../src/rules/assessment.ts';
import type { Household, Member } from '../../src/rules/household.ts';
import { register } from '../../src/rules/register.ts';
import type { Line, Standard } from '../../src/rules/standard.ts';
import { firstYearOf } from '../../src/rules/years.ts';
import { anyHousehold, blur, knownHousehold, on, year } from './any-household.ts';
import { completionsOf } from './completions.ts';

const poorestFirst: readonly Category[] = ['poor', 'near-poor', 'average', 'none'];
const read = (household: Household, standard: Standard) =>
  assess(household, standard, firstYearOf(standard), on);
/** The poorest and the best off of the classes that are possible. */
const ends = ({ possible }: Assessment) => {
  const ranks = possible.map((category) => poorestFirst.indexOf(category));
  return { poorest: Math.min(...ranks), best: Math.max(...ranks) };
};
const incomeSource = fc.constantFrom('wages', 'farm', 'business', 'allowances', 'remittances');

describe.each(register)('by $id', (standard) => {
  const isWithoutGaps =
    standard.unlisted === null &&
    Object.values(standard.lines).every((line) => line === null || !('gap' in line.included)) &&
    standard.indicators.every(({ condition }) => !('gap' in condition));

  test('a household of which all is known has the classes that the law gives by hand', () => {
    fc.assert(
      fc.property(knownHousehold, (household) => {
        const { possible, category, certainty, unknown } = read(household, standard);
        expect(possible).toEqual(classesByHand(household, standard));
        if (!isWithoutGaps) return;
        expect(possible).toEqual([category]);
        expect(unknown).toBe(0);
        expect(certainty).not.toBe('gap');
      }),
    );
  });

  test('some class is always possible, in the order from poor to none, and the only one is the category', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const { category, possible } = read(household, standard);
        expect(possible.length).toBeGreaterThan(0);
        expect(possible).toEqual(poorestFirst.filter((one) => possible.includes(one)));
        expect(category).toBe(possible.length === 1 ? possible[0] : 'undetermined');
      }),
    );
  });

  test('the parts of a result agree with each other', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const { count, deprived, findings, unknown, poorBy, category, certainty, provisional } = read(
          household,
          standard,
        );
        expect(count.least).toBeGreaterThanOrEqual(deprived);
        expect(count.most).toBeLessThanOrEqual(deprived + unknown);
        expect(count.least).toBeLessThanOrEqual(count.most);
        expect(provisional).toBe(certainty !== 'verified');
        if (poorBy !== null) expect(category).toBe('poor');
        for (const { certainty, gaps, measured, members, verdict, why } of findings) {
          if (certainty === 'gap') expect({ verdict, why }).toEqual({ verdict: 'unknown', why: 'law-gap' });
          if (why === 'law-gap')
            expect({ certainty, gaps: gaps.length > 0 }).toEqual({ certainty: 'gap', gaps: true });
          expect(why === null).toBe(verdict !== 'unknown');
          expect(household.members.map(({ id }) => id)).toEqual(expect.arrayContaining([...members]));
          if (measured !== null && measured.max !== null)
            expect(measured.min).toBeLessThanOrEqual(measured.max);
        }
      }),
    );
  });

  test('a class is never given while what it rests on is a gap', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const { category, certainty } = read(household, standard);
        if (certainty === 'gap') expect(category).toBe('undetermined');
      }),
    );
  });

  // Of the city it holds although income is a deprivation there: more income takes that one away and adds none.
  test('more income never makes a household poorer', () => {
    fc.assert(
      fc.property(anyHousehold, incomeSource, fc.nat(60_000_000), (household, from, more) => {
        const before = household.income[from];
        fc.pre(before !== 'unknown');
        const richer = { ...household, income: { ...household.income, [from]: before + more } };
        const was = ends(read(household, standard));
        const is = ends(read(richer, standard));
        expect(is.poorest).toBeGreaterThanOrEqual(was.poorest);
        expect(is.best).toBeGreaterThanOrEqual(was.best);
      }),
    );
  });

  test('one deprivation more never makes a household less poor', () => {
    fc.assert(
      fc.property(anyHousehold, fc.constantFrom(...worse), fc.nat(3), (household, worsen, at) => {
        const worseOff = worsen(household, at);
        const was = read(household, standard);
        const is = read(worseOff, standard);
        expect(ends(is).poorest).toBeLessThanOrEqual(ends(was).poorest);
        expect(ends(is).best).toBeLessThanOrEqual(ends(was).best);
        expect(is.count.least).toBeGreaterThanOrEqual(was.count.least);
      }),
    );
  });

  test('what is unknown leaves possible just what its completions make, and as many deprivations', () => {
    fc.assert(
      fc.property(knownHousehold, fc.array(blur, { minLength: 1, maxLength: 5 }), (household, blurs) => {
        const blurred = blurs.reduce((one, make) => make(one), household);
        const completions = completionsOf(blurred, standard, year, 3000);
        fc.pre(completions !== null);
        const all = completions.map((one) => read(one, standard));
        const { count, possible } = read(blurred, standard);
        expect(possible).toEqual(
          poorestFirst.filter((one) => all.some((each) => each.possible.includes(one))),
        );
        expect(count).toEqual({
          least: Math.min(...all.map((each) => each.count.least)),
          most: Math.max(...all.map((each) => each.count.most)),
        });
      }),
      { numRuns: 150 },
    );
  });

  test('ages known to a few years count just as their completions do', () => {
    const left = {
      atSchool: false,
      inSchool: false,
      learningOrQualified: false,
      lowerSecondaryOrLearning: false,
    };
    const poorly = { undernourished: true, healthInsurance: false };
    const person = fc.record({
      facts: fc.constantFrom({ ...left, ...poorly }, left, poorly),
      from: fc.constantFrom(1, 2, 4, 5, 13, 14, 15, 29, 33, 34),
      span: fc.nat(4),
    });
    fc.assert(
      fc.property(knownHousehold, fc.array(person, { minLength: 1, maxLength: 3 }), (household, people) => {
        const members = household.members.map((member, at): Member => {
          const one = people[at];
          if (one === undefined) return member;
          const age = { min: one.from, max: one.from + one.span };
          return { ...member, ...one.facts, age, bornYear: 'unknown' };
        });
        const blurred = { ...household, members };
        const completions = completionsOf(blurred, standard, year, 3000) ?? [];
        const all = completions.map((one) => read(one, standard));
        const { count, possible } = read(blurred, standard);
        expect(all.length).toBeGreaterThan(0);
        expect(possible).toEqual(
          poorestFirst.filter((one) => all.some((each) => each.possible.includes(one))),
        );
        expect(count).toEqual({
          least: Math.min(...all.map((each) => each.count.least)),
          most: Math.max(...all.map((each) => each.count.most)),
        });
      }),
      { numRuns: 200 },
    );
  });

  test('the order of the members is no matter', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const inOrder = (members: Household['members']) => {
          const result = read({ ...household, members }, standard);
          return {
            ...result,
            findings: result.findings.map((one) => ({ ...one, members: one.members.toSorted() })),
          };
        };
        expect(inOrder(household.members.toReversed())).toEqual(inOrder(household.members));
      }),
    );
  });

  test('the same input gives the same result, byte for byte', () => {
    fc.assert(
      fc.property(anyHousehold, (household) => {
        const once = JSON.stringify(read(household, standard));
        expect(JSON.stringify(read(structuredClone(household), structuredClone(standard)))).toBe(once);
        expect(JSON.stringify(JSON.parse(once))).toBe(once);
      }),
    );
  });
});

/** The classes of a household of which all is known, written down a second time, one completion of the law after another. */
function classesByHand(household: Household, standard: Standard): readonly Category[] {
  const { deprivations, indicators, lines, unlisted } = standard;
  const decide = standard.decide.value;
  if ('gap' in deprivations) throw new Error('No standard in the register leaves the number open.');
  const { findings } = read(household, standard);
  const verdictOf = (id: string) => findings.find(({ rule }) => rule === id)?.verdict;
  const ofCount = indicators.filter(({ id }) => id !== 'income-per-person' && id !== 'second-income');
  const sure = ofCount.filter(({ id }) => verdictOf(id) === 'deprived').length;
  const open = ofCount.filter(({ id }) => verdictOf(id) === 'unknown').length + (unlisted?.indicators ?? 0);
  const under = (line: Line | null) => line !== null && isUnder(household, line);
  const found = new Set<Category>();
  for (let more = 0; more <= open; more += 1)
    for (const secondIncome of [false, true])
      for (const hasAverage of [false, true]) found.add(classOf(sure + more, secondIncome, hasAverage));
  return poorestFirst.filter((one) => found.has(one));

  function classOf(count: number, secondIncome: boolean, hasAverage: boolean): Category {
    const enough = 'value' in deprivations ? deprivations.value : 0;
    const rest = () => {
      const { average } = lines;
      if (average === null) return 'none';
      return ('gap' in average.rural ? hasAverage : under(average)) ? 'average' : 'none';
    };
    switch (decide.kind) {
      case 'line-and-deprived':
        if (!under(lines.poor)) return rest();
        return count >= enough ? 'poor' : 'near-poor';
      case 'line-or-deprived':
        if (under(lines.poor)) return 'poor';
        if (!under(lines['near-poor'])) return rest();
        return count >= enough ? 'poor' : 'near-poor';
      case 'deprived-or-income': {
        const low = under(lines.poor);
        const all = count + (low ? 1 : 0) + (secondIncome ? 1 : 0);
        if (all >= enough || (low && secondIncome)) return 'poor';
        if (!under(lines['near-poor'])) return rest();
        return !low && all === 2 ? 'near-poor' : 'none';
      }
      default:
        return decide satisfies never;
    }
  }
}

function isUnder({ area, income, members }: Household, line: Line): boolean {
  const amount = line[area];
  if ('gap' in amount || 'gap' in line.included) return false;
  const took = Object.values(income).reduce<number>((sum, one) => sum + (one === 'unknown' ? 0 : one), 0);
  const whole = amount.value * members.length * (line.per === 'month' ? 12 : 1);
  return line.included.value ? took <= whole : took < whole;
}

type Worsen = (household: Household, at: number) => Household;

/** Each takes one thing away that a household may have. */
const worse: readonly Worsen[] = [
  (one) => ({ ...one, internet: false }),
  (one) => ({ ...one, phone: false }),
  (one) => ({ ...one, loudspeaker: false }),
  (one) => ({ ...one, devices: [] }),
  (one) => ({ ...one, water: 'river-pond' }),
  (one) => ({ ...one, latrine: 'none' }),
  (one) => ({ ...one, floorArea: 0 }),
  (one) => ({ ...one, walls: 'makeshift' }),
  (one) => ({ ...one, columns: 'weak-wood-bamboo' }),
  (one) => ({ ...one, roof: 'makeshift' }),
  ofMember({ withoutSecureWork: true }),
  ofMember({ socialAllowance: true }),
  ofMember({ undernourished: true }),
  ofMember({ healthInsurance: false }),
  ofMember({ learningOrQualified: false }),
  ofMember({ atSchool: false }),
  ofMember({ inSchool: false }),
  ofMember({ untreatedIllness: true }),
  ofMember({ lowerSecondaryOrLearning: false }),
];

function ofMember(facts: Partial<Member>): Worsen {
  return (one, at) => ({
    ...one,
    members: one.members.map((member, index) => (index === at ? { ...member, ...facts } : member)),
  });
}
