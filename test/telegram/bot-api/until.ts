/** Waits until the check gives something truthy, looking whenever the watchers are called, and every 10 ms. */
export function until<T>(check: () => T, timeoutMs: number, watchers: Set<() => void>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      clearInterval(again);
      watchers.delete(look);
    };
    const look = () => {
      const found = check();
      if (!found) return;
      end();
      resolve(found);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited ${timeoutMs} ms in vain for: ${String(check)}`));
    }, timeoutMs);
    // What is waited for may also happen without a call.
    const again = setInterval(look, 10);
    watchers.add(look);
    look();
  });
}
