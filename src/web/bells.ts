/** What an open stream hears: something new, nothing for a while, or that it is over. */
export type Heard = 'rung' | 'quiet' | 'over';

/** One open stream's ear. */
export type Bell = {
  /** Waits for news; news that came since the last call counts. */
  next(quietMs: number): Promise<Heard>;
  end(): void;
};

/** Wakes the open streams of an address. */
export type Bells = {
  /** A bell for one more stream, or undefined when the address has too many open or all is over. */
  hang(address: string): Bell | undefined;
  ring(address: string): void;
  stop(): void;
};

type Ringer = { readonly bell: Bell; ring(): void };

/** Streams that one address may hold open: some tabs and some phones. */
const mostPerAddress = 12;

/** The bells of one server process; other processes' news is found at the next quiet moment. */
export const makeBells = (): Bells => {
  const hung = new Map<string, Set<Ringer>>();
  let stopped = false;
  return {
    hang(address) {
      const others = hung.get(address) ?? new Set();
      if (stopped || others.size >= mostPerAddress) return undefined;
      const ringer = makeRinger(() => {
        others.delete(ringer);
        if (others.size === 0 && hung.get(address) === others) hung.delete(address);
      });
      others.add(ringer);
      hung.set(address, others);
      return ringer.bell;
    },
    ring(address) {
      for (const ringer of hung.get(address) ?? []) ringer.ring();
    },
    stop() {
      stopped = true;
      for (const ringers of [...hung.values()]) for (const ringer of [...ringers]) ringer.bell.end();
    },
  };
};

const makeRinger = (onEnd: () => void): Ringer => {
  let news = false;
  let over = false;
  let wake = (): void => {};
  return {
    ring() {
      news = true;
      wake();
    },
    bell: {
      async next(quietMs) {
        if (!news && !over) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, quietMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        if (over) return 'over';
        const heard = news ? 'rung' : 'quiet';
        news = false;
        return heard;
      },
      end() {
        if (over) return;
        over = true;
        onEnd();
        wake();
      },
    },
  };
};
