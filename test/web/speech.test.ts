import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Voice } from '../../src/channel/voice.ts';
import { addressOf, serve } from './served.ts';
import { visit } from './visitor.ts';

const sound = (text: string) => new TextEncoder().encode(text);
let isBusy = false;
const voice: Voice = {
  opus: async ({ text, language }) => (isBusy ? null : sound(`OggS ${language} ${text}`)),
  wav: async ({ text }) => sound(`RIFF ${text}`),
};
const asked = { text: 'Có ai đi làm?', options: [], actions: [] };

let web: Awaited<ReturnType<typeof serve>>;
let own: Awaited<ReturnType<typeof visit>>;
beforeAll(async () => {
  web = await serve({ voice, mostIn10s: 20 });
  own = await visit(web.url);
  const address = addressOf(own.cookie);
  const send = (id: number, rendered: Parameters<typeof web.channel.send>[0]['rendered']) =>
    web.channel.send({ id, address, rendered });
  await send(1, { ...asked, speech: { text: 'Co ai di lam?', language: 'vi' } });
  await send(2, asked);
});
afterAll(() => web.channel.stop());

const hear = (path: string, headers: Record<string, string> = { Cookie: own.cookie }) =>
  fetch(`${web.url}/speech/${path}`, { headers });

describe('a line that is read aloud', () => {
  test('is heard by whoever has the cookie of its chat, and kept nowhere', async () => {
    const heard = await hear('1.ogg');
    expect(heard.status).toBe(200);
    expect(heard.headers.get('content-type')).toBe('audio/ogg');
    expect(heard.headers.get('cache-control')).toBe('no-store');
    expect(heard.headers.get('content-security-policy')).toContain("media-src 'self'");
    expect(await heard.text()).toBe('OggS vi Co ai di lam?');
  });

  test('is heard by nobody else', async () => {
    expect((await hear('1.ogg', {})).status).toBe(401);
    const other = await visit(web.url);
    expect((await hear('1.ogg', { Cookie: other.cookie })).status).toBe(404);
  });

  test('is there only where it was asked for', async () => {
    for (const path of ['2.ogg', '3.ogg', '1.mp3', '1', '1.ogg.wav']) {
      expect((await hear(path)).status, path).toBe(404);
    }
  });

  test('comes in ranges as a WAV, which is how Safari plays', async () => {
    const whole = await hear('1.wav');
    expect(whole.headers.get('content-type')).toBe('audio/wav');
    expect(await whole.text()).toBe('RIFF Co ai di lam?');
    const range = (of: string) => hear('1.wav', { Cookie: own.cookie, Range: `bytes=${of}` });
    const first = await range('0-1');
    expect([first.status, first.headers.get('content-range'), await first.text()]).toEqual([
      206,
      'bytes 0-1/18',
      'RI',
    ]);
    expect(await (await range('5-')).text()).toBe('Co ai di lam?');
    expect((await range('18-')).status).toBe(416);
  });

  test('is asked for later when the voice is busy, and not without end', async () => {
    isBusy = true;
    const all = await Promise.all(Array.from({ length: 25 }, () => hear('1.ogg')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([503, 429]));
    isBusy = false;
  });
});

test('without a voice the channel says so, and has none', async () => {
  const silent = await serve();
  const visitor = await visit(silent.url);
  expect([silent.channel.can.voice, web.channel.can.voice]).toEqual([false, true]);
  const heard = await fetch(`${silent.url}/speech/1.ogg`, { headers: { Cookie: visitor.cookie } });
  expect(heard.status).toBe(404);
  await silent.channel.stop();
});
