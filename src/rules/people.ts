import { type PeopleAnswers, possibleOf, sureOf } from './answers.ts';
import type { Finding } from './assessment.ts';
import { weaker } from './certainty.ts';
import type { ConditionOf } from './condition.ts';
import { type Basis, findingOf, nobody, plainFindings } from './finding.ts';
import type { Household } from './household.ts';

/** Reads one indicator about the members from what is so of each. */
export type PeopleReader = (household: Household, answers: PeopleAnswers) => Finding;

/**
 * At least one member of whom it holds; `bit` is the condition's. Where the law's words for whom it concerns are a gap,
 * naming anybody is no surer than what nobody confirmed.
 */
export function anyMember(basis: Basis, bit: number, gaps: readonly string[]): PeopleReader {
  const ofNobody = plainFindings(basis);
  const ofMembers =
    gaps.length === 0 ? basis : { ...basis, certainty: weaker(basis.certainty, 'unconfirmed') };
  return (household, answers) => {
    if (household.members.length === 0) return ofNobody.open;
    if ((possibleOf(answers.any) & bit) === 0) return ofNobody.no;
    const isSo = (sureOf(answers.any) & bit) !== 0;
    const members = idsOf(household, answers, bit, isSo);
    return findingOf(ofMembers, isSo ? true : 'unknown', members, null, gaps);
  };
}

/** More of the members than the law's share. */
export function share(basis: Basis, bit: number, { overPercent }: ConditionOf<'dependents'>): PeopleReader {
  const ofNobody = plainFindings(basis);
  return (household, answers) => {
    const people = household.members.length;
    if (people === 0) return ofNobody.open;
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
  };
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
    const id = members[at]?.id;
    if (id === undefined || isSure !== isSo || (possibleOf(answers) & bit) === 0) continue;
    if (ids === null) ids = [id];
    else ids.push(id);
  }
  return ids ?? nobody;
}

/** For display only: the verdict is taken from the counts. */
function percent(count: number, people: number): number {
  return Math.floor((count * 100) / people);
}
