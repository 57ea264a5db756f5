import type { Category } from './assessment.ts';
import type { Doubt } from './certainty.ts';
import type { Count } from './count.ts';
import { doubtIn, doubtWhileOpenIn } from './finding.ts';
import type { Reading } from './read.ts';
import type { Ready } from './ready.ts';
import { bits, type Classes, type Steps } from './steps.ts';

/** The classes that stay open, from poor to none, and the doubt of the values on which that rests. */
export type Decision = { readonly possible: readonly Category[]; readonly doubt: Doubt };

const poorestFirst = ['poor', 'near-poor', 'average', 'none'] as const;

/** The classes in each set of bits, from poor to none. */
const classesOf: readonly (readonly Category[])[] = Array.from({ length: 16 }, (_, set) =>
  poorestFirst.filter((category) => (set & bits[category]) !== 0),
);

const nowhere: Steps = { isCounted: false, byCount: [] };

/**
 * Turns what was found into the classes that are possible, the way the standard decides: each step on which the income
 * may be leaves some classes open. `count` says how many indicators
 * can be deprived together, without one that only says on which side of the line the income is.
 */
export function decide(ready: Ready, { lines, marks }: Reading, { least, most }: Count): Decision {
  let doubt = ready.doubtOfWay | lines.doubt;
  const { byCount, isCounted } = ready.steps[lines.steps] ?? nowhere;
  let open: Classes = 0;
  for (let count = least; count <= most; count += 1) open |= byCount[count] ?? 0;
  const possible = classesOf[open] ?? [];
  const isSettled = possible.length === 1;
  // A line that is left open did not matter if the class is the same on either side of it.
  if (!isSettled) doubt |= lines.doubtWhileOpen;
  // Once a class is settled, what stayed unknown did not matter to it; while it is open, it does.
  if (isCounted) doubt |= ready.doubtOfCount | doubtIn(marks) | (isSettled ? 0 : doubtWhileOpenIn(marks));
  return { possible, doubt };
}
