import { expect, test } from 'vitest';
import { adminJson, dataDir, startProgram } from '../program/program.ts';
import { type BotApi, startBotApi } from '../telegram/bot-api.ts';
import { messagesTo } from './people.ts';

/** A program with a zone, and somebody in Telegram who has agreed to answer. */
async function begin() {
  const api = await startBotApi();
  const settings = {
    DATA_DIR: await dataDir(),
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    QUIET_HOURS: '',
  };
  const program = await startProgram(settings);
  await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], settings);
  await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu 1', '--code', 'khu-1'], settings);
  return { api, program };
}

/** Somebody who has agreed to answer. */
async function agreed(api: BotApi, chatId: number) {
  const person = api.person(chatId);
  let heard = 0;
  const hears = async (count = 1) => {
    heard += count;
    await api.until(() => person.hears.length >= heard, 60_000);
    return person.hears.slice(heard - count).map(({ text }) => text);
  };
  person.says('/start khu-1');
  await hears();
  person.presses('Tiếng Việt');
  await hears();
  person.presses('Đồng ý');
  await hears();
  return { person, hears };
}

test('a send that fails is repeated, in order, and nothing is said twice', { timeout: 120_000 }, async () => {
  const { api } = await begin();
  try {
    const { person, hears } = await agreed(api, 1);
    const busy = {
      code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    };
    const broken = { code: 500, description: 'Internal Server Error' };
    for (const fault of [broken, 'reset', busy, 'html'] as const) api.fail('sendMessage', fault);
    const from = api.calls.length;
    for (const said of ['Thử 1985', 'Mẫu 1990', 'để xem đã']) person.says(said);
    const [first = '', second = '', third = ''] = await hears(3);
    expect(first).toContain('Thử');
    expect(first).not.toContain('Mẫu');
    expect(second).toContain('Mẫu');
    expect(third).not.toBe(second);
    const tries = api.calls.slice(from).filter(({ method }) => method === 'sendMessage');
    expect(tries.map(({ params }) => params.text)).toEqual([
      first,
      first,
      first,
      first,
      first,
      second,
      third,
    ]);
    expect(messagesTo(api.calls, 1)).toHaveLength(6);
  } finally {
    await api.close();
  }
});

test('who has blocked the bot is left in peace, the rest goes on', { timeout: 120_000 }, async () => {
  const { api } = await begin();
  try {
    const [gone, other] = [await agreed(api, 1), await agreed(api, 2)];
    api.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' });
    gone.person.says('Thử 1985');
    await api.until(() => api.calls.some(({ answer }) => answer?.code === 403), 60_000);
    gone.person.blocks();
    other.person.says('Mẫu 1990');
    expect((await other.hears())[0]).toContain('Mẫu');
    const tries = api.calls.filter(({ method, params }) => method === 'sendMessage' && params.chat_id === 1);
    expect(tries.map(({ answer }) => answer?.code)).toEqual([200, 200, 200, 403]);
    gone.person.unblocks();
    gone.person.says('bà Sáu 72 tuổi');
    // What was said before the block is kept, though its answer was given up.
    expect((await gone.hears())[0]).toMatch(/Thử[\s\S]*Sáu/);
  } finally {
    await api.close();
  }
});

test(
  'a text that no database can hold is answered, and holds nobody back',
  {
    timeout: 120_000,
  },
  async () => {
    const { api, program } = await begin();
    try {
      const { person, hears } = await agreed(api, 1);
      for (const odd of ['Thử\0 1985', 'M\ud800ẫu 1990', '\0', '\udfff\ud83d', `${'🏠'.repeat(2000)}\0`]) {
        person.says(odd);
        expect((await hears())[0]).not.toBe('');
      }
      person.says('Bình 2013');
      expect((await hears())[0]).toContain('Bình');
      await program.end();
      expect(program.err()).not.toContain('could not be handled');
    } finally {
      await api.close();
    }
  },
);
