import type { Api } from 'grammy';
import { z } from 'zod';
import type { Log } from '../channel/log.ts';
import { toFailure } from './failure.ts';
import { wantedUpdates } from './poll.ts';
import { forGrammy } from './signal.ts';

/** Where Telegram is to hand updates over: below the public address, with a secret of 1 to 256 of A-Z a-z 0-9 _ -. */
export type WebhookSettings = { readonly base: string; readonly secret: string };

/** Where it does, and the header in which it shows the secret (https://core.telegram.org/bots/api#setwebhook). */
export const webhookRim = { path: '/webhook/telegram', header: 'X-Telegram-Bot-Api-Secret-Token' } as const;

/** Asks Telegram to hand updates over; false when it will not have the address, so that they must be fetched. */
export async function setWebhook(
  api: Api,
  { base, secret }: WebhookSettings,
  log: Log,
  signal: AbortSignal,
): Promise<boolean> {
  const url = base + webhookRim.path;
  try {
    const how = { secret_token: secret, allowed_updates: wantedUpdates };
    await api.setWebhook(url, how, forGrammy(signal));
    log.info({ url }, 'Telegram hands updates over to the webhook');
    return true;
  } catch (error) {
    const failure = toFailure(error);
    if (failure?.kind !== 'refused' || failure.code !== 400) throw error;
    log.error(
      { reason: failure.reason },
      'Telegram does not take the webhook, so updates are fetched. PUBLIC_URL must be an https address that Telegram can reach',
    );
    return false;
  }
}

const pressSchema = z.object({ callback_query: z.object({ id: z.string() }) });

/** The id of the press of a button in an update, if it is one. */
export function pressIn(update: unknown): string | null {
  const parsed = pressSchema.safeParse(update);
  return parsed.success ? parsed.data.callback_query.id : null;
}
