import { describe, expect, test } from 'vitest';
import { useChat } from './chat.ts';

const chat = useChat();
const { page, button, field, bubble, bubbles, begin, type, said, tell } = chat;

describe('the start panel', () => {
  test('begins only when its button is pressed, and never twice', async () => {
    await page().goto(`${chat.web().url}/moi/INVITE1`);
    await button('Xem lời mời').waitFor();
    expect(said()).toEqual([]);
    await button('Xem lời mời').tap();
    await button('Không').waitFor();
    expect(said()).toEqual(['/start INVITE1']);
    await page().reload();
    await button('Không').waitFor();
    expect(await button('Xem lời mời').isVisible()).toBe(false);
    expect((await bubbles())[0]).toBe('Xem lời mời');
  });

  test('stands below the history when a link is opened again', async () => {
    await begin();
    await page().goto(`${chat.web().url}/k/ZONE1`);
    await button('Không').waitFor();
    expect(await button('Bắt đầu').isVisible()).toBe(true);
    await page().goto(`${chat.web().url}/`);
    await button('Không').waitFor();
    expect(await button('Bắt đầu').isVisible()).toBe(false);
  });
});

describe('the conversation', () => {
  test('takes text and presses, and survives a reload', async () => {
    await begin();
    await field().fill('Xin hỏi <b>một câu</b>');
    await button('Gửi').tap();
    await bubble('Tôi nghe: Xin hỏi <b>một câu</b>').waitFor();
    await button('Có').tap();
    await button('Ti vi').waitFor();
    const before = await bubbles();
    expect(before).toHaveLength(6);
    await page().reload();
    await button('Ti vi').waitFor();
    expect(await bubbles()).toEqual(before);
    expect(await page().locator('.line.me .foot .mark').allTextContents()).toEqual(['', '', '']);
  });

  test('shows buttons under the latest question only', async () => {
    await begin();
    await button('Không').tap();
    await button('Ti vi').waitFor();
    expect(await button('Không').count()).toBe(0);
    expect(await button('Vì sao hỏi?').count()).toBe(0);
  });

  test('says a choice once, however often it is tapped', async () => {
    await begin();
    await page().route('**/say', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    const no = button('Không');
    for (let i = 0; i < 3; i += 1) await no.tap();
    await button('Ti vi').waitFor();
    expect(said()).toEqual(['/start ZONE1', 'button']);
    expect((await bubbles()).filter((text) => text === 'Không')).toHaveLength(1);
  });

  test('keeps an unanswered question in reach, muted, when another message with choices comes', async () => {
    await begin();
    await tell('Có hồ sơ mới', 'Mở');
    await button('Mở').waitFor();
    const muted = page().locator('.choices.waiting').getByRole('button', { name: 'Không', exact: true });
    expect(await muted.isVisible()).toBe(true);
    await button('Mở').tap();
    await bubble('Cảm ơn bà con').waitFor();
    await muted.tap();
    await button('Ti vi').waitFor();
    expect(await button('Không').count()).toBe(0);
  });

  test('ticks in place, without a bubble, a jump or a lost focus', async () => {
    await begin();
    await button('Có').tap();
    await button('Ti vi').waitFor();
    const top = () =>
      page()
        .locator('#log')
        .evaluate((one) => one.scrollTop);
    const before = { count: (await bubbles()).length, top: await top() };
    const fridge = button('Tủ lạnh');
    const ticked = (name: string, pressed: boolean) =>
      page().getByRole('button', { name, pressed }).waitFor();
    expect(await fridge.getAttribute('aria-pressed')).toBe('false');
    await fridge.focus();
    await fridge.tap();
    await ticked('Tủ lạnh', true);
    await button('Ti vi').tap();
    await ticked('Ti vi', true);
    await fridge.tap();
    await ticked('Tủ lạnh', false);
    expect(await fridge.evaluate((one) => one === document.activeElement)).toBe(true);
    expect({ count: (await bubbles()).length, top: await top() }).toEqual(before);
    await page().reload();
    await ticked('Ti vi', true);
  });

  test('stays where the reader is, and says that something new came', async () => {
    await begin();
    for (let i = 0; i < 12; i += 1) await tell(`Tin số ${i}`);
    await bubble('Tin số 11').waitFor();
    const log = page().locator('#log');
    await log.evaluate((one) => one.scrollTo(0, 0));
    await tell('Tin cuối');
    await page().locator('#newest').waitFor();
    expect(await log.evaluate((one) => one.scrollTop)).toBe(0);
    await page().locator('#newest').tap();
    expect(await page().locator('#newest').isVisible()).toBe(false);
    expect(await log.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop)).toBeLessThan(2);
  });

  test('shows a long message from its beginning, offers the way to its end, and is not torn away from it', async () => {
    await begin();
    await tell(`Đầu tin. ${'Một câu dài để đọc. '.repeat(120)}Cuối tin.`);
    await bubble('Đầu tin').waitFor();
    const toEnd = button('Xuống cuối');
    await toEnd.waitFor();
    const log = page().locator('#log');
    const top = await log.evaluate((one) => one.scrollTop);
    const box = await bubble('Đầu tin').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((await log.boundingBox())?.y ?? 0);
    await tell('Tin sau');
    await button('Tin mới').waitFor();
    expect(await log.evaluate((one) => one.scrollTop)).toBe(top);
    await button('Tin mới').tap();
    expect(await page().locator('#newest').isVisible()).toBe(false);
  });

  test('puts the keyboard away when there is something to choose, and keeps it when there is something to type', async () => {
    await begin();
    const isTyping = () => field().evaluate((one) => one === document.activeElement);
    await type('một');
    await bubble('Tôi nghe: một').waitFor();
    expect(await isTyping()).toBe(true);
    await type('/start');
    await expect.poll(isTyping).toBe(false);
    expect(await button('Không').isVisible()).toBe(true);
  });

  test('mutes a button that was pressed when nothing new is asked', async () => {
    await begin();
    await tell('Có lời mời', 'Nhận');
    await button('Nhận').tap();
    await bubble('Cảm ơn bà con').waitFor();
    await page().locator('.choices.waiting').getByRole('button', { name: 'Nhận', exact: true }).waitFor();
  });

  test('never lays the end of a tick list over lines that nobody has seen', async () => {
    await begin();
    await button('Có').tap();
    await button('Ti vi').waitFor();
    const places = await page()
      .locator('.ticks .choice')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(6);
  });

  test('links web addresses without the full stop behind them', async () => {
    await begin();
    await button('Có').tap();
    await button('Không có thứ nào').tap();
    const link = page().getByRole('link', { name: 'https://example.org/ra-soat?ho=1' });
    expect(await link.getAttribute('href')).toBe('https://example.org/ra-soat?ho=1');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('says kindly that a text is too long, and keeps it', async () => {
    await begin();
    const long = 'dài '.repeat(1200);
    await field().fill(long);
    await button('Gửi').tap();
    await page().getByRole('alert').getByText('dài quá').waitFor();
    expect(await field().inputValue()).toBe(long);
    await field().fill('ngắn');
    expect(await page().getByRole('alert').isVisible()).toBe(false);
  });
});

describe('in trouble, the chat', () => {
  const reconnecting = () => page().getByText('Đang kết nối lại');
  const underway = () => page().getByText('đang chờ gửi');

  test('keeps what is said without a network, in order, and sends it once', async () => {
    await begin();
    await chat.phone().context.setOffline(true);
    await type('một');
    await type('hai');
    await reconnecting().waitFor();
    expect(await page().locator('.line.me[data-state="waiting"] .text').allTextContents()).toEqual([
      'một',
      'hai',
    ]);
    expect(await underway().count()).toBe(2);
    await chat.phone().context.setOffline(false);
    await bubble('Tôi nghe: hai').waitFor();
    await reconnecting().waitFor({ state: 'hidden' });
    expect(said().slice(1)).toEqual(['một', 'hai']);
    expect((await bubbles()).filter((text) => text === 'một' || text === 'hai')).toEqual(['một', 'hai']);
  });

  test('sends what waited over a reload and a restart of the server', async () => {
    await begin();
    await chat.restart(async () => {
      await type('vẫn còn đây');
      await underway().waitFor();
      await reconnecting().waitFor();
    });
    await page().reload();
    await bubble('Tôi nghe: vẫn còn đây').waitFor();
    expect(said()).toEqual(['vẫn còn đây']);
    chat.forgive();
  });

  test('finds the server again by itself after a restart', async () => {
    await begin();
    await chat.restart(async () => {
      await reconnecting().waitFor();
      await type('một');
    });
    await expect.poll(said, { timeout: 20_000 }).toEqual(['một']);
    await reconnecting().waitFor({ state: 'hidden' });
    chat.forgive();
  });

  test('tries again when the inbox fails, and shows the message once', async () => {
    await begin();
    chat.web().fail(true);
    await type('một');
    await underway().waitFor();
    chat.web().fail(false);
    await bubble('Tôi nghe: một').waitFor();
    expect((await bubbles()).filter((text) => text === 'một')).toHaveLength(1);
    await underway().waitFor({ state: 'detached' });
    chat.forgive();
  });

  test('gets a new account when the cookie is lost, and still sends what was written', async () => {
    await begin();
    await chat.phone().context.clearCookies();
    await type('một');
    await bubble('Tôi nghe: một').waitFor();
    expect(new Set([...chat.web().inbox.values()].map((one) => one.address)).size).toBe(2);
    chat.forgive();
  });

  test('says that cookies are needed instead of reloading for ever', async () => {
    await page().route('**/lines?*', (route) => route.fulfill({ status: 401, body: '{}' }));
    await page().goto(`${chat.web().url}/`);
    await page().getByRole('alert').getByText('cookie').waitFor();
    chat.forgive();
  });
});
