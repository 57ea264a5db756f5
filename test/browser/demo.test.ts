import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webTexts } from '../../src/web/texts.ts';
import { ensureBuilt } from '../program/built.ts';
import { openBrowser, openPhone, sidewaysScroll } from './browser.ts';
import { type Person, personAt } from './person.ts';
import { startProgram } from './program.ts';
import * as story from './story.ts';
import { vi } from './words.ts';

let dataDir: string;
let program: Awaited<ReturnType<typeof startProgram>>;
let browser: Browser;

beforeAll(async () => {
  ensureBuilt();
  dataDir = await mkdtemp(join(tmpdir(), 'rasoat-demo-'));
  [program, browser] = await Promise.all([startProgram(dataDir), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

test('the demonstration plays from the first greeting to the signature, over reloads and a power cut', async () => {
  const desktop = await openPhone(browser, {
    viewport: { width: 1280, height: 860 },
    isMobile: false,
    hasTouch: false,
  });
  const asked = askedHosts(desktop.context);
  const { page } = desktop;
  await page.goto(`${program.url}/demo`);
  const [left, right] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
  const [lan, head] = [personAt(left), personAt(right)];
  const nothing = async () => {};

  await story.begin(lan, nothing);
  await story.tellPeople(lan, nothing);
  await story.takeOffice(head, nothing);

  const before = [await lan.reads(), await head.reads()];
  expect(before.map((lines) => lines.length > 3)).toEqual([true, true]);
  await page.reload();
  await lan.hears('survey.roof.ask');
  await head.heard('talk.welcome-head').waitFor();
  expect([await lan.reads(), await head.reads()]).toEqual(before);
  expect(await left.locator('#start').isVisible()).toBe(false);
  expect(await right.locator('#start').isVisible()).toBe(false);
  expect(serious(desktop.complaints)).toEqual([]);

  await program.end('SIGKILL');
  await lan.types('survey.roof.ask', 'ngói');
  await left.getByText(webTexts.vi.client.reconnecting).waitFor();
  await right.getByText(webTexts.vi.client.reconnecting).waitFor();
  program = await startProgram(dataDir, program.port);
  await lan.hears('survey.floor-area.ask');
  for (const frame of [left, right]) await frame.locator('#link').waitFor({ state: 'hidden' });
  expect((await lan.reads()).slice(0, before[0]?.length)).toEqual(before[0]);
  expect((await lan.reads()).filter((text) => text === 'ngói')).toHaveLength(1);
  // The browser itself tells of the lost connection; nothing else may have complained.
  expect(serious(desktop.complaints).filter((one) => !one.includes('net::ERR_'))).toEqual([]);
  desktop.complaints.length = 0;

  await story.tellHouse(lan, nothing);
  await story.tellMoney(lan, nothing);
  await story.sendAndAnswerAgain(lan, head, async (scene) => {
    if (scene === 'returned') await draw(page, lan);
  });
  await reloadFrames(page);
  await lan.heard('chat.sent-again').waitFor();
  await story.verifyAndSign(head, nothing);
  await lan.heard('told.corrected').waitFor();
  await lan.heard('told.signed').waitFor();
  const outcome = (await lan.reads()).at(-1) ?? '';
  expect(outcome).toContain('Sáu');
  expect(outcome).not.toContain(vi('rules.category.poor'));
  expect(program.logged).toEqual([]);
  expect(serious(desktop.complaints)).toEqual([]);
  expect(asked()).toEqual([new URL(program.url).host]);
  await desktop.context.close();
});

test('a resident and a head each hold everything on a phone of 360 pixels, without scrolling sideways', async () => {
  const phones = await Promise.all(
    [0, 1].map(() => openPhone(browser, { viewport: { width: 360, height: 740 } })),
  );
  const [first, second] = phones;
  if (first === undefined || second === undefined) throw new Error('no phones');
  const link = await invitation(first.page);
  await first.page.goto(`${program.url}/k/demo-khu-1`);
  await second.page.goto(`${program.url}${link}`);
  const [lan, head] = [personAt(first.page), personAt(second.page)];
  const fits = async (scene: string) => {
    for (const { page } of phones) {
      expect(await sidewaysScroll(page), scene).toBe(0);
      const log = page.locator('#log');
      expect(await log.evaluate((one) => one.scrollWidth - one.clientWidth), scene).toBe(0);
    }
  };
  await story.begin(lan, fits);
  await story.tellPeople(lan, fits);
  await lan.presses('survey.roof.ask', 'survey.roof.o.sheet');
  await story.tellHouse(lan, fits);
  await story.tellMoney(lan, fits);
  await story.takeOffice(head, fits);
  await story.sendAndAnswerAgain(lan, head, fits);
  await story.verifyAndSign(head, fits);
  await lan.heard('told.signed').waitFor();
  await fits('outcome');
  expect(serious(phones.flatMap((phone) => phone.complaints))).toEqual([]);
  for (const { context } of phones) await context.close();
});

/** A robot is faster than the 30 messages in ten seconds that are let in; the page waits and goes on. */
const serious = (complaints: readonly string[]) => complaints.filter((one) => !one.includes('status of 429'));

/** The hosts that the pages of a browser ask, each once. */
function askedHosts(context: BrowserContext): () => readonly string[] {
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  return () => [...hosts];
}

/** The picture of the README, drawn anew on demand: PICTURE=1. */
async function draw(page: Page, lan: Person): Promise<void> {
  if (process.env['PICTURE'] === undefined) return;
  await lan.hears('chat.returned-comment');
  const news = page.frameLocator('iframe >> nth=0').locator('#newest');
  if (await news.isVisible()) await news.click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: fileURLToPath(new URL('../../docs/demo.png', import.meta.url)) });
}

/** Loads each phone anew by itself, as a person does in the frame. */
async function reloadFrames(page: Page): Promise<void> {
  for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
    await frame.evaluate(() => location.reload());
  }
}

/** The invitation that the demonstration offers just now, as the link of a page of its own. */
async function invitation(page: Page): Promise<string> {
  await page.goto(`${program.url}/demo`);
  const src = (await page.locator('iframe').nth(1).getAttribute('src')) ?? '';
  return src.replace('/seat/head', '');
}
