import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser, openPhone } from './browser.ts';
import { serveSmallBot } from './small-bot.ts';

/** For each test a fresh server with the small bot, and a phone; at its end nothing may have complained. */
export const useChat = () => {
  let browser: Browser;
  let web: Awaited<ReturnType<typeof serveSmallBot>>;
  let phone: Awaited<ReturnType<typeof openPhone>>;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    web = await serveSmallBot();
    phone = await openPhone(browser);
  });
  afterEach(async () => {
    await phone.context.close();
    await web.channel.stop();
    // A lost network is told on the console by the browser itself.
    expect(phone.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  const page = (): Page => phone.page;
  const button = (name: string) => page().getByRole('button', { name, exact: true });
  const field = () => page().getByLabel('Tin nhắn');
  return {
    web: () => web,
    phone: () => phone,
    page,
    button,
    field,
    bubbles: (): Promise<string[]> => page().locator('.line .text').allTextContents(),
    bubble: (text: string) => page().locator('.line', { has: page().locator('.text', { hasText: text }) }),
    /** What came in, in order: typed words, or that a button was pressed. */
    said: () => [...web.inbox.values()].map(({ input }) => (input.kind === 'text' ? input.text : input.kind)),
    /** The bot says something by itself to who spoke first. */
    async tell(text: string, ...options: string[]): Promise<void> {
      const address = [...web.inbox.values()][0]?.address ?? '';
      const choices = options.map((label) => ({ label, data: label }));
      await web.send(address, { text, options: choices, actions: [] });
    },
    async begin(): Promise<void> {
      await page().goto(`${web.url}/k/ZONE1`);
      await button('Bắt đầu').tap();
      await button('Không').waitFor();
    },
    async type(text: string): Promise<void> {
      await field().fill(text);
      await field().press('Enter');
    },
    /** Comes to a question whose three choices are drawn. */
    async askDrawn(): Promise<void> {
      await this.begin();
      await this.type('nhà tiêu');
      await button('Hố đào có sàn và nắp đậy').waitFor();
    },
    async restart(whileAway: () => Promise<void>): Promise<void> {
      await web.channel.stop();
      await whileAway();
      web = await serveSmallBot(Number(new URL(web.url).port));
    },
    /** For tests in which the browser rightly complains. */
    forgive(): void {
      phone.complaints.length = 0;
    },
  };
};
