import { chartImage } from './chart.ts';
import { makeChoices } from './choices.ts';
import { dayLabel, timeOf } from './clock.ts';
import { element, writeText } from './element.ts';
import type { Item } from './items.ts';
import type { Choice } from './line.ts';
import type { Page } from './page.ts';
import { makeSound } from './sound.ts';

/** What a bubble's buttons need from outside. */
export type Pressing = {
  press(lineId: number, choice: Choice): void;
  readonly isBusy: (lineId: number, choice: Choice) => boolean;
};

/** One drawn item; `show` brings it up to date in place. */
export type Drawn = { readonly box: HTMLElement; show(item: Item): void };

/** Draws an item of the log for the first time. */
export const draw = (item: Item, page: Page, pressing: Pressing): Drawn => {
  const drawn = item.kind === 'day' ? drawDay(page) : drawBubble(item.from, page, pressing);
  drawn.show(item);
  return drawn;
};

const drawDay = (page: Page): Drawn => {
  const box = element('p', 'day');
  return {
    box,
    show(item) {
      const label = dayLabel(item.at, new Date(), page.lang, page.texts);
      if (box.textContent !== label) box.textContent = label;
    },
  };
};

const drawBubble = (from: 'bot' | 'me', page: Page, pressing: Pressing): Drawn => {
  const { base, lang, texts } = page;
  const box = element('div', `line ${from}`);
  box.tabIndex = -1;
  const text = element('p', 'text');
  const sound = makeSound(page);
  const time = element('time', '');
  const mark = element('span', 'mark');
  const foot = element('p', 'foot');
  foot.append(time, mark);
  const bubble = element('div', 'bubble');
  bubble.append(element('span', 'unseen', `${texts[from]}: `), sound.box, text, foot);
  let lineId: number | undefined;
  const choices = makeChoices(page, (choice) => {
    if (lineId !== undefined) pressing.press(lineId, choice);
  });
  box.append(bubble, choices.box);
  let written: string | undefined;
  return {
    box,
    show(item) {
      if (item.kind !== 'bubble') return;
      lineId = item.lineId;
      if (written !== item.text) writeText(text, item.text);
      written = item.text;
      sound.show(item.spoken);
      if (item.chart !== undefined && bubble.querySelector('.chart') === null)
        bubble.prepend(chartImage(base, item.chart.change, item.chart.title));
      time.dateTime = item.at.toISOString();
      time.textContent = timeOf(item.at, lang);
      box.dataset.state = item.state;
      const word = item.state === 'waiting' ? texts.waiting : item.state === 'failed' ? texts.failed : '';
      if (mark.textContent !== word) mark.textContent = word;
      choices.show({
        ...item,
        isBusy: (choice) => lineId !== undefined && pressing.isBusy(lineId, choice),
      });
    },
  };
};
