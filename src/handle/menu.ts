import { z } from 'zod';
import { type Button, decodeButton } from '../button.ts';
import { type Message, messageSchema, type Phrase, type Pick } from '../decision.ts';
import { choose } from '../input/choose.ts';
import { isExactly } from '../input/is-said.ts';
import { savePerson } from '../store/people.ts';
import type { Sealed } from '../store/seal.ts';
import { seal, unseal } from '../store/seal.ts';
import { isAsking } from '../survey/person.ts';
import type { Reply, Turn } from './turn.ts';

const menuSchema = z.object({ shown: z.number(), message: messageSchema });
type Words = (phrase: Phrase) => readonly string[];

/**
 * Remembers what the last message to the speaker offered beside answers of a question, so that it can be typed; most
 * offer nothing of the kind, which needs no writing where nothing was remembered when the update began.
 */
export async function keepMenu(
  turn: Turn,
  reply: Reply,
  queued: readonly number[],
  isFirst: boolean,
): Promise<void> {
  // Messages to the speaker are queued in their order, before those to others of the same reply.
  const at = reply.messages.findLastIndex((each) => each.to === 'self');
  const last = reply.messages[at]?.message;
  const shown = queued[at];
  if (last === undefined || shown === undefined || !isAsking(last)) return;
  const { options, actions } = last;
  // Numbers count what stands on the screen, so options are kept only when they all are of this kind.
  const kept = options.every(isMenu) ? options : [];
  const menu: Message = { kind: last.kind, parts: [], options: kept, actions: actions.filter(isMenu) };
  if (menu.options.length + menu.actions.length > 0)
    return savePerson(turn.q, turn.speaker.id, { menu: seal({ shown, message: menu }) });
  if (!isFirst || turn.speaker.menu !== null) await savePerson(turn.q, turn.speaker.id, { menu: null });
}

/** What a typed text picked of that menu: an option by its number or words, an action by its words; null for neither. */
export function pickedInWords(
  menu: Sealed | null,
  shown: number | null,
  typed: string,
  words: Words,
): Button | null {
  if (menu === null) return null;
  const kept = unseal(menu, menuSchema);
  // Something else came in since: what is typed is about that.
  if (kept.shown !== shown) return null;
  const { options, actions } = kept.message;
  const action = actions.find((pick) => isExactly(typed, words(pick.phrase)));
  if (action !== undefined) return decodeButton(action.data);
  if (options.length === 0) return null;
  const chosen = choose(
    typed,
    options.map((pick) => ({ value: pick.data, words: words(pick.phrase) })),
  );
  return chosen.kind === 'chosen' ? decodeButton(chosen.value) : null;
}

/** Answers of a question are heard by the question, and what stands on a desk by the desk, as they are at that moment. */
function isMenu(pick: Pick): boolean {
  const button = decodeButton(pick.data);
  if (button === null) return false;
  return button.kind === 'desk' ? button.act === 'open' : button.kind !== 'answer' && button.kind !== 'act';
}
