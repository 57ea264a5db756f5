import {
  changeBy,
  kinds,
  type Move,
  movesIn,
  type Statistic,
  statistics,
  type Told,
  told,
  valueOf,
} from './moves.ts';

/** Counts of fewer households than this are hidden; none at all may be said, since it tells of nobody. */
export const fewest = 5;

/** Public numbers; null where one is hidden. */
export type Shown = Readonly<Record<Told, number | null>>;

/** One number: a statistic of a zone, or with null of the whole ward. */
type Cell = { readonly zone: number | null; readonly statistic: Statistic };

/** Zones with their households counted by kind, in the order of `kinds`. */
type Zones = readonly (readonly number[])[];

/**
 * Hides small numbers, and others so that none of the small ones follows from what is still shown. Whatever is hidden, and
 * whatever small number could be computed, has another table beside the true one (a `Move`) in which it is different and
 * everything shown is the same; nothing that is hidden later can take that other table away.
 */
export function hideSmall(zones: Zones): { readonly whole: Shown; readonly zones: readonly Shown[] } {
  const areas = [null, ...zones.keys()];
  const small = areas
    .flatMap((zone) => statistics.map((statistic): Cell => ({ zone, statistic })))
    .filter((cell) => isSmall(valueIn(zones, cell)));
  const hidden = new Set<string>();
  const hide = (cells: readonly Cell[]) => cells.forEach((cell) => hidden.add(nameOf(cell)));
  hide(small.filter(isTold));
  for (const cell of small) hide(cheapest(zones, cell, hidden));
  const shown = (zone: number | null): Shown => {
    const of = (statistic: Told) => {
      const cell = { zone, statistic };
      return hidden.has(nameOf(cell)) ? null : valueIn(zones, cell);
    };
    return {
      reviewed: of('reviewed'),
      poor: of('poor'),
      nearPoor: of('nearPoor'),
      left: of('left'),
      new: of('new'),
    };
  };
  return { whole: shown(null), zones: [...zones.keys()].map((zone) => shown(zone)) };
}

/** From one to four. */
export function isSmall(count: number): boolean {
  return count > 0 && count < fewest;
}

/** What must be hidden so that a number can be another one: of all ways, the one that takes least away. */
function cheapest(zones: Zones, cell: Cell, hidden: ReadonlySet<string>): readonly Cell[] {
  const { zone } = cell;
  // A number of the whole ward is changed only by what happens in one zone: two zones make up for each other.
  const moves =
    zone === null
      ? [...zones.keys()].flatMap((at) => movesIn(at, zones).filter(({ length }) => length === 1))
      : movesIn(zone, zones);
  let best: { readonly cells: readonly Cell[]; readonly price: number } | null = null;
  for (const move of moves) {
    if (changeBy(move, cell.statistic, zone) === 0) continue;
    const cells = changedBy(move);
    const price = cells
      .filter((each) => !hidden.has(nameOf(each)))
      .reduce((sum, each) => sum + priceOf(zones, each), 0);
    if (best === null || price < best.price) best = { cells, price };
  }
  if (best === null) throw new Error(`No other number could stand for ${nameOf(cell)}.`);
  return best.cells;
}

/** What is told and would be different after a move. */
function changedBy(move: Move): readonly Cell[] {
  return [null, ...new Set(move.map(({ zone }) => zone))].flatMap((zone) =>
    told
      .filter((statistic) => changeBy(move, statistic, zone) !== 0)
      .map((statistic) => ({ zone, statistic })),
  );
}

/** A number of the whole ward is worth more than any of zones, a further number more than a larger one. */
function priceOf(zones: Zones, cell: Cell): number {
  if (cell.zone === null) return 1e9;
  return 1e4 + Math.min(valueIn(zones, cell), 9_999);
}

function valueIn(zones: Zones, { statistic, zone }: Cell): number {
  const counted = zone === null ? kinds.map((_, at) => sumAt(zones, at)) : (zones[zone] ?? []);
  return valueOf(statistic, counted);
}

function sumAt(zones: Zones, at: number): number {
  return zones.reduce((sum, households) => sum + (households[at] ?? 0), 0);
}

function isTold({ statistic }: Cell): boolean {
  return told.some((each) => each === statistic);
}

function nameOf({ statistic, zone }: Cell): string {
  return `${statistic} of ${zone ?? 'all'}`;
}

/**
 * Hides counts of households of which one may be in several: the small ones, and those to which only few of the whole do
 * not belong. Where the whole is hidden (`whole` null) so is all; one that would be hidden alone gets company, since each
 * household belongs to one at least.
 */
export function hideCounts(counts: readonly number[], whole: number | null): readonly (number | null)[] {
  if (whole === null) return counts.map(() => null);
  const hidden = counts.map((count) => isSmall(count) || isSmall(whole - count));
  if (hidden.filter((each) => each).length === 1) {
    const shown = counts.map((count, at) => ({ count, at })).filter(({ at }) => hidden[at] === false);
    // The smallest, but rather one of somebody than a zero.
    const [next] = shown.toSorted(
      (a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count,
    );
    if (next !== undefined) hidden[next.at] = true;
  }
  return counts.map((count, at) => (hidden[at] === true ? null : count));
}
