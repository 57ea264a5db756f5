import { applicableStandards } from './applicable.ts';
import { assess } from './assess.ts';
import type { Assessment, Category, Finding, Threshold } from './assessment.ts';
import type { Household } from './household.ts';
import type { Cited, IsoDate } from './source.ts';
import type { Standard } from './standard.ts';

/** What differs between two readings of one household, and why. */
export type Difference =
  | { readonly kind: 'class'; readonly before: readonly Category[]; readonly after: readonly Category[] }
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
  /** The same indicator finds something else: by another condition, or because of one of them the condition is a gap. */
  | {
      readonly kind: 'verdict';
      readonly rule: Finding['rule'];
      readonly before: Finding['verdict'];
      readonly after: Finding['verdict'];
      readonly because: 'condition' | 'law-gap';
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
    const isSame = before.threshold?.value === line?.value && before.threshold?.unit === line?.unit;
    return isSame ? [] : [{ kind: 'line', rule, before: before.threshold, after: line }];
  }
  if (after === undefined) return [{ kind: 'indicator-dropped', rule }];
  if (before.verdict === after.verdict) return [];
  const because = before.why === 'law-gap' || after.why === 'law-gap' ? 'law-gap' : 'condition';
  return [{ kind: 'verdict', rule, before: before.verdict, after: after.verdict, because }];
}

function added(after: Finding, findings: readonly Finding[]): readonly Difference[] {
  const { rule, threshold } = after;
  if (findings.some((finding) => finding.rule === rule)) return [];
  return isLine(after)
    ? [{ kind: 'line', rule, before: null, after: threshold }]
    : [{ kind: 'indicator-added', rule }];
}

/** Whether a finding holds the income against a line of the law. */
export function isLine({ rule }: { readonly rule: string }): boolean {
  return rule === 'income' || rule === 'income-near-poor' || rule === 'income-average';
}
