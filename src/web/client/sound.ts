import { element } from './element.ts';
import type { Page } from './page.ts';

/** The types in which a line can be heard, the small one first; not every phone knows it. */
const types = { ogg: 'audio/ogg; codecs=opus', wav: 'audio/wav' };

/** The place of a player above a bubble's text; nothing is fetched before somebody wants to hear it. */
export const makeSound = ({ base, texts }: Page) => {
  const box = element('div', 'sound');
  box.hidden = true;
  let shown: number | undefined;
  return {
    box,
    show(change: number | undefined): void {
      if (change === shown) return;
      shown = change;
      box.hidden = change === undefined;
      if (change === undefined) return box.replaceChildren();
      const player = element('audio', '');
      player.controls = true;
      player.preload = 'none';
      player.setAttribute('aria-label', texts.listen);
      for (const [name, type] of Object.entries(types)) {
        const source = element('source', '');
        source.src = `${base}/speech/${change}.${name}`;
        source.type = type;
        player.append(source);
      }
      box.replaceChildren(player);
    },
  };
};
