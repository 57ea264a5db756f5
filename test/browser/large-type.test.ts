import { describe, expect, test } from 'vitest';
import { expectToFit } from './browser.ts';
import { useChat } from './chat.ts';

const chat = useChat();
const { page, button, begin, type } = chat;

const lastDrawn = 'Hố đào có sàn và nắp đậy';
const large = () => page().getByRole('button', { name: 'Chữ to', exact: true });
const letters = (): Promise<number> =>
  page()
    .locator('.bubble .text')
    .first()
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));

describe('large type', () => {
  test('makes all letters half as large again, and is remembered', async () => {
    await chat.askDrawn();
    const before = await letters();
    expect(await large().getAttribute('aria-pressed')).toBe('false');
    await large().tap();
    expect(await large().getAttribute('aria-pressed')).toBe('true');
    expect((await letters()) / before).toBeCloseTo(1.5, 2);
    await page().reload();
    await button(lastDrawn).waitFor();
    expect(await large().getAttribute('aria-pressed')).toBe('true');
    expect((await letters()) / before).toBeCloseTo(1.5, 2);
    await large().tap();
    await page().reload();
    await button(lastDrawn).waitFor();
    expect(await letters()).toBe(before);
  });

  test('fits a phone of 320 pixels, with a question and a tick list', async () => {
    await page().goto(`${chat.web().url}/k/ZONE1`);
    await large().tap();
    await expectToFit(page(), 320);
    await button('Bắt đầu').tap();
    await button('Không').waitFor();
    await expectToFit(page(), 320);
    await button('Có').tap();
    await button('Ti vi').tap();
    await page().getByRole('button', { name: 'Ti vi', pressed: true }).waitFor();
    await expectToFit(page(), 320);
    // Two thirds of the screen are left for what is said.
    expect((await page().locator('#log').boundingBox())?.height).toBeGreaterThan((640 * 2) / 3);
    await type('nhà tiêu');
    await button(lastDrawn).waitFor();
    for (const width of [320, 360, 412, 1280]) await expectToFit(page(), width);
  });

  test('is reached and pressed with the keyboard', async () => {
    await page().goto(`${chat.web().url}/`);
    await page().keyboard.press('Tab');
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('large');
    await page().keyboard.press('Space');
    expect(await large().getAttribute('aria-pressed')).toBe('true');
  });

  test('has its words in English too', async () => {
    await page().goto(`${chat.web().url}/?lang=en`);
    await page().getByRole('button', { name: 'Large type', exact: true }).waitFor();
  });

  test('works for this visit where the browser may keep nothing', async () => {
    await page().addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('forbidden');
        },
      }),
    );
    await begin();
    const before = await letters();
    await large().tap();
    expect(await letters()).toBeGreaterThan(before);
  });
});
