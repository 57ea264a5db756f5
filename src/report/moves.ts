import type { Listed } from './household.ts';

/** What a household was on the last list, and what it is on this one; null where it is not on it. */
type Kind = { readonly before: Listed | null; readonly after: Listed | null };

const classes = ['poor', 'near-poor', null] as const;

/** All kinds of households. How many there are of each, in this order, is all that public numbers are made of. */
export const kinds: readonly Kind[] = classes.flatMap((before) =>
  classes.map((after) => ({ before, after })),
);

/** What is told of a ward and of each zone. */
export const told = ['reviewed', 'poor', 'nearPoor', 'left', 'new'] as const;
export type Told = (typeof told)[number];

/** What is told nowhere, but follows from what is: those who stay on the list, were on none, are on this one, are not. */
const implied = ['stayed', 'never', 'listed', 'unlisted'] as const;

/** Whatever somebody can count who reads the public numbers. */
export type Statistic = Told | (typeof implied)[number];
export const statistics: readonly Statistic[] = [...told, ...implied];

const counts: Readonly<Record<Statistic, (kind: Kind) => boolean>> = {
  reviewed: () => true,
  poor: ({ after }) => after === 'poor',
  nearPoor: ({ after }) => after === 'near-poor',
  left: ({ after, before }) => before !== null && after === null,
  new: ({ after, before }) => before === null && after !== null,
  stayed: ({ after, before }) => before !== null && after !== null,
  never: ({ after, before }) => before === null && after === null,
  listed: ({ after }) => after !== null,
  unlisted: ({ after }) => after === null,
};

/** A statistic of households that are counted by kind. */
export function valueOf(statistic: Statistic, households: readonly number[]): number {
  return kinds.reduce((sum, kind, at) => sum + (counts[statistic](kind) ? (households[at] ?? 0) : 0), 0);
}

/** The kind with that number; where a household comes from, or goes to, outside the table it is null. */
type KindAt = number | null;

/**
 * Other numbers that could stand in the table just as well: in each of these zones one household fewer of one kind and
 * one more of another.
 */
export type Move = readonly { readonly zone: number; readonly from: KindAt; readonly to: KindAt }[];

/**
 * The moves that begin in a zone. In none does a household that is there change what it was on the last list: that may be
 * known from elsewhere, such as from the numbers of last year.
 */
export function movesIn(zone: number, zones: readonly (readonly number[])[]): readonly Move[] {
  const others = zones.map((_, at) => at).filter((at) => at !== zone);
  const swaps = pairs.flatMap(([from, to]): readonly Move[] => {
    if (isNone(zones[zone]?.[from])) return [];
    const back = others.filter((other) => !isNone(zones[other]?.[to]));
    const here = { zone, from, to };
    return [[here], ...back.map((other) => [here, { zone: other, from: to, to: from }])];
  });
  const arrivals = newcomers.flatMap((to): readonly Move[] => {
    const left = others.filter((other) => !isNone(zones[other]?.[to]));
    const here = { zone, from: null, to };
    return [[here], ...left.map((other) => [here, { zone: other, from: to, to: null }])];
  });
  return [...swaps, ...arrivals];
}

const newcomers = kinds.flatMap(({ before }, at) => (before === null ? [at] : []));
const pairs = kinds.flatMap((one, from) =>
  kinds.flatMap((other, to) => (from !== to && one.before === other.before ? [[from, to] as const] : [])),
);

function isNone(count: number | undefined): boolean {
  return count === undefined || count === 0;
}

/** By how much a move changes a statistic of a zone, or with null of the whole ward. */
export function changeBy(move: Move, statistic: Statistic, zone: number | null): number {
  const counted = (kind: KindAt) => (kind !== null && isCounted(statistic, kind) ? 1 : 0);
  return move
    .filter((each) => zone === null || each.zone === zone)
    .reduce((sum, { from, to }) => sum + counted(to) - counted(from), 0);
}

function isCounted(statistic: Statistic, at: number): boolean {
  const kind = kinds[at];
  return kind !== undefined && counts[statistic](kind);
}
