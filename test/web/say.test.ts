import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressOf, serve } from './served.ts';
import { visit } from './visitor.ts';

let web: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  web = await serve();
});
afterEach(() => web.channel.stop());

const codeOf = async (response: Response) => ({ status: response.status, ...(await response.json()) });

describe('the account', () => {
  test('is an unguessable cookie that pages give and renew', async () => {
    const first = await visit(web.url);
    expect(first.page.headers.get('set-cookie')).toMatch(
      /^rasoat=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const again = await fetch(`${web.url}/`, { headers: { Cookie: first.cookie } });
    expect(again.headers.get('set-cookie')).toContain(first.cookie);
    const foreign = await fetch(`${web.url}/`, { headers: { Cookie: 'rasoat=guess' } });
    expect(foreign.headers.get('set-cookie')).not.toContain('rasoat=guess');
  });

  test('is bound to the host and to https where the public address is https', async () => {
    const secure = await serve({ publicUrl: 'https://rasoat.example' });
    const { page } = await visit(secure.url);
    expect(page.headers.get('set-cookie')).toMatch(
      /^__Host-rasoat=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await secure.channel.stop();
  });

  test('is never made by anything but a page', async () => {
    const guest = await visit(web.url);
    for (const response of [
      await guest.say({ text: 'Xin chào' }, { Cookie: '' }),
      await fetch(`${web.url}/lines`),
      await fetch(`${web.url}/stream`),
    ]) {
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(await codeOf(response)).toEqual({ status: 401, code: 'no-account' });
    }
    expect(web.inbox.size).toBe(0);
  });

  test('is known to the core by its hash only', async () => {
    const guest = await visit(web.url);
    await guest.say({ text: 'Xin chào' });
    const [said] = [...web.inbox.values()];
    expect(said?.address).toBe(addressOf(guest.cookie));
    expect(JSON.stringify([...web.inbox.values(), ...web.kept.values()])).not.toContain(
      guest.cookie.slice(7),
    );
  });
});

describe('what is said', () => {
  test('comes in as text or as a button, and is kept to be shown', async () => {
    const guest = await visit(web.url);
    expect((await guest.say({ text: ' Xin chào ' })).status).toBe(202);
    await guest.say({ data: 'i1:q1:1:yes', label: 'Có' });
    await guest.say({ data: 'i1:q2:1:tick' });
    await guest.say({ text: '/start ZONE1', label: 'Bắt đầu' });
    expect([...web.inbox.values()].map((one) => one.input)).toEqual([
      { kind: 'text', text: 'Xin chào' },
      { kind: 'button', data: 'i1:q1:1:yes' },
      { kind: 'button', data: 'i1:q2:1:tick' },
      { kind: 'text', text: '/start ZONE1' },
    ]);
    const { lines } = await guest.lines();
    expect(lines.map((line: { rendered: { text: string } }) => line.rendered.text)).toEqual([
      'Xin chào',
      'Có',
      'Bắt đầu',
    ]);
  });

  test('counts once however often its key comes', async () => {
    const guest = await visit(web.url);
    const key = randomUUID();
    for (let i = 0; i < 3; i += 1) expect((await guest.say({ key, text: 'Có' })).status).toBe(202);
    expect(web.inbox.size).toBe(1);
    expect((await guest.lines()).lines).toMatchObject([{ key, from: 'me' }]);
    // The same key from somebody else is another message.
    await (await visit(web.url)).say({ key, text: 'Có' });
    expect(web.inbox.size).toBe(2);
  });

  test('is taken again after a failure of the inbox', async () => {
    const guest = await visit(web.url);
    const key = randomUUID();
    web.fail(true);
    expect(await codeOf(await guest.say({ key, text: 'Có' }))).toEqual({ status: 500, code: 'later' });
    expect(web.errors).toHaveLength(1);
    web.fail(false);
    expect((await guest.say({ key, text: 'Có' })).status).toBe(202);
    expect(web.inbox.size).toBe(1);
    expect((await guest.lines()).lines).toHaveLength(1);
  });

  test('is refused when a foreign page or a form sent it', async () => {
    const guest = await visit(web.url);
    const refused = { status: 403, code: 'cross-site' };
    const text = 'Có';
    expect(await codeOf(await guest.say({ text }, { Origin: 'https://evil.example' }))).toEqual(refused);
    expect(await codeOf(await guest.say({ text }, { Origin: 'null' }))).toEqual(refused);
    expect(await codeOf(await guest.say({ text }, { Origin: '' }))).toEqual(refused);
    expect(await codeOf(await guest.say({ text }, { 'Content-Type': 'text/plain' }))).toEqual(refused);
    expect(web.inbox.size).toBe(0);
  });

  test('is taken from the public address behind a proxy', async () => {
    const proxied = await serve({ publicUrl: 'http://rasoat.example/' });
    const guest = await visit(proxied.url);
    expect((await guest.say({ text: 'Có' }, { Origin: 'http://rasoat.example' })).status).toBe(202);
    await proxied.channel.stop();
  });

  test('has a limit of characters and of bytes', async () => {
    const guest = await visit(web.url);
    expect((await guest.say({ text: 'ệ'.repeat(4096) })).status).toBe(202);
    expect(await codeOf(await guest.say({ text: 'ệ'.repeat(4097) }))).toEqual({
      status: 400,
      code: 'too-long',
    });
    expect(await codeOf(await guest.say({ text: 'ệ'.repeat(6000) }))).toEqual({
      status: 413,
      code: 'too-big',
    });
  });

  test('is refused when it makes no sense', async () => {
    const guest = await visit(web.url);
    const bodies = [
      {},
      { key: '1', text: 'a' },
      { text: '  ' },
      { text: 1 },
      { data: 'x'.repeat(65) },
      { text: 'a', data: 'b' },
    ];
    for (const body of bodies) {
      expect(await codeOf(await guest.say(body)), JSON.stringify(body)).toEqual({
        status: 400,
        code: 'unreadable',
      });
    }
    expect(web.inbox.size).toBe(0);
  });

  test('loses what no database can hold', async () => {
    const guest = await visit(web.url);
    await guest.say({ text: 'a\u0000b\ud800c' });
    expect([...web.inbox.values()][0]?.input).toEqual({ kind: 'text', text: 'ab\ufffdc' });
  });

  test('is slowed down per address when it comes too fast', async () => {
    const guest = await visit(web.url);
    const answers: Response[] = [];
    for (let i = 0; i < 31; i += 1) answers.push(await guest.say({ text: `${i}` }));
    expect(answers.slice(0, 30).every((one) => one.status === 202)).toBe(true);
    expect(answers[30]?.status).toBe(429);
    expect(Number(answers[30]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await (await visit(web.url)).say({ text: 'Có' })).status).toBe(202);
  });
});
