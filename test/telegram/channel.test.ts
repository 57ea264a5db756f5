import { expect, it } from 'vitest';
import { COMMANDS, setUp } from './set-up.ts';

it('says what it can do', async () => {
  const { channel } = await setUp();
  expect(channel()).toMatchObject({
    name: 'telegram',
    can: { buttons: true, edit: true, picture: false, voice: false, maxText: 16_384 },
  });
});

it('learns its name, removes a webhook without losing what waits, and sets the menus', async () => {
  const { api, channel, stored } = await setUp();
  api.setWebhook('https://old.example/hook');
  api.person(7).says('đang chờ');
  const telegram = channel();
  expect(telegram.link('ABC')).toBeNull();
  await telegram.start();
  expect(telegram.link('ABC-1_2')).toBe('https://t.me/rasoat_test_bot?start=ABC-1_2');
  expect(telegram.link(null)).toBe('https://t.me/rasoat_test_bot');
  expect(() => telegram.link('có dấu')).toThrow('start code');
  await api.until(() => stored.length === 1);
  expect(api.calls.map(({ method }) => method).slice(0, 4)).toEqual([
    'getMe',
    'deleteWebhook',
    'setMyCommands',
    'setMyCommands',
  ]);
  expect(Object.fromEntries(api.commands)).toEqual({
    'all_private_chats:': COMMANDS.en,
    'all_private_chats:vi': COMMANDS.vi,
  });
});

it.each(['7000000001:AAE-another-token-of-the-same-shape', 'nonsense'])(
  'refuses to start with the token %s',
  async (token) => {
    const { channel, lines } = await setUp();
    const start = channel({ token }).start();
    await expect(start).rejects.toThrow(/TELEGRAM_BOT_TOKEN is refused by Telegram.*@BotFather/);
    await expect(start).rejects.not.toThrow(token);
    expect(lines.join()).not.toContain(token);
  },
);

it.each([
  ['a cut line', 'reset'],
  ['an error of the server', { code: 502, description: 'Bad Gateway' }],
  ['no answer', 'hang'],
] as const)('starts with the rest of the program when Telegram has %s, and comes after', async (_, fault) => {
  const { api, channel, stored, lines } = await setUp();
  api.fail('getMe', fault, 2);
  api.fail('deleteWebhook', fault, 2);
  const telegram = channel({ requestTimeoutSeconds: 0.2 });
  await telegram.start();
  expect(telegram.link('A')).toBeNull();
  api.person(7).says('một');
  await api.until(() => stored.length === 1);
  expect(telegram.link('A')).not.toBeNull();
  expect(lines.filter((line) => line.includes('cannot be reached'))).toHaveLength(4);
  expect(lines.join()).not.toContain(api.token);
});

it('takes people in though its menu was refused', async () => {
  const { api, channel, stored, lines } = await setUp();
  const bad = [{ command: 'Bắt-đầu', description: 'x' }];
  await channel({ commands: { vi: bad, en: bad } }).start();
  api.person(7).says('một');
  await api.until(() => stored.length === 1);
  expect(lines.join()).toContain('BOT_COMMAND_INVALID');
});

it('stops at once while it cannot reach Telegram', async () => {
  const { api, channel } = await setUp();
  api.fail('deleteWebhook', 'hang');
  const telegram = channel();
  await telegram.start();
  await api.until(() => api.calls.some(({ method }) => method === 'deleteWebhook'));
  const begun = Date.now();
  await telegram.stop();
  expect(Date.now() - begun).toBeLessThan(1_000);
});

it('can be started again after it was stopped', async () => {
  const { api, channel, stored } = await setUp();
  const telegram = channel();
  await telegram.start();
  await telegram.stop();
  await telegram.start();
  api.person(7).says('một');
  await api.until(() => stored.length === 1);
});

it('accepts an address of the Bot API that ends in a slash, and logs nothing of people', async () => {
  const { api, channel, stored, lines } = await setUp();
  await channel({ apiRoot: `${api.url}/` }).start();
  api.person(7).says('tôi tên là Bí Mật');
  api.person(7).sends('contact');
  await api.until(() => stored.length === 2 && api.pending().length === 0);
  expect(lines.join()).not.toMatch(/Mật|8490|bi_mat/);
});
