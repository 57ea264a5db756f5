import type { Context } from 'hono';
import type { Voice } from '../channel/voice.ts';
import type { WebPort } from './port.ts';

/** What reading a line aloud needs. */
export type SpeechParts = { readonly port: WebPort; readonly voice?: Voice | undefined };

/** A line of this chat read aloud; its address has the line's change, so that another text is another sound. */
export const speech = async (c: Context, address: string, parts: SpeechParts): Promise<Response> => {
  const [, change, type] = /^(\d{1,15})\.(ogg|wav)$/.exec(c.req.param('sound') ?? '') ?? [];
  if (parts.voice === undefined || change === undefined) return c.notFound();
  const lines = await parts.port.lines(address, Number(change) - 1);
  const spoken = lines.find((line) => line.change === Number(change))?.rendered.speech;
  if (spoken === undefined) return c.notFound();
  const sound = await (type === 'wav' ? parts.voice.wav(spoken) : parts.voice.opus(spoken));
  if (sound === null) return c.json({ code: 'later' }, 503);
  return type === 'wav'
    ? inRange(c, sound)
    : c.body(new Uint8Array(sound), 200, { 'Content-Type': 'audio/ogg' });
};

/** Safari plays only what it can fetch in ranges. */
const inRange = (c: Context, sound: Uint8Array): Response => {
  const headers = { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes' };
  const [, first, last] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(c.req.header('Range') ?? '') ?? [];
  if (first === undefined) return c.body(new Uint8Array(sound), 200, headers);
  const from = Number(first);
  const to = Math.min(last ? Number(last) : Infinity, sound.length - 1);
  if (from > to) return c.body(null, 416, { 'Content-Range': `bytes */${sound.length}` });
  const range = { 'Content-Range': `bytes ${from}-${to}/${sound.length}` };
  return c.body(new Uint8Array(sound.subarray(from, to + 1)), 206, { ...headers, ...range });
};
