import { createHash } from 'node:crypto';
import type { Incoming } from '../../src/incoming.ts';
import type { WebOptions } from '../../src/web/app.ts';
import { webChannel } from '../../src/web/channel.ts';
import { ensureBuilt } from '../program/built.ts';
import { memoryPort } from './memory-port.ts';

/** A web channel on a free port of this machine, over a port in memory. */
export const serve = async (
  options: Partial<Omit<WebOptions, 'port'>> & {
    readonly answer?: (incoming: Incoming) => void;
    readonly httpPort?: number;
  } = {},
) => {
  ensureBuilt();
  const memory = memoryPort(options.answer);
  const errors: unknown[] = [];
  const channel = webChannel({
    demo: async () => null,
    ready: async () => true,
    report: (error) => errors.push(error),
    ...options,
    port: memory.port,
    host: '127.0.0.1',
    httpPort: options.httpPort ?? 0,
  });
  await channel.start();
  return { ...memory, channel, errors, url: channel.url() ?? '' };
};

/** The address that belongs to a cookie of ours. */
export const addressOf = (cookie: string): string =>
  createHash('sha256')
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest('hex');
