import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../program/program.ts';
import type { Call } from '../telegram/bot-api.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** A moment at which the program is killed; `reach` ends at that moment. */
export type CrashPoint = {
  readonly name: string;
  reach(world: World, random: Random, accepted: () => Promise<void>): Promise<void>;
};

/** Long enough for something to be under way (a program that just started is slow), short enough for many kills. */
const calmMs = 2000;
const patienceMs = 90_000;

/** Between any two steps of an update's way: taken in, written down, confirmed, decided, sent, noted. */
export const crashPoints: readonly CrashPoint[] = [
  { name: 'at any moment', reach: (_, random) => sleep(random() * calmMs) },
  { name: 'when the web chat has said 202', reach: async (_world, _random, accepted) => accepted() },
  {
    name: 'when Telegram hands updates over',
    reach: async ({ api }) => {
      // The answer goes out in the same turn, so the program cannot have written them down yet.
      await api.until(() => api.pending().length === 0, patienceMs);
      await api.until(() => api.pending().length > 0, patienceMs);
    },
  },
  {
    name: 'when Telegram has heard the confirmation',
    reach: async ({ api }) => {
      const before = highestOffset(api.calls);
      await api.until(() => highestOffset(api.calls) > before, patienceMs);
    },
  },
  {
    name: 'when a message is on its way',
    reach: async ({ api }) => {
      api.fail('sendMessage', 'hang');
      await next(api, ({ method }) => method === 'sendMessage');
    },
  },
  {
    name: 'when a message has arrived, its answer lost',
    reach: async ({ api }) => {
      api.fail('sendMessage', 'lost');
      await next(api, ({ method, answer }) => method === 'sendMessage' && answer !== undefined);
    },
  },
  {
    name: 'when a message has arrived, before it is noted',
    reach: async ({ api }) =>
      next(api, ({ method, answer }) => method === 'sendMessage' && answer?.code === 200),
  },
  {
    name: 'when a message was changed in place',
    reach: async ({ api }) =>
      next(api, ({ method, answer }) => method === 'editMessageText' && answer?.code === 200),
  },
  {
    name: 'while it stops',
    reach: async (world, random) => {
      await sleep(random() * calmMs);
      process.kill(world.program().pid, 'SIGTERM');
      await sleep(random() * 60);
    },
  },
  {
    name: 'while it starts again',
    reach: async (world, random) => {
      await sleep(random() * calmMs);
      await world.kill('before it starts again');
      const starting = run([process.execPath, 'dist/main.js'], { PORT: '0', ...world.settings });
      await Promise.race([sleep(random() * 2500), starting.ended]);
      await starting.end('SIGKILL');
    },
  },
];

/** Waits for a call that begins from now on. */
async function next(api: World['api'], isIt: (call: Call) => boolean): Promise<void> {
  const from = api.calls.length;
  await api.until(() => api.calls.slice(from).some(isIt), patienceMs);
}

function highestOffset(calls: readonly Call[]): number {
  const offsets = calls.filter(({ method }) => method === 'getUpdates').map(({ params }) => params.offset);
  return Math.max(0, ...offsets.filter((offset) => typeof offset === 'number'));
}
