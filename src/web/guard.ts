import type { MiddlewareHandler } from 'hono';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "manifest-src 'self'",
].join('; ');

/** Puts the same strict headers on every answer; files of ours may set their own caching. */
export const strictHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', contentSecurityPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'SAMEORIGIN');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (c.res.headers.get('Cache-Control')?.includes('max-age') !== true) c.header('Cache-Control', 'no-store');
};

/** Lets a change through only when a page of ours made the request, in a form that no foreign page can post unasked. */
export const sameOriginJson =
  (publicUrl: string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json' || !isOurs(c.req.header.bind(c.req), publicUrl)) {
      return c.json({ code: 'cross-site' }, 403);
    }
    return next();
  };

const isOurs = (header: (name: string) => string | undefined, publicUrl: string | undefined): boolean => {
  if (header('Sec-Fetch-Site') === 'same-origin') return true;
  const origin = header('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return new URL(origin).host === header('Host');
};
