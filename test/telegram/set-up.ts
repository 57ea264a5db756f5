import { afterEach } from 'vitest';
import type { Incoming, Receive } from '../../src/incoming.ts';
import { type TelegramChannel, type TelegramSettings, telegramChannel } from '../../src/telegram/channel.ts';
import { type BotApi, startBotApi } from './bot-api.ts';

/** A stand-in, and channels that talk with it; all are closed after the test. */
export type SetUp = {
  readonly api: BotApi;
  /** Every line that was logged, as JSON. */
  readonly lines: string[];
  /** Everything that was written down, in order. */
  readonly stored: Incoming[];
  channel(settings?: Partial<TelegramSettings>): TelegramChannel;
};

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** The commands that tests register. */
export const COMMANDS = {
  vi: [{ command: 'start', description: 'Bắt đầu' }],
  en: [{ command: 'start', description: 'Begin' }],
};

/** Starts a stand-in; the channels made from it wait only milliseconds between attempts. */
export async function setUp(): Promise<SetUp> {
  const api = await startBotApi();
  endings.push(() => api.close());
  const lines: string[] = [];
  const stored: Incoming[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    lines.push(JSON.stringify({ level, message, ...fields }));
  };
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const receive: Receive = async (batch) => {
    stored.push(...batch);
  };
  return {
    api,
    lines,
    stored,
    channel(settings = {}) {
      const pace = { first: 5, most: 20 };
      const given = { token: api.token, apiRoot: api.url, receive, log, commands: COMMANDS, pace };
      const channel = telegramChannel({ ...given, pollTimeoutSeconds: 30, ...settings });
      endings.push(() => channel.stop());
      return channel;
    },
  };
}
