import type { Choice, Line } from './line.ts';

/** A press that gets no answer may be made again after this time. */
const forgetMs = 10_000;

/** Remembers what was pressed until the bot answers, so that a nervous finger says a thing once. */
export const makePresses = (around: { changed(): void; isUnsent(): boolean }) => {
  const busy = new Set<string>();
  const name = (lineId: number, choice: Choice): string => `${lineId} ${choice.data}`;
  const forgetLater = (one: string): void => {
    window.setTimeout(() => {
      if (busy.has(one) && around.isUnsent()) forgetLater(one);
      else if (busy.delete(one)) around.changed();
    }, forgetMs);
  };
  return {
    isBusy: (lineId: number, choice: Choice): boolean => busy.has(name(lineId, choice)),
    add(lineId: number, choice: Choice): void {
      busy.add(name(lineId, choice));
      forgetLater(name(lineId, choice));
    },
    answered(lines: readonly Line[]): void {
      if (lines.some((line) => line.from === 'bot')) busy.clear();
    },
  };
};
