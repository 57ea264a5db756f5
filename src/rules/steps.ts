import { type Doubt, doubtOf, surenessOf } from './certainty.ts';
import type { Cited } from './source.ts';
import type { DecideBy, Standard } from './standard.ts';

/** Classes as bits. */
export type Classes = number;

/** The lines cut incomes into steps, the lowest first; a set of steps has a bit for each. */
export type Steps = {
  /** Whether the class of those on some step of it hangs on their deprivations. */
  readonly isCounted: boolean;
  /** The classes of those on any step of it, for each number of deprivations. */
  readonly byCount: readonly Classes[];
};

/** The bit of each class. */
export const bits = { poor: 1, 'near-poor': 2, average: 4, none: 8 } as const;

/** Makes ready the way a standard decides, for each set of steps. */
export function stepsOf(standard: Standard): readonly Steps[] {
  const { indicators, lines, unlisted } = standard;
  const last = Object.values(lines).filter((line) => line !== null).length;
  const most = indicators.length + (unlisted?.indicators ?? 0);
  const all = Array.from({ length: last + 1 }, (_, step) => step);
  return Array.from({ length: 2 ** all.length }, (_, set) => {
    const steps = all.filter((step) => (set & (1 << step)) !== 0);
    return {
      isCounted: steps.some((step) => countsOn(standard.decide.value, step)),
      byCount: Array.from({ length: most + 1 }, (_, count) =>
        steps.reduce((classes, step) => classes | classesOn(standard, step, last, count), 0),
      ),
    };
  });
}

/** The doubt of the numbers of deprivations that a standard counts by. */
export function doubtOfCount({ decide, deprivations }: Standard): Doubt {
  const { value: by } = decide;
  const ofPoor = doubtOf(surenessOf(deprivations));
  return by.kind === 'deprived-or-income' ? ofPoor | doubtOf(surenessOf(by.nearPoorDeprivations)) : ofPoor;
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

/** The classes of those on one step who have so many deprivations. */
function classesOn(standard: Standard, step: number, last: number, count: number): Classes {
  const { deprivations } = standard;
  const { value: by } = standard.decide;
  const others = othersOn(standard, step, last);
  if (by.kind === 'deprived-or-income')
    return byCountOrIncome(step, others, count, deprivations, by.nearPoorDeprivations);
  if (!countsOn(by, step)) return step < firstCounted(by) ? bits.poor : others;
  // Poor with enough deprivations, else near-poor.
  if ('gap' in deprivations) return bits.poor | bits['near-poor'];
  return count >= deprivations.value ? bits.poor : bits['near-poor'];
}

/** The class of those who are neither poor nor near-poor: average below the line of the average, where there is one. */
function othersOn({ lines }: Standard, step: number, last: number): Classes {
  return lines.average !== null && step === last - 1 ? bits.average : bits.none;
}

/**
 * Up to the line the income is a deprivation of its own, and poor are also those with both indicators of income; what
 * the second one asks is not known to us, so there that stays open. Near-poor are those between the lines with just so
 * many deprivations as `nearPoor` says.
 */
function byCountOrIncome(
  step: number,
  others: Classes,
  count: number,
  deprivations: Cited<number>,
  nearPoor: Cited<number>,
): Classes {
  if ('gap' in deprivations || 'gap' in nearPoor) return bits.poor | bits['near-poor'] | others;
  if (step === 0) return count + 1 >= deprivations.value ? bits.poor : bits.poor | others;
  if (count >= deprivations.value) return bits.poor;
  return step === 1 && count === nearPoor.value ? bits['near-poor'] : others;
}
