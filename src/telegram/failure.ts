import { GrammyError, HttpError } from 'grammy';

/** Why a call to Telegram failed, in words that may be logged: no token, no address, nothing that a person wrote. */
export type Failure =
  | { readonly kind: 'network'; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly reason: string;
      readonly afterSeconds?: number;
      readonly moved: boolean;
    };

/** Reads an error of grammY; null when it is none, that is, a bug of ours. */
export function toFailure(error: unknown): Failure | null {
  if (error instanceof HttpError) return { kind: 'network', reason: networkReason(error.error) };
  if (!(error instanceof GrammyError)) return null;
  const { retry_after: afterSeconds, migrate_to_chat_id: movedTo } = error.parameters;
  return {
    kind: 'refused',
    code: error.error_code,
    reason: withoutPeople(error.description),
    ...(afterSeconds === undefined ? {} : { afterSeconds }),
    moved: movedTo !== undefined,
  };
}

/** Whether Telegram does not know the token (404 is its answer to one of the wrong shape). */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'refused' && (failure.code === 401 || failure.code === 404);
}

/** What the person who runs the program has to do about a refused token. */
export const TOKEN_REFUSED =
  'TELEGRAM_BOT_TOKEN is refused by Telegram. Copy the token of the bot from @BotFather (/mybots, API Token), put it into TELEGRAM_BOT_TOKEN and start again.';

/** The message of a network error holds the URL, and the URL holds the token: only its code is taken. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if (error.name === 'AbortError' || error.message.includes('timed out')) return 'network: timeout';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[A-Z_]+$/.test(code)) return `network: ${code}`;
  return error.message.startsWith('invalid json') ? 'network: the answer is not JSON' : 'network';
}

function withoutPeople(description: string): string {
  return description
    .replace(/\d+:[\w-]{10,}/g, '[token]')
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\d{5,}/g, '[id]')
    .slice(0, 200);
}
