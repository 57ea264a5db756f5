import { encodeButton } from '../button.ts';
import { type Message, type Phrase, say } from '../decision.ts';
import type { Reader, Reading } from '../record/entry.ts';
import { toPerson } from '../survey/person.ts';
import { menu } from './notices.ts';

/** Who was shown something of a household's case on a day (Vietnam's), as what, why and how often. */
export type ReaderLine = {
  readonly as: Reader;
  /** Told of heads alone, whom the household knows; null where it is not known. */
  readonly name: string | null;
  readonly why: Reading;
  readonly day: string;
  readonly times: number;
};

const atOnce = 8;

/** Who has read the case of the one who asks, newest first, so many lines at once; `from` is how many came before. */
export function readersMessage(caseId: number, readers: readonly ReaderLine[], from: number): Message {
  if (readers.length === 0)
    return {
      kind: 'readers',
      parts: [say('readers.none', { case: caseId }), say('readers.lists')],
      options: [],
      actions: [menu('status'), toPerson],
    };
  const first = from < readers.length ? from : 0;
  const page = readers.slice(first, first + atOnce);
  const next = first + page.length;
  return {
    kind: 'readers',
    parts: [
      say('readers.title', { case: caseId, lines: { lines: page.map(linePhrase) } }),
      ...(readers.length > atOnce
        ? [say('readers.page', { first: first + 1, last: next, count: readers.length })]
        : []),
      ...(first === 0 ? [say('readers.lists')] : []),
    ],
    options: [],
    actions: [...(next < readers.length ? [more(next)] : []), menu('status'), toPerson],
  };
}

function more(next: number) {
  const data = encodeButton({ kind: 'menu', act: 'readers', arg: String(next) });
  return { phrase: say('readers.more'), data };
}

function linePhrase({ as, day: on, name, times: count, why: purpose }: ReaderLine): Phrase {
  const day = { day: on };
  const who = {
    phrase: as === 'head' && name !== null ? say('readers.head-named', { name }) : say(`readers.as.${as}`),
  };
  const why = { phrase: say(`readers.why.${purpose}`) };
  return count === 1
    ? say('readers.line', { day, who, why })
    : say('readers.line-times', { day, who, why, count });
}
