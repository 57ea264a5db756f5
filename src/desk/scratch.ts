import type { Interview } from '../survey/interview.ts';
import type { Step } from './desk.ts';
import type { Subject } from './subject.ts';
import { effectiveAnswers } from './subject.ts';

/** The interview as the corrected value is told into it: the head answers the same question with the same words. */
export function scratch(step: Extract<Step, { kind: 'value' }>, subject: Subject): Interview {
  const answers = effectiveAnswers(subject);
  return {
    ...subject.interview,
    answers: step.partial === null ? answers : { ...answers, [step.question]: step.partial },
    editing: step.question,
    draft: step.draft,
    returned: {},
  };
}
