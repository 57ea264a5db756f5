import { toFailure } from './failure.ts';

/** Why there is no use in sending the question either; null when it goes out. */
export type Refused = { readonly failed: unknown } | null;

/** Sends what stands before a question. Nobody waits for it: what fails here is left out, unless the question would too. */
export async function ahead(send: () => Promise<unknown>): Promise<Refused> {
  try {
    await send();
    return null;
  } catch (error) {
    const failure = toFailure(error);
    if (failure === null) throw error;
    return failure.kind === 'refused' && [401, 403, 429].includes(failure.code) ? { failed: error } : null;
  }
}
