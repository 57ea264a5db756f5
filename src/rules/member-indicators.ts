import type { ConditionOf } from './condition.ts';
import type { Fact, Household, Member } from './household.ts';
import { type Reading, readingOf } from './reading.ts';
import { both, either, isAged, not } from './truth.ts';

/** Việc làm: somebody finds no work, or works for wages without a contract. */
export function employment(
  { members }: Household,
  { workingAge }: ConditionOf<'without-secure-work'>,
): Reading {
  const reading = anyMember(members, (member) => member.withoutSecureWork);
  // Nobody is left out by age: where working age begins and ends is not known to us.
  return reading.members.length === 0 ? reading : { ...reading, gaps: [workingAge.ask] };
}

/** Người phụ thuộc: children, and old or disabled people on the monthly allowance, are more than the law's share. */
export function dependents(
  { members }: Household,
  { overPercent, children }: ConditionOf<'dependents'>,
): Reading {
  const people = members.length;
  const { sure, open } = sureAndOpen(members, (member) =>
    either(isAged(member.age, children), member.socialAllowance),
  );
  const least = sure.length;
  const most = sure.length + open.length;
  const isOver = (count: number) => count * 100 > overPercent * people;
  const threshold = { value: overPercent, inclusive: false, unit: 'percent' } as const;
  if (people === 0) return { ...readingOf('unknown'), threshold };
  const measured = { min: percent(least, people), max: percent(most, people), unit: 'percent' } as const;
  const common = { measured, threshold, gaps: [] };
  if (isOver(least)) return { verdict: 'deprived', members: sure, ...common };
  if (isOver(most)) return { verdict: 'unknown', why: 'fact-unknown', members: open, ...common };
  return { verdict: 'not-deprived', members: [], ...common };
}

/** Dinh dưỡng: a child too short or too light for its age. */
export function nutrition({ members }: Household, { ages }: ConditionOf<'undernourished'>): Reading {
  return anyMember(members, (member) => both(isAged(member.age, ages), member.undernourished));
}

/** Bảo hiểm y tế: somebody of that age has no health insurance now. */
export function healthInsurance({ members }: Household, { ages }: ConditionOf<'uninsured'>): Reading {
  return anyMember(members, (member) => both(isAged(member.age, ages), not(member.healthInsurance)));
}

/** Trình độ giáo dục của người lớn: somebody of that age neither learns nor holds the certificate that fits it. */
export function adultEducation({ members }: Household, { ages }: ConditionOf<'unqualified'>): Reading {
  return anyMember(members, (member) => both(isAged(member.age, ages), not(member.learningOrQualified)));
}

/** Tình trạng đi học của trẻ em: a child of that age is not at school at the level of its age. */
export function childSchool({ members }: Household, { ages }: ConditionOf<'out-of-school'>): Reading {
  return anyMember(members, (member) => both(isAged(member.age, ages), not(member.atSchool)));
}

function anyMember(members: readonly Member[], isDeprived: (member: Member) => Fact<boolean>): Reading {
  if (members.length === 0) return readingOf('unknown');
  const { sure, open } = sureAndOpen(members, isDeprived);
  if (sure.length > 0) return { ...readingOf(true), members: sure };
  if (open.length > 0) return { ...readingOf('unknown'), members: open };
  return readingOf(false);
}

/** The ids of those of whom it is surely so, and of those of whom it may be so. */
function sureAndOpen(
  members: readonly Member[],
  isSo: (member: Member) => Fact<boolean>,
): { readonly sure: readonly string[]; readonly open: readonly string[] } {
  const idsWhere = (answer: Fact<boolean>) =>
    members.filter((member) => isSo(member) === answer).map(({ id }) => id);
  return { sure: idsWhere(true), open: idsWhere('unknown') };
}

/** For display only: the verdict is taken from the counts. */
function percent(count: number, people: number): number {
  return Math.floor((count * 100) / people);
}
