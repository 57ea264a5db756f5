import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotApi, startBotApi } from '../telegram/bot-api.ts';
import { dataDir, folder, freePort, root, run, startProgram } from './program.ts';

let api: BotApi;
let portInUse: string;
const server = createServer();
beforeAll(async () => {
  api = await startBotApi();
  portInUse = String(await freePort());
  await new Promise<void>((resolve) => server.listen(Number(portInUse), '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await api.close();
});

type Settings = Record<string, string>;
type Wrong = {
  readonly name: string;
  readonly settings: () => Settings | Promise<Settings>;
  /** The setting, why it is wrong, and what to do. */
  readonly says: readonly (string | RegExp)[];
};

const secret = 'bi-mat-1234567890';
const wrongs: readonly Wrong[] = [
  {
    name: 'a port that is no number',
    settings: () => ({ PORT: 'abc' }),
    says: ['PORT', '"abc"', 'a port from 0 to 65535, for example 3000', 'unset it for the default'],
  },
  {
    name: 'a port that is in use',
    settings: async () => ({ PORT: portInUse, DATA_DIR: await dataDir() }),
    says: ['PORT', 'another program already uses port', 'set PORT to a free port'],
  },
  {
    name: 'a host that is not of this machine',
    settings: async () => ({ HOST: '192.0.2.1', DATA_DIR: await dataDir() }),
    says: ['HOST', '192.0.2.1 is no address of this machine', 'Set HOST to one'],
  },
  {
    name: 'a database that is no address',
    settings: () => ({ DATABASE_URL: `mysql://rasoat:${secret}@127.0.0.1/rasoat` }),
    says: ['DATABASE_URL', 'postgres://user:password@localhost:5432/rasoat', 'Correct it'],
  },
  {
    name: 'a database that is not even nearly an address',
    settings: () => ({ DATABASE_URL: secret }),
    says: ['DATABASE_URL', 'not shown', 'Correct it'],
  },
  {
    name: 'a database that nobody serves',
    settings: () => ({ DATABASE_URL: `postgres://rasoat:${secret}@127.0.0.1:1/rasoat` }),
    says: ['DATABASE_URL', 'ECONNREFUSED', 'Check that the server runs'],
  },
  {
    name: 'a database on a host that does not exist',
    settings: () => ({ DATABASE_URL: `postgres://rasoat:${secret}@khong-co.invalid/rasoat` }),
    says: ['DATABASE_URL', /ENOTFOUND|EAI_AGAIN/, 'Check the host name'],
  },
  {
    name: 'an hour that does not exist',
    settings: () => ({ QUIET_HOURS: '25-3' }),
    says: ['QUIET_HOURS', '"25-3"', 'two hours, for example 21-7'],
  },
  {
    name: 'a token that is none',
    settings: () => ({ TELEGRAM_BOT_TOKEN: secret }),
    says: ['TELEGRAM_BOT_TOKEN', 'not shown', '@BotFather'],
  },
  {
    name: 'a token that Telegram does not know',
    settings: async () => ({
      TELEGRAM_BOT_TOKEN: `7000000002:${secret}-${secret}`,
      TELEGRAM_API_ROOT: api.url,
      DATA_DIR: await dataDir(),
    }),
    says: ['TELEGRAM_BOT_TOKEN', 'refused by Telegram', 'Copy the token', '@BotFather'],
  },
  {
    name: 'a Bot API that is no address',
    settings: () => ({ TELEGRAM_API_ROOT: 'api' }),
    says: ['TELEGRAM_API_ROOT', '"api"', 'https://api.telegram.org'],
  },
  {
    name: 'a token of Zalo that is none',
    settings: () => ({ ZALO_BOT_TOKEN: secret }),
    says: ['ZALO_BOT_TOKEN', 'not shown', 'Zalo Bot Manager'],
  },
  {
    name: 'a secret that Telegram does not take',
    settings: () => ({ TELEGRAM_WEBHOOK_SECRET: `${secret} !` }),
    says: ['TELEGRAM_WEBHOOK_SECRET', 'not shown', '1 to 256'],
  },
  {
    name: 'a secret that is too short for Zalo',
    settings: () => ({ ZALO_WEBHOOK_SECRET: '1234567' }),
    says: ['ZALO_WEBHOOK_SECRET', 'not shown', '8 to 256'],
  },
  {
    name: 'a public address that is none',
    settings: () => ({ PUBLIC_URL: 'rasoat.example.vn' }),
    says: ['PUBLIC_URL', '"rasoat.example.vn"', 'https://rasoat.example.vn'],
  },
  {
    name: 'a voice that there is not',
    settings: () => ({ VOICE: 'festival' }),
    says: ['VOICE', '"festival"', 'espeak-ng'],
  },
  {
    name: 'a voice whose programs are missing',
    settings: () => ({ VOICE: 'espeak-ng', PATH: folder() }),
    says: ['VOICE', 'espeak-ng is not installed', 'apt-get install espeak-ng opus-tools', 'or unset VOICE'],
  },
  {
    name: 'a level of logs that does not exist',
    settings: () => ({ LOG_LEVEL: 'loud' }),
    says: ['LOG_LEVEL', '"loud"', 'one of fatal, error, warn, info'],
  },
  {
    name: 'a folder that is a file',
    settings: () => {
      const file = join(folder(), 'data');
      writeFileSync(file, '');
      return { DATA_DIR: file };
    },
    says: ['DATA_DIR', 'EEXIST', 'Choose a folder on a local disk'],
  },
  {
    name: 'several at once',
    settings: () => ({ PORT: '-1', LOG_LEVEL: 'loud', TELEGRAM_BOT_TOKEN: secret }),
    says: [/PORT is wrong[\s\S]*TELEGRAM_BOT_TOKEN is wrong[\s\S]*LOG_LEVEL is wrong/],
  },
];

describe('the start is refused, with the setting, the reason and what to do, for', () => {
  test.for(wrongs)('$name', { timeout: 120_000 }, async ({ settings, says }) => {
    const own = { PORT: '0', DATA_DIR: join(folder(), 'data'), ...(await settings()) };
    const program = run([process.execPath, join(root, 'dist/main.js')], own);
    expect(await program.ended).toEqual({ code: 1, signal: null });
    const said = program.err();
    for (const part of ['rasoat did not start.', ...says]) expect(said).toMatch(part);
    expect(said).not.toContain(secret);
    expect(said, 'a stack is for programmers').not.toMatch(/\n\s+at /);
    expect(program.out()).toBe('');
  });

  test('nothing that it held: corrected, it starts', { timeout: 120_000 }, async () => {
    const data = await dataDir();
    const command = [process.execPath, join(root, 'dist/main.js')] as const;
    const refused = run([...command], { PORT: portInUse, DATA_DIR: data });
    expect((await refused.ended).code).toBe(1);
    await startProgram({ DATA_DIR: data });
  });
});
