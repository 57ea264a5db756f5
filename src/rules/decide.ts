import type { Category, Finding } from './assessment.ts';
import { type Sureness, surenessOf, weaker } from './certainty.ts';
import type { Count } from './count.ts';
import type { AgainstLine } from './lines.ts';
import type { Cited } from './source.ts';
import type { Standard } from './standard.ts';

/** What a decision is made from: the lines from the lowest up, the indicators, and how many can be deprived together. */
export type Found = {
  readonly lines: readonly AgainstLine[];
  readonly indicators: readonly Finding[];
  /** Without an indicator that only says on which side of the line the income is. */
  readonly count: Count;
};

/** The classes that stay open, from poor to none, and how sure the values are on which that rests. */
export type Decision = { readonly possible: readonly Category[]; readonly certainty: Sureness };

const bits = { poor: 1, 'near-poor': 2, average: 4, none: 8 } as const;
const poorestFirst = ['poor', 'near-poor', 'average', 'none'] as const;

/** The classes in each set of bits, from poor to none. */
const classesOf: readonly (readonly Category[])[] = Array.from({ length: 16 }, (_, set) =>
  poorestFirst.filter((category) => (set & bits[category]) !== 0),
);

/**
 * Turns what was found into the classes that are possible, the way the standard decides: the lines cut incomes into
 * steps, the lowest first; each step on which the income may be leaves some classes open.
 */
export function decide(standard: Standard, found: Found): Decision {
  const { lines } = found;
  let open = 0;
  let certainty: Sureness = standard.decide.certainty;
  let ofOpenLines: Sureness = 'verified';
  let isCounted = false;
  for (let step = 0; step <= lines.length; step += 1) {
    const above = step < lines.length ? lines[step] : undefined;
    if (above !== undefined) {
      if (isOpen(above)) ofOpenLines = weaker(ofOpenLines, above.certainty);
      else certainty = weaker(certainty, above.certainty);
    }
    if (above?.standing === 'over' || above?.standing === 'over-if-no-costs') continue;
    open |= openOn(standard, step, lines.length, found.count);
    isCounted ||= countsOn(standard, step);
    if (above?.standing === 'under') break;
  }
  const possible = classesOf[open] ?? [];
  // A line that is left open did not matter if the class is the same on either side of it.
  if (possible.length > 1) certainty = weaker(certainty, ofOpenLines);
  if (isCounted) certainty = weaker(certainty, surenessOfCount(standard, found, possible.length === 1));
  return { possible, certainty };
}

function isOpen({ standing }: AgainstLine): boolean {
  return standing === 'fact-unknown' || standing === 'law-gap';
}

/** The classes of those on one step. */
function openOn(standard: Standard, step: number, last: number, count: Count): number {
  const { deprivations, lines } = standard;
  const decide = standard.decide.value;
  switch (decide.kind) {
    case 'line-and-deprived':
      if (step === 0) return byCount(count, deprivations);
      break;
    case 'line-or-deprived':
      if (step === 0) return bits.poor;
      if (step === 1) return byCount(count, deprivations);
      break;
    case 'deprived-or-income':
      return byCountOrIncome(step, count, deprivations, decide.nearPoorDeprivations);
    default:
      return decide satisfies never;
  }
  return step < last && lines.average !== null ? bits.average : bits.none;
}

/** Whether the class of those on a step hangs on their deprivations. */
function countsOn(standard: Standard, step: number): boolean {
  const decide = standard.decide.value;
  switch (decide.kind) {
    case 'line-and-deprived':
      return step === 0;
    case 'line-or-deprived':
      return step === 1;
    case 'deprived-or-income':
      return true;
    default:
      return decide satisfies never;
  }
}

/** Poor with enough deprivations, else near-poor. */
function byCount({ least, most }: Count, deprivations: Cited<number>): number {
  if ('gap' in deprivations) return bits.poor | bits['near-poor'];
  const poor = most >= deprivations.value ? bits.poor : 0;
  return least < deprivations.value ? poor | bits['near-poor'] : poor;
}

/**
 * Up to the line the income is a deprivation of its own, and poor are also those with both indicators of income; what
 * the second one asks is not known to us, so there that stays open. Near-poor are those between the lines with just so
 * many deprivations as `nearPoor` says.
 */
function byCountOrIncome(
  step: number,
  { least, most }: Count,
  deprivations: Cited<number>,
  nearPoor: Cited<number>,
): number {
  if ('gap' in deprivations || 'gap' in nearPoor) return bits.poor | bits['near-poor'] | bits.none;
  const isLow = step === 0;
  let open: number = isLow ? bits.poor : 0;
  for (let count = least; count <= most; count += 1) {
    if (count + (isLow ? 1 : 0) >= deprivations.value) open |= bits.poor;
    else open |= step === 1 && count === nearPoor.value ? bits['near-poor'] : bits.none;
  }
  return open;
}

/** Once a class is settled, what stayed unknown did not matter to it; while it is open, it does. */
function surenessOfCount(standard: Standard, { indicators }: Found, isSettled: boolean): Sureness {
  let certainty = surenessOf(standard.deprivations);
  const decide = standard.decide.value;
  if (decide.kind === 'deprived-or-income')
    certainty = weaker(certainty, surenessOf(decide.nearPoorDeprivations));
  for (const finding of indicators)
    if (!isSettled || finding.verdict !== 'unknown') certainty = weaker(certainty, finding.certainty);
  return !isSettled && standard.unlisted !== null ? 'gap' : certainty;
}
