import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { decidingFacts } from '../rules/deciding.ts';
import { nearestChanges } from '../rules/nearest.ts';
import { byPaperPoints, type PaperClass } from '../rules/points.ts';
import { standardOf } from '../rules/register.ts';
import type { Answers } from '../survey/answer.ts';
import { membersOf, nameOf } from '../survey/answer.ts';
import { householdOf } from './facts.ts';
import type { StoredAssessment } from './reading.ts';

export { isLine } from '../rules/compare.ts';
export { contradicts } from '../rules/points.ts';

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
  const changes = nearestChanges(household, standard, listYear, on).map(({ by, category, kind }) => {
    const direction = by > 0 ? 'more' : 'less';
    const phrase = say(`rules.category.${category}`);
    return kind === 'income'
      ? say(`desk.nearest-income-${direction}`, { category: { phrase }, amount: { money: Math.abs(by) } })
      : say(`desk.nearest-count-${direction}`, { category: { phrase }, count: Math.abs(by) });
  });
  const names = facts.map(({ fact }) => factName(fact, answers));
  return [
    ...(names.length === 0 ? [] : [say('desk.ask-first', { lines: { lines: names } })]),
    ...(changes.length === 0 ? [] : [say('desk.nearest', { lines: { lines: changes } })]),
  ];
}

/** The class that the points on a paper form give by the thresholds of a standard; null where those are not known. */
export function paperClass(
  { on, standard }: StoredAssessment,
  answers: Answers,
  paper: { readonly b1: number; readonly b2: number },
): PaperClass | null {
  return byPaperPoints(standardOf(standard), householdOf(answers, on).area, paper);
}

/** A fact by the name of the question that asks for it, with the member's name where it is about one. */
function factName(fact: string, answers: Answers): Phrase {
  const [part = '', id = '', own] = fact.split('.');
  const member = part === 'members' ? membersOf(answers).find((each) => each.id === id) : undefined;
  const name = say(`survey.${questionOf(part, id, own)}.name`);
  return member === undefined ? name : say('desk.fact-of', { name: { phrase: name }, who: nameOf(member) });
}

function questionOf(part: string, id: string, own: string | undefined): string {
  if (part === 'income') return `income-${id}`;
  return own === undefined ? (homeQuestions[part] ?? part) : (memberQuestions[own] ?? 'members');
}

const homeQuestions: Readonly<Record<string, string>> = { floorArea: 'floor-area' };

const memberQuestions: Readonly<Record<string, string>> = {
  age: 'members',
  withoutSecureWork: 'work',
  socialAllowance: 'allowance',
  undernourished: 'nutrition',
  healthInsurance: 'insurance',
  learningOrQualified: 'learning',
  atSchool: 'school',
};
