import { choose } from '../input/choose.ts';
import { parseYesNo } from '../input/yes-no.ts';
import type { Answer } from './answer.ts';
import type { Context } from './context.ts';
import { answered, type Heard } from './heard.ts';
import type { Interview } from './interview.ts';
import { type Offer, typed } from './options.ts';
import type { Question } from './question.ts';

/** What was read out of other words is said again, and counts only when the household says yes to it. */
export function meant(answer: Answer): Heard {
  return { kind: 'draft', draft: { kind: 'meant', answer } };
}

/** What is typed while something is said again: yes, no, or null for a text that says neither. */
export function hearMeant(
  question: Question,
  text: string,
  offered: readonly Offer[],
  interview: Interview,
  context: Context,
): Heard | null {
  if (interview.draft?.kind !== 'meant') return null;
  const said = parseYesNo(text);
  const chosen = choose(text, typed(offered, context));
  const value = said === 'yes' || said === 'no' ? said : chosen.kind === 'chosen' ? chosen.value : '';
  return pressMeant(question, value, interview);
}

/** The same, pressed; null while nothing is said again. */
export function pressMeant(question: Question, value: string, { draft }: Interview): Heard | null {
  if (draft?.kind !== 'meant') return null;
  if (value === 'yes') return answered(draft.answer);
  return value === 'no' ? { kind: 'change', questions: [question.id] } : null;
}
