import { agesToTry } from './ages.ts';
import {
  type Answers,
  answersOf,
  type PeopleAnswers,
  type PeopleRules,
  possibleOf,
  sureOf,
} from './answers.ts';
import type { Finding } from './assessment.ts';
import type { Household } from './household.ts';
import { isOver } from './people.ts';
import type { Ready, ReadyIndicator } from './ready.ts';

/** How many indicators can be deprived together, at least and at most. */
export type Count = { readonly least: number; readonly most: number };

/** What the indicators found. The one that only says on which side of the line the income is, is not in `Count`. */
export type Tally = Count & {
  readonly deprived: number;
  readonly unknown: number;
  readonly low: Finding['verdict'];
};

type PeopleIndicator = Extract<ReadyIndicator, { kind: 'people' }>;

/**
 * Counts the deprivations over all that is unknown together. Facts that nobody could tell are independent of each
 * other, but one age stands behind several indicators: who may be 15 or 16 and neither learns nor goes to school is
 * deprived in one of two ways, never in both and never in none. So members whose age is open are walked through age by
 * age, keeping for the household only which indicators they make deprived; no completion is listed.
 */
export function countOf(
  { indicators, people }: Ready,
  findings: readonly Finding[],
  household: Household,
  answers: PeopleAnswers,
  year: number,
): Tally {
  let deprived = 0;
  let unknown = 0;
  let ofPeople = 0;
  let bits = 0;
  let share: PeopleIndicator | null = null;
  let low: Finding['verdict'] = 'not-deprived';
  for (let at = 0; at < findings.length; at += 1) {
    const verdict = findings[at]?.verdict;
    if (verdict === undefined || verdict === 'not-deprived') continue;
    if (verdict === 'deprived') deprived += 1;
    else unknown += 1;
    const indicator = indicators[at];
    if (indicator?.kind === 'line') low = verdict;
    else if (indicator?.kind === 'people' && verdict === 'unknown') {
      ofPeople += 1;
      bits |= indicator.bit;
      if (indicator.overPercent !== null) share = indicator;
    }
  }
  const least = low === 'deprived' ? deprived - 1 : deprived;
  const most = least + (low === 'unknown' ? unknown - 1 : unknown);
  const together = ofPeople > 1 ? countTogether(people, { bits, share }, household, answers, year) : null;
  if (together === null) return { deprived, unknown, low, least, most };
  return { deprived, unknown, low, least: least + together.least, most: most - ofPeople + together.most };
}

/** The open indicators about people, as bits; `share` is the one which asks for more than a share of the members. */
type Open = { readonly bits: number; readonly share: PeopleIndicator | null };

/** Null when no age links the indicators, so that each may be deprived or not by itself. */
function countTogether(
  rules: PeopleRules,
  open: Open,
  { members }: Household,
  { each }: PeopleAnswers,
  year: number,
): Count | null {
  let surely = 0;
  let possibly = 0;
  const linking: (readonly Answers[])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const member = members[at];
    const answers = each[at] ?? 0;
    const ages = member === undefined ? [] : agesToTry(member.age, rules, year);
    if (member !== undefined && ages.length > 1)
      linking.push(ages.map((age) => answersOf(rules, member, age, year)));
    else {
      surely = stepTo(surely, wayOf(sureOf(answers), open));
      possibly = stepTo(possibly, wayOf(possibleOf(answers), open));
    }
  }
  if (linking.length === 0) return null;
  let fewest: readonly number[] = [surely];
  let most: readonly number[] = [possibly];
  for (const ways of linking) {
    fewest = walk(
      fewest,
      ways.map((way) => wayOf(sureOf(way), open)),
      isWithin,
    );
    most = walk(
      most,
      ways.map((way) => wayOf(possibleOf(way), open)),
      (state, other) => isWithin(other, state),
    );
  }
  const counts = (states: readonly number[]) =>
    states.map((state) => deprivedIn(state, open, members.length));
  return { least: Math.min(...counts(fewest)), most: Math.max(...counts(most)) };
}

/** The bits of the indicators in a state; above them is counted who counts towards the share. */
const bitsOfState = 2 ** 12 - 1;
const oneMore = bitsOfState + 1;

/**
 * A state of the walk: a bit for each open indicator that some member makes deprived and, above those bits, how many
 * members count towards the share. A way is what one member adds to it at one age, in the same form.
 */
function wayOf(answers: number, { bits, share }: Open): number {
  const way = answers & bits;
  return share === null || (way & share.bit) === 0 ? way : (way ^ share.bit) + oneMore;
}

function stepTo(state: number, way: number): number {
  return (state & ~bitsOfState) + (way & ~bitsOfState) + ((state | way) & bitsOfState);
}

/** Goes on by one member, from each state each way; leaves out a state when a better one was reached before. */
function walk(
  states: readonly number[],
  ways: readonly number[],
  isBetter: (state: number, other: number) => boolean,
): readonly number[] {
  const reached: number[] = [];
  for (const state of states)
    for (const way of ways) {
      const next = stepTo(state, way);
      if (!reached.some((other) => isBetter(other, next))) reached.push(next);
    }
  return reached;
}

/** Whether all that a state makes deprived, the other does too. */
function isWithin(state: number, other: number): boolean {
  return (state & ~other & bitsOfState) === 0 && countIn(state) <= countIn(other);
}

function countIn(state: number): number {
  return Math.floor(state / oneMore);
}

function deprivedIn(state: number, { share }: Open, people: number): number {
  const isShareOver = share !== null && isOver(countIn(state), people, share.overPercent ?? 100);
  let deprived = isShareOver ? 1 : 0;
  for (let bits = state & bitsOfState; bits !== 0; bits &= bits - 1) deprived += 1;
  return deprived;
}
