import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rateLimit } from '../../src/web/rate.ts';
import { addressOf, serve } from './served.ts';
import { visit } from './visitor.ts';

let web: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  web = await serve({ beatMs: 50 });
});
afterEach(() => web.channel.stop());

const message = (id: number, address: string, text: string, edits?: string) => ({
  id,
  address,
  rendered: { text, options: [], actions: [] },
  ...(edits === undefined ? {} : { edits }),
});

describe('the stream', () => {
  test('brings the history, then each message as it is sent, and a beat in silence', async () => {
    const guest = await visit(web.url);
    const address = addressOf(guest.cookie);
    await web.channel.send(message(1, address, 'một'));
    const stream = await guest.stream();
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    expect(await stream.until('một')).toContain('retry: 2000');
    await web.channel.send(message(2, address, 'hai'));
    await guest.say({ text: 'ba' });
    const heard = await stream.until(': beat');
    expect(heard).toMatch(/id: 1\n[\s\S]*hai[\s\S]*id: 2\n[\s\S]*ba[\s\S]*id: 3\n/);
    stream.close();
  });

  test('resumes after the last change that was seen', async () => {
    const guest = await visit(web.url);
    const address = addressOf(guest.cookie);
    for (const [at, text] of ['một', 'hai', 'ba'].entries())
      await web.channel.send(message(at + 1, address, text));
    const stream = await guest.stream({ 'Last-Event-ID': '2' });
    const heard = await stream.until('ba');
    expect(heard).not.toContain('hai');
    stream.close();
    expect((await guest.lines(1)).lines).toHaveLength(2);
  });

  test('brings a changed message again under its old id', async () => {
    const guest = await visit(web.url);
    const address = addressOf(guest.cookie);
    const sent = await web.channel.send(message(1, address, 'trước'));
    const stream = await guest.stream();
    await stream.until('trước');
    if (sent.kind !== 'sent') throw new Error('not sent');
    await web.channel.send(message(2, address, 'sau', sent.ref));
    await stream.until('sau');
    expect((await guest.lines()).lines).toMatchObject([{ id: 1, change: 2, rendered: { text: 'sau' } }]);
    stream.close();
  });

  test('keeps a message once when it is sent twice', async () => {
    const guest = await visit(web.url);
    const address = addressOf(guest.cookie);
    const first = await web.channel.send(message(1, address, 'một'));
    expect(await web.channel.send(message(1, address, 'một'))).toEqual(first);
    expect((await guest.lines()).lines).toHaveLength(1);
  });

  test('is refused beyond a dozen per address', async () => {
    const guest = await visit(web.url);
    const open = await Promise.all(Array.from({ length: 12 }, () => guest.stream()));
    expect((await guest.stream()).response.status).toBe(429);
    for (const one of open) one.close();
    // A browser that leaves gives its place back.
    await expect.poll(async () => (await guest.stream()).response.status).toBe(200);
  });
});

describe('the channel', () => {
  test('stops quickly and ends its streams', async () => {
    const other = await serve();
    const stream = await (await visit(other.url)).stream();
    await stream.until('retry');
    const before = Date.now();
    await Promise.all([other.channel.stop(), stream.toEnd()]);
    expect(Date.now() - before).toBeLessThan(1500);
    await expect(fetch(other.url)).rejects.toThrow();
  });

  test('says which setting is wrong when its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const bound = taken.address();
    const httpPort = bound !== null && typeof bound === 'object' ? bound.port : 0;
    await expect(serve({ httpPort })).rejects.toThrow(/settings HOST and PORT.*another program.*set PORT/);
    taken.close();
  });

  test('asks to try again when the port fails', async () => {
    const broken = await serve();
    broken.port.keepSent = async () => {
      throw new Error('the database is away');
    };
    expect(await broken.channel.send(message(1, 'a', 'một'))).toEqual({
      kind: 'retry',
      reason: 'the database is away',
    });
    await broken.channel.stop();
  });
});

test('the limit forgets the addresses that are longest unseen, and opens again in time', () => {
  const rate = rateLimit({ most: 1, perMs: 1000, addresses: 2 });
  expect(rate('a', 0)).toBe(0);
  expect(rate('a', 500)).toBe(1);
  expect(rate('a', 1000)).toBe(0);
  expect(rate('b', 1000)).toBe(0);
  expect(rate('c', 1000)).toBe(0);
  expect(rate('a', 1001)).toBe(0);
});
