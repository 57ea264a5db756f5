import type { Message } from '../decision.ts';
import { say } from '../decision.ts';
import { own } from './own.ts';

/** The kind of the question whether to withdraw; its "yes" counts only while it stands last. */
export const sureKind = 'sure';

/** Asks whether the case is really to be withdrawn. */
export function askSure(context: { readonly case: number }): Message {
  return {
    kind: sureKind,
    parts: [say('chat.withdraw-sure')],
    options: [own(context, 'withdraw-sure'), own(context, 'keep')],
    actions: [],
  };
}
