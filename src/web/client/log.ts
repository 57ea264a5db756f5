import { type Drawn, draw, type Pressing } from './bubble.ts';
import type { Item } from './items.ts';
import type { Page } from './page.ts';

/** Keeps the drawn log in step with the items; what stays is changed in place. */
export const makeLog = (box: HTMLElement, page: Page, pressing: Pressing) => {
  const drawn = new Map<string, Drawn>();
  return {
    show(items: readonly Item[]): void {
      const focused = document.activeElement;
      const hadFocus = focused instanceof HTMLElement && box.contains(focused) && focused !== box;
      const names = new Set(items.map((item) => item.name));
      for (const [name, gone] of drawn) {
        if (names.has(name)) continue;
        gone.box.remove();
        drawn.delete(name);
      }
      items.forEach((item, at) => {
        const here = drawn.get(item.name);
        here?.show(item);
        const it = here ?? draw(item, page, pressing);
        drawn.set(item.name, it);
        if (box.children[at] !== it.box) box.insertBefore(it.box, box.children[at] ?? null);
      });
      // An answered question loses its buttons; who was on one goes on at the newest message, not at the page's top.
      if (hadFocus && !isShown(focused)) lastBubble(box)?.focus({ preventScroll: true });
    },
  };
};

const isShown = (one: HTMLElement): boolean => one.isConnected && one.closest('[hidden]') === null;

const lastBubble = (box: HTMLElement): HTMLElement | undefined => {
  const last = box.lastElementChild;
  return last instanceof HTMLElement ? last : undefined;
};
