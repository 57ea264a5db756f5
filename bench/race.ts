/** One who runs: does some work and says how many pieces of it that was. */
export type Runner = { readonly name: string; readonly run: () => number | Promise<number> };

/** How many pieces of work each did in a second of processor time: the median of its rounds. */
export type Result = { readonly name: string; readonly perSecond: number };

/**
 * Lets all of them run in turn, round after round in one process, so that what disturbs the machine disturbs everybody.
 * Processor time is taken, not the clock, and of all threads: collecting garbage counts too.
 */
export async function race(
  runners: readonly Runner[],
  { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number },
): Promise<readonly Result[]> {
  const perSecond = runners.map((): number[] => []);
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, runner] of runners.entries()) {
      const one = await roundOf(runner, milliseconds);
      if (round > 0) perSecond[at]?.push(one);
    }
  return runners.map(({ name }, at) => ({ name, perSecond: medianOf(perSecond[at] ?? []) }));
}

async function roundOf({ run }: Runner, milliseconds: number): Promise<number> {
  const start = process.cpuUsage();
  let pieces = 0;
  for (;;) {
    pieces += await run();
    const { user, system } = process.cpuUsage(start);
    const microseconds = user + system;
    if (microseconds >= milliseconds * 1000) return (pieces * 1_000_000) / microseconds;
  }
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
