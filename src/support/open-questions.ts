import type { Cause } from '../review/cause.ts';
import type { IndicatorId } from '../rules/assessment.ts';
import { type Need, supportsFor } from './supports-for.ts';

/** What a household lacks and no support that we know of fits: for people to think about, not proof that there is none. */
export function openQuestions(need: Need): {
  readonly indicators: readonly IndicatorId[];
  readonly causes: readonly Cause[];
} {
  const reasons = supportsFor(need).map(({ because }) => because);
  return {
    indicators: need.deprived.filter((id) => !reasons.some(({ indicators }) => indicators.includes(id))),
    causes: need.causes.filter((cause) => !reasons.some(({ causes }) => causes.includes(cause))),
  };
}
