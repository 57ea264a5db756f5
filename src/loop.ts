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
  let isStopping = false;
  let wake = () => {};
  let nudged = false;
  const nudge = () => {
    nudged = true;
    wake();
  };
  const rest = () =>
    new Promise<void>((resolve) => {
      if (nudged || isStopping) return resolve();
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopping) {
      nudged = false;
      try {
        if (!(await work())) await rest();
      } catch (error) {
        failed(error);
        await rest();
      }
    }
  };
  const running = run();
  return {
    nudge,
    stop: async () => {
      isStopping = true;
      nudge();
      await running;
    },
  };
}
