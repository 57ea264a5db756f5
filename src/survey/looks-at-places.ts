import type { InterviewCommand } from './command.ts';
import type { Interview } from './interview.ts';
import type { Question, Survey } from './question.ts';
import { walk } from './walk.ts';

/** May what is decided look at the places there are? They may be many, so they are only read where one is asked for, or may be. */
export function looksAtPlaces(command: InterviewCommand, interview: Interview, survey: Survey): boolean {
  const asked = survey.questions.filter(({ kind }) => kind === 'place');
  if (asked.length === 0) return false;
  return asked.some((question) => isOpen(question, interview)) || mayOpenAgain(command, interview, survey);
}

function isOpen({ id }: Question, { answers, returned, editing }: Interview): boolean {
  return answers[id] === undefined || id in returned || editing === id;
}

/** To go back, to choose what to change, or to say that what was read back is not right opens an earlier question. */
function mayOpenAgain(command: InterviewCommand, interview: Interview, survey: Survey): boolean {
  if (command.kind === 'edit' || command.kind === 'back') return true;
  if (command.kind === 'act' && command.act === 'back') return true;
  return walk(survey, interview).open?.kind === 'confirm';
}
