import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { decidingFacts } from '../rules/deciding.ts';
import { nearestChanges } from '../rules/nearest.ts';
import { standardOf } from '../rules/register.ts';
import type { Answers } from '../survey/answer.ts';
import { membersOf, nameOf } from '../survey/answer.ts';
import { householdOf } from './facts.ts';
import type { StoredAssessment } from './reading.ts';

/** As many as one can ask on one visit. */
const mostFacts = 3;

/**
 * What deserves a second look: while the class is open the facts that decide most, in the words of their questions; once
 * it is settled the nearest changes that would give another class.
 */
export function secondLook(
  { listYear, on, standard: id }: StoredAssessment,
  answers: Answers,
): readonly Phrase[] {
  const standard = standardOf(id);
  const household = householdOf(answers, on);
  const facts = decidingFacts(household, standard, listYear, on).slice(0, mostFacts);
  const changes = nearestChanges(household, standard, listYear, on).map(({ by, kind, possible }) => {
    const direction = by > 0 ? 'more' : 'less';
    const categories = { either: possible.map((category) => say(`rules.category.${category}`)) };
    return kind === 'income'
      ? say(`desk.nearest-income-${direction}`, { categories, amount: { money: Math.abs(by) } })
      : say(`desk.nearest-count-${direction}`, { categories, count: Math.abs(by) });
  });
  const names = facts.map(({ fact }) => factName(fact, answers));
  return [
    ...(names.length === 0 ? [] : [say('desk.ask-first', { lines: { lines: names } })]),
    ...(changes.length === 0 ? [] : [say('desk.nearest', { lines: { lines: changes } })]),
  ];
}

/** A fact as a head would ask for it: one of a member in words of its own, any other by its question. */
function factName(fact: string, answers: Answers): Phrase {
  const [part = '', id = '', own] = fact.split('.');
  const member = part === 'members' ? membersOf(answers).find((each) => each.id === id) : undefined;
  const asked = memberFacts.find((each) => each === own);
  if (member !== undefined && asked !== undefined) return say(`desk.fact.${asked}`, { who: nameOf(member) });
  return say(`survey.${questionOf(part, id)}.name`);
}

function questionOf(part: string, id: string): string {
  return part === 'income' ? `income-${id}` : (homeQuestions[part] ?? part);
}

const homeQuestions: Readonly<Record<string, string>> = { floorArea: 'floor-area' };

/** What the interview asks of a member. */
export const memberFacts = [
  'age',
  'withoutSecureWork',
  'socialAllowance',
  'undernourished',
  'healthInsurance',
  'learningOrQualified',
  'atSchool',
] as const;
