import { afterEach } from 'vitest';
import type { Channel } from '../../src/channel/channel.ts';
import type { Incoming, Receive } from '../../src/incoming.ts';
import { type ZaloSettings, zaloChannel } from '../../src/zalo/channel.ts';
import { startZaloApi, type ZaloApi } from './bot-api.ts';

/** A stand-in, and channels that talk with it; all are closed after the test. */
export type SetUp = {
  readonly api: ZaloApi;
  /** Every line that was logged, as JSON. */
  readonly lines: string[];
  /** Everything that was written down, in order. */
  readonly stored: Incoming[];
  channel(settings?: Partial<ZaloSettings>): Channel;
};

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** Starts a stand-in; the channels made from it wait only milliseconds between attempts. */
export async function setUp(): Promise<SetUp> {
  const api = await startZaloApi();
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
      const channel = zaloChannel({ token: api.token, apiRoot: api.url, receive, log, pace, ...settings });
      endings.push(() => channel.stop());
      return channel;
    },
  };
}
