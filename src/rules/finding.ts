import type { Finding, IndicatorId, Measured, Threshold, Why } from './assessment.ts';
import { type Doubt, doubtOf, type Sureness } from './certainty.ts';
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

/** What a finding adds to the whole, in numbers: adding them up is quicker than reading words. */
export type Weight = {
  /** 1 or 0. */
  readonly deprived: number;
  readonly unknown: number;
  /** The bit of a condition about people that is left open. */
  readonly open: number;
  readonly doubt: Doubt;
  /** Of what is unknown: it counts only while the class is open too. */
  readonly doubtWhileOpen: Doubt;
};

/** What an indicator found. */
export type Found = { readonly finding: Finding; readonly weight: Weight };

/** Weighs a finding; `bit` is that of the condition, if it is one about people. */
export function weighed(finding: Finding, bit = 0): Found {
  const { certainty, verdict } = finding;
  const isOpen = verdict === 'unknown';
  const weight = {
    deprived: verdict === 'deprived' ? 1 : 0,
    unknown: isOpen ? 1 : 0,
    open: isOpen ? bit : 0,
    doubt: isOpen ? 0 : doubtOf(certainty),
    doubtWhileOpen: isOpen ? doubtOf(certainty) : 0,
  };
  return { finding, weight };
}

/** The findings of an indicator that name nobody and measure nothing: made once, and shared by all households. */
export type PlainFindings = { readonly yes: Found; readonly no: Found; readonly open: Found };

/** Makes the plain findings of an indicator. */
export function plainFindings(basis: Basis, bit = 0): PlainFindings {
  const plainOf = (isDeprived: Fact<boolean>) =>
    weighed(findingOf(basis, isDeprived, nobody, null, nobody), bit);
  return { yes: plainOf(true), no: plainOf(false), open: plainOf('unknown') };
}

/** The plain finding for that answer. */
export function plain(findings: PlainFindings, isDeprived: Fact<boolean>): Found {
  if (isDeprived === 'unknown') return findings.open;
  return isDeprived ? findings.yes : findings.no;
}
