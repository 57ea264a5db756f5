import { afterEach, expect, it } from 'vitest';
import { secretFrom, type Webhook } from '../../src/channel/webhook.ts';
import { serve } from './served.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A server with one webhook, and a way to call it. */
async function served(take: Webhook['take']) {
  const webhook = { path: '/webhook/test', header: 'X-Secret', secret: 'the-right-secret', take } as const;
  const { url, channel, errors } = await serve({ webhooks: [webhook] });
  endings.push(() => channel.stop());
  const call = async (body: string | null, secret?: string) => {
    const headers = secret === undefined ? {} : { 'X-Secret': secret };
    const method = body === null ? 'GET' : 'POST';
    return (await fetch(`${url}/webhook/test`, { method, headers, body })).status;
  };
  return { call, errors };
}

it('hands the body over and says yes once it is taken', async () => {
  const taken: unknown[] = [];
  const { call } = await served(async (body) => void taken.push(body));
  expect(await call('{"a":"ế"}', 'the-right-secret')).toBe(200);
  expect(taken).toEqual([{ a: 'ế' }]);
});

it.each([undefined, '', 'the-right-secre', 'the-right-secret-', 'THE-RIGHT-SECRET'])(
  'turns away whoever shows the secret %j, before anything is read',
  async (secret) => {
    const taken: unknown[] = [];
    const { call } = await served(async (body) => void taken.push(body));
    expect(await call('{"a":1}', secret)).toBe(401);
    expect(await call('no json', secret)).toBe(401);
    expect(await call('x'.repeat(2 << 20), secret)).toBe(401);
    expect(taken).toEqual([]);
  },
);

it('refuses what is no JSON, what is too long, and what is not posted', async () => {
  const { call } = await served(async () => {});
  expect(await call('no json', 'the-right-secret')).toBe(400);
  expect(await call(`"${'x'.repeat(1 << 20)}"`, 'the-right-secret')).toBe(413);
  expect(await call(null, 'the-right-secret')).toBe(404);
});

it('asks to be called again while the update cannot be written down', async () => {
  let isAway = true;
  const { call, errors } = await served(async () => {
    if (isAway) throw new Error('the database is away');
  });
  expect(await call('{}', 'the-right-secret')).toBe(503);
  expect(errors).toHaveLength(1);
  isAway = false;
  expect(await call('{}', 'the-right-secret')).toBe(200);
});

it('makes a secret of its own from the token, which does not tell the token', () => {
  const secret = secretFrom('7000000001:AAE-Stand-In_of-the-Bot-Api-123456');
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(secretFrom('7000000001:AAE-Stand-In_of-the-Bot-Api-123457')).not.toBe(secret);
});
