import { say } from '../decision.ts';
import type { Answers } from '../survey/answer.ts';
import type { Outcome } from '../survey/question.ts';
import { readingOf } from './reading.ts';
import { toldReadings } from './told.ts';

/** What a complete household is told, and the reading that goes to the head with its answers. */
export function atEnd(answers: Answers, on: string, listYear: number): Outcome {
  const reading = readingOf(answers, on, listYear);
  const told = [...toldReadings(reading.assessments, answers, 'first'), say('told.provisional')];
  return { told, reading };
}
