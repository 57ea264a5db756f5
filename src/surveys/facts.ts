import type { Fact, Household, IncomeSource, Member } from '../rules/household.ts';
import {
  columnMaterials,
  devices,
  latrines,
  roofMaterials,
  wallMaterials,
  waterSources,
} from '../rules/values.ts';
import type { Answer, Answers, ToldMember } from '../survey/answer.ts';
import { membersOf, placeOf } from '../survey/answer.ts';
import { ageOf } from '../survey/member-gap.ts';
import { concerns } from './concerns.ts';

/** The household that the rules read, made from what was answered. What was not asked or not known is `unknown`. */
export function householdOf(answers: Answers, on: string): Household {
  return {
    area: placeOf(answers)?.area ?? 'urban',
    members: membersOf(answers).map((member) => memberOf(member, answers, on)),
    walls: chosen(answers['walls'], wallMaterials),
    columns: chosen(answers['columns'], columnMaterials),
    roof: chosen(answers['roof'], roofMaterials),
    floorArea: countOf(answers['floor-area']),
    water: chosen(answers['water'], waterSources),
    latrine: chosen(answers['latrine'], latrines),
    internet: yesOf(answers['internet']),
    devices: listOf(answers['devices'], devices),
    income: {
      wages: incomeOf(answers, 'wages'),
      farm: incomeOf(answers, 'farm'),
      business: incomeOf(answers, 'business'),
      allowances: incomeOf(answers, 'allowances'),
      remittances: incomeOf(answers, 'remittances'),
    },
  };
}

function memberOf(member: ToldMember, answers: Answers, on: string): Member {
  const age = ageOf(member, on);
  const unknownAge = member.birth === undefined || member.birth.kind === 'unknown';
  return {
    id: member.id,
    age: unknownAge ? 'unknown' : age,
    // Of somebody who is surely not of an age to be asked it is a plain "no", whatever was said before.
    withoutSecureWork: concerns.work(age) ? ticked(answers['work'], member.id) : false,
    socialAllowance: concerns.allowance(age) ? ticked(answers['allowance'], member.id) : false,
    undernourished: ticked(answers['nutrition'], member.id),
    healthInsurance: not(ticked(answers['insurance'], member.id)),
    learningOrQualified: not(ticked(answers['learning'], member.id)),
    atSchool: not(ticked(answers['school'], member.id)),
  };
}

function ticked(answer: Answer | undefined, member: string): Fact<boolean> {
  if (answer?.kind !== 'ticks' || !answer.asked.includes(member)) return 'unknown';
  return answer.picked.includes(member);
}

function not(fact: Fact<boolean>): Fact<boolean> {
  return fact === 'unknown' ? 'unknown' : !fact;
}

function chosen<T extends string>(answer: Answer | undefined, values: readonly T[]): Fact<T> {
  if (answer?.kind !== 'choice') return 'unknown';
  return values.find((value) => value === answer.value) ?? 'unknown';
}

function listOf<T extends string>(answer: Answer | undefined, values: readonly T[]): Fact<readonly T[]> {
  return answer?.kind === 'ticks' ? values.filter((value) => answer.picked.includes(value)) : 'unknown';
}

function countOf(answer: Answer | undefined): Fact<number> {
  return answer?.kind === 'count' ? answer.value : 'unknown';
}

function yesOf(answer: Answer | undefined): Fact<boolean> {
  return answer?.kind === 'choice' ? answer.value === 'yes' : 'unknown';
}

function incomeOf(answers: Answers, source: IncomeSource): Fact<number> {
  const sources = answers['income'];
  if (sources?.kind !== 'ticks') return 'unknown';
  if (!sources.picked.includes(source)) return 0;
  const amount = answers[`income-${source}`];
  return amount?.kind === 'money' ? amount.yearly : 'unknown';
}
