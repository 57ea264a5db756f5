import { expect, it } from 'vitest';
import type { Receive } from '../../src/incoming.ts';
import { setUp } from './set-up.ts';

it('takes in what people do, and asks for nothing else', async () => {
  const { api, channel, stored } = await setUp();
  const telegram = channel();
  await telegram.start();
  const person = api.person(7);
  person.says('/start ABC');
  person.sends('voice');
  person.edits('sửa');
  person.blocks();
  person.unblocks();
  await api.until(() => stored.length === 5);
  expect(stored.map(({ input }) => input)).toEqual([
    { kind: 'text', text: '/start ABC' },
    { kind: 'unsupported', what: 'voice' },
    { kind: 'unsupported', what: 'edited' },
    { kind: 'blocked' },
    { kind: 'unblocked' },
  ]);
  expect(new Set(stored.map(({ bot, address }) => `${bot} ${address}`))).toEqual(
    new Set(['telegram:7000000001 7']),
  );
  expect(api.calls.find(({ method }) => method === 'getUpdates')?.params).toEqual({
    offset: 0,
    limit: 100,
    timeout: 30,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  });
});

it('stops the spinner after a press was written down, and does not mind when it is too late', async () => {
  const { api, channel, stored } = await setUp();
  const telegram = channel();
  await telegram.start();
  const person = api.person(7);
  person.says('/start');
  const rendered = { text: 'Xe máy?', options: [{ label: 'Có', data: 'q1:yes' }], actions: [] };
  await telegram.send({ id: 1, address: '7', rendered });
  person.presses('Có');
  await api.until(() => stored.some(({ input }) => input.kind === 'button') && api.openQueries.size === 0);

  person.presses('Có');
  api.expireQueries();
  await api.until(() => api.calls.some(({ answer }) => /too old/.test(answer?.description ?? '')));
  person.says('còn đây');
  await api.until(() => stored.some(({ input }) => input.kind === 'text' && input.text === 'còn đây'));
});

it('does not wait for an answer about a spinner', async () => {
  const { api, channel, stored } = await setUp();
  const telegram = channel();
  await telegram.start();
  const person = api.person(7);
  person.says('/start');
  await telegram.send({
    id: 1,
    address: '7',
    rendered: { text: 'x', options: [{ label: 'Có', data: 'y' }], actions: [] },
  });
  api.fail('answerCallbackQuery', 'hang');
  person.presses('Có');
  person.says('tiếp');
  await api.until(() => stored.length === 3);
});

it('confirms an update only after it was written down, and loses none when writing fails', async () => {
  const { api, channel, lines } = await setUp();
  const tries: string[][] = [];
  const receive: Receive = async (batch) => {
    tries.push(batch.map(({ key }) => key));
    if (tries.length <= 2) throw new Error('no database; the person said Có');
  };
  const person = api.person(7);
  const first = String(person.says('một'));
  const second = String(person.says('hai'));
  await channel({ receive }).start();
  await api.until(() => tries.length >= 3 && api.pending().length === 0);
  expect(tries).toEqual([
    [first, second],
    [first, second],
    [first, second],
  ]);
  const offsets = api.calls
    .filter(({ method }) => method === 'getUpdates')
    .map(({ params }) => params.offset);
  expect(offsets).toEqual([0, 0, 0, Number(second) + 1]);
  expect(lines.filter((line) => line.includes('not written down'))).toHaveLength(2);
  expect(lines.join()).not.toContain('Có');
});

it('asks for no more while a batch is being written down', async () => {
  const { api, channel } = await setUp();
  let release = () => {};
  let begun = false;
  const receive: Receive = () =>
    new Promise((resolve) => {
      begun = true;
      release = resolve;
    });
  api.person(7).says('một');
  await channel({ receive }).start();
  await api.until(() => begun);
  expect(api.calls.filter(({ method }) => method === 'getUpdates')).toHaveLength(1);
  expect(api.pending()).toHaveLength(1);
  release();
  await api.until(() => api.pending().length === 0);
});

