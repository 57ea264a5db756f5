import type { Certainty, Cited } from './source.ts';

/** How sure we are of a value, or that we do not have it. */
export type Sureness = Certainty | 'gap';

/** The weaker of two, which marks both together. */
export function weaker(a: Sureness, b: Sureness): Sureness {
  if (a === b) return a;
  if (a === 'gap' || b === 'gap') return 'gap';
  if (a === 'unconfirmed' || b === 'unconfirmed') return 'unconfirmed';
  return a === 'secondary' || b === 'secondary' ? 'secondary' : 'verified';
}

/** How sure we are of one value of the law. */
export function surenessOf(cited: Cited<unknown>): Sureness {
  return 'gap' in cited ? 'gap' : cited.certainty;
}
