import type { Finding, IndicatorId, Measured, Threshold, Why } from './assessment.ts';
import type { Sureness } from './certainty.ts';
import type { Fact } from './household.ts';
import type { Source } from './source.ts';

/** What an indicator's findings have in common, whatever the household. */
export type Basis = {
  readonly rule: IndicatorId;
  readonly source: Source | null;
  readonly certainty: Sureness;
  readonly threshold: Threshold | null;
};

export const nobody: readonly string[] = [];

/** A finding; a verdict left open by the law is no surer than a gap. */
export function findingOf(
  basis: Basis,
  isDeprived: Fact<boolean>,
  members: readonly string[],
  measured: Measured | null,
  gaps: readonly string[],
  why: Why = 'fact-unknown',
): Finding {
  const isOpen = isDeprived === 'unknown';
  return {
    rule: basis.rule,
    verdict: isOpen ? 'unknown' : isDeprived ? 'deprived' : 'not-deprived',
    members,
    measured,
    threshold: basis.threshold,
    source: basis.source,
    certainty: isOpen && why === 'law-gap' ? 'gap' : basis.certainty,
    why: isOpen ? why : null,
    gaps,
  };
}

/** The findings of an indicator that name nobody and measure nothing: made once, and shared by all households. */
export type PlainFindings = { readonly yes: Finding; readonly no: Finding; readonly open: Finding };

/** Makes the plain findings of an indicator. */
export function plainFindings(basis: Basis): PlainFindings {
  return {
    yes: findingOf(basis, true, nobody, null, nobody),
    no: findingOf(basis, false, nobody, null, nobody),
    open: findingOf(basis, 'unknown', nobody, null, nobody),
  };
}

/** The plain finding for that answer. */
export function plain(findings: PlainFindings, isDeprived: Fact<boolean>): Finding {
  if (isDeprived === 'unknown') return findings.open;
  return isDeprived ? findings.yes : findings.no;
}
