import { Api } from 'grammy';
import { expect, it } from 'vitest';
import type { Outgoing } from '../../src/channel/channel.ts';
import { send } from '../../src/telegram/send.ts';
import type { BotApi, Fault } from './bot-api.ts';
import { setUp } from './set-up.ts';

const OPTIONS = [
  { label: 'Có', data: 'q1:yes' },
  { label: 'Không', data: 'q1:no' },
];

async function chat() {
  const { api } = await setUp();
  const person = api.person(7);
  person.says('/start');
  const client = new Api(api.token, { apiRoot: api.url, timeoutSeconds: 1 });
  return {
    api,
    person,
    say: (outgoing: Partial<Outgoing> = {}) => send(client, { ...message(), ...outgoing }),
  };
}

function message(text = 'Ông/bà có xe máy không?', options = OPTIONS): Outgoing {
  return { id: 1, address: '7', rendered: { text, options, actions: [{ label: 'Quay lại', data: 'back' }] } };
}

function lastParams(api: BotApi) {
  return api.calls.at(-1)?.params;
}

it('sends plain text with its buttons, without a preview, and tells the message', async () => {
  const { api, person, say } = await chat();
  const delivery = await say();
  expect(person.hears).toMatchObject([{ text: 'Ông/bà có xe máy không?' }]);
  expect(delivery).toEqual({ kind: 'sent', ref: String(person.hears[0]!.id) });
  expect(person.hears[0]!.buttons).toEqual([
    [
      { text: 'Có', callback_data: 'q1:yes' },
      { text: 'Không', callback_data: 'q1:no' },
    ],
    [{ text: 'Quay lại', callback_data: 'back' }],
  ]);
  expect(lastParams(api)).toMatchObject({ chat_id: 7, link_preview_options: { is_disabled: true } });
  expect(lastParams(api)).not.toHaveProperty('parse_mode');
});

it('leaves what looks like markup as it is', async () => {
  const { person, say } = await chat();
  await say(message('1 < 2 & <b>*_x_*'));
  expect(person.hears[0]!.text).toBe('1 < 2 & <b>*_x_*');
});

it('splits a long text and puts the buttons under the last part', async () => {
  const { person, say } = await chat();
  const text = `${'a'.repeat(3000)}\n\n${'b'.repeat(3000)}\n\n${'c'.repeat(3000)}`;
  const delivery = await say(message(text));
  expect(person.hears.map((part) => [part.text[0], part.text.length, part.buttons.length])).toEqual([
    ['a', 3000, 0],
    ['b', 3000, 0],
    ['c', 3000, 2],
  ]);
  expect(delivery).toEqual({ kind: 'sent', ref: String(person.hears[2]!.id) });
});

it('throws when the data of a button is too long: that is a bug', async () => {
  const { api, say } = await chat();
  await expect(say(message('x', [{ label: 'a', data: 'x'.repeat(65) }]))).rejects.toThrow('65');
  expect(api.calls).toEqual([]);
});

it('changes a message in place, and to change nothing is fine', async () => {
  const { person, say } = await chat();
  await say();
  const edits = String(person.hears[0]!.id);
  expect(await say({ ...message('Sửa'), edits })).toEqual({ kind: 'sent', ref: edits });
  expect(await say({ ...message('Sửa'), edits })).toEqual({ kind: 'sent', ref: edits });
  expect(person.hears).toHaveLength(1);
  expect(person.hears[0]!.text).toBe('Sửa');
});

it.each([
  ['was never there', '99'],
  ['is of the person', '1'],
  ['is no number', 'abc'],
])('sends a new message when the one to change %s', async (_, edits) => {
  const { person, say } = await chat();
  const delivery = await say({ edits });
  expect(delivery).toEqual({ kind: 'sent', ref: String(person.hears[0]!.id) });
});

it('sends a new message when a text that takes two shall replace one', async () => {
  const { person, say } = await chat();
  await say();
  const delivery = await say({ ...message('x'.repeat(5000)), edits: String(person.hears[0]!.id) });
  expect(person.hears).toHaveLength(3);
  expect(delivery).toEqual({ kind: 'sent', ref: String(person.hears[2]!.id) });
});

