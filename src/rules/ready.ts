import { type Blank, blankOf } from './blank.ts';
import { type Doubt, doubtOf } from './certainty.ts';
import type { PeopleCondition } from './condition.ts';
import { marksOf, unknowns } from './finding.ts';
import {
  type HouseholdIndicator,
  indicatorOf,
  isOfHousehold,
  type LinesByArea,
  type ReadyIndicator,
} from './indicator.ts';
import { linesFor } from './lines.ts';
import { type PeopleRules, peopleRulesOf } from './people-rules.ts';
import type { AnyMember, Share } from './people.ts';
import { half } from './said.ts';
import type { Standard } from './standard.ts';
import { doubtOfCount, type Steps, stepsOf } from './steps.ts';
import { surenessOfYear, yearsOf } from './years.ts';

/** What is to be read, and its place among the findings. */
export type Placed<T> = { readonly rule: T; readonly at: number };

/** A standard made ready. */
export type Ready = {
  readonly lines: LinesByArea;
  /** What each set of steps, as bits, leaves open. */
  readonly steps: readonly Steps[];
  readonly doubtOfWay: Doubt;
  readonly doubtOfCount: Doubt;
  /** Whether the standard serves a list year, for the years it does; that it serves any other is not sure. */
  readonly doubtOfYear: ReadonlyMap<number, Doubt>;
  readonly people: PeopleRules;
  readonly indicators: readonly ReadyIndicator[];
  /** What is found of a household in which nothing is so of anybody, and of one without members. */
  readonly ofNobody: Blank;
  readonly withoutMembers: Blank;
  /** Those for which one member is enough, each at the place of its bit. */
  readonly ofAnyMember: readonly (Placed<AnyMember> | null)[];
  /** The bits of those. */
  readonly anyBits: number;
  /** Those that hang on the household, but for these. */
  readonly ofHousehold: readonly Placed<HouseholdIndicator>[];
  /** The indicator that asks for more than a share of the members. */
  readonly share: Share | null;
  /** Whether an indicator only says on which side of the line the income is. */
  readonly countsIncome: boolean;
};

const known = new WeakMap<Standard, Ready>();

/** Makes a standard ready, once. */
export function readyOf(standard: Standard): Ready {
  const found = known.get(standard);
  if (found !== undefined) return found;
  const conditions: PeopleCondition[] = [];
  const lines = { rural: linesFor(standard, 'rural'), urban: linesFor(standard, 'urban') };
  const indicators = standard.indicators.map((indicator) => indicatorOf(indicator, lines, conditions));
  // What indicators add to the whole that exist and of which nothing is known.
  const unlisted = {
    counts: unknowns(standard.unlisted?.indicators ?? 0),
    marks: marksOf(0, standard.unlisted === null ? 0 : doubtOf('gap')),
  };
  const count = lines.rural.length;
  const placed = indicators.map((rule, at) => ({ rule, at: count + at }));
  const ofAnyMember = placed.flatMap(({ rule: { kind, rule }, at }) =>
    kind === 'any-member' ? [{ rule, at }] : [],
  );
  const ready = {
    lines,
    steps: stepsOf(standard),
    doubtOfWay: doubtOf(standard.decide.certainty),
    doubtOfCount: doubtOfCount(standard),
    doubtOfYear: new Map(yearsOf(standard).map((year) => [year, doubtOf(surenessOfYear(standard, year))])),
    people: peopleRulesOf(conditions),
    indicators,
    ofNobody: blankOf(unlisted, count, indicators, 'no'),
    withoutMembers: blankOf(unlisted, count, indicators, 'open'),
    ofAnyMember: byBit(ofAnyMember),
    anyBits: ofAnyMember.reduce((bits, { rule }) => bits | rule.bit, 0),
    ofHousehold: placed.flatMap(({ rule, at }) => (isOfHousehold(rule) ? [{ rule, at }] : [])),
    share: indicators.find((indicator) => indicator.kind === 'share')?.rule ?? null,
    countsIncome: indicators.some(({ kind }) => kind === 'line'),
  };
  known.set(standard, ready);
  return ready;
}

function byBit(indicators: readonly Placed<AnyMember>[]): readonly (Placed<AnyMember> | null)[] {
  return Array.from({ length: half }, (_, at) => indicators.find(({ rule }) => rule.bit === 1 << at) ?? null);
}
