import { assess } from './assess.ts';
import type { Category } from './assessment.ts';
import type { Household } from './household.ts';
import { incomeOf } from './income.ts';
import { decide } from './decide.ts';
import { highestUnder } from './lines.ts';
import { read } from './read.ts';
import { readyOf } from './ready.ts';
import type { IsoDate } from './source.ts';
import type { Standard } from './standard.ts';

/**
 * The smallest change of one kind that would give another class, all else as it is; `possible` are the classes that it
 * would leave, more than one where the law or a fact leaves that open.
 */
export type NearestChange =
  /** In VND, of the whole household over 12 months. */
  | { readonly kind: 'income'; readonly by: number; readonly possible: readonly Category[] }
  /** So many deprivations more, or (below zero) fewer. */
  | { readonly kind: 'deprivations'; readonly by: number; readonly possible: readonly Category[] };

/**
 * The nearest changes of facts that would change the class, so that a verifier knows what deserves a second look: an
 * income just on the other side of a line, or a few deprivations more or fewer. Empty while the class is open.
 */
export function nearestChanges(
  household: Household,
  standard: Standard,
  listYear: number,
  on: IsoDate,
): readonly NearestChange[] {
  const now = assess(household, standard, listYear, on);
  if (now.category === 'undetermined') return [];
  return [
    ...byIncome(household, standard, listYear, on, now.category),
    ...byCount(household, standard, on, now.category),
  ];
}

function byIncome(
  household: Household,
  standard: Standard,
  listYear: number,
  on: IsoDate,
  current: Category,
): readonly NearestChange[] {
  // Beside an amount that nobody knows, no total is surely on the other side of a line.
  if (Object.values(household.income).includes('unknown')) return [];
  const people = household.members.length;
  const { told } = incomeOf(household);
  const totals = readyOf(standard).lines[household.area].flatMap(({ perPersonYear, included }) => {
    if (perPersonYear === null) return [];
    const highest = highestUnder(perPersonYear, included, people);
    return [highest, highest + 1];
  });
  const changes = totals.flatMap((total): readonly NearestChange[] => {
    // As wages it counts in full, whatever the law says of costs and gifts.
    const income = { wages: total, farm: 0, business: 0, allowances: 0, remittances: 0 };
    const { possible } = assess({ ...household, income }, standard, listYear, on);
    return possible.includes(current) ? [] : [{ kind: 'income', by: total - told, possible }];
  });
  return nearestUpAndDown(changes);
}

function byCount(
  household: Household,
  standard: Standard,
  on: IsoDate,
  current: Category,
): readonly NearestChange[] {
  const ready = readyOf(standard);
  const reading = read(household, ready, on);
  const all = standard.indicators.length + (standard.unlisted?.indicators ?? 0);
  const changes = Array.from({ length: 2 * all + 1 }, (_, index) => index - all).flatMap(
    (by): readonly NearestChange[] => {
      const count = { least: reading.count.least + by, most: reading.count.most + by };
      if (count.least < 0 || count.most > all) return [];
      const { possible } = decide(ready, reading, count);
      return possible.includes(current) ? [] : [{ kind: 'deprivations', by, possible }];
    },
  );
  return nearestUpAndDown(changes);
}

/** Of the changes upward the smallest, and of those downward. */
function nearestUpAndDown(changes: readonly NearestChange[]): readonly NearestChange[] {
  const up = changes.filter(({ by }) => by > 0).toSorted((a, b) => a.by - b.by);
  const down = changes.filter(({ by }) => by < 0).toSorted((a, b) => b.by - a.by);
  return [...down.slice(0, 1), ...up.slice(0, 1)];
}
