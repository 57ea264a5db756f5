import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RenderedChart } from '../text/rendered.ts';
import type { Voice } from '../channel/voice.ts';
import { addressOf, keepAccount, type Place } from './account.ts';
import type { Assets } from './assets.ts';
import type { Bells } from './bells.ts';
import { chatPage, type Way } from './chat-page.ts';
import { sameOriginJson } from './guard.ts';
import type { WebPort } from './port.ts';
import type { Rate } from './rate.ts';
import { say } from './say.ts';
import { speech } from './speech.ts';
import { streamLines } from './stream.ts';
import { chooseLang, type Lang, type WebTexts } from './texts.ts';

/** What all chats of one server share. */
export type ChatParts = {
  readonly port: WebPort;
  readonly voice?: Voice | undefined;
  readonly bells: Bells;
  readonly rate: Rate;
  readonly assets: Assets;
  readonly texts: Readonly<Record<Lang, WebTexts>>;
  readonly publicUrl: string | undefined;
  readonly beatMs: number;
  readonly draw: ((chart: RenderedChart) => Promise<Uint8Array>) | undefined;
  readonly report: (error: unknown) => void;
};

/** Codes travel in links and in `/start`, so they hold only what both can carry. */
const code = '/:code{[A-Za-z0-9_-]{1,64}}';
const mostBytes = 16 * 1024;

/** The chat at one place: its page, what is said, and what is heard. */
export const chatRoutes = (place: Place, parts: ChatParts): Hono => {
  const secure = parts.publicUrl?.startsWith('https:') === true;
  const page = (c: Context, way: Way) => {
    const lang = chooseLang(c.req.query('lang'), c.req.header('Accept-Language'));
    keepAccount(c, place, secure);
    return c.html(chatPage({ lang, texts: parts.texts[lang], assets: parts.assets, place, way }));
  };
  const known = async (c: Context, go: (address: string) => Promise<Response>): Promise<Response> => {
    const address = addressOf(c, place, secure);
    return address === undefined ? c.json({ code: 'no-account' }, 401) : go(address);
  };

  const tooFast = (c: Context, address: string): Response | undefined => {
    const wait = parts.rate(address, Date.now());
    if (wait <= 0) return undefined;
    return c.json({ code: 'too-fast' }, 429, { 'Retry-After': String(wait) });
  };

  return new Hono()
    .get('/', (c) => page(c, { kind: 'home' }))
    .get(`/k${code}`, (c) => page(c, { kind: 'zone', code: c.req.param('code') }))
    .get(`/moi${code}`, (c) => page(c, { kind: 'invitation', code: c.req.param('code') }))
    .get('/lines', (c) =>
      known(c, async (address) =>
        c.json({ lines: await parts.port.lines(address, number(c.req.query('after')) ?? 0) }),
      ),
    )
    .get('/chart/:change{[0-9]{1,15}\\.png}', (c) =>
      known(c, (address) => chart(c, address, Number.parseInt(c.req.param('change'), 10), parts)),
    )
    .get('/stream', (c) =>
      known(c, async (address) => {
        const bell = parts.bells.hang(address);
        if (bell === undefined) return c.json({ code: 'too-many' }, 429);
        const after = number(c.req.header('Last-Event-ID')) ?? number(c.req.query('after')) ?? 0;
        return streamLines(c, { ...parts, address, bell, after });
      }),
    )
    .get('/speech/:sound', (c) =>
      known(c, async (address) => tooFast(c, address) ?? speech(c, address, parts)),
    )
    .post(
      '/say',
      sameOriginJson(parts.publicUrl),
      bodyLimit({ maxSize: mostBytes, onError: (c) => c.json({ code: 'too-big' }, 413) }),
      (c) => known(c, async (address) => tooFast(c, address) ?? say(c, address, parts)),
    );
};

/** The chart of one's own line as a picture: nobody else can open it. */
const chart = async (
  c: Context,
  address: string,
  change: number,
  { port, draw }: ChatParts,
): Promise<Response> => {
  const [line] = await port.lines(address, change - 1);
  const drawn = line?.change === change ? line.rendered.chart : undefined;
  if (drawn === undefined || draw === undefined) return c.json({ code: 'no-chart' }, 404);
  return c.body(new Uint8Array(await draw(drawn)), 200, {
    'Content-Type': 'image/png',
    'Cache-Control': 'private, max-age=86400',
  });
};

const number = (written: string | undefined): number | undefined =>
  written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : undefined;
