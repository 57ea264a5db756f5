import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is done again whenever it is nudged, and at least every `everyMs`. */
export type Loop = {
  /** There may be something to do. */
  readonly nudge: () => void;
  /** Stops after what is in hand. */
  readonly stop: () => Promise<void>;
};

/** Runs `work` until it says that nothing is left (false), then waits for a nudge or the clock. `failed` hears of errors. */
export function startLoop(
  work: () => Promise<boolean>,
  everyMs: number,
  failed: (error: unknown) => void,
): Loop {
  const stopping = new AbortController();
  let wake = () => {};
  let nudged = false;
  const nudge = () => {
    nudged = true;
    wake();
  };
  const rest = async (ms: number) => {
    if (nudged || stopping.signal.aborted) return;
    const woken = new AbortController();
    wake = () => woken.abort();
    await sleep(ms, undefined, { signal: woken.signal }).catch(() => {});
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      nudged = false;
      try {
        if (!(await work())) await rest(everyMs);
      } catch (error) {
        failed(error);
        await rest(everyMs);
      }
    }
  };
  const running = run();
  return {
    nudge,
    stop: async () => {
      stopping.abort();
      nudge();
      await running;
    },
  };
}
