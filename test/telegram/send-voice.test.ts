import { Api } from 'grammy';
import { expect, it } from 'vitest';
import type { Voice } from '../../src/channel/voice.ts';
import { send } from '../../src/telegram/send.ts';
import type { Rendered } from '../../src/text/rendered.ts';
import { espeakVoice } from '../../src/voice/espeak.ts';
import { standIns } from '../voice/stand-ins.ts';
import { setUp } from './set-up.ts';

const rendered: Rendered = {
  text: 'Nhà tiêu loại nào?',
  options: [{ label: 'Tự hoại', data: 'a:septic' }],
  actions: [{ label: 'Nghe đọc', data: 'listen' }],
  speech: { text: 'Nhà tiêu loại nào?\n\nSố 1: Tự hoại.', language: 'vi' },
};

async function chat(given?: Voice) {
  const voice = given ?? (await espeakVoice(standIns()));
  const { api } = await setUp();
  const person = api.person(7);
  person.says('/start');
  const client = new Api(api.token, { apiRoot: api.url, timeoutSeconds: 5 });
  return { api, person, say: () => send(client, { id: 1, address: '7', rendered }, { voice }) };
}

it('sends the voice before the question, whose buttons stay the last thing', async () => {
  const { person, say } = await chat();
  const delivery = await say();
  const [spoken, asked] = person.hears;
  expect(spoken?.voice?.bytes.toString('utf8')).toBe('OggSvi: Nhà tiêu loại nào?\n\nSố 1: Tự hoại.');
  expect(spoken?.buttons).toEqual([]);
  expect(asked?.text).toBe('Nhà tiêu loại nào?');
  expect(delivery).toEqual({ kind: 'sent', ref: String(asked?.id) });
});

it.each([
  ['is not wished for by this person', { code: 400, description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN' }],
  ['meets an error of the server', { code: 500, description: 'Internal Server Error' }],
  ['meets a cut line', 'reset'],
] as const)('never keeps the question waiting when the voice %s', async (_, fault) => {
  const { api, person, say } = await chat();
  api.fail('sendVoice', fault);
  expect(await say()).toMatchObject({ kind: 'sent' });
  expect(person.hears.map(({ text }) => text)).toEqual(['Nhà tiêu loại nào?']);
});

it('sends the question alone when nothing can be read aloud', async () => {
  const silent = async () => null;
  const { person, say } = await chat({ opus: silent, wav: silent });
  expect(await say()).toMatchObject({ kind: 'sent' });
  expect(person.hears.map(({ text }) => text)).toEqual(['Nhà tiêu loại nào?']);
});

it('sends no question either to somebody who has blocked the bot', async () => {
  const { api, person, say } = await chat();
  api.fail('sendVoice', { code: 403, description: 'Forbidden: bot was blocked by the user' });
  expect(await say()).toMatchObject({ kind: 'gone' });
  expect(person.hears).toEqual([]);
});
