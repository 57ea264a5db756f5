import type { Fact, Household, Member } from '../../src/rules/household.ts';
import type { Standard } from '../../src/rules/standard.ts';
import {
  columnMaterials,
  devices,
  incomeSources,
  latrines,
  memberTruths,
  roofMaterials,
  wallMaterials,
  waterSources,
} from '../../src/rules/values.ts';

const oldest = 130;
const both = [true, false] as const;

/** None, or just one. */
const deviceLists = [[], ...devices.map((device) => [device])];

/**
 * Every household that a household with unknown facts may be, one fact at a time: each answer, each material, each age
 * year by year, and of amounts those just at and just over each line. With more than `most` of them, null.
 */
export function completionsOf(
  household: Household,
  { lines }: Standard,
  year: number,
  most: number,
): readonly Household[] | null {
  const put =
    <K extends keyof Household>(key: K, values: readonly Household[K][]) =>
    (one: Household): readonly Household[] =>
      (one[key] ?? 'unknown') === 'unknown' ? values.map((value) => ({ ...one, [key]: value })) : [one];
  const people = household.members.length;
  const told = (sources: readonly (keyof Household['income'])[]) =>
    sources.reduce((sum, source) => sum + known(household.income[source]), 0);
  const borders = [lines.poor, lines['near-poor'], lines.average].flatMap((line) => {
    const amount = line?.[household.area];
    if (line === null || amount === undefined || 'gap' in amount) return [];
    const whole = amount.value * (line.per === 'month' ? 12 : 1) * people;
    const sure = whole - told(['wages', 'farm', 'business']);
    const all = whole - told(incomeSources);
    return [sure, sure + 1, all, all + 1];
  });
  const amounts = [...new Set([0, ...borders.filter((border) => border > 0), 10_000_000_000])];
  const steps: readonly ((one: Household) => readonly Household[])[] = [
    put('walls', wallMaterials),
    put('columns', columnMaterials),
    put('roof', roofMaterials),
    put('floorArea', [0, 8 * people - 1, 8 * people, 1000]),
    put('water', waterSources),
    put('latrine', latrines),
    put('internet', both),
    put('phone', both),
    put('loudspeaker', both),
    put('devices', deviceLists),
    ...incomeSources.map(
      (source) => (one: Household) =>
        one.income[source] === 'unknown'
          ? amounts.map((amount) => ({ ...one, income: { ...one.income, [source]: amount } }))
          : [one],
    ),
    ...household.members.map((_, at) => (one: Household) => {
      const member = one.members[at];
      return member === undefined
        ? [one]
        : membersThatMayBe(member, year).map((may) => ({
            ...one,
            members: one.members.map((other, index) => (index === at ? may : other)),
          }));
    }),
  ];
  let all: readonly Household[] = [household];
  for (const step of steps) {
    all = all.flatMap(step);
    if (all.length > most) return null;
  }
  return all;
}

function known(amount: Fact<number>): number {
  return amount === 'unknown' ? 0 : amount;
}

function membersThatMayBe(member: Member, year: number): readonly Member[] {
  const { min, max } = member.age === 'unknown' ? { min: 0, max: oldest } : member.age;
  const all = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const { bornYear: born = 'unknown' } = member;
  // At one age two years of birth are possible, and the other way round; where the two cannot both be so, the age is read.
  const fitting = all.filter((age) => born === 'unknown' || born === year - age - 1 || born === year - age);
  const ages = fitting.length === 0 ? all : fitting;
  const aged = ages.flatMap((age) => {
    const born =
      (member.bornYear ?? 'unknown') === 'unknown' ? [year - age - 1, year - age] : [member.bornYear];
    return born.map((bornYear) => ({ ...member, age: { min: age, max: age }, bornYear }) as Member);
  });
  const answers = memberTruths.filter((fact) => fact !== 'inSchool');
  const answered = answers.reduce<readonly Member[]>(
    (all, fact) =>
      (member[fact] ?? 'unknown') === 'unknown'
        ? all.flatMap((one) => both.map((is) => ({ ...one, [fact]: is })))
        : all,
    aged,
  );
  // Who is at school at the level of the age is at school.
  return (member.inSchool ?? 'unknown') === 'unknown'
    ? answered.flatMap((one) =>
        (one.atSchool === true ? [true] : both).map((inSchool) => ({ ...one, inSchool })),
      )
    : answered;
}
