import { describe, expect, it } from 'vitest';
import { setUp } from './set-up.ts';

type Answer = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: unknown;
};

async function meet() {
  const { api } = await setUp();
  const person = api.person(7);
  person.says('chào');
  const call = async (method: string, params: unknown = {}, token = api.token): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(params);
    return (await fetch(`${api.url}/bot${token}/${method}`, { method: 'POST', headers, body })).json();
  };
  const refusal = async (method: string, params: unknown) =>
    (await call(method, params)).description ?? 'accepted';
  return { api, person, call, refusal };
}

describe('the stand-in', () => {
  it('knows its token and its methods', async () => {
    const { call } = await meet();
    expect(await call('getMe')).toMatchObject({
      ok: true,
      result: { is_bot: true, username: 'rasoat_test_bot' },
    });
    expect(await call('getMe', {}, `7000000001:${'A'.repeat(35)}`)).toMatchObject({
      error_code: 401,
      description: 'Unauthorized',
    });
    expect(await call('getMe', {}, 'x')).toMatchObject({ error_code: 404, description: 'Not Found' });
    expect(await call('sendPigeon')).toMatchObject({
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });

  it('reads JSON, forms and multipart forms', async () => {
    const { api, person } = await meet();
    const to = `${api.url}/bot${api.token}/sendMessage`;
    const form = new FormData();
    form.set('chat_id', '7');
    form.set('text', '22');
    await fetch(to, { method: 'POST', body: new URLSearchParams({ chat_id: '7', text: '11' }) });
    await fetch(to, { method: 'POST', body: form });
    expect(person.hears.map(({ text }) => text)).toEqual(['11', '22']);
  });

  it.each<[object, string]>([
    [{ text: 'x' }, 'chat_id'],
    [{ chat_id: 7 }, 'text'],
    [{ chat_id: 7, text: 'x', pigeon: 1 }, 'pigeon'],
    [{ chat_id: 7, text: ' \n ' }, 'Bad Request: message text is empty'],
    [{ chat_id: 7, text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
    [{ chat_id: 7, text: '<b>x', parse_mode: 'HTML' }, `Can't find end tag corresponding to start tag "b"`],
    [{ chat_id: 7, text: '<b><i>x</b></i>', parse_mode: 'HTML' }, 'expected "</i>", found "</b>"'],
    [{ chat_id: 7, text: 'ơ <xe>', parse_mode: 'HTML' }, 'Unsupported start tag "xe" at byte offset 3'],
    [{ chat_id: 7, text: '1 < 2', parse_mode: 'HTML' }, "can't parse entities"],
    [{ chat_id: 8, text: 'x' }, 'Bad Request: chat not found'],
    [{ chat_id: 7, text: 'x', reply_markup: { inline_keyboard: [{ text: 'x' }] } }, 'reply_markup'],
    [
      { chat_id: 7, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x' }]] } },
      'Text buttons are unallowed',
    ],
    [
      { chat_id: 7, text: 'x', reply_markup: { inline_keyboard: [[{ text: '', callback_data: 'x' }]] } },
      'text is empty',
    ],
    [
      { chat_id: 7, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: '' }]] } },
      'BUTTON_DATA_INVALID',
    ],
    [
      {
        chat_id: 7,
        text: 'x',
        reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'ơ'.repeat(33) }]] },
      },
      'BUTTON_DATA_INVALID',
    ],
  ])('refuses sendMessage %j', async (params, why) => {
    const { refusal } = await meet();
    expect(await refusal('sendMessage', params)).toContain(why);
  });

  it('counts the text after the markup was read', async () => {
    const { person, refusal } = await meet();
    expect(
      await refusal('sendMessage', {
        chat_id: 7,
        text: `<b>${'x'.repeat(4095)}</b>&lt;`,
        parse_mode: 'HTML',
      }),
    ).toBe('accepted');
    expect(person.hears[0]!.text.endsWith('x<')).toBe(true);
  });

  it('refuses edits of nothing, of nothing new, and of what the person wrote', async () => {
    const { person, refusal } = await meet();
    await refusal('sendMessage', { chat_id: 7, text: 'x' });
    const [mine, yours] = person.sees.map(({ id }) => id);
    const edit = (message_id: unknown, text: string) =>
      refusal('editMessageText', { chat_id: 7, message_id, text });
    expect(await edit(99, 'y')).toBe('Bad Request: message to edit not found');
    expect(await edit(mine, 'y')).toBe("Bad Request: message can't be edited");
    expect(await edit(yours, 'x')).toMatch(
      /^Bad Request: message is not modified: specified new message content/,
    );
    expect(await edit(yours, 'y')).toBe('accepted');
  });

  it('refuses menus that Telegram refuses, and queries it does not know', async () => {
    const { refusal } = await meet();
    const set = (command: string, description: string) =>
      refusal('setMyCommands', { commands: [{ command, description }] });
    expect(await set('Start', 'x')).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect(await set('s'.repeat(33), 'x')).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect(await set('start', '')).toBe('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
    expect(await set('start', 'x')).toBe('accepted');
    expect(await refusal('answerCallbackQuery', { callback_query_id: '5' })).toContain('query is too old');
  });

  it('keeps updates until a higher offset confirms them', async () => {
    const { api, person, call } = await meet();
    const second = person.says('hai');
    const ids = async (params: object) => JSON.stringify((await call('getUpdates', params)).result);
    expect(await ids({})).toBe(await ids({ offset: 0 }));
    expect(JSON.parse(await ids({ offset: second }))).toMatchObject([{ update_id: second }]);
    expect(JSON.parse(await ids({}))).toHaveLength(1);
    expect(await ids({ offset: second + 1 })).toBe('[]');
    expect(api.pending()).toEqual([]);
    const unwanted = { allowed_updates: ['callback_query'] };
    await call('getUpdates', unwanted);
    person.says('ba');
    expect(await ids({})).toBe('[]');
  });

  it('holds the line until something comes, and lets only one program poll', async () => {
    const { api, person, call } = await meet();
    const [{ update_id: first }] = [api.pending()[0]!];
    const older = call('getUpdates', { offset: first + 1, timeout: 30 });
    await api.until(() => api.calls.length === 1);
    const newer = call('getUpdates', { offset: first + 1, timeout: 30 });
    expect(await older).toMatchObject({
      error_code: 409,
      description: expect.stringContaining('terminated by other'),
    });
    await api.until(() => api.calls.length === 2);
    person.says('đây');
    expect((await newer).result).toMatchObject([{ message: { text: 'đây' } }]);
  });

  it('refuses getUpdates while a webhook is set', async () => {
    const { api, call } = await meet();
    await call('setWebhook', { url: 'https://example.org/hook' });
    expect(await call('getWebhookInfo')).toMatchObject({
      result: { url: 'https://example.org/hook', pending_update_count: 1 },
    });
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 });
    await call('deleteWebhook', { drop_pending_updates: true });
    expect(await call('getUpdates')).toEqual({ ok: true, result: [] });
    expect(api.pending()).toEqual([]);
  });

  it('lets a thumb press any earlier button, and none that is not there', async () => {
    const { api, person, call } = await meet();
    const rows = (label: string) => ({ inline_keyboard: [[{ text: label, callback_data: label }]] });
    await call('sendMessage', { chat_id: 7, text: '1', reply_markup: rows('⬜️ Xe') });
    await call('sendMessage', { chat_id: 7, text: '2', reply_markup: rows('Có') });
    person.presses('Xe');
    expect(api.pending().at(-1)).toMatchObject({ callback_query: { data: '⬜️ Xe', message: { text: '1' } } });
    expect(() => person.presses('Xe', person.hears[1])).toThrow('No button "Xe" in chat 7; there are: Có');
  });
});
