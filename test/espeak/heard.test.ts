import { expect, test } from 'vitest';
import { espeakVoice } from '../../src/voice/espeak.ts';
import { openBrowser, openPhone } from '../browser/browser.ts';
import { addressOf, serve } from '../web/served.ts';

test('a phone plays a question that is read aloud, once it is asked to', async () => {
  const web = await serve({ voice: await espeakVoice(process.env.PATH ?? '') });
  const browser = await openBrowser();
  try {
    const { page, context, complaints } = await openPhone(browser);
    await page.goto(web.url);
    const [cookie] = await context.cookies();
    const address = addressOf(`${cookie?.name}=${cookie?.value}`);
    const text = 'Nhà mình dùng nhà tiêu loại nào?';
    const rendered = { text, options: [], actions: [], speech: { text, language: 'vi' } } as const;
    await web.channel.send({ id: 1, address, rendered });
    const player = page.getByLabel('Nghe đọc');
    await player.waitFor();
    const state = () =>
      player.evaluate((one) =>
        one instanceof HTMLAudioElement
          ? { at: one.currentTime, of: one.duration, src: one.currentSrc }
          : null,
      );
    expect(await state()).toMatchObject({ at: 0, of: NaN });
    await page.locator('.line .text').tap();
    await player.evaluate((one) => (one instanceof HTMLAudioElement ? one.play() : undefined));
    await expect.poll(async () => (await state())?.at).toBeGreaterThan(0.5);
    expect(await state()).toMatchObject({ src: `${web.url}/speech/1.ogg` });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await web.channel.stop();
  }
});
