import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Household } from './household.ts';
import type { IsoDate } from './source.ts';
import type { Standard } from './standard.ts';
import { unknownFacts } from './unknown-facts.ts';

/** How much an unknown fact decides. */
export type DecidingFact = {
  /** Where it stands in the household: `members.m2.healthInsurance`, `water`, `income.farm`. */
  readonly fact: string;
  /** How many of the classes still possible its answer rules out, at least and at most. */
  readonly rulesOut: { readonly least: number; readonly most: number };
};

/**
 * The facts worth asking for, those that decide most first: by how many classes any answer rules out, then by how many
 * the best answer does, then by how far the answer moves the number of deprivations. Empty once the class is settled,
 * or where only the law leaves it open.
 */
export function decidingFacts(
  household: Household,
  standard: Standard,
  listYear: number,
  on: IsoDate,
): readonly DecidingFact[] {
  const now = assess(household, standard, listYear, on);
  if (now.possible.length < 2) return [];
  const weighed = unknownFacts(household, standard, on).map(({ fact, answered }) => {
    const after = answered.map((one) => assess(one, standard, listYear, on));
    const ruledOut = after.map(({ possible }) => now.possible.length - possible.length);
    const moved = Math.max(...after.map((one) => moves(now, one)));
    return { fact, rulesOut: { least: Math.min(...ruledOut), most: Math.max(...ruledOut) }, moved };
  });
  return weighed
    .filter(({ rulesOut, moved }) => rulesOut.most > 0 || moved > 0)
    .toSorted(
      (a, b) => b.rulesOut.least - a.rulesOut.least || b.rulesOut.most - a.rulesOut.most || b.moved - a.moved,
    )
    .map(({ fact, rulesOut }) => ({ fact, rulesOut }));
}

/** How far an answer narrows the number of deprivations, where that number still decides the class. */
function moves(now: Assessment, after: Assessment): number {
  const isOpenByCount = now.possible[0] === 'poor' && now.count.least < now.count.most;
  return isOpenByCount ? now.count.most - now.count.least - (after.count.most - after.count.least) : 0;
}
