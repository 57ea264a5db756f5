import type { Finding } from './assessment.ts';
import { type Sureness, weakest } from './certainty.ts';
import { holdAgainst, type Income, perPersonMonth, type Standing } from './income.ts';
import type { Cited } from './source.ts';

/** How an income stands to a line of the law, and how sure that is. */
export type AgainstLine = { readonly standing: Standing; readonly certainty: Sureness };

/** Holds an income against a line of the law; a line that is a gap leaves it unknown. */
export function againstLine(income: Income, line: Cited<number>): AgainstLine {
  if ('gap' in line) return { standing: { verdict: 'unknown', why: 'law-gap' }, certainty: 'gap' };
  const standing = holdAgainst(income, line.value);
  return { standing, certainty: weakest([line.certainty, surenessOfStanding(standing)]) };
}

/** What holding the income against the income line finds, as the first finding of an assessment. */
export function findIncome(income: Income, line: Cited<number>): Finding {
  const { standing, certainty } = againstLine(income, line);
  const { high, low, people } = income;
  const unit = 'vnd-per-person-month';
  const max = high === null ? null : perPersonMonth(high, people);
  return {
    rule: 'income',
    verdict: standing.verdict,
    ...(standing.verdict === 'unknown' ? { why: standing.why } : {}),
    members: [],
    ...(people === 0 ? {} : { measured: { min: perPersonMonth(low, people), max, unit } }),
    ...('gap' in line
      ? {}
      : { threshold: { value: line.value, inclusive: true, unit }, source: line.source }),
    certainty,
    gaps: 'gap' in line ? [line.ask, ...income.gaps] : income.gaps,
  };
}

/** An income that is over only by amounts from which costs may have to be taken is not sure to be over. */
function surenessOfStanding(standing: Standing): Sureness {
  if (standing.verdict === 'unknown') return standing.why === 'law-gap' ? 'gap' : 'verified';
  return standing.verdict === 'over' && standing.costsMatter ? 'unconfirmed' : 'verified';
}
