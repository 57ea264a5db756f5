import type { Message } from '../decision.ts';
import { say } from '../decision.ts';
import { own } from '../survey/own.ts';

/**
 * Reminds a household that it stopped half-way. Phones show it to whoever stands by, so there is nothing of the household
 * in it. Both choices are taken in words, never by number: a number that is typed is about what stood there before.
 */
export function reminder(subject: { readonly case: number }): Message {
  return {
    kind: 'reminder',
    parts: [say('talk.reminder')],
    options: [],
    actions: [own(subject, 'resume'), own(subject, 'no-reminders')],
  };
}

/** A household is reminded no more, and loses nothing by it. */
export function remindersOff(subject: { readonly case: number }): Message {
  return {
    kind: 'reminders-off',
    parts: [say('talk.reminders-off')],
    options: [],
    actions: [own(subject, 'resume')],
  };
}
