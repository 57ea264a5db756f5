import { expect, it } from 'vitest';
import { setUp } from './set-up.ts';

const webhook = { base: 'https://rasoat.example.vn', secret: 'a_secret-of-the-ward' };
const message = (id: number, text: string) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: 7, type: 'private' },
    from: { id: 7, is_bot: false, first_name: 'A' },
    text,
  },
});

it('sets the webhook below the public address with its secret, and fetches nothing', async () => {
  const { api, channel } = await setUp();
  await channel({ webhook }).start();
  await api.until(() => api.commands.size === 2);
  const set = api.calls.find(({ method }) => method === 'setWebhook');
  expect(set?.params).toEqual({
    url: 'https://rasoat.example.vn/webhook/telegram',
    secret_token: webhook.secret,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  });
  expect(api.calls.map(({ method }) => method)).not.toContain('getUpdates');
});

it('takes updates in as the fetched ones are, and stops the spinner of a press', async () => {
  const { api, channel, stored } = await setUp();
  const telegram = channel({ webhook });
  await telegram.start();
  await telegram.webhook?.take(message(31, 'xin chào'));
  const who = { channel: 'telegram', bot: 'telegram:7000000001', address: '7' };
  expect(stored).toEqual([{ ...who, key: '31', input: { kind: 'text', text: 'xin chào' } }]);
  await telegram.webhook?.take({
    update_id: 32,
    callback_query: { id: '77', data: 'a:1', message: { chat: { id: 7, type: 'private' } } },
  });
  await api.until(() => api.calls.some(({ method }) => method === 'answerCallbackQuery'));
  expect(stored[1]?.input).toEqual({ kind: 'button', data: 'a:1' });
  await telegram.webhook?.take({ update_id: 33, poll: {} });
  await telegram.webhook?.take('nonsense');
  expect(stored).toHaveLength(2);
});

it('rejects while the update cannot be written down, and while the bot has no name yet', async () => {
  const { api, channel } = await setUp();
  const receive = () => Promise.reject(new Error('away'));
  const telegram = channel({ webhook, receive });
  await telegram.start();
  await expect(telegram.webhook?.take(message(31, 'a'))).rejects.toThrow('away');
  api.fail('getMe', 'reset', 50);
  const nameless = channel({ webhook });
  await nameless.start();
  await expect(nameless.webhook?.take(message(31, 'a'))).rejects.toThrow('hand this over again');
});

it('fetches when Telegram does not take the address, and says what is wrong with it', async () => {
  const { api, channel, stored, lines } = await setUp();
  await channel({ webhook: { ...webhook, base: 'http://192.168.1.5:3000' } }).start();
  api.person(7).says('một');
  await api.until(() => stored.length === 1);
  expect(lines.join()).toContain('PUBLIC_URL must be an https address');
});

it('goes on trying to set the webhook while Telegram cannot be reached', async () => {
  const { api, channel } = await setUp();
  api.fail('setWebhook', { code: 502, description: 'Bad Gateway' }, 3);
  await channel({ webhook }).start();
  await api.until(() => api.webhook() !== '');
  expect(api.calls.filter(({ method }) => method === 'setWebhook')).toHaveLength(4);
});

it('loses nothing when it changes from fetching to the webhook and back', async () => {
  const { api, channel, stored } = await setUp();
  const person = api.person(7);
  const fetching = channel();
  await fetching.start();
  person.says('một');
  await api.until(() => api.pending().length === 0);
  await fetching.stop();
  person.says('hai');
  const handed = channel({ webhook });
  await handed.start();
  await api.until(() => api.webhook() !== '');
  for (const update of api.pending()) await handed.webhook?.take(update);
  await handed.stop();
  // What was taken but not confirmed comes once more the other way: the inbox knows its number.
  person.says('ba');
  await channel().start();
  await api.until(() => api.pending().length === 0);
  const said = new Map(stored.map(({ key, input }) => [key, input]));
  expect([...said.values()]).toEqual(['một', 'hai', 'ba'].map((text) => ({ kind: 'text', text })));
});
