import { parseJson, readRecord } from './record.ts';

/** What can be said: typed text, or a button's data; the label is what the own bubble shows. */
export type Body =
  { readonly text: string; readonly label?: string } | { readonly data: string; readonly label?: string };

/** What became of one try. */
export type Answer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'no-account' }
  | { readonly kind: 'later'; readonly afterMs: number };

/** A try that takes longer is given up and made again with the same key. */
const patienceMs = 15_000;

/** Tries once to hand something over to the server. */
export const post = async (url: string, said: Body & { readonly key: string }): Promise<Answer> => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(said),
      signal: stop.signal,
    });
    return answerOf(response, readRecord(parseJson(await response.text())));
  } catch {
    return { kind: 'later', afterMs: 0 };
  } finally {
    clearTimeout(timer);
  }
};

const answerOf = (response: Response, body: Readonly<Record<string, unknown>> | undefined): Answer => {
  if (response.status === 202 && body?.accepted === true) return { kind: 'accepted' };
  const code = body?.code;
  if (response.status === 401) return { kind: 'no-account' };
  if (response.status === 413) return { kind: 'refused', code: 'too-long' };
  // Only our own server's refusal counts; a hotel's login page or a proxy's error is a reason to try again.
  if ((response.status === 400 || response.status === 403) && typeof code === 'string') {
    return { kind: 'refused', code };
  }
  return { kind: 'later', afterMs: 1000 * (Number(response.headers.get('Retry-After')) || 0) };
};
