import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/channel/channel.ts';
import { setUp } from './set-up.ts';

const webhook = { base: 'https://rasoat.example.vn', secret: 'a-secret-of-the-ward' };

function outgoing(text: string, labels: readonly string[] = [], actions: readonly string[] = []): Outgoing {
  const choices = (each: readonly string[]) => each.map((label) => ({ label, data: 'x' }));
  return {
    id: 1,
    address: 'chat-1',
    rendered: { text, options: choices(labels), actions: choices(actions) },
  };
}

describe('taking in', () => {
  it('takes in what a person says, one event after another, each under the id of its message', async () => {
    const { api, channel, stored } = await setUp();
    const person = api.person('chat-1');
    const first = person.says('xin chào');
    await channel().start();
    await api.until(() => stored.length === 1);
    const second = person.says('/start ABC');
    await api.until(() => stored.length === 2);
    const who = { channel: 'zalo', bot: 'zalo:4100000001', address: 'chat-1' };
    expect(stored).toEqual([
      { ...who, key: first, input: { kind: 'text', text: 'xin chào' } },
      { ...who, key: second, input: { kind: 'text', text: '/start ABC' } },
    ]);
  });

  it.each([
    ['image', 'photo'],
    ['sticker', 'sticker'],
    ['voice', 'voice'],
    ['unsupported', 'other'],
  ] as const)('takes %s as something it cannot read', async (thing, what) => {
    const { api, channel, stored } = await setUp();
    api.person('chat-1').sends(thing);
    await channel().start();
    await api.until(() => stored.length === 1);
    expect(stored[0]?.input).toEqual({ kind: 'unsupported', what });
    expect(JSON.stringify(stored)).not.toMatch(/Mật|https/);
  });

  it('knows a group, and passes over what no person said', async () => {
    const { api, channel, stored } = await setUp();
    api.deliver({ event_name: 'message.text.received', message: { message_id: '1' } });
    api.deliver({
      event_name: 'message.text.received',
      message: {
        from: { is_bot: true },
        chat: { id: 'x', chat_type: 'PRIVATE' },
        text: 'a',
        message_id: '2',
      },
    });
    api.deliver('nonsense');
    api.person('group-1', 'GROUP').says('chào cả nhóm');
    await channel().start();
    await api.until(() => stored.length === 1);
    expect(stored[0]).toMatchObject({ address: 'group-1', input: { kind: 'group' } });
  });

  it('keeps an event in hand until it is written down, for Zalo gives it once', async () => {
    const { api, channel, stored, lines } = await setUp();
    let failures = 3;
    const receive = async (batch: readonly (typeof stored)[number][]) => {
      if (failures-- > 0) throw new Error('the database is away');
      stored.push(...batch);
    };
    api.person('chat-1').says('đừng mất');
    await channel({ receive }).start();
    await api.until(() => stored.length === 1);
    expect(stored[0]?.input).toEqual({ kind: 'text', text: 'đừng mất' });
    expect(lines.filter((line) => line.includes('not written down'))).toHaveLength(3);
  });

  it('writes down what it has in hand though it is stopped', async () => {
    const { api, channel, stored } = await setUp();
    let isAway = true;
    let tries = 0;
    const zalo = channel({
      receive: async (batch) => {
        tries += 1;
        if (isAway) throw new Error('the database is away');
        stored.push(...batch);
      },
    });
    api.person('chat-1').says('đừng mất');
    await zalo.start();
    await api.until(() => tries > 0);
    const stopped = zalo.stop();
    isAway = false;
    await stopped;
    expect(stored).toHaveLength(1);
  });

  it.each(['timeout', 'empty'] as const)(
    'asks again after a silence told by %s, without haste',
    async (silence) => {
      const { api, channel, stored, lines } = await setUp();
      api.silence = silence;
      await channel({ pollTimeoutSeconds: 1 }).start();
      await api.until(() => api.calls.filter(({ method }) => method === 'getUpdates').length === 2);
      api.person('chat-1').says('một');
      await api.until(() => stored.length === 1);
      expect(api.calls.filter(({ method }) => method === 'getUpdates').length).toBeLessThan(5);
      expect(lines.join()).not.toContain('gave no event');
    },
  );

  it.each(['reset', 'html', { code: 500, description: 'Internal' }] as const)(
    'goes on after %j',
    async (fault) => {
      const { api, channel, stored, lines } = await setUp();
      api.fail('getUpdates', fault, 2);
      api.person('chat-1').says('một');
      await channel().start();
      await api.until(() => stored.length === 1);
      expect(lines.filter((line) => line.includes('gave no event'))).toHaveLength(2);
      expect(lines.join()).not.toContain(api.token);
    },
  );
});