it('gives to the next program what the one before did not live to confirm', async () => {
  const { api, channel, stored } = await setUp();
  const update = api.person(7).says('một');
  const dying = channel({ receive: () => Promise.reject(new Error('dies')) });
  await dying.start();
  await api.until(() => api.calls.some(({ method }) => method === 'getUpdates'));
  await dying.stop();
  await channel().start();
  await api.until(() => api.pending().length === 0);
  expect(stored.map(({ key }) => key)).toEqual([String(update)]);
});

it('hands an update over twice when Telegram does, with the same key', async () => {
  const { api, channel, stored } = await setUp();
  await channel().start();
  api.person(7).says('một');
  await api.until(() => stored.length === 1 && api.pending().length === 0);
  api.resend();
  await api.until(() => stored.length === 2);
  expect(stored[0]).toEqual(stored[1]);
  api.person(7).says('hai');
  await api.until(() => stored.length === 3 && api.pending().length === 0);
});

it('confirms what concerns nobody without writing it down', async () => {
  const { api, channel, stored } = await setUp();
  let calls = 0;
  const receive: Receive = async () => {
    calls += 1;
  };
  await channel({ receive }).start();
  const chat = { id: -5, type: 'group', title: 'Thôn' };
  api.deliver('message', {
    message_id: 1,
    date: 1,
    chat,
    from: { id: 9, is_bot: false, first_name: 'x' },
    text: 'chào',
  });
  await api.until(() => api.calls.filter(({ method }) => method === 'getUpdates').length === 2);
  await api.until(() => api.pending().length === 0);
  expect([calls, stored.length]).toEqual([0, 0]);
});

it.each([
  ['a cut line', 'reset'],
  ['a gateway page', 'html'],
  ['an error of the server', { code: 500, description: 'Internal Server Error' }],
] as const)('goes on after %s', async (_, fault) => {
  const { api, channel, stored, lines } = await setUp();
  api.fail('getUpdates', fault, 3);
  api.person(7).says('một');
  await channel().start();
  await api.until(() => stored.length === 1);
  expect(lines.filter((line) => line.includes('gave no updates'))).toHaveLength(3);
  expect(lines.join()).not.toContain(api.token);
});

it('waits as long as Telegram says', async () => {
  const { api, channel, stored } = await setUp();
  api.fail('getUpdates', {
    code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  api.person(7).says('một');
  const begun = Date.now();
  await channel().start();
  await api.until(() => stored.length === 1);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
});

it('stops asking when Telegram refuses the token, and says what to do', async () => {
  const { api, channel, lines } = await setUp();
  api.fail('getUpdates', { code: 401, description: 'Unauthorized' });
  await channel().start();
  await api.until(() => lines.some((line) => line.includes('TELEGRAM_BOT_TOKEN is refused')));
  api.person(7).says('một');
  expect(api.calls.filter(({ method }) => method === 'getUpdates')).toHaveLength(1);
});

it('says what to do when another program polls or a webhook is set, and goes on afterwards', async () => {
  const { api, channel, lines, stored } = await setUp();
  await channel().start();
  await api.until(() => api.calls.some(({ method }) => method === 'getUpdates'));
  api.setWebhook('https://other.example/hook');
  await api.until(() => lines.some((line) => line.includes('webhook is active')));
  expect(lines.join()).toContain('deleteWebhook');
  api.setWebhook('');
  api.person(7).says('một');
  await api.until(() => stored.length === 1);

  await fetch(`${api.url}/bot${api.token}/getUpdates?timeout=0`);
  await api.until(() => lines.some((line) => line.includes('terminated by other getUpdates request')));
  api.person(7).says('hai');
  await api.until(() => stored.length === 2);
});

it('stops at once though a question to Telegram is open, and finishes what it received', async () => {
  const { api, channel, stored } = await setUp();
  const telegram = channel();
  await telegram.start();
  await api.until(() => api.calls.some(({ method }) => method === 'getUpdates'));
  const begun = Date.now();
  await telegram.stop();
  expect(Date.now() - begun).toBeLessThan(1_000);

  let release = () => {};
  let begunToStore = false;
  const receive: Receive = async (batch) => {
    begunToStore = true;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    stored.push(...batch);
  };
  const second = channel({ receive });
  api.person(7).says('một');
  await second.start();
  await api.until(() => begunToStore);
  const stopped = second.stop();
  release();
  await stopped;
  expect(stored).toHaveLength(1);
});
