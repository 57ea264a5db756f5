import type { Finding, IndicatorId, Measured, Threshold, Why } from './assessment.ts';
import { allDoubt, bitsOfDoubt, type Doubt, doubtOf, type Sureness } from './certainty.ts';
import type { Fact } from './household.ts';
import { half, lower } from './said.ts';
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

/** What an indicator found, and what that adds to the whole in numbers: adding up is quicker than reading words. */
export type Found = {
  readonly finding: Finding;
  /** To be added: one deprived, or one unknown. */
  readonly counts: Counts;
  /** To be joined with `|`. */
  readonly marks: Marks;
};

/** How many indicators are deprived and, above that, of how many it is unknown. */
export type Counts = number;

/**
 * The bits of the conditions about people that are left open and, above them, the doubt of what is known and that of
 * what is unknown, which counts only while the class is open too.
 */
export type Marks = number;

/** A finding weighed; `bit` is that of the condition, if it is one about people. */
export function weighed(finding: Finding, bit = 0): Found {
  const { certainty, verdict } = finding;
  if (verdict === 'unknown')
    return { finding, counts: unknowns(1), marks: bit | marksOf(0, doubtOf(certainty)) };
  return { finding, counts: verdict === 'deprived' ? 1 : 0, marks: marksOf(doubtOf(certainty), 0) };
}

/** That many unknown. */
export function unknowns(count: number): Counts {
  return count << 8;
}

/** The marks of the doubt of what is known, and of what is unknown. */
export function marksOf(doubt: Doubt, whileOpen: Doubt): Marks {
  return (doubt << half) | (whileOpen << (half + bitsOfDoubt));
}

/** How many are deprived. */
export function deprivedOf(counts: Counts): number {
  return counts & 255;
}

/** Of how many it is unknown. */
export function unknownOf(counts: Counts): number {
  return counts >> 8;
}

/** The bits of the conditions about people that are left open. */
export function openOf(marks: Marks): number {
  return marks & lower;
}

/** The doubt of what is known. */
export function doubtIn(marks: Marks): Doubt {
  return (marks >> half) & allDoubt;
}

/** The doubt of what is unknown. */
export function doubtWhileOpenIn(marks: Marks): Doubt {
  return marks >> (half + bitsOfDoubt);
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
  // Not compared with the word itself, which would leave compiled code where a truth is met.
  if (typeof isDeprived === 'string') return findings.open;
  return isDeprived ? findings.yes : findings.no;
}
