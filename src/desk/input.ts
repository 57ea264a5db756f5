import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { chooseMany } from '../input/choose.ts';
import { type Cause, causes } from '../review/cause.ts';
import type { Answer } from '../survey/answer.ts';
import { type Context, lookAt } from '../survey/context.ts';
import { hear } from '../survey/hear.ts';
import type { Heard } from '../survey/heard.ts';
import { press } from '../survey/press.ts';
import { questionOf } from '../survey/question.ts';
import { isComplete } from '../survey/walk.ts';
import type { Step } from './desk.ts';
import { scratch } from './scratch.ts';
import type { Subject } from './subject.ts';

type ValueStep = Extract<Step, { kind: 'value' }>;
type CausesStep = Extract<Step, { kind: 'causes' }>;

/** What a head's corrected value came to: whole, half told, or refused with what would be right. */
export type ValueHeard =
  | { readonly kind: 'whole'; readonly answer: Answer }
  | { readonly kind: 'partial'; readonly step: ValueStep }
  | { readonly kind: 'refused'; readonly why: Phrase };

/** Hears the right value of an answer, typed or pressed, as the household's own question would. */
export function hearValue(
  said: string | { readonly value: string },
  step: ValueStep,
  subject: Subject,
): ValueHeard {
  const question = questionOf(subject.context.survey, step.question);
  const interview = scratch(step, subject);
  const heard: Heard =
    typeof said === 'string'
      ? hear(question, said, interview, subject.context)
      : press(question, said.value, interview, subject.context);
  switch (heard.kind) {
    case 'answer': {
      // A list is corrected whole: what is not clear in it is not left out.
      if (heard.notes !== undefined) return { kind: 'refused', why: say('refused.member-not-a-person') };
      const look = lookAt({
        ...interview,
        answers: { ...interview.answers, [question.id]: heard.answer },
      });
      return isComplete(question, heard.answer, look)
        ? { kind: 'whole', answer: heard.answer }
        : { kind: 'partial', step: { ...step, partial: heard.answer, draft: null } };
    }
    case 'draft':
      return { kind: 'partial', step: { ...step, draft: heard.draft } };
    case 'refused':
      return { kind: 'refused', why: say(`refused.${heard.why}`, heard.params) };
    case 'change':
      return { kind: 'partial', step: { ...step, draft: null } };
    default:
      return heard satisfies never;
  }
}

/** Ticks a cause, or takes the tick away. */
export function toggleCause(step: CausesStep, value: string): CausesStep {
  const wanted = (cause: (typeof causes)[number]) => (cause === value) !== step.picked.includes(cause);
  return { kind: 'causes', picked: causes.filter(wanted) };
}

/** Causes as they are typed, "3, 7" or in words: all of them at once; null when they are not clear. */
export function namedCauses(text: string, context: Context): readonly Cause[] | null {
  const offered = causes.map((cause) => ({ value: cause, words: context.words(say(`desk.cause.${cause}`)) }));
  const chosen = chooseMany(text, offered);
  return chosen.kind === 'chosen' ? causes.filter((cause) => chosen.values.includes(cause)) : null;
}
