import { encodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';

/** The way to somebody to speak to. */
export const toPerson: Pick = {
  phrase: say('acts.person'),
  data: encodeButton({ kind: 'menu', act: 'person', arg: '' }),
};

/** A message after which people get no further by themselves: it leads to somebody to speak to. */
export function deadEnd(kind: string, ...parts: readonly Phrase[]): Message {
  return { kind, parts, options: [], actions: [toPerson] };
}

/** Does it ask for something, beside showing the way to a person? What is typed later is about the latest that does. */
export function isAsking({ options, actions }: Message): boolean {
  return options.length > 0 || actions.some(({ data }) => data !== toPerson.data);
}
