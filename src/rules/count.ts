import { answersByAge, type PeopleAnswers } from './answers.ts';
import type { Household } from './household.ts';
import type { PeopleRules } from './people-rules.ts';
import { isOver, type Share } from './people.ts';
import type { Ready } from './ready.ts';
import { type Answers, possibleOf, sureOf } from './said.ts';
import type { IsoDate } from './source.ts';

/** How many indicators can be deprived together, at least and at most. */
export type Count = { readonly least: number; readonly most: number };

/** What the indicators found: how many are deprived, of how many it is unknown, and the bits of those about people that are. */
type Sum = { readonly deprived: number; readonly unknown: number; readonly open: number };

/**
 * Counts the deprivations over all that is unknown together. Facts that nobody could tell are independent of each
 * other, but one age stands behind several indicators: who may be 15 or 16 and neither learns nor goes to school is
 * deprived in one of two ways, never in both and never in none. So members whose age is open are walked through age by
 * age, keeping for the household only which indicators they make deprived; no completion is listed.
 */
export function countOf(
  { deprived, unknown, open: bits }: Sum,
  { people, share }: Ready,
  household: Household,
  answers: PeopleAnswers,
  on: IsoDate,
): Count {
  const ofPeople = bitsIn(bits);
  const together =
    ofPeople > 1 ? countTogether(people, { bits, most: ofPeople, share }, household, answers, on) : null;
  if (together === null) return { least: deprived, most: deprived + unknown };
  return { least: deprived + together.least, most: deprived + unknown - ofPeople + together.most };
}

/** The open indicators about people, as bits, and how many they are; `share` is that which asks for more than a share of the members. */
type Open = { readonly bits: number; readonly most: number; readonly share: Share | null };

/** Null when no age links the indicators, so that each may be deprived or not by itself. */
function countTogether(
  rules: PeopleRules,
  open: Open,
  { members }: Household,
  { first }: PeopleAnswers,
  on: IsoDate,
): Count | null {
  let surely = 0;
  let possibly = 0;
  const linking: (readonly Answers[])[] = [];
  for (let person = first; person !== null; person = person.next) {
    const { answers, member } = person;
    const ways = answersByAge(rules, member, on);
    if (ways.length > 1) linking.push(ways);
    else {
      surely = stepTo(surely, wayOf(sureOf(answers), open));
      possibly = stepTo(possibly, wayOf(possibleOf(answers), open));
    }
  }
  if (linking.length === 0) return null;
  let fewest: readonly number[] = [surely];
  let most: readonly number[] = [possibly];
  for (const ways of linking) {
    fewest = walk(fewest, ways, open, 'fewest');
    most = walk(most, ways, open, 'most');
  }
  let least = open.most;
  for (const state of fewest) least = Math.min(least, deprivedIn(state, open, members.length));
  let highest = 0;
  for (const state of most) highest = Math.max(highest, deprivedIn(state, open, members.length));
  return { least, most: highest };
}

/** The bits of the indicators in a state; above them is counted who counts towards the share. */
const places = 12;
const bitsOfState = (1 << places) - 1;
const oneMore = 1 << places;

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

/**
 * Goes on by one member, from each state each way, to what is surely so of the fewest or may be so of the most; leaves
 * out a state when one was reached before that serves as well.
 */
function walk(
  states: readonly number[],
  ways: readonly Answers[],
  open: Open,
  towards: 'fewest' | 'most',
): readonly number[] {
  const reached: number[] = [];
  for (const state of states)
    for (const answers of ways) {
      const next = stepTo(state, wayOf(towards === 'fewest' ? sureOf(answers) : possibleOf(answers), open));
      if (!isServed(reached, next, towards)) reached.push(next);
    }
  return reached;
}

function isServed(reached: readonly number[], next: number, towards: 'fewest' | 'most'): boolean {
  for (const other of reached)
    if (towards === 'fewest' ? isWithin(other, next) : isWithin(next, other)) return true;
  return false;
}

/** Whether all that a state makes deprived, the other does too. */
function isWithin(state: number, other: number): boolean {
  return (state & ~other & bitsOfState) === 0 && countIn(state) <= countIn(other);
}

function countIn(state: number): number {
  return state >> places;
}

function deprivedIn(state: number, { share }: Open, people: number): number {
  const isShareOver = share !== null && isOver(countIn(state), people, share.overPercent);
  return bitsIn(state & bitsOfState) + (isShareOver ? 1 : 0);
}

function bitsIn(set: number): number {
  let count = 0;
  for (let bits = set; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}
