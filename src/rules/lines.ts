import type { Finding, LineRule, Measured, Threshold, Unit, Why } from './assessment.ts';
import { type Sureness, weaker } from './certainty.ts';
import { nobody } from './finding.ts';
import type { Area } from './household.ts';
import { holdAgainst, type Income, perPerson, type Standing } from './income.ts';
import type { Source } from './source.ts';
import type { Line, Standard } from './standard.ts';

/** How an income stands to one line of the law, and how sure that is; a line that is a gap leaves it unknown. */
export type AgainstLine = { readonly standing: Standing; readonly certainty: Sureness };

/** A line made ready for one area: nothing is looked up for each household. */
export type ReadyLine = {
  readonly rule: LineRule;
  readonly perPersonYear: number | null;
  readonly included: boolean;
  readonly certainty: Sureness;
  /** How sure it is that somebody with exactly the line is under it; counts only for those who have just that. */
  readonly includedCertainty: Sureness;
  readonly months: 1 | 12;
  readonly unit: Unit;
  readonly threshold: Threshold | null;
  readonly source: Source | null;
  readonly asks: readonly string[];
};

/** The lines of a standard for one area, from the lowest up. */
export function linesFor({ lines }: Standard, area: Area): readonly ReadyLine[] {
  const named = [
    ['income', lines.poor],
    ['income-near-poor', lines['near-poor']],
    ['income-average', lines.average],
  ] as const;
  return named.flatMap(([rule, line]) => (line === null ? [] : [ready(rule, line, line[area])]));
}

function ready(rule: LineRule, line: Line, amount: Line[Area]): ReadyLine {
  const { included, per } = line;
  const unit = per === 'month' ? 'vnd-per-person-month' : 'vnd-per-person-year';
  const months = per === 'month' ? 12 : 1;
  const common = { rule, months, unit } as const;
  if ('gap' in amount || 'gap' in included) {
    const asks = [amount, included].flatMap((cited) => ('gap' in cited ? [cited.ask] : []));
    const none = { perPersonYear: null, included: true, threshold: null, source: null } as const;
    return { ...common, ...none, certainty: 'gap', includedCertainty: 'gap', asks };
  }
  return {
    ...common,
    perPersonYear: amount.value * months,
    included: included.value,
    certainty: amount.certainty,
    includedCertainty: included.certainty,
    threshold: { value: amount.value, inclusive: included.value, unit },
    source: amount.source,
    asks: [],
  };
}

/** Holds an income against a line. */
export function againstLine(income: Income, line: ReadyLine): AgainstLine {
  if (line.perPersonYear === null) return { standing: 'law-gap', certainty: 'gap' };
  const standing = holdAgainst(income, line.perPersonYear, line.included);
  return { standing, certainty: weaker(surenessOfLine(income, line), surenessOf(standing)) };
}

/** What holding an income against a line finds. */
export function findLine(income: Income, line: ReadyLine, { standing, certainty }: AgainstLine): Finding {
  return {
    rule: line.rule,
    verdict: verdictOf(standing),
    members: nobody,
    measured: measuredOf(income, line),
    threshold: line.threshold,
    source: line.source,
    certainty,
    why: whyOf(standing),
    gaps: line.asks.length === 0 ? income.gaps : [...line.asks, ...income.gaps],
  };
}

function measuredOf({ low, high, people }: Income, { months, unit }: ReadyLine): Measured | null {
  if (people === 0) return null;
  const min = perPerson(low, people, months);
  const max = high === low ? min : high === null ? null : perPerson(high, people, months);
  return { min, max, unit };
}

function verdictOf(standing: Standing): Finding['verdict'] {
  if (standing === 'over-if-no-costs') return 'over';
  return standing === 'under' || standing === 'over' ? standing : 'unknown';
}

function whyOf(standing: Standing): Why | null {
  return standing === 'fact-unknown' || standing === 'law-gap' ? standing : null;
}

/** For an income that may be exactly the line it matters how sure it is on which side that is. */
function surenessOfLine({ people, low, high }: Income, line: ReadyLine): Sureness {
  const exact = (line.perPersonYear ?? 0) * people;
  const mayBeExact = high !== null && low <= exact && high >= exact;
  return mayBeExact ? weaker(line.certainty, line.includedCertainty) : line.certainty;
}

/** An income that is over only by amounts from which costs may have to be taken is not sure to be over. */
function surenessOf(standing: Standing): Sureness {
  if (standing === 'law-gap') return 'gap';
  return standing === 'over-if-no-costs' ? 'unconfirmed' : 'verified';
}
