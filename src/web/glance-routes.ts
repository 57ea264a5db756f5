import { type Context, Hono } from 'hono';
import type { RenderedChart } from '../text/rendered.ts';
import { glanceDoor, glancePage } from './glance-page.ts';
import type { WebPort } from './port.ts';

type Parts = {
  readonly port: WebPort;
  readonly svg: (chart: RenderedChart) => string;
  readonly frame: (c: Context) => Parameters<typeof glanceDoor>[0];
  readonly missing: (c: Context) => ReturnType<typeof glanceDoor>;
};

const path = '/:token{[\\w-]{43}}';

/** The figures of the office behind a one-time link: looking at the link changes nothing, pressing uses it up. */
export const glanceRoutes = ({ frame, missing, port, svg }: Parts): Hono => {
  const app = new Hono();
  app.get(path, (c) => c.html(glanceDoor(frame(c), c.req.param('token'))));
  app.post(path, async (c) => {
    const { lang } = frame(c);
    const page = await port.glance(c.req.param('token'), lang);
    return page === null ? c.html(missing(c), 404) : c.html(glancePage(frame(c), page, svg));
  });
  return app;
};
