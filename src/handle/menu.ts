import type { z } from 'zod';
import { type Button, decodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { messageSchema } from '../decision.ts';
import { choose } from '../input/choose.ts';
import { fold } from '../input/fold.ts';
import { savePerson } from '../store/people.ts';
import type { Sealed } from '../store/seal.ts';
import { seal, unseal } from '../store/seal.ts';
import type { Reply, Turn } from './turn.ts';

const menuSchema: z.ZodType<Message> = messageSchema;
type Words = (phrase: Phrase) => readonly string[];

/** Remembers what the last message to the speaker offered beside answers of a question, so that it can be typed. */
export async function keepMenu(turn: Turn, reply: Reply): Promise<void> {
  const own = reply.messages.filter((each) => each.to === 'self');
  const last = own[own.length - 1]?.message;
  if (last === undefined) return;
  const { options, actions } = last;
  // Numbers count what stands on the screen, so options are kept only when they all are of this kind.
  const kept = options.every(isMenu) ? options : [];
  const menu: Message = { kind: last.kind, parts: [], options: kept, actions: actions.filter(isMenu) };
  await savePerson(turn.q, turn.speaker.id, { menu: seal(menu) });
}

/** What a typed text picked of that menu: an option by its number or words, an action by its words; null for neither. */
export function pickedInWords(menu: Sealed | null, typed: string, words: Words): Button | null {
  if (menu === null) return null;
  const { options, actions } = unseal(menu, menuSchema);
  const action = actions.find((pick) => words(pick.phrase).some((word) => fold(word) === fold(typed)));
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
