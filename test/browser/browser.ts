import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine. */
export const openBrowser = (): Promise<Browser> => {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install one (apt-get install chromium), or set CHROMIUM.`,
    );
  }
  return chromium.launch({ executablePath, args });
};

/** A small old phone set to Vietnamese; `complaints` gathers everything that a page complained of. */
export const openPhone = async (browser: Browser, options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    locale: 'vi-VN',
    ...options,
  });
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return { context, complaints, page: await context.newPage() };
};

/** How far a page can be scrolled sideways; it should be 0. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** That nothing of the chat reaches over the side of a screen so wide. */
export const expectToFit = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 640 });
  expect(await sidewaysScroll(page), `at ${width}`).toBe(0);
  const log = page.locator('#log');
  expect(await log.evaluate((one) => one.scrollWidth - one.clientWidth), `at ${width}`).toBe(0);
  for (const one of await page.locator('button:visible').all()) {
    const box = await one.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0), `at ${width}`).toBeLessThanOrEqual(width);
  }
};
