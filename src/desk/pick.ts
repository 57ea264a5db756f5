import { encodeButton } from '../button.ts';
import type { Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import type { Subject } from './subject.ts';

/** A choice on a head's desk, bound to the case and to what the card showed. */
export function pick(subject: Subject, act: string, arg = '', phrase: Phrase = say(`desk.act.${act}`)): Pick {
  const data = encodeButton({
    kind: 'desk',
    case: subject.context.case,
    revision: subject.review.revision,
    act,
    arg,
  });
  return { phrase, data };
}
