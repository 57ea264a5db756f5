import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait between attempts, in milliseconds. */
export type Pace = { readonly first: number; readonly most: number };

/** Waits that double with every failure in a row and end at once when the signal says stop. */
export type Backoff = { wait(atLeastSeconds?: number): Promise<void>; reset(): void };

/** Begins a row of waits: 1 s, 2 s, 4 s … 30 s unless another pace is given. */
export function backoff(signal: AbortSignal, pace: Pace = { first: 1_000, most: 30_000 }): Backoff {
  let next = pace.first;
  return {
    async wait(atLeastSeconds = 0) {
      const milliseconds = Math.max(next, atLeastSeconds * 1_000);
      next = Math.min(next * 2, pace.most);
      // Stopping rejects the sleep; whoever waits looks at the signal next.
      await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
    },
    reset() {
      next = pace.first;
    },
  };
}
