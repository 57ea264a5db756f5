import { isExactly } from '../input/is-said.ts';
import { parseCount } from '../input/number.ts';
import { card } from './card.ts';
import type { Subject } from './subject.ts';

/** Could this be a choice on the card of that case, by its number or by its very words? */
export function isOnCard(text: string, subject: Subject): boolean {
  const { actions, options } = card(subject, []);
  if (parseCount(text, { min: 1, max: options.length }).kind === 'number') return true;
  return isExactly(
    text,
    [...options, ...actions].flatMap(({ phrase }) => subject.context.words(phrase)),
  );
}
