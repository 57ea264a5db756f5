import { applicableStandards } from './applicable.ts';
import { assess } from './assess.ts';
import {
  type Assessment,
  type Category,
  type Finding,
  isLine,
  type Threshold,
  type Why,
} from './assessment.ts';
import { type Sureness, surenessOf, weaker } from './certainty.ts';
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
  /** Another amount, or a line that only one of them has or is known to have. */
  | {
      readonly kind: 'line';
      readonly rule: Finding['rule'];
      readonly before: LineSide;
      readonly after: LineSide;
    }
  /** Another number of deprivations decides; null where it is a gap. */
  | { readonly kind: 'cut-off'; readonly before: number | null; readonly after: number | null }
  /** Only one of them lists the indicator, as far as is known: no surer than its name there and the whole list here. */
  | {
      readonly kind: 'indicator-dropped' | 'indicator-added';
      readonly rule: Finding['rule'];
      readonly certainty: Sureness;
      /** Whether that was seen in a draft only. */
      readonly draft: boolean;
    }
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

/** What one of two standards has of a line: its amount, no such line (`absent`), or what we do not know of it (`gap`). */
export type LineSide = Threshold | 'absent' | 'gap';

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
      ...before.findings.flatMap((finding) =>
        ofFinding(finding, after.findings, one.standard, other.standard),
      ),
      ...after.findings.flatMap((finding) => added(finding, before.findings, one.standard, other.standard)),
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

function ofFinding(
  before: Finding,
  findings: readonly Finding[],
  one: Standard,
  other: Standard,
): readonly Difference[] {
  const after = findings.find(({ rule }) => rule === before.rule);
  const { rule } = before;
  if (isLine(before))
    return ofLine(rule, before.threshold ?? 'gap', after ? (after.threshold ?? 'gap') : 'absent');
  if (after === undefined) return [{ kind: 'indicator-dropped', rule, ...listedBy(rule, one, other) }];
  if (before.verdict === after.verdict) return [];
  const whys = [before.why, after.why];
  const because = whys.includes('law-gap') ? 'law-gap' : (before.why ?? after.why ?? 'condition');
  return [{ kind: 'verdict', rule, before: before.verdict, after: after.verdict, because }];
}

function added(
  after: Finding,
  findings: readonly Finding[],
  one: Standard,
  other: Standard,
): readonly Difference[] {
  const { rule, threshold } = after;
  if (findings.some((finding) => finding.rule === rule)) return [];
  return isLine(after)
    ? ofLine(rule, 'absent', threshold ?? 'gap')
    : [{ kind: 'indicator-added', rule, ...listedBy(rule, other, one) }];
}

function ofLine(rule: Finding['rule'], before: LineSide, after: LineSide): readonly Difference[] {
  return isSameLine(before, after) ? [] : [{ kind: 'line', rule, before, after }];
}

function isSameLine(one: LineSide, other: LineSide): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.value === other.value && one.unit === other.unit && one.inclusive === other.inclusive;
}

/** How sure it is that one standard lists an indicator, and that of all those the other lists none is that one. */
function listedBy(
  rule: Finding['rule'],
  one: Standard,
  other: Standard,
): { readonly certainty: Sureness; readonly draft: boolean } {
  const names = [...one.indicators.filter(({ id }) => id === rule), ...other.indicators].map(
    ({ name }) => name,
  );
  return {
    certainty: names.reduce<Sureness>(
      (weakest, name) => weaker(weakest, surenessOf(name)),
      other.unlisted === null ? 'verified' : 'gap',
    ),
    draft: names.some((name) => 'value' in name && name.source.draft === true),
  };
}
