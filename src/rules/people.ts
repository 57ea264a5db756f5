import type { PeopleAnswers } from './answers.ts';
import type { Finding } from './assessment.ts';
import { weaker } from './certainty.ts';
import { type Basis, findingOf, nobody, type PlainFindings, plainFindings } from './finding.ts';
import type { Household } from './household.ts';
import { possibleOf, sureOf } from './people-rules.ts';

/** An indicator about the members for which one is enough; `bit` is the condition's in what is so of each. */
export type AnyMember = {
  readonly bit: number;
  /** Of households in which it holds of nobody. */
  readonly plain: PlainFindings;
  /** Of households in which it holds, or may hold, of somebody. */
  readonly ofSomebody: Basis;
  readonly gaps: readonly string[];
};

/** An indicator for which more of the members than a share are needed. */
export type Share = {
  readonly bit: number;
  readonly overPercent: number;
  readonly basis: Basis;
  readonly open: Finding;
};

/**
 * Makes ready an indicator for which one member is enough. Where the law's words for whom it concerns are a gap, naming
 * anybody is no surer than what nobody confirmed.
 */
export function anyMemberOf(basis: Basis, bit: number, gaps: readonly string[]): AnyMember {
  const certainty = gaps.length === 0 ? basis.certainty : weaker(basis.certainty, 'unconfirmed');
  return { bit, plain: plainFindings(basis), ofSomebody: { ...basis, certainty }, gaps };
}

/** Makes ready an indicator for which more of the members than a share are needed. */
export function shareOf(basis: Basis, bit: number, overPercent: number): Share {
  return { bit, overPercent, basis, open: plainFindings(basis).open };
}

/** At least one member of whom it holds. */
export function anyMember(rule: AnyMember, household: Household, answers: PeopleAnswers): Finding {
  const { bit, plain } = rule;
  if (household.members.length === 0) return plain.open;
  if ((possibleOf(answers.any) & bit) === 0) return plain.no;
  const isSo = (sureOf(answers.any) & bit) !== 0;
  const members = idsOf(household, answers, bit, isSo);
  return findingOf(rule.ofSomebody, isSo ? true : 'unknown', members, null, rule.gaps);
}

/** More of the members than the law's share. */
export function share(rule: Share, household: Household, answers: PeopleAnswers): Finding {
  const { bit, overPercent, basis } = rule;
  const people = household.members.length;
  if (people === 0) return rule.open;
  let least = 0;
  let most = 0;
  for (const one of answers.each) {
    if ((sureOf(one) & bit) !== 0) least += 1;
    if ((possibleOf(one) & bit) !== 0) most += 1;
  }
  const min = percent(least, people);
  const measured = { min, max: most === least ? min : percent(most, people), unit: 'percent' } as const;
  if (!isOver(most, people, overPercent)) return findingOf(basis, false, nobody, measured, nobody);
  const isSo = isOver(least, people, overPercent);
  const members = idsOf(household, answers, bit, isSo);
  return findingOf(basis, isSo ? true : 'unknown', members, measured, nobody);
}

/** Whether so many of the people are more than a share of them. */
export function isOver(count: number, people: number, percentage: number): boolean {
  return count * 100 > percentage * people;
}

/** The members of whom it is so, or else those of whom it is unknown. */
function idsOf(
  { members }: Household,
  { each }: PeopleAnswers,
  bit: number,
  isSo: boolean,
): readonly string[] {
  let ids: string[] | null = null;
  for (let at = 0; at < members.length; at += 1) {
    const answers = each[at] ?? 0;
    const isSure = (sureOf(answers) & bit) !== 0;
    if (isSure !== isSo || (possibleOf(answers) & bit) === 0) continue;
    const id = members[at]?.id;
    if (id === undefined) continue;
    if (ids === null) ids = [id];
    else ids.push(id);
  }
  return ids ?? nobody;
}

/** For display only: the verdict is taken from the counts. */
function percent(count: number, people: number): number {
  return Math.floor((count * 100) / people);
}
