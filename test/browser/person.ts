import type { FrameLocator, Locator, Page } from 'playwright-core';
import { like, vi } from './words.ts';

/** Somebody at a chat. They see the newest message, named by the key of its text, and do nothing before it is there. */
export const personAt = (chat: Page | FrameLocator) => {
  const log = chat.locator('#log');
  const heard = (key: string): Locator =>
    log.locator('.line.bot', { has: chat.locator('.text', { hasText: like(key) }) });
  const newest = (key: string): Locator => heard(key).and(log.locator('.line.bot:last-child'));
  const button = (line: Locator, label: string | RegExp): Locator =>
    line.getByRole('button', typeof label === 'string' ? { name: vi(label), exact: true } : { name: label });
  return {
    log,
    heard,
    hears: (key: string): Promise<void> => newest(key).waitFor(),
    /** Presses a button, by the key of its label or by a part of it. */
    presses: (key: string, label: string | RegExp): Promise<void> => button(newest(key), label).click(),
    /** Ticks these, each once the one before shows, and says that is all. */
    async ticks(key: string, labels: readonly (string | RegExp)[], done = 'acts.done'): Promise<void> {
      for (const label of labels) {
        const tick = button(newest(key), label);
        await tick.click();
        await tick.and(log.locator('[aria-pressed="true"]')).waitFor();
      }
      await button(newest(key), done).click();
    },
    async types(key: string, words: string): Promise<void> {
      await newest(key).waitFor();
      await chat.locator('#text').fill(words);
      await chat.locator('#send').click();
    },
    begins: (label: string): Promise<void> => chat.getByRole('button', { name: label, exact: true }).click(),
    /** Everything in the log, as it reads. */
    reads: (): Promise<string[]> => log.locator('.line .text').allTextContents(),
  };
};

export type Person = ReturnType<typeof personAt>;
