import { memberGap } from '../survey/member-gap.ts';
import { questionOf } from '../survey/question.ts';
import type { Step } from './desk.ts';
import { scratch } from './scratch.ts';
import type { Subject } from './subject.ts';

type ValueStep = Extract<Step, { kind: 'value' }>;

/** The argument of a button that tells a right value: bound to its question, and within it to what was being asked. */
export function valueArg(value: string, step: ValueStep, subject: Subject): string {
  return `${boundTo(step, subject)}${value}`;
}

/** The value that such a button tells at this step; null for a button of another question. */
export function valueIn(arg: string, step: ValueStep, subject: Subject): string | null {
  const bound = boundTo(step, subject);
  return arg.startsWith(bound) ? arg.slice(bound.length) : null;
}

function boundTo(step: ValueStep, subject: Subject): string {
  return `${step.question}.${halfSaid(step, subject)}.`;
}

/** One question asks several things in turn: of an amount its period, of each member the birth. */
function halfSaid(step: ValueStep, subject: Subject): string {
  const { draft } = step;
  if (draft?.kind === 'money') return draft.amount.toString(36);
  if (draft?.kind === 'meant' && draft.answer.kind === 'count') return `is-${draft.answer.value}`;
  if (draft?.kind === 'birth') return `${draft.member}-${draft.age}`;
  const question = questionOf(subject.context.survey, step.question);
  if (question.kind !== 'members') return '';
  return memberGap(question.borders, scratch(step, subject))?.member.id ?? '';
}
