import { backoff, type Pace } from '../channel/backoff.ts';
import type { Channel } from '../channel/channel.ts';
import type { Log } from '../channel/log.ts';
import type { Receive } from '../incoming.ts';
import type { RenderedPicture } from '../text/rendered.ts';
import { type Answer, callerOf, isTokenRefused, TOKEN_REFUSED } from './call.ts';
import { poll } from './poll.ts';
import { MAX_MESSAGE, send } from './send.ts';
import { toIncoming } from './to-incoming.ts';

/** Where Zalo does hand events over, and the header in which it shows the secret. */
const webhookRim = { path: '/webhook/zalo', header: 'X-Bot-Api-Secret-Token' } as const;

/** What the channel is given; the timings are for tests and slow lines. */
export type ZaloSettings = {
  readonly token: string;
  readonly apiRoot: string;
  /** Where Zalo is to hand events over, with a secret of 8 to 256 characters; left out they are fetched. */
  readonly webhook?: { readonly base: string; readonly secret: string } | undefined;
  readonly receive: Receive;
  readonly log: Log;
  /** Where Zalo may fetch a page of drawings; left out none is sent. */
  readonly pictureUrl?: ((picture: RenderedPicture) => string | null) | undefined;
  readonly pollTimeoutSeconds?: number | undefined;
  readonly requestTimeoutSeconds?: number | undefined;
  readonly pace?: Pace | undefined;
};

/** A line that swallows everything must not keep the rest of the program waiting for the first answer. */
const FIRST_ANSWER_SECONDS = 5;

/**
 * Talks with people over Zalo's Bot API, which has neither buttons nor editing: what can be chosen is a numbered list.
 * Events are handed over to the webhook, or fetched one by one.
 */
export function zaloChannel(settings: ZaloSettings): Channel {
  const { token, log, webhook, receive, pollTimeoutSeconds = 30, requestTimeoutSeconds = 20 } = settings;
  const call = callerOf(settings.apiRoot.replace(/\/+$/, ''), token);
  // The token begins with the bot's number, so that nobody waits for Zalo to know who is spoken to.
  const bot = `zalo:${token.slice(0, token.indexOf(':'))}`;
  const read = (event: unknown) => toIncoming(event, bot);
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function run(signal: AbortSignal): Promise<void> {
    const isHandedOver = await takeOver(signal);
    if (isHandedOver !== false) return;
    await poll({ ...settings, call, timeoutSeconds: pollTimeoutSeconds, read, signal });
  }

  /** Arranges how events come; true when Zalo hands them over, null when it was stopped or the token is refused. */
  async function takeOver(signal: AbortSignal): Promise<boolean | null> {
    if (webhook !== undefined) {
      const url = webhook.base + webhookRim.path;
      const set = await untilDone('setWebhook', { url, secret_token: webhook.secret }, signal);
      if (set === null) return null;
      if (set.kind === 'answer') {
        log.info({ url }, 'Zalo hands events over to the webhook');
        return true;
      }
      log.error(
        { reason: set.reason },
        'Zalo does not take the webhook, so events are fetched. PUBLIC_URL must be an https address that Zalo can reach',
      );
    }
    // Zalo may refuse to remove a webhook that is not there; if one is left, asking for events says so.
    const removed = await untilDone('deleteWebhook', {}, signal);
    return removed === null ? null : false;
  }

  /** Repeats a call until Zalo answers or says that the call itself is wrong; null when there is no use in going on. */
  async function untilDone(method: string, body: object, signal: AbortSignal): Promise<Answer | null> {
    const pause = backoff(signal, settings.pace);
    for (;;) {
      const answer = await call(method, body, { seconds: requestTimeoutSeconds, signal });
      if (answer.kind === 'answer' || isFinal(answer)) return answer;
      if (signal.aborted) return null;
      if (isTokenRefused(answer)) {
        log.error({ reason: answer.reason }, TOKEN_REFUSED);
        return null;
      }
      log.warn({ reason: answer.reason }, 'Zalo cannot be reached; trying again');
      await pause.wait(answer.kind === 'refused' ? answer.afterSeconds : undefined);
    }
  }

  return {
    name: 'zalo',
    can: {
      buttons: false,
      edit: false,
      picture: settings.pictureUrl !== undefined,
      voice: false,
      maxText: MAX_MESSAGE * 4,
    },
    send: (outgoing) =>
      send({ call, seconds: requestTimeoutSeconds, pictureUrl: settings.pictureUrl }, outgoing),
    ...(webhook === undefined
      ? {}
      : {
          webhook: {
            ...webhookRim,
            secret: webhook.secret,
            async take(body: unknown) {
              const incoming = read(body);
              if (incoming !== null) await receive([incoming]);
            },
          },
        }),
    async start() {
      stopping = new AbortController();
      // Only a wrong token stops the program; with no network the rest of it runs and this goes on trying.
      const met = await call('getMe', {}, { seconds: FIRST_ANSWER_SECONDS });
      if (met.kind !== 'answer' && isTokenRefused(met)) throw new Error(TOKEN_REFUSED);
      if (met.kind === 'answer') log.info({ bot }, 'Zalo knows the bot');
      else log.warn({ reason: met.reason }, 'Zalo cannot be reached; trying again in the background');
      running = run(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Whether repeating the call would change nothing, though the token is known. */
function isFinal(answer: Answer): boolean {
  if (answer.kind !== 'refused' || isTokenRefused(answer)) return false;
  return answer.code < 500 && answer.code !== 429 && answer.code !== 408;
}
