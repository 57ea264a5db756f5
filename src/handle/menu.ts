import { type Button, decodeButton } from '../button.ts';
import type { Phrase } from '../decision.ts';
import { choose } from '../input/choose.ts';
import { isExactly } from '../input/is-said.ts';
import type { Speaker } from '../store/people.ts';
import { type Sealed, unseal } from '../store/seal.ts';
import { typedMenuSchema } from '../survey/typed-menu.ts';

type Words = (phrase: Phrase) => readonly string[];

/**
 * What a typed text picks of what stands on the screen: of what was told last unasked, else of what was asked last. An
 * option by its number or words, an action by its words; null for neither.
 */
export function pickedInWords({ askedMenu, toldMenu }: Speaker, typed: string, words: Words): Button | null {
  return pickedOf(toldMenu, typed, words) ?? pickedOf(askedMenu, typed, words);
}

function pickedOf(menu: Sealed | null, typed: string, words: Words): Button | null {
  if (menu === null) return null;
  const { actions, options } = unseal(menu, typedMenuSchema);
  const action = actions.find((pick) => isExactly(typed, words(pick.phrase)));
  if (action !== undefined) return decodeButton(action.data);
  if (options.length === 0) return null;
  const chosen = choose(
    typed,
    options.map((pick) => ({ value: pick.data, words: words(pick.phrase) })),
  );
  return chosen.kind === 'chosen' ? decodeButton(chosen.value) : null;
}
