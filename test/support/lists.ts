import { isLine } from '../../src/rules/assessment.ts';
import type { IndicatorId } from '../../src/rules/assessment.ts';
import { findingRules } from '../../src/rules/values.ts';
import { groups } from '../../src/support/groups.ts';

/** Every indicator that any standard knows. */
export const indicators: readonly IndicatorId[] = findingRules.filter(
  (rule): rule is IndicatorId => !isLine({ rule }),
);

export const groupIds = groups.map(({ id }) => id);
