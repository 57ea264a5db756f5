import { describe, expect, test } from 'vitest';
import { sidewaysScroll } from './browser.ts';
import { useChat } from './chat.ts';

const chat = useChat();
const { page, button, field, bubble, begin, said } = chat;

describe('the page', () => {
  test('can be used with the keyboard alone', async () => {
    await page().goto(`${chat.web().url}/k/ZONE1`);
    await reach('begin');
    await page().keyboard.press('Enter');
    await button('Không').waitFor();
    expect(await focused()).toBe('log');
    await reach('text');
    await page().keyboard.type('một');
    await page().keyboard.press('Shift+Enter');
    await page().keyboard.type('hai');
    await page().keyboard.press('Enter');
    await bubble('Tôi nghe: một').waitFor();
    expect(said()[1]).toBe('một\nhai');
    await reach('Không');
    await page().keyboard.press('Space');
    await button('Máy giặt').waitFor();
    // The pressed button is gone; the next one is still only a Tab away.
    await page().keyboard.press('Tab');
    expect(await focused()).toBe('Ti vi');
    await page().keyboard.press('Enter');
    await page().getByRole('button', { name: 'Ti vi', pressed: true }).waitFor();
    expect(await focused()).toBe('Ti vi');
  });

  test('tells screen readers what each part is', async () => {
    await begin();
    expect(await page().locator('html').getAttribute('lang')).toBe('vi');
    const log = page().getByRole('log', { name: 'Cuộc trò chuyện' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await page().getByRole('group', { name: 'Các câu trả lời để chọn' }).waitFor();
    await page().getByRole('group', { name: 'Việc khác có thể làm' }).waitFor();
    await page().getByRole('heading', { name: 'Trợ lý rà soát hộ nghèo' }).waitFor();
  });

  test('has large letters and targets, and never scrolls sideways', async () => {
    await begin();
    await field().fill(`https://example.org/${'a'.repeat(200)}`);
    await button('Gửi').tap();
    await bubble('Tôi nghe').waitFor();
    await button('Có').tap();
    await button('Ti vi').waitFor();
    for (const width of [320, 360, 412, 1280]) {
      await page().setViewportSize({ width, height: 640 });
      expect(await sidewaysScroll(page()), `at ${width}`).toBe(0);
      expect(
        await page()
          .locator('#log')
          .evaluate((one) => one.scrollWidth - one.clientWidth),
      ).toBe(0);
    }
    for (const one of await page().locator('button:visible, textarea').all()) {
      const size = await one.boundingBox();
      expect(Math.min(size?.height ?? 0, size?.width ?? 0)).toBeGreaterThanOrEqual(44);
      expect(
        Number.parseFloat(await one.evaluate((it) => getComputedStyle(it).fontSize)),
      ).toBeGreaterThanOrEqual(17);
    }
  });

  test('lets nothing inline run or colour', async () => {
    await page().goto(`${chat.web().url}/`);
    await page().evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<p id="x" style="color: red">x</p>'),
    );
    await expect.poll(() => chat.phone().complaints.join()).toContain('Content Security Policy');
    expect(
      await page()
        .locator('#x')
        .evaluate((one) => getComputedStyle(one).color),
    ).not.toBe('rgb(255, 0, 0)');
    chat.forgive();
  });

  test('of the demonstration shows two phones side by side, or one above the other', async () => {
    await page().setViewportSize({ width: 1280, height: 800 });
    await page().goto(`${chat.web().url}/demo`);
    const [left, right] = [page().frameLocator('iframe >> nth=0'), page().frameLocator('iframe >> nth=1')];
    await right.getByRole('button', { name: 'Xem lời mời' }).click();
    await right.getByRole('button', { name: 'Không', exact: true }).waitFor();
    expect(await left.getByRole('button', { name: 'Bắt đầu' }).isVisible()).toBe(true);
    expect(await page().getByText('người và số đều không có thật').first().isVisible()).toBe(true);
    const frames = page().locator('iframe');
    const top = async (at: number) => (await frames.nth(at).boundingBox())?.y ?? 0;
    expect(await top(1)).toBe(await top(0));
    await page().setViewportSize({ width: 360, height: 640 });
    expect(await top(1)).toBeGreaterThan(await top(0));
    expect(await sidewaysScroll(page())).toBe(0);
  });
});

const focused = (): Promise<string> =>
  page().evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '');

/** Goes forward with Tab until the part of that id, or the button of that name, has the focus. */
const reach = async (name: string): Promise<void> => {
  for (let i = 0; i < 40; i += 1) {
    if ((await focused()) === name) return;
    await page().keyboard.press('Tab');
  }
  throw new Error(`Tab never reached "${name}"`);
};
