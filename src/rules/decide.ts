import type { Category, Finding } from './assessment.ts';
import { type Sureness, surenessOf, weaker } from './certainty.ts';
import type { Count } from './count.ts';
import type { Cited } from './source.ts';
import type { DecideBy, Standard } from './standard.ts';

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
 * steps, the lowest first; each step on which the income may be leaves some classes open. The first `lines` findings are
 * lines, from the lowest up, the others indicators; `count` says how many of these can be deprived together, without one
 * that only says on which side of the line the income is.
 */
export function decide(
  standard: Standard,
  findings: readonly Finding[],
  lines: number,
  count: Count,
): Decision {
  let open = 0;
  let certainty: Sureness = standard.decide.certainty;
  let ofOpenLines: Sureness = 'verified';
  let isCounted = false;
  for (let step = 0; step <= lines; step += 1) {
    const above = step < lines ? findings[step] : undefined;
    if (above?.verdict === 'unknown') ofOpenLines = weaker(ofOpenLines, above.certainty);
    else if (above !== undefined) certainty = weaker(certainty, above.certainty);
    if (above?.verdict === 'over') continue;
    open |= openOn(standard, step, lines, count);
    isCounted ||= countsOn(standard.decide.value, step);
    if (above?.verdict === 'under') break;
  }
  const possible = classesOf[open] ?? [];
  // A line that is left open did not matter if the class is the same on either side of it.
  if (possible.length > 1) certainty = weaker(certainty, ofOpenLines);
  if (isCounted)
    certainty = weaker(certainty, surenessOfCount(standard, findings, lines, possible.length === 1));
  return { possible, certainty };
}

/** The lowest step on which the deprivations decide; on those below it all are poor. */
function firstCounted(by: DecideBy): number {
  switch (by.kind) {
    case 'line-and-deprived':
    case 'deprived-or-income':
      return 0;
    case 'line-or-deprived':
      return 1;
    default:
      return by satisfies never;
  }
}

/** Whether the class of those on a step hangs on their deprivations. */
function countsOn(by: DecideBy, step: number): boolean {
  return by.kind === 'deprived-or-income' || step === firstCounted(by);
}

/** The classes of those on one step. */
function openOn(standard: Standard, step: number, last: number, count: Count): number {
  const { deprivations } = standard;
  const { value: by } = standard.decide;
  const others = othersOn(standard, step, last);
  if (by.kind === 'deprived-or-income')
    return byCountOrIncome(step, others, count, deprivations, by.nearPoorDeprivations);
  if (!countsOn(by, step)) return step < firstCounted(by) ? bits.poor : others;
  return byCount(count, deprivations);
}

/** The class of those who are neither poor nor near-poor: average below the line of the average, where there is one. */
function othersOn({ lines }: Standard, step: number, last: number): number {
  return lines.average !== null && step === last - 1 ? bits.average : bits.none;
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
  others: number,
  { least, most }: Count,
  deprivations: Cited<number>,
  nearPoor: Cited<number>,
): number {
  if ('gap' in deprivations || 'gap' in nearPoor) return bits.poor | bits['near-poor'] | others;
  const isLow = step === 0;
  let open: number = isLow ? bits.poor : 0;
  for (let count = least; count <= most; count += 1) {
    if (count + (isLow ? 1 : 0) >= deprivations.value) open |= bits.poor;
    else open |= step === 1 && count === nearPoor.value ? bits['near-poor'] : others;
  }
  return open;
}

/** Once a class is settled, what stayed unknown did not matter to it; while it is open, it does. */
function surenessOfCount(
  standard: Standard,
  findings: readonly Finding[],
  lines: number,
  isSettled: boolean,
): Sureness {
  let certainty = surenessOf(standard.deprivations);
  const { value: by } = standard.decide;
  if (by.kind === 'deprived-or-income') certainty = weaker(certainty, surenessOf(by.nearPoorDeprivations));
  for (let at = lines; at < findings.length; at += 1) {
    const finding = findings[at];
    if (finding !== undefined && (!isSettled || finding.verdict !== 'unknown'))
      certainty = weaker(certainty, finding.certainty);
  }
  return !isSettled && standard.unlisted !== null ? 'gap' : certainty;
}
