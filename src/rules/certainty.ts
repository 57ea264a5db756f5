import type { Certainty, Cited } from './source.ts';

/** How sure we are of a value, or that we do not have it. */
export type Sureness = Certainty | 'gap';

/** The weaker of two, which marks both together. */
export function weaker(a: Sureness, b: Sureness): Sureness {
  return surenessIn(doubtOf(a) | doubtOf(b));
}

/** How sure we are of one value of the law. */
export function surenessOf(cited: Cited<unknown>): Sureness {
  return 'gap' in cited ? 'gap' : cited.certainty;
}

/** How unsure values are, as bits: `|` of several marks them all together. */
export type Doubt = number;

/** How many bits that takes. */
export const bitsOfDoubt = 3;
/** All of those bits. */
export const allDoubt = (1 << bitsOfDoubt) - 1;

/** The doubt of one value. */
export function doubtOf(sureness: Sureness): Doubt {
  switch (sureness) {
    case 'verified':
      return 0;
    case 'secondary':
      return 1;
    case 'unconfirmed':
      return 2;
    case 'gap':
      return 4;
    default:
      return sureness satisfies never;
  }
}

const surenesses = ['verified', 'secondary', 'unconfirmed', 'unconfirmed'] as const;

/** How sure we are where there is that much doubt. */
export function surenessIn(doubt: Doubt): Sureness {
  return surenesses[doubt] ?? 'gap';
}
