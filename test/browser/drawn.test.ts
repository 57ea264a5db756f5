import { describe, expect, test } from 'vitest';
import { expectToFit } from './browser.ts';
import { useChat } from './chat.ts';

const chat = useChat();
const { page, button, bubble, said } = chat;

const labels = [
  'Có bể tự hoại, bán tự hoại',
  'Dội nước, thấm xuống đất',
  'Hố đào có sàn và nắp đậy',
] as const;

describe('choices that are drawn', () => {
  test('show each drawing with its number and its words, and are pressed like any other', async () => {
    await chat.askDrawn();
    const group = page().getByRole('group', { name: 'Hình các loại nhà tiêu, đánh số như câu trả lời.' });
    expect(await group.locator('.choice .label').allTextContents()).toEqual(labels);
    expect(await group.locator('.choice .number').allTextContents()).toEqual(['1', '2', '3']);
    const sizes = () =>
      group
        .locator('img')
        .evaluateAll((all) =>
          all.map((one) => (one instanceof HTMLImageElement && one.complete ? one.naturalWidth : 0)),
        );
    await expect.poll(async () => (await sizes()).every((width) => width > 0)).toBe(true);
    for (const image of await group.locator('img').all())
      expect((await image.boundingBox())?.width).toBeGreaterThan(120);
    await button(labels[1]).locator('img').tap();
    await bubble('Cảm ơn bà con').waitFor();
    expect(said()).toEqual(['/start ZONE1', 'nhà tiêu', 'button']);
  });

  test('stand side by side on a phone, and never scroll sideways', async () => {
    await chat.askDrawn();
    const [first, second] = await Promise.all([
      button(labels[0]).boundingBox(),
      button(labels[1]).boundingBox(),
    ]);
    expect(second?.y).toBe(first?.y);
    for (const width of [320, 360, 412, 1280]) await expectToFit(page(), width);
  });

  test('keep their buttons when the conversation is loaded again', async () => {
    await chat.askDrawn();
    await page().reload();
    await button(labels[2]).waitFor();
    expect(await page().locator('img.drawing').count()).toBe(3);
  });
});
