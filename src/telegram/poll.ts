import type { Api } from 'grammy';
import { type Backoff, backoff, type Pace } from '../channel/backoff.ts';
import type { Log } from '../channel/log.ts';
import type { Incoming, Receive } from '../incoming.ts';
import { isTokenRefused, TOKEN_REFUSED, toFailure } from './failure.ts';
import { forGrammy } from './signal.ts';

/** What the loop needs; `asking` may wait longer for an answer than `telling`, as Telegram holds the line. */
export type Polling = {
  readonly asking: Api;
  readonly telling: Api;
  readonly timeoutSeconds: number;
  readonly read: (update: unknown) => Incoming | null;
  readonly receive: Receive;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly pace?: Pace | undefined;
};

/** The kinds of updates that we read. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

type Updates = Awaited<ReturnType<Api['getUpdates']>>;

/** Asks Telegram for updates until the signal says stop; a batch is confirmed only after `receive` has written it down. */
export async function poll(polling: Polling): Promise<void> {
  const { receive, log, signal } = polling;
  const pause = backoff(signal, polling.pace);
  let offset = 0;
  while (!signal.aborted) {
    const updates = await ask(polling, offset, pause);
    if (updates === 'stop') return;
    if (updates === 'again') continue;
    const batch = updates.map(polling.read).filter((incoming) => incoming !== null);
    try {
      if (batch.length > 0) await receive(batch);
    } catch (error) {
      // The offset stays, so Telegram hands the same updates over again.
      log.error({ ...nameOf(error), updates: batch.length }, 'updates were not written down; asking again');
      await pause.wait();
      continue;
    }
    pause.reset();
    // Not the highest ever: after a quiet week Telegram begins again at a random number, which may be lower.
    if (updates.length > 0) offset = Math.max(...updates.map((update) => update.update_id)) + 1;
    for (const { callback_query: press } of updates) if (press) stopSpinner(polling.telling, press.id);
  }
}

async function ask(polling: Polling, offset: number, pause: Backoff): Promise<Updates | 'again' | 'stop'> {
  const { asking, timeoutSeconds, signal } = polling;
  try {
    return await asking.getUpdates(
      {
        offset,
        limit: 100,
        timeout: timeoutSeconds,
        allowed_updates: wantedUpdates,
      },
      forGrammy(signal),
    );
  } catch (error) {
    return signal.aborted ? 'stop' : await recover(polling, error, pause);
  }
}

async function recover({ log }: Polling, error: unknown, pause: Backoff): Promise<'again' | 'stop'> {
  const failure = toFailure(error);
  if (failure === null) {
    log.error(nameOf(error), 'asking Telegram for updates failed in a way we do not know; asking again');
    await pause.wait();
    return 'again';
  }
  if (isTokenRefused(failure)) {
    log.error({ reason: failure.reason }, `No more updates are taken in: ${TOKEN_REFUSED}`);
    return 'stop';
  }
  if (failure.kind === 'refused' && failure.code === 409) {
    log.error(
      { reason: failure.reason },
      'Another program takes in the updates of this bot. Stop it, or remove its webhook (deleteWebhook); asking again',
    );
  } else {
    log.warn({ reason: failure.reason }, 'Telegram gave no updates; asking again');
  }
  await pause.wait(failure.kind === 'refused' ? failure.afterSeconds : undefined);
  return 'again';
}

/** The pressed button turns until it is answered; nothing depends on it, so nobody waits and too late is no matter. */
export function stopSpinner(telling: Api, press: string): void {
  void telling.answerCallbackQuery(press).catch(() => undefined);
}

/** The message of a foreign error may quote what people said, so only its name and code are logged. */
function nameOf(error: unknown): { error: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: 'code' in error ? `${error.name} ${String(error.code)}` : error.name };
}
