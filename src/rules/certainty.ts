import type { Certainty, Cited } from './source.ts';

/** How sure we are of a value, or that we do not have it; the weakest first. */
export type Sureness = Certainty | 'gap';

const weakestFirst: readonly Sureness[] = ['gap', 'unconfirmed', 'secondary'];

/** The weakest of all, which marks the whole; `verified` when there is none weaker. */
export function weakest(all: readonly Sureness[]): Sureness {
  return weakestFirst.find((sureness) => all.includes(sureness)) ?? 'verified';
}

/** How sure we are of one value of the law. */
export function surenessOf(cited: Cited<unknown>): Sureness {
  return 'gap' in cited ? 'gap' : cited.certainty;
}
