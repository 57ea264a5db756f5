import type { Category, Finding } from './assessment.ts';
import { type Sureness, surenessOf, weakest } from './certainty.ts';
import type { Household } from './household.ts';
import type { Income } from './income.ts';
import { againstLine } from './line.ts';
import type { Standard } from './standard.ts';

/** The classes that stay open, from poor to none, and how sure the values are on which that rests. */
export type Decision = { readonly possible: readonly Category[]; readonly certainty: Sureness };

/** Turns what was found into the classes that are possible, the way the standard decides. */
export function decide(
  standard: Standard,
  area: Household['area'],
  income: Income,
  indicators: readonly Finding[],
): Decision {
  return lineAndDeprived(standard, area, income, indicators);
}

/** Under the line: poor with enough deprivations, else near-poor. Over it: average up to the average line, else none. */
function lineAndDeprived(
  { lines, deprivations }: Standard,
  area: Household['area'],
  income: Income,
  indicators: readonly Finding[],
): Decision {
  const toLine = againstLine(income, lines.income[area]);
  const toAverage = againstLine(income, lines.average[area]);
  const mayBeUnder = toLine.standing.verdict !== 'over';
  const mayBeOver = toLine.standing.verdict !== 'under';
  const least = count(indicators, 'deprived');
  const most = least + count(indicators, 'unknown');
  const isGap = 'gap' in deprivations;
  const isPossible: Readonly<Record<Category, boolean>> = {
    poor: mayBeUnder && (isGap || most >= deprivations.value),
    'near-poor': mayBeUnder && (isGap || least < deprivations.value),
    average: mayBeOver && toAverage.standing.verdict !== 'over',
    none: mayBeOver && toAverage.standing.verdict !== 'under',
  };
  const possible = poorestFirst.filter((category) => isPossible[category]);
  // Once a class is settled, what stayed unknown did not matter to it; while it is open, it does.
  const counted = possible.length === 1 ? indicators.filter(isKnown) : indicators;
  const used: readonly Sureness[] = [
    toLine.certainty,
    ...(mayBeOver ? [toAverage.certainty] : []),
    ...(mayBeUnder ? [surenessOf(deprivations), ...counted.map(({ certainty }) => certainty)] : []),
  ];
  return { possible, certainty: weakest(used) };
}

const poorestFirst: readonly Category[] = ['poor', 'near-poor', 'average', 'none'];

function count(findings: readonly Finding[], verdict: Finding['verdict']): number {
  return findings.filter((finding) => finding.verdict === verdict).length;
}

function isKnown({ verdict }: Finding): boolean {
  return verdict !== 'unknown';
}
