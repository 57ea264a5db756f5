import type { Decision, Phrase } from '../decision.ts';
import { say, toSelf } from '../decision.ts';
import type { Context } from './context.ts';
import type { InterviewEvent } from './event.ts';
import type { Interview } from './interview.ts';
import { isKnownHere } from './interview.ts';
import { own } from './own.ts';
import { changedFacts } from './walk.ts';

/** Hands a complete interview to the head of its zone, and tells the household what its answers say. */
export function sendOff(
  interview: Interview,
  context: Context,
  lead: readonly Phrase[],
): Decision<InterviewEvent> {
  const { told, reading } = context.survey.atEnd(interview.answers, interview.on, interview.listYear);
  const again = isKnownHere(interview);
  const changed = again ? [...changedFacts(interview, context.survey)] : [];
  const sent: InterviewEvent = { type: 'Sent', again, changed, reading };
  const first = say(again ? 'chat.sent-again' : 'chat.sent');
  return {
    events: [sent],
    messages: toSelf({
      kind: 'outcome',
      parts: [...lead, first, ...told],
      options: [],
      actions: [own(context, 'status'), own(context, 'edit'), own(context, 'withdraw')],
    }),
  };
}
