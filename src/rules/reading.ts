import type { Finding } from './assessment.ts';
import type { Fact } from './household.ts';

/** What the facts alone say of one indicator; the rule adds who said so and how sure that is. */
export type Reading = Omit<Finding, 'rule' | 'source' | 'certainty' | 'verdict'> & {
  readonly verdict: 'deprived' | 'not-deprived' | 'unknown';
};

/** A reading from one statement about the whole household. */
export function readingOf(isDeprived: Fact<boolean>): Reading {
  if (isDeprived === 'unknown') return { verdict: 'unknown', why: 'fact-unknown', members: [], gaps: [] };
  return { verdict: isDeprived ? 'deprived' : 'not-deprived', members: [], gaps: [] };
}
