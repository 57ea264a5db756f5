import { z } from 'zod';

/** Why a call to Zalo failed, in words that may be logged: no token, no address, nothing that a person wrote. */
export type Failure =
  | { readonly kind: 'network'; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly reason: string;
      readonly afterSeconds?: number;
    };

export type Answer = { readonly kind: 'answer'; readonly result: unknown } | Failure;

export type Call = (method: string, body: object, limits: Limits) => Promise<Answer>;

type Limits = { readonly seconds: number; readonly signal?: AbortSignal };

/** HTTP 200 says nothing: the call went well only when `ok` is true. */
const envelopeSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  error_code: z.number().optional().catch(undefined),
});

/** Calls methods of Zalo's Bot API: `POST <root>/bot<token>/<method>`, so an address is never logged, for it holds the token. */
export function callerOf(apiRoot: string, token: string): Call {
  return async (method, body, { seconds, signal }) => {
    const limit = AbortSignal.timeout(seconds * 1000);
    try {
      const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      return answerIn(response.status, response.headers.get('retry-after'), await response.text());
    } catch (error) {
      return { kind: 'network', reason: networkReason(error) };
    }
  };
}

function answerIn(status: number, retryAfter: string | null, text: string): Answer {
  const envelope = envelopeSchema.safeParse(parsed(text));
  if (envelope.success && envelope.data.ok) return { kind: 'answer', result: envelope.data.result };
  const code = envelope.data?.error_code ?? status;
  if (!envelope.success && status < 400)
    return { kind: 'network', reason: 'network: the answer is not Zalo’s' };
  const seconds = Number(retryAfter);
  return {
    kind: 'refused',
    code,
    reason: withoutPeople(`${code} ${envelope.data?.description ?? ''}`.trim()),
    ...(retryAfter !== null && Number.isSafeInteger(seconds) ? { afterSeconds: seconds } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether Zalo does not know the token. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.code === 401;
}

/** What the person who runs the program has to do about a refused token. */
export const TOKEN_REFUSED =
  'ZALO_BOT_TOKEN is refused by Zalo. Copy the token that the account "Zalo Bot Manager" gave, put it into ZALO_BOT_TOKEN and start again.';

/** The message of an error of `fetch` may hold the address: only its code is taken. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if (error.name === 'TimeoutError') return 'network: timeout';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z_]+$/.test(code) ? `network: ${code}` : 'network';
}

function withoutPeople(description: string): string {
  return description
    .replace(/\d+:[\w-]{10,}/g, '[token]')
    .replace(/"[^"]*"/g, '"…"')
    .replace(/[\da-f]{8,}/gi, '[id]')
    .slice(0, 200);
}
