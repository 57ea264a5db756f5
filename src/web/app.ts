import { type Context, Hono } from 'hono';
import type { RenderedChart } from '../text/rendered.ts';
import type { Voice } from '../channel/voice.ts';
import type { Webhook } from '../channel/webhook.ts';
import { seats } from './account.ts';
import { type Assets, loadAssets } from './assets.ts';
import type { Bells } from './bells.ts';
import { chatRoutes } from './chat-routes.ts';
import { strictHeaders } from './guard.ts';
import { glanceRoutes } from './glance-routes.ts';
import { guidePage } from './guide-page.ts';
import { demoPage, notePage } from './plain-page.ts';
import type { WebPort } from './port.ts';
import { postedPage } from './posted-page.ts';
import { publishedRoutes } from './published-routes.ts';
import { rateLimit } from './rate.ts';
import { chooseLang, type Lang, type WebTexts, webTexts } from './texts.ts';
import { webhookRoute } from './webhook-route.ts';

/** What the web pages are made of. */
export type WebOptions = {
  readonly port: WebPort;
  /** The address that people see, where it is not the server's own; https makes the cookies secure. */
  readonly publicUrl?: string;
  /** The codes of the demonstration, or null while there is none. */
  readonly demo: () => Promise<{ readonly zoneCode: string; readonly invitation: string } | null>;
  readonly ready: () => Promise<boolean>;
  /** Where services hand over what people say to them. */
  readonly webhooks?: readonly Webhook[];
  /** Makes a picture of a chart; left out there are none. */
  readonly draw?: (chart: RenderedChart) => Promise<Uint8Array>;
  /** A chart as an SVG for a page of ours; left out there are no such pages. */
  readonly svg?: (chart: RenderedChart) => string;
  /** A page of drawings as a PNG by its name, for services that fetch it. */
  readonly png?: (sheet: string) => Promise<Uint8Array | null>;
  /** Reads the lines of a chat aloud to whoever has its cookie. */
  readonly voice?: Voice | undefined;
  /** Hears of every error that a page or a stream met. */
  readonly report: (error: unknown) => void;
  readonly texts?: Readonly<Record<Lang, WebTexts>>;
  /** The silence after which a stream gives a sign of life. */
  readonly beatMs?: number;
  /** How much one address may say in ten seconds. */
  readonly mostIn10s?: number;
};

/** All pages and routes of the web chat. */
export const webApp = (options: WebOptions & { readonly bells: Bells }): Hono => {
  const texts = options.texts ?? webTexts;
  const assets = loadAssets();
  const parts = {
    ...options,
    texts,
    assets,
    publicUrl: options.publicUrl,
    draw: options.draw,
    beatMs: options.beatMs ?? 20_000,
    rate: rateLimit({ most: options.mostIn10s ?? 30, perMs: 10_000, addresses: 10_000 }),
  };
  const frame = (c: Context) => {
    const lang = chooseLang(c.req.query('lang'), c.req.header('Accept-Language'));
    return { lang, texts: texts[lang], assets };
  };
  const note = (
    c: Context,
    kind: 'notFound' | 'noDemo' | 'notPosted' | 'notPublished' | 'noGlance' | 'broken',
  ) => notePage(frame(c), frame(c).texts[kind]);

  const app = new Hono();
  app.use(strictHeaders);
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const ready = await options.ready();
    return c.text(ready ? 'ready' : 'not ready', ready ? 200 : 503);
  });
  for (const webhook of options.webhooks ?? [])
    app.route(webhook.path, webhookRoute(webhook, options.report));
  app.get('/assets/:name', (c) => asset(c, assets, c.req.param('name')));
  app.get('/assets/:version/:name', (c) => asset(c, assets, c.req.param('name'), c.req.param('version')));
  app.get('/pictures/:name{[a-z-]+\\.[a-z]+\\.png}', async (c) => {
    const png = (await options.png?.(c.req.param('name').slice(0, -'.png'.length))) ?? null;
    if (png === null) return c.notFound();
    c.header('Cache-Control', 'public, max-age=86400');
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' });
  });
  app.get('/demo', async (c) => {
    const demo = await options.demo();
    return demo === null ? c.html(note(c, 'noDemo'), 404) : c.html(demoPage(frame(c), demo));
  });
  app.get('/huong-dan', (c) => c.html(guidePage(frame(c), 'resident')));
  app.get('/huong-dan/khu-truong', (c) => c.html(guidePage(frame(c), 'head')));
  app.get('/niem-yet/:token{[\\w-]+}', async (c) => {
    const page = await options.port.posted(c.req.param('token'));
    return page === null ? c.html(note(c, 'notPosted'), 404) : c.html(postedPage(frame(c), page));
  });
  app.route(
    '/so-lieu',
    publishedRoutes(options.port, frame, (c) => note(c, 'notPublished')),
  );
  const { port, svg } = options;
  if (svg !== undefined)
    app.route('/tong-quan', glanceRoutes({ port, svg, frame, missing: (c) => note(c, 'noGlance') }));
  app.use('/seat/*', async (c: Context, next) =>
    (await options.demo()) === null ? c.html(note(c, 'noDemo'), 404) : next(),
  );
  app.route('/', chatRoutes({ base: '' }, parts));
  for (const seat of seats) app.route(`/seat/${seat}`, chatRoutes({ base: `/seat/${seat}`, seat }, parts));
  app.notFound((c) => c.html(note(c, 'notFound'), 404));
  app.onError((error, c) => {
    options.report(error);
    const page = c.req.header('Accept')?.includes('text/html') === true;
    return page ? c.html(note(c, 'broken'), 500) : c.json({ code: 'later' }, 500);
  });
  return app;
};

const asset = (c: Context, assets: Assets, name: string, version?: string) => {
  const file = assets.file(name);
  if (file === undefined) return c.notFound();
  const forGood = version === assets.version;
  c.header(
    'Cache-Control',
    forGood ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  );
  c.header('ETag', file.etag);
  if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304);
  return c.body(file.body, 200, { 'Content-Type': file.type });
};
