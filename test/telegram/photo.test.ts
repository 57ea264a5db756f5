import { Api } from 'grammy';
import { expect, it } from 'vitest';
import { barsSvg } from '../../src/draw/bars.ts';
import { pngOf } from '../../src/draw/png.ts';
import { send } from '../../src/telegram/send.ts';
import { setUp } from './set-up.ts';

const chart = {
  title: 'Tiến độ rà soát',
  series: ['Xong', 'Chưa'],
  rows: Array.from({ length: 30 }, (_, at) => ({ label: `Khu ${at + 1}`, values: [at, 30 - at] })),
};

async function chat() {
  const { api } = await setUp();
  const person = api.person(7);
  person.says('/start');
  const client = new Api(api.token, { apiRoot: api.url, timeoutSeconds: 5 });
  const photo = { png: await pngOf(barsSvg(chart)), caption: chart.title };
  const rendered = { text: 'Khu 1: 0/30', options: [], actions: [{ label: 'Tiến độ', data: 'm|progress|' }] };
  return { api, person, say: () => send(client, { id: 1, address: '7', rendered, photo }) };
}

it('sends a chart before the message that says the same in numbers', async () => {
  const { person, say } = await chat();
  const delivery = await say();
  expect(person.hears).toMatchObject([
    { text: 'Tiến độ rà soát', photo: { width: 720 }, buttons: [] },
    { text: 'Khu 1: 0/30', buttons: [[{ text: 'Tiến độ' }]] },
  ]);
  expect(delivery).toEqual({ kind: 'sent', ref: String(person.hears[1]!.id) });
});

it('leaves a chart out that is refused, and waits where the chat has to wait', async () => {
  const { api, person, say } = await chat();
  api.fail('sendPhoto', { code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  expect(await say()).toMatchObject({ kind: 'sent' });
  expect(person.hears.map(({ text }) => text)).toEqual(['Khu 1: 0/30']);
  api.fail('sendPhoto', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } });
  expect(await say()).toMatchObject({ kind: 'retry', afterSeconds: 3 });
  expect(person.hears).toHaveLength(1);
});
