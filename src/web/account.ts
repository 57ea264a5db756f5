import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** A seat of the demonstration, each with an account of its own. */
export const seats = ['resident', 'head'] as const;
export type Seat = (typeof seats)[number];

/** Where a chat lives: the site itself, or one seat of the demonstration below it. */
export type Place = { readonly base: '' | `/seat/${Seat}`; readonly seat?: Seat };

const days400 = 400 * 24 * 60 * 60;
/** 256 random bits in base64url. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** The address of who asks, or undefined without a cookie of ours: the hash of the token, never the token. */
export const addressOf = (c: Context, place: Place, secure: boolean): string | undefined => {
  const token = tokenOf(c, place, secure);
  return token === undefined ? undefined : hash(token);
};

/** Gives a new visitor an account, and renews the cookie of a known one. */
export const keepAccount = (c: Context, place: Place, secure: boolean): void => {
  const token = tokenOf(c, place, secure) ?? randomBytes(32).toString('base64url');
  setCookie(c, cookieName(place, secure), token, {
    path: place.base === '' ? '/' : place.base,
    httpOnly: true,
    // Lax, so that the session holds when a link in another app leads here.
    sameSite: 'Lax',
    secure,
    maxAge: days400,
  });
};

const tokenOf = (c: Context, place: Place, secure: boolean): string | undefined => {
  const token = getCookie(c, cookieName(place, secure));
  return token !== undefined && tokenShape.test(token) ? token : undefined;
};

const cookieName = (place: Place, secure: boolean): string => {
  if (place.seat !== undefined) return `${secure ? '__Secure-' : ''}rasoat-${place.seat}`;
  return secure ? '__Host-rasoat' : 'rasoat';
};

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
