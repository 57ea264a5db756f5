import type { Answer } from './answer.ts';
import { lookAt } from './context.ts';
import type { Interview } from './interview.ts';
import { gapIn } from './member-gap.ts';
import { isTelling, type Look, type Question, type QuestionId, type Survey } from './question.ts';

/** Where an interview is: the questions on its way, and the one that is open (null: all are answered). */
export type Walk = { readonly path: readonly Question[]; readonly open: Question | null };

/**
 * Walks the survey anew from its first question. Answers off the way stay stored and are simply not reached,
 * so going back and changing an answer cost nothing.
 */
export function walk(survey: Survey, interview: Interview): Walk {
  const look = lookAt(interview);
  const path = survey.questions.filter((question) => question.askIf?.(look) ?? true);
  const open = path.find((question) => isOpen(question, interview, look)) ?? null;
  const edited = interview.editing === null ? undefined : path.find((each) => each.id === interview.editing);
  return { path, open: edited ?? open };
}

/** The questions that were asked before this one, nearest last. */
export function before(path: readonly Question[], id: QuestionId): readonly Question[] {
  const at = path.findIndex((question) => question.id === id);
  return at < 0 ? path : path.slice(0, at);
}

function isOpen(question: Question, interview: Interview, look: Look): boolean {
  if (question.id in interview.returned) return true;
  const answer = interview.answers[question.id];
  return answer === undefined || !isComplete(question, answer, look);
}

/** Does the answer still say all that its question asks today? */
export function isComplete(question: Question, answer: Answer, look: Look): boolean {
  if (answer.kind === 'unknown') return true;
  switch (question.kind) {
    case 'ticks':
      return (
        answer.kind === 'ticks' && question.ticks(look).every((tick) => answer.asked.includes(tick.value))
      );
    case 'members':
      return (
        answer.kind === 'members' && answer.done && gapIn(answer.members, question.borders, look.on) === null
      );
    case 'confirm':
      return answer.kind === 'confirmed' && answer.digest === question.reads(look).digest;
    case 'choice':
      return answer.kind === 'choice' && (question.id !== 'consent' || answer.value === 'yes');
    case 'count':
    case 'money':
    case 'place':
    case 'text':
      return true;
    default:
      return question satisfies never;
  }
}

/** The answer that can be kept as it is: its question was opened again, by the household or its head, and it still says all. */
export function keepable(question: Question, interview: Interview): Answer | null {
  const answer = interview.answers[question.id];
  const isAgain = interview.editing === question.id || question.id in interview.returned;
  return isAgain && answer !== undefined && isComplete(question, answer, lookAt(interview)) ? answer : null;
}

/** What was answered anew and is the head's business: what tells something of the household, and the zone. */
export function changedFacts(interview: Interview, survey: Survey): readonly QuestionId[] {
  const counts = survey.questions.filter((question) => isTelling(question) || question.kind === 'place');
  return interview.changed.filter((id) => counts.some((question) => question.id === id));
}
