import { encodeButton } from '../button.ts';
import type { Message } from '../decision.ts';
import { say } from '../decision.ts';
import { ask } from './ask.ts';
import type { Context } from './context.ts';
import type { Interview } from './interview.ts';
import { own } from './own.ts';
import { showAnswer } from './show.ts';
import { walk } from './walk.ts';

/** An old button was pressed: it changes nothing, says so, and shows the way to change that answer. */
export function staleAnswer(id: string, interview: Interview, context: Context): Message {
  const { path, open } = walk(context.survey, interview);
  const question = path.find((each) => each.id === id);
  const answer = interview.answers[id];
  const told =
    question === undefined || answer === undefined
      ? say('chat.stale')
      : say('chat.stale-answered', {
          name: { phrase: say(`survey.${id}.name`) },
          answer: { phrase: showAnswer(question, answer, interview.answers) },
        });
  const change = {
    phrase: say('acts.change', { name: { phrase: say(`survey.${id}.name`) } }),
    data: encodeButton({ kind: 'edit', case: context.case, question: id }),
  };
  if (question === undefined || answer === undefined || id === 'consent') {
    return open === null
      ? { kind: 'stale', parts: [told], options: [], actions: [] }
      : { ...ask(open, interview, context, [told]), kind: 'stale' };
  }
  if (open === null) return { kind: 'stale', parts: [told], options: [], actions: [change] };
  const again = ask(open, interview, context, [told]);
  return { ...again, kind: 'stale', actions: [...again.actions, change] };
}

/** An old button about the whole case was pressed: it changes nothing, and the way to what it was about is shown. */
export function staleOwn(subject: { readonly case: number }, act: string): Message {
  return { kind: 'stale', parts: [say('chat.stale')], options: [], actions: [own(subject, act)] };
}