describe('starting', () => {
  it('refuses a wrong token in plain words, and does not show it', async () => {
    const { channel, lines } = await setUp();
    const token = '4100000001:another-token-of-the-shape';
    const start = channel({ token }).start();
    await expect(start).rejects.toThrow(/ZALO_BOT_TOKEN is refused by Zalo.*Zalo Bot Manager/);
    expect(lines.join()).not.toContain(token);
  });

  it.each(['reset', { code: 502, description: 'Bad Gateway' }] as const)(
    'starts with the rest of the program when Zalo has %j, and comes after',
    async (fault) => {
      const { api, channel, stored, lines } = await setUp();
      api.fail('getMe', fault);
      api.fail('deleteWebhook', fault, 2);
      await channel().start();
      api.person('chat-1').says('một');
      await api.until(() => stored.length === 1);
      expect(lines.filter((line) => line.includes('cannot be reached'))).toHaveLength(3);
    },
  );

  it('stops at once while an answer is awaited, and can be started again', async () => {
    const { api, channel, stored } = await setUp();
    const zalo = channel();
    await zalo.start();
    await api.until(() => api.calls.some(({ method }) => method === 'getUpdates'));
    const begun = Date.now();
    await zalo.stop();
    expect(Date.now() - begun).toBeLessThan(1_000);
    await zalo.start();
    api.person('chat-1').says('một');
    await api.until(() => stored.length === 1);
  });
});

describe('the webhook', () => {
  it('is set below the public address with its secret, and then nothing is fetched', async () => {
    const { api, channel } = await setUp();
    await channel({ webhook }).start();
    await api.until(() => api.webhook() !== null);
    expect(api.webhook()).toEqual({ url: 'https://rasoat.example.vn/webhook/zalo', secret: webhook.secret });
    expect(api.calls.map(({ method }) => method)).not.toContain('getUpdates');
  });

  it('is removed when there is no public address any more', async () => {
    const { api, channel, stored } = await setUp();
    const handed = channel({ webhook });
    await handed.start();
    await api.until(() => api.webhook() !== null);
    await handed.stop();
    api.person('chat-1').says('giữa chừng');
    await channel().start();
    await api.until(() => stored.length === 1);
    expect(api.webhook()).toBeNull();
  });

  it('falls back to fetching when Zalo does not take the address', async () => {
    const { api, channel, stored, lines } = await setUp();
    await channel({ webhook: { ...webhook, base: 'http://192.168.1.5:3000' } }).start();
    api.person('chat-1').says('một');
    await api.until(() => stored.length === 1);
    expect(lines.join()).toContain('PUBLIC_URL must be an https address');
  });

  it('takes an event in its envelope, and rejects while it cannot be written down', async () => {
    const { channel, stored } = await setUp();
    const event = {
      event_name: 'message.text.received',
      message: { chat: { id: 'c', chat_type: 'PRIVATE' }, text: 'chào', message_id: 'm1', date: 1 },
    };
    await channel({ webhook }).webhook?.take({ ok: true, result: event });
    expect(stored).toMatchObject([{ key: 'm1', address: 'c', input: { kind: 'text', text: 'chào' } }]);
    const receive = () => Promise.reject(new Error('away'));
    await expect(channel({ webhook, receive }).webhook?.take({ ok: true, result: event })).rejects.toThrow(
      'away',
    );
  });
});

