import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Webhook } from '../channel/webhook.ts';

/** One update is far smaller, whatever is in it. */
const mostBytes = 1 << 20;

/**
 * The route of a webhook: who has not its secret is turned away before anything is read. It says 200 only when the update
 * is durable, so that a service hands it over again after anything else.
 */
export const webhookRoute = (webhook: Webhook, report: (error: unknown) => void): Hono => {
  const app = new Hono();
  app.post('/', async (c, next) => {
    if (!isSame(c.req.header(webhook.header) ?? '', webhook.secret)) return c.json({ ok: false }, 401);
    return next();
  });
  app.post('/', bodyLimit({ maxSize: mostBytes, onError: (c) => c.json({ ok: false }, 413) }), async (c) => {
    const body = read(await c.req.text());
    if (body === undefined) return c.json({ ok: false }, 400);
    try {
      await webhook.take(body);
      return c.json({ ok: true });
    } catch (error) {
      report(error);
      return c.json({ ok: false }, 503);
    }
  });
  return app;
};

/** Compared by their hashes, which are of one length, in a time that tells nothing. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(hash(given), hash(secret));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
