/** Lets so many run at once, each in its turn; who has waited for so long gets null. */
export function turns(limits: { readonly atOnce: number; readonly waitMs: number }) {
  let running = 0;
  const waiting = new Set<() => void>();

  function mayRun(): boolean | Promise<boolean> {
    if (running < limits.atOnce) {
      running += 1;
      return true;
    }
    return new Promise((resolve) => {
      const begin = () => {
        clearTimeout(patience);
        resolve(true);
      };
      const patience = setTimeout(() => {
        waiting.delete(begin);
        resolve(false);
      }, limits.waitMs);
      waiting.add(begin);
    });
  }

  function leave(): void {
    const [next] = waiting;
    // Who waited longest takes the place over.
    if (next === undefined) running -= 1;
    else {
      waiting.delete(next);
      next();
    }
  }

  return async <T>(run: () => Promise<T>): Promise<T | null> => {
    if (!(await mayRun())) return null;
    try {
      return await run();
    } finally {
      leave();
    }
  };
}
