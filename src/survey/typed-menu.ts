import { z } from 'zod';
import { decodeButton } from '../button.ts';
import { type Message, type Pick, pickSchema } from '../decision.ts';

/** What a message offers beside answers of a question, so that it can be typed where there are no buttons. */
export const typedMenuSchema = z.object({
  options: z.array(pickSchema).readonly(),
  actions: z.array(pickSchema).readonly(),
});
export type TypedMenu = Readonly<z.infer<typeof typedMenuSchema>>;

/** The menu of a message; null for none. Of one that was not asked for nothing is taken by its number. */
export function menuOf({ actions, options }: Message, isAsked: boolean): TypedMenu | null {
  // Numbers count what stands on the screen, so options are kept only when they all are of this kind.
  const menu = { options: isAsked && options.every(isMenu) ? options : [], actions: actions.filter(isMenu) };
  return menu.options.length + menu.actions.length > 0 ? menu : null;
}

/** Answers of a question are heard by the question, and what stands on a desk by the desk, as they are at that moment. */
function isMenu(pick: Pick): boolean {
  const button = decodeButton(pick.data);
  if (button === null) return false;
  return button.kind === 'desk' ? button.act === 'open' : button.kind !== 'answer' && button.kind !== 'act';
}
