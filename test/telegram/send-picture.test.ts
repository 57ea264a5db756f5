import { Api } from 'grammy';
import { expect, it } from 'vitest';
import type { Pictures } from '../../src/channel/pictures.ts';
import { pngOf } from '../../src/draw/png.ts';
import { send } from '../../src/telegram/send.ts';
import type { Rendered } from '../../src/text/rendered.ts';
import { setUp } from './set-up.ts';

const rendered = {
  text: 'Nhà tiêu loại nào?',
  options: [
    { label: 'Tự hoại', data: 'a:septic' },
    { label: 'Hai ngăn', data: 'a:two-vault' },
  ],
  actions: [{ label: 'Lui lại', data: 'back' }],
  picture: {
    sheet: 'latrine.vi',
    alt: 'Hình các loại nhà tiêu',
    drawings: ['latrine-septic', 'latrine-two-vault'],
    again: false,
  },
} satisfies Rendered;

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
const pictures: Pictures = {
  png: async (sheet) => (sheet === 'latrine.vi' ? pngOf(svg) : null),
  path: ({ drawings }) => (drawings.length === 2 ? '/pictures/latrine.vi.png?v=1' : null),
};

async function chat() {
  const { api } = await setUp();
  const person = api.person(7);
  person.says('/start');
  const client = new Api(api.token, { apiRoot: api.url, timeoutSeconds: 5 });
  const say = (given: Rendered = rendered, edits?: string) =>
    send(
      client,
      { id: 1, address: '7', rendered: given, ...(edits === undefined ? {} : { edits }) },
      { pictures },
    );
  return { api, person, say };
}

it('sends the drawings before the question, whose buttons have their numbers', async () => {
  const { person, say } = await chat();
  const delivery = await say();
  const photo = { filename: 'latrine.vi.png', width: 40, height: 30 };
  expect(person.hears).toMatchObject([
    { text: 'Hình các loại nhà tiêu', photo, buttons: [] },
    { text: 'Nhà tiêu loại nào?' },
  ]);
  expect(delivery).toEqual({ kind: 'sent', ref: String(person.hears[1]?.id) });
  const labels = person.hears[1]?.buttons.flat().map(({ text }) => text);
  expect(labels).toEqual(['1. Tự hoại', '2. Hai ngăn', 'Lui lại']);
});

it.each([
  ['stands above already', { ...rendered, picture: { ...rendered.picture, again: true } }],
  ['is older than the page', { ...rendered, picture: { ...rendered.picture, drawings: ['latrine-septic'] } }],
  ['has no page', { ...rendered, picture: { ...rendered.picture, sheet: 'latrine.fr' } }],
])('sends the question alone when the picture %s', async (_, given) => {
  const { person, say } = await chat();
  expect(await say(given)).toMatchObject({ kind: 'sent' });
  expect(person.hears.map(({ text }) => text)).toEqual(['Nhà tiêu loại nào?']);
});

it('changes the question in place without sending its drawings anew', async () => {
  const { person, say } = await chat();
  await say();
  const edits = String(person.hears[1]?.id);
  expect(await say({ ...rendered, text: 'Nhà tiêu nào?' }, edits)).toEqual({ kind: 'sent', ref: edits });
  expect(person.hears.map(({ text }) => text)).toEqual(['Hình các loại nhà tiêu', 'Nhà tiêu nào?']);
});

it.each([
  ['is refused', { code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' }],
  ['is too large for a gateway', { code: 413, description: 'Request Entity Too Large' }],
  ['meets an error of the server', { code: 500, description: 'Internal Server Error' }],
  ['meets a cut line', 'reset'],
] as const)('never keeps the question waiting when the picture %s', async (_, fault) => {
  const { api, person, say } = await chat();
  api.fail('sendPhoto', fault);
  expect(await say()).toMatchObject({ kind: 'sent' });
  expect(person.hears.map(({ text }) => text)).toEqual(['Nhà tiêu loại nào?']);
});

it.each([
  [{ code: 403, description: 'Forbidden: bot was blocked by the user' }, { kind: 'gone' }],
  [
    { code: 401, description: 'Unauthorized' },
    { kind: 'retry', afterSeconds: 60 },
  ],
  [
    { code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } },
    { kind: 'retry', afterSeconds: 7 },
  ],
] as const)('sends no question either after %j', async (fault, delivery) => {
  const { api, person, say } = await chat();
  api.fail('sendPhoto', fault);
  const given = await say();
  expect(given).toMatchObject(delivery);
  expect(JSON.stringify(given)).not.toContain(api.token);
  expect(person.hears).toEqual([]);
});