const error = (code: number, description: string, parameters?: object): Fault => ({
  code,
  description,
  ...(parameters ? { parameters } : {}),
});

it.each<[string, Fault, object]>([
  [
    'too many requests',
    error(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    { kind: 'retry', afterSeconds: 7, reason: 'Too Many Requests: retry after 7' },
  ],
  [
    'an error of the server',
    error(500, 'Internal Server Error'),
    { kind: 'retry', reason: 'Internal Server Error' },
  ],
  ['a gateway page', 'html', { kind: 'retry', reason: 'network: the answer is not JSON' }],
  ['a cut line', 'reset', { kind: 'retry', reason: 'network: ECONNRESET' }],
  ['no answer', 'hang', { kind: 'retry', reason: 'network: timeout' }],
  ['a refused token', error(401, 'Unauthorized'), { kind: 'retry', afterSeconds: 60 }],
  ['being blocked', error(403, 'Forbidden: bot was blocked by the user'), { kind: 'gone' }],
  ['a deleted account', error(403, 'Forbidden: user is deactivated'), { kind: 'gone' }],
  ['being kicked', error(403, 'Forbidden: bot was kicked from the group chat'), { kind: 'gone' }],
  ['an unknown chat', error(400, 'Bad Request: chat not found'), { kind: 'gone' }],
  [
    'a moved group',
    error(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1009999999999,
    }),
    {
      kind: 'rejected',
      reason: 'Bad Request: group chat was upgraded to a supergroup chat (the chat has a new id)',
    },
  ],
  [
    'a refusal that quotes people',
    error(400, 'Bad Request: cannot read "Nguyễn Bí Mật" of 123456789'),
    { kind: 'rejected', reason: 'Bad Request: cannot read "…" of [id]' },
  ],
])('makes data of %s', async (_, fault, expected) => {
  const { api, say } = await chat();
  api.fail('sendMessage', fault);
  const delivery = await say();
  expect(delivery).toMatchObject(expected);
  expect(JSON.stringify(delivery)).not.toContain(api.token);
  expect(await say()).toMatchObject({ kind: 'sent' });
});

it('makes data of a failing change, too', async () => {
  const { api, say } = await chat();
  api.fail('editMessageText', error(429, 'Too Many Requests: retry after 3', { retry_after: 3 }));
  expect(await say({ edits: '5' })).toMatchObject({ kind: 'retry', afterSeconds: 3 });
  api.fail('editMessageText', error(403, 'Forbidden: bot was blocked by the user'));
  expect(await say({ edits: '5' })).toMatchObject({ kind: 'gone' });
});

it('is told by the stand-in who has blocked it, whom it never met, and that a text is empty', async () => {
  const { person, say } = await chat();
  expect(await say({ address: '8' })).toEqual({ kind: 'gone', reason: 'Bad Request: chat not found' });
  expect(await say(message('  '))).toEqual({
    kind: 'rejected',
    reason: 'Bad Request: message text is empty',
  });
  person.blocks();
  expect(await say()).toEqual({ kind: 'gone', reason: 'Forbidden: bot was blocked by the user' });
});

it('asks for a retry when the answer was lost, though the person has the message', async () => {
  const { api, person, say } = await chat();
  api.fail('sendMessage', 'lost');
  expect(await say()).toMatchObject({ kind: 'retry' });
  expect(person.hears).toHaveLength(1);
});

it.each(['http://127.0.0.1:1', 'http://no-such-host.invalid'])(
  'never tells the token: %s',
  async (apiRoot) => {
    const token = '7000000001:AAE-secret-secret-secret-secret-12';
    const delivery = await send(new Api(token, { apiRoot, timeoutSeconds: 5 }), message());
    expect(delivery).toMatchObject({ kind: 'retry', reason: expect.stringMatching(/^network: E[A-Z_]+$/) });
    const { api, say } = await chat();
    api.fail('sendMessage', error(400, `Bad Request: /bot${api.token}/sendMessage`));
    expect(JSON.stringify(await say())).not.toContain('AAE');
  },
);
