import type { Picture } from '../decision.ts';
import { say } from '../decision.ts';
import type { Question } from './question.ts';

/** The drawings of what a question offers; null when it has none. */
export function pictureOf(question: Question): Picture | null {
  if (question.kind !== 'choice' || question.isDrawn !== true) return null;
  return {
    sheet: question.id,
    drawings: question.options.map((value) => `${question.id}-${value}`),
    alt: say(`survey.${question.id}.picture`),
  };
}
