import { Api } from 'grammy';
import type { Channel } from '../channel/channel.ts';
import type { Receive } from '../incoming.ts';
import { backoff, type Pace } from '../channel/backoff.ts';
import type { Log } from '../channel/log.ts';
import type { Pictures } from '../channel/pictures.ts';
import type { Voice } from '../channel/voice.ts';
import { type Commands, setCommands } from './commands.ts';
import { isTokenRefused, TOKEN_REFUSED, toFailure } from './failure.ts';
import { poll, stopSpinner } from './poll.ts';
import { MAX_MESSAGE, send } from './send.ts';
import { forGrammy } from './signal.ts';
import { toIncoming } from './to-incoming.ts';
import { pressIn, setWebhook, webhookRim, type WebhookSettings } from './webhook.ts';

/** What the channel is given; the timings are for tests and slow lines. */
export type TelegramSettings = {
  readonly token: string;
  readonly apiRoot: string;
  /** Where Telegram is to hand updates over; left out they are fetched. */
  readonly webhook?: WebhookSettings | undefined;
  readonly receive: Receive;
  readonly log: Log;
  readonly commands: Commands;
  readonly pictures?: Pictures | undefined;
  readonly voice?: Voice | undefined;
  readonly pollTimeoutSeconds?: number | undefined;
  readonly requestTimeoutSeconds?: number | undefined;
  readonly pace?: Pace | undefined;
};

/** The channel, and the link that opens a talk with the bot; null until Telegram has told the bot's name. */
export type TelegramChannel = Channel & { link(code: string | null): string | null };

type Me = { readonly id: number; readonly username: string };

/** A line that swallows everything must not keep the rest of the program waiting for the first answer. */
const FIRST_ANSWER_MS = 5_000;

/**
 * Talks with people over Telegram's Bot API. Updates are handed over to the webhook, or fetched by long polling. A change
 * from one to the other loses nothing: what was not confirmed comes again the other way, and counts once.
 */
export function telegramChannel(settings: TelegramSettings): TelegramChannel {
  const { token, pollTimeoutSeconds = 30, requestTimeoutSeconds = 20 } = settings;
  const apiRoot = settings.apiRoot.replace(/\/+$/, '');
  const asking = new Api(token, { apiRoot, timeoutSeconds: pollTimeoutSeconds + 10 });
  const telling = new Api(token, { apiRoot, timeoutSeconds: requestTimeoutSeconds });
  let me: Me | null = null;
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function meet(signal: AbortSignal): Promise<Me> {
    const { id, username } = await telling.getMe(forGrammy(signal));
    me = { id, username };
    settings.log.info({ bot: id, username }, 'Telegram knows the bot');
    return me;
  }

  async function run(signal: AbortSignal): Promise<void> {
    const known = await untilDone(async () => me ?? (await meet(signal)), settings, signal);
    if (known === null) return;
    const isHandedOver = await untilDone(() => takeOver(signal), settings, signal);
    if (isHandedOver === null) return;
    await setCommands(telling, settings, signal);
    if (isHandedOver) return;
    const read = (update: unknown) => toIncoming(update, `telegram:${known.id}`, known.username);
    await poll({ ...settings, asking, telling, timeoutSeconds: pollTimeoutSeconds, read, signal });
  }

  /** Arranges how updates come; true when Telegram hands them over. */
  async function takeOver(signal: AbortSignal): Promise<boolean> {
    const { webhook, log } = settings;
    if (webhook !== undefined && (await setWebhook(telling, webhook, log, signal))) return true;
    await telling.deleteWebhook({}, forGrammy(signal));
    return false;
  }

  async function take(body: unknown): Promise<void> {
    if (me === null)
      throw new Error('Telegram has not told the bot its name yet: it will hand this over again');
    const incoming = toIncoming(body, `telegram:${me.id}`, me.username);
    if (incoming !== null) await settings.receive([incoming]);
    const press = pressIn(body);
    if (press !== null) stopSpinner(telling, press);
  }

  return {
    name: 'telegram',
    can: {
      buttons: true,
      edit: true,
      picture: settings.pictures !== undefined,
      voice: settings.voice !== undefined,
      photo: true,
      maxText: MAX_MESSAGE * 4,
    },
    send: (outgoing) => send(telling, outgoing, settings),
    ...(settings.webhook === undefined
      ? {}
      : { webhook: { ...webhookRim, secret: settings.webhook.secret, take } }),
    async start() {
      stopping = new AbortController();
      // Only a wrong token stops the program; with no network the rest of it runs and this goes on trying.
      const patience = AbortSignal.any([stopping.signal, AbortSignal.timeout(FIRST_ANSWER_MS)]);
      await meet(patience).catch((error: unknown) => explain(error, settings.log));
      running = run(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await running;
    },
    link(code) {
      if (code === null) return me === null ? null : `https://t.me/${me.username}`;
      if (!/^[\w-]{1,64}$/.test(code))
        throw new Error(`A start code has 1 to 64 of A-Z a-z 0-9 _ -; not: ${code}`);
      return me && `https://t.me/${me.username}?start=${code}`;
    },
  };
}

function explain(error: unknown, log: Log): void {
  const failure = toFailure(error);
  if (failure === null) throw error;
  if (isTokenRefused(failure)) throw new Error(TOKEN_REFUSED);
  log.warn({ reason: failure.reason }, 'Telegram cannot be reached; trying again in the background');
}

/** Repeats a call until it succeeds; null when it was stopped, or Telegram refuses the token for good. */
async function untilDone<T>(
  call: () => Promise<T>,
  settings: TelegramSettings,
  signal: AbortSignal,
): Promise<T | null> {
  const pause = backoff(signal, settings.pace);
  const isStopped = () => signal.aborted;
  while (!isStopped()) {
    try {
      return await call();
    } catch (error) {
      if (isStopped()) return null;
      const failure = toFailure(error);
      if (failure === null) throw error;
      if (isTokenRefused(failure)) {
        settings.log.error({ reason: failure.reason }, TOKEN_REFUSED);
        return null;
      }
      settings.log.warn({ reason: failure.reason }, 'Telegram cannot be reached; trying again');
      await pause.wait(failure.kind === 'refused' ? failure.afterSeconds : undefined);
    }
  }
  return null;
}
