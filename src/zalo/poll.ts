import { setTimeout as sleep } from 'node:timers/promises';
import { type Backoff, backoff, type Pace } from '../channel/backoff.ts';
import type { Log } from '../channel/log.ts';
import type { Incoming, Receive } from '../incoming.ts';
import { type Call, type Failure, isTokenRefused, TOKEN_REFUSED } from './call.ts';

/** What the loop needs. */
export type Polling = {
  readonly call: Call;
  readonly timeoutSeconds: number;
  readonly read: (event: unknown) => Incoming | null;
  readonly receive: Receive;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly pace?: Pace | undefined;
};

/**
 * Asks Zalo for one event after another until the signal says stop. Zalo knows no confirmation: what it has given it will
 * not give again, so an event is kept in hand until it is written down.
 */
export async function poll(polling: Polling): Promise<void> {
  const { call, timeoutSeconds, signal } = polling;
  const pause = backoff(signal, polling.pace);
  while (!signal.aborted) {
    const asked = Date.now();
    const answer = await call(
      'getUpdates',
      { timeout: timeoutSeconds },
      { seconds: timeoutSeconds + 10, signal },
    );
    const incoming = answer.kind === 'answer' ? polling.read(answer.result) : null;
    if (incoming !== null) await keep(polling, incoming, pause);
    else if (answer.kind === 'answer' || isNothingNew(answer)) await breathe(asked, pause);
    else if (!(await recover(polling, answer, pause))) return;
  }
}

/** An empty answer comes when the time is over; one that comes at once must not make us ask without a breath. */
async function breathe(asked: number, pause: Backoff): Promise<void> {
  if (Date.now() - asked < 500) await pause.wait();
  else pause.reset();
}

/** How often writing down is tried when the program is to stop, and how long it waits between. */
const lastTries = 20;
const lastTryMs = 250;

/** Holds on to an event until it is durable, also for a while beyond the wish to stop: nobody hands it over again. */
async function keep({ receive, log, signal }: Polling, incoming: Incoming, pause: Backoff): Promise<void> {
  for (let left = lastTries; left > 0;) {
    try {
      await receive([incoming]);
      return pause.reset();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ error: name }, 'an event of Zalo was not written down; trying again');
    }
    if (signal.aborted) left -= 1;
    await (signal.aborted ? sleep(lastTryMs) : pause.wait());
  }
  log.error(
    { key: incoming.key },
    'an event of Zalo is lost: the program stops and it cannot be written down',
  );
}

/** Nobody said anything within the time; the facts do not tell in which of these ways Zalo says so. */
function isNothingNew(failure: Failure): boolean {
  if (failure.kind === 'network') return failure.reason === 'network: timeout';
  return failure.code === 408;
}

/** Waits as long as the failure asks for; false when there is no use in going on. */
async function recover({ log, signal }: Polling, failure: Failure, pause: Backoff): Promise<boolean> {
  if (signal.aborted) return true;
  if (isTokenRefused(failure)) {
    log.error({ reason: failure.reason }, `No more events are taken in: ${TOKEN_REFUSED}`);
    return false;
  }
  log.warn({ reason: failure.reason }, 'Zalo gave no event; asking again');
  await pause.wait(failure.kind === 'refused' ? failure.afterSeconds : undefined);
  return true;
}