describe('sending', () => {
  it('writes what can be chosen as a numbered list, and other words below', async () => {
    const { api, channel } = await setUp();
    const person = api.person('chat-1');
    const delivery = await channel().send(
      outgoing('Nhà tiêu loại nào?', ['Tự hoại', 'Hai ngăn'], ['Không biết']),
    );
    expect(delivery).toEqual({ kind: 'sent' });
    expect(person.hears).toEqual(['Nhà tiêu loại nào?\n\n1. Tự hoại\n2. Hai ngăn\n\n("Không biết")']);
  });

  describe('drawings', () => {
    const picture = {
      sheet: 'latrine.vi',
      alt: 'Hình các loại nhà tiêu',
      drawings: ['a', 'b'],
      again: false,
    };
    const asked = (given: Partial<typeof picture> = {}): Outgoing => {
      const message = outgoing('Nhà tiêu loại nào?', ['Tự hoại', 'Hai ngăn']);
      return { ...message, rendered: { ...message.rendered, picture: { ...picture, ...given } } };
    };
    const pictureUrl = ({ drawings }: { drawings: readonly string[] }) =>
      drawings.length === 2 ? 'https://rasoat.example.vn/pictures/latrine.vi.png?v=1' : null;
    const list = 'Nhà tiêu loại nào?\n\n1. Tự hoại\n2. Hai ngăn';

    it('go before the question by their public address', async () => {
      const { api, channel } = await setUp();
      const person = api.person('chat-1');
      const zalo = channel({ pictureUrl });
      expect(zalo.can.picture).toBe(true);
      expect(await zalo.send(asked())).toEqual({ kind: 'sent' });
      const photo = '[https://rasoat.example.vn/pictures/latrine.vi.png?v=1] Hình các loại nhà tiêu';
      expect(person.hears).toEqual([photo, list]);
    });

    it('are left out without an address, when they stand above already, and of an older question', async () => {
      const { api, channel } = await setUp();
      const person = api.person('chat-1');
      expect(channel().can.picture).toBe(false);
      await channel().send(asked());
      await channel({ pictureUrl }).send(asked({ again: true }));
      await channel({ pictureUrl }).send(asked({ drawings: ['a'] }));
      expect(person.hears).toEqual([list, list, list]);
    });

    it('never keep the question waiting', async () => {
      const { api, channel } = await setUp();
      const person = api.person('chat-1');
      for (const fault of ['reset', { code: 400, description: 'Bad Request: photo' }] as const) {
        api.fail('sendPhoto', fault);
        expect(await channel({ pictureUrl }).send(asked())).toEqual({ kind: 'sent' });
      }
      expect(person.hears).toEqual([list, list]);
    });

    it('are not pressed upon somebody who has blocked the bot', async () => {
      const { api, channel } = await setUp();
      api.person('chat-1').blocks();
      expect(await channel({ pictureUrl }).send(asked())).toMatchObject({ kind: 'gone' });
    });
  });

  it('sends a long card in numbered parts of at most 2000 characters', async () => {
    const { api, channel } = await setUp();
    const person = api.person('chat-1');
    const paragraphs = Array.from({ length: 40 }, (_, n) => `Dòng ${n}: ${'chữ '.repeat(30).trim()}`);
    await channel().send(outgoing(paragraphs.join('\n\n'), ['Có', 'Không']));
    const parts = person.hears.map((part) => part.split('\n')[0]);
    expect(parts).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    for (const part of person.hears) expect(part.length).toBeLessThanOrEqual(2000);
    for (const paragraph of paragraphs)
      expect(person.hears.filter((part) => part.includes(paragraph))).toHaveLength(1);
    expect(person.hears.at(-1)).toMatch(/1\. Có\n2\. Không$/);
  });

  it.each([
    [
      { code: 429, description: 'Too Many Requests', after: 7 },
      { kind: 'retry', afterSeconds: 7 },
    ],
    [{ code: 500, description: 'Internal' }, { kind: 'retry' }],
    ['reset', { kind: 'retry' }],
    ['html', { kind: 'retry' }],
    [
      { code: 401, description: 'Unauthorized' },
      { kind: 'retry', afterSeconds: 60 },
    ],
    [{ code: 403, description: 'Forbidden' }, { kind: 'gone' }],
    [{ code: 400, description: 'Bad Request' }, { kind: 'rejected' }],
  ] as const)('after %j says %j', async (fault, delivery) => {
    const { api, channel } = await setUp();
    api.person('chat-1');
    api.fail('sendMessage', fault);
    const given = await channel().send(outgoing('chào'));
    expect(given).toMatchObject(delivery);
    expect(JSON.stringify(given)).not.toContain(api.token);
  });

  it('tries again what hangs', async () => {
    const { api, channel } = await setUp();
    api.person('chat-1');
    api.fail('sendMessage', 'hang');
    const given = await channel({ requestTimeoutSeconds: 0.1 }).send(outgoing('chào'));
    expect(given).toEqual({ kind: 'retry', reason: 'network: timeout' });
  });

  it('knows who has blocked the bot', async () => {
    const { api, channel } = await setUp();
    api.person('chat-1').blocks();
    expect(await channel().send(outgoing('chào'))).toMatchObject({ kind: 'gone' });
  });
});
