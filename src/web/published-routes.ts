import { type Context, Hono } from 'hono';
import type { WebPort } from './port.ts';
import { publishedPage } from './published-page.ts';

type Frame = Parameters<typeof publishedPage>[0];

/** Long enough to spare the database, short enough for numbers that are taken back. */
const caching = 'public, max-age=300';

/** What wards have published, as pages and as JSON; open to all, and no cookie is set. */
export const publishedRoutes = (
  port: WebPort,
  frame: (c: Context) => Frame,
  missing: (c: Context) => ReturnType<typeof publishedPage>,
): Hono => {
  const app = new Hono();
  app.get('/:ward{[a-z0-9-]+}/:round{[1-9][0-9]{0,8}}', async (c) => {
    const page = await port.published(c.req.param('ward'), Number(c.req.param('round')));
    if (page === null) return c.html(missing(c), 404);
    c.header('Cache-Control', caching);
    c.header('Vary', 'Accept-Language');
    return c.html(publishedPage(frame(c), page));
  });
  app.get('/:ward{[a-z0-9-]+}/:file{[1-9][0-9]{0,8}\\.json}', async (c) => {
    const page = await port.published(c.req.param('ward'), Number.parseInt(c.req.param('file'), 10));
    if (page === null) return c.json({ code: 'not-published' }, 404);
    c.header('Cache-Control', caching);
    // Numbers for all: other pages may read them too.
    c.header('Access-Control-Allow-Origin', '*');
    return c.json(page);
  });
  return app;
};
