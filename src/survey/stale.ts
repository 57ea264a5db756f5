import { encodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { askAgain } from './ask.ts';
import type { Context } from './context.ts';
import type { Interview } from './interview.ts';
import { own } from './own.ts';
import type { Question } from './question.ts';
import { showAnswer } from './show.ts';
import { walk } from './walk.ts';

/** An old button was pressed: it changes nothing, says so, and shows the way to change that answer. */
export function staleAnswer(id: string, interview: Interview, context: Context): Message {
  const { path, open } = walk(context.survey, interview);
  const question = path.find((each) => each.id === id);
  const answer = interview.answers[id];
  if (question === undefined || answer === undefined)
    return stale(open, say('chat.stale'), [], interview, context);
  const name = { phrase: say(`survey.${id}.name`) };
  const told = say('chat.stale-answered', {
    name,
    answer: { phrase: showAnswer(question, answer, interview.answers) },
  });
  const change = {
    phrase: say('acts.change', { name }),
    data: encodeButton({ kind: 'edit', case: context.case, question: id }),
  };
  return stale(open, told, id === 'consent' ? [] : [change], interview, context);
}

/** What is open is asked again, with another choice below. */
function stale(
  open: Question | null,
  told: Phrase,
  beside: readonly Pick[],
  interview: Interview,
  context: Context,
): Message {
  if (open === null) return { kind: 'stale', parts: [told], options: [], actions: beside };
  const again = askAgain(open, interview, context, [told]);
  return { ...again, kind: 'stale', actions: [...again.actions, ...beside] };
}

/** An old button about the whole case was pressed: it changes nothing, and the way to what it was about is shown. */
export function staleOwn(subject: { readonly case: number }, act: string): Message {
  return { kind: 'stale', parts: [say('chat.stale')], options: [], actions: [own(subject, act)] };
}
