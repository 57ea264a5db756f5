import { applicableStandards } from './applicable.ts';
import { assess } from './assess.ts';
import type { Assessment, Category, Finding, Threshold, Why } from './assessment.ts';
import type { Household } from './household.ts';
import type { Cited, IsoDate } from './source.ts';
import type { DecideBy, Standard } from './standard.ts';

/** What differs between two readings of one household, and why. */
export type Difference =
  | { readonly kind: 'class'; readonly before: readonly Category[]; readonly after: readonly Category[] }
  /** A class comes about another way: by a line and a number of deprivations, or by either of them. */
  | {
      readonly kind: 'way-to-decide';
      readonly before: DecideBy['kind'];
      readonly after: DecideBy['kind'];
    }
  /** Another amount, or a line that only one of them has (null). */
  | {
      readonly kind: 'line';
      readonly rule: Finding['rule'];
      readonly before: Threshold | null;
      readonly after: Threshold | null;
    }
  /** Another number of deprivations decides; null where it is a gap. */
  | { readonly kind: 'cut-off'; readonly before: number | null; readonly after: number | null }
  | { readonly kind: 'indicator-dropped' | 'indicator-added'; readonly rule: Finding['rule'] }
  /**
   * The same indicator finds something else: by another condition, because one of the two is a gap, or because one of
   * them asks for a fact that nobody could tell.
   */
  | {
      readonly kind: 'verdict';
      readonly rule: Finding['rule'];
      readonly before: Finding['verdict'];
      readonly after: Finding['verdict'];
      readonly because: 'condition' | Why;
    };

/** One household by two standards. */
export type Comparison = {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly differs: readonly Difference[];
};

/** Reads a household by two standards, each for the list of its year, and says what differs and why. */
export function compare(
  household: Household,
  one: { readonly standard: Standard; readonly listYear: number },
  other: { readonly standard: Standard; readonly listYear: number },
  on: IsoDate,
): Comparison {
  const before = assess(household, one.standard, one.listYear, on);
  const after = assess(household, other.standard, other.listYear, on);
  return {
    before,
    after,
    differs: [
      ...ofClass(before, after),
      ...ofWay(one.standard.decide.value.kind, other.standard.decide.value.kind),
      ...ofCutOff(one.standard.deprivations, other.standard.deprivations),
      ...before.findings.flatMap((finding) => ofFinding(finding, after.findings)),
      ...after.findings.flatMap((finding) => added(finding, before.findings)),
    ],
  };
}

/** Both sides of the turn of a year: by the national standard of this list year and by that of the next. */
export function bothSides(household: Household, listYear: number, on: IsoDate): Comparison {
  const [one] = applicableStandards(listYear);
  const [other] = applicableStandards(listYear + 1);
  return compare(household, { standard: one, listYear }, { standard: other, listYear: listYear + 1 }, on);
}

function ofClass(before: Assessment, after: Assessment): readonly Difference[] {
  const isSame = before.possible.join() === after.possible.join();
  return isSame ? [] : [{ kind: 'class', before: before.possible, after: after.possible }];
}

function ofWay(before: DecideBy['kind'], after: DecideBy['kind']): readonly Difference[] {
  return before === after ? [] : [{ kind: 'way-to-decide', before, after }];
}

function ofCutOff(one: Cited<number>, other: Cited<number>): readonly Difference[] {
  const before = 'gap' in one ? null : one.value;
  const after = 'gap' in other ? null : other.value;
  return before === after ? [] : [{ kind: 'cut-off', before, after }];
}

function ofFinding(before: Finding, findings: readonly Finding[]): readonly Difference[] {
  const after = findings.find(({ rule }) => rule === before.rule);
  const { rule } = before;
  if (isLine(before)) {
    const line = after?.threshold ?? null;
    return isSameThreshold(before.threshold, line)
      ? []
      : [{ kind: 'line', rule, before: before.threshold, after: line }];
  }
  if (after === undefined) return [{ kind: 'indicator-dropped', rule }];
  if (before.verdict === after.verdict) return [];
  const whys = [before.why, after.why];
  const because = whys.includes('law-gap') ? 'law-gap' : (before.why ?? after.why ?? 'condition');
  return [{ kind: 'verdict', rule, before: before.verdict, after: after.verdict, because }];
}

function added(after: Finding, findings: readonly Finding[]): readonly Difference[] {
  const { rule, threshold } = after;
  if (findings.some((finding) => finding.rule === rule)) return [];
  return isLine(after)
    ? [{ kind: 'line', rule, before: null, after: threshold }]
    : [{ kind: 'indicator-added', rule }];
}

function isSameThreshold(one: Threshold | null, other: Threshold | null): boolean {
  if (one === null || other === null) return one === other;
  return one.value === other.value && one.unit === other.unit && one.inclusive === other.inclusive;
}

/** Whether a finding holds the income against a line of the law. */
export function isLine({ rule }: { readonly rule: string }): boolean {
  return rule === 'income' || rule === 'income-near-poor' || rule === 'income-average';
}
