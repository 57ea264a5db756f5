import { type Assessment, type Category, isLine } from './assessment.ts';
import { type Sureness, weaker } from './certainty.ts';
import type { Area } from './household.ts';
import type { PointOption, PointTable } from './point-table.ts';
import type { Source } from './source.ts';
import type { Standard } from './standard.ts';
import { surenessOfYear } from './years.ts';

/** What was ticked on the paper form: for each item the code of the option, or `unknown`. An item left out is unknown. */
export type TickedItems = Readonly<Record<string, string>>;

/** B1 as a range: an item that is unknown may have any of its points. */
export type B1 = { readonly min: number; readonly max: number; readonly missing: readonly string[] };

/** A class by points, with what it was held against. Stored beside the reading by income, never in its place. */
export type PointReading = {
  readonly standard: Standard['id'];
  readonly region: string;
  readonly b1: B1;
  /** B2, as a range, from the deprivations counted. */
  readonly b2: { readonly min: number; readonly max: number };
  /** Poor, near-poor, or neither: of those above, points say nothing more. */
  readonly possible: readonly PointCategory[];
  readonly certainty: Sureness;
  /** What B1 and B2 were held against, in points, for the area of the household. */
  readonly thresholds: PointThresholds;
  /** The documents of the thresholds and of the table. */
  readonly sources: readonly Source[];
};

/** A reading by points whose B2 is counted by an assessment of the same household, no surer than what that counts. */
export type PointAssessment = PointReading & {
  readonly listYear: number;
  /** Declared gaps that the year or the deprivations counted touch, in words for an authority (Vietnamese). */
  readonly gaps: readonly string[];
};

/** Thresholds in points. Up to and including B1 `poor`, and `nearPoor` where there are two (null: one). */
export type PointThresholds = {
  readonly b1: { readonly poor: number; readonly nearPoor: number | null };
  readonly b2: { readonly perIndicator: number; readonly deprived: number };
};

/** By points there is no average living standard: who is above the line is just not poor. */
export type PointCategory = 'poor' | 'near-poor' | 'not-poor';

/** Adds up B1 of one household by an imported table, for one region. Throws `RangeError` for a region the table lacks. */
export function b1Of(table: PointTable, region: string, ticked: TickedItems): B1 {
  if (!table.regions.includes(region))
    throw new RangeError(`The table has no region "${region}". It has: ${table.regions.join(', ')}.`);
  let min = 0;
  let max = 0;
  const missing: string[] = [];
  for (const item of table.items) {
    const all = item.options.map((option) => pointsIn(option, region));
    const at = item.options.findIndex(({ code }) => code === ticked[item.id]);
    const one = all[at];
    if (one === undefined) missing.push(item.id);
    min += one ?? Math.min(...all);
    max += one ?? Math.max(...all);
  }
  return { min, max, missing };
}

/** Points that a table does not give are not 0: so few points would make a household poor. */
function pointsIn({ label, points }: PointOption, region: string): number {
  const found = points[region];
  if (found === undefined) throw new RangeError(`The table has no points of "${label}" for "${region}".`);
  return found;
}

/** What the points of a household are read from beside its deprivations. */
export type PointHousehold = { readonly area: Area; readonly region: string; readonly ticked: TickedItems };

/**
 * Classifies by points: B1 of the table, B2 of the deprivations that an assessment of the household by the same standard
 * counts. The weakest value used marks the whole: also the year and, where B2 decides, the findings counted. Null where
 * the standard has no thresholds that we know, and by a table or an assessment of another standard: without them
 * nothing is said. Throws `RangeError` for a region the table lacks.
 */
export function byPoints(
  standard: Standard,
  table: PointTable,
  household: PointHousehold,
  { count, findings, listYear, standard: assessed }: Assessment,
): PointAssessment | null {
  const values = thresholdsFor(standard, household.area);
  if (assessed !== standard.id || values === null) return null;
  const reading = readBy(standard, values, table, household, count);
  if (reading === null) return null;
  const indicators = countsB2(values, reading.b1) ? findings.filter((finding) => !isLine(finding)) : [];
  const isOpen = reading.possible.length > 1;
  // As by income: once a class is settled, what stayed unknown did not matter to it.
  const counted = indicators.filter(({ verdict }) => isOpen || verdict !== 'unknown');
  const contested = standard.contested.filter((year) => year.listYear === listYear);
  const isUnlisted = isOpen && indicators.length > 0 && standard.unlisted !== null;
  const ofYear = weaker(reading.certainty, surenessOfYear(standard, listYear));
  return {
    ...reading,
    certainty: counted.reduce((weakest, one) => weaker(weakest, one.certainty), isUnlisted ? 'gap' : ofYear),
    listYear,
    gaps: [...new Set([...contested.map(({ ask }) => ask.ask), ...indicators.flatMap(({ gaps }) => gaps)])],
  };
}

/** The same by a number of deprivations that somebody counted; how sure that count is, the reading cannot say. */
export function byCountedPoints(
  standard: Standard,
  table: PointTable,
  household: PointHousehold,
  count: Assessment['count'],
): PointReading | null {
  const values = thresholdsFor(standard, household.area);
  return values === null ? null : readBy(standard, values, table, household, count);
}

function readBy(
  { id }: Standard,
  values: Thresholds,
  table: PointTable,
  { region, ticked }: PointHousehold,
  { least, most }: Assessment['count'],
): PointReading | null {
  if (table.standard !== id) return null;
  const b1 = b1Of(table, region, ticked);
  const b2 = { min: least * values.perIndicator, max: most * values.perIndicator };
  const { deprived, nearPoor, perIndicator, poor, sources } = values;
  return {
    standard: id,
    region,
    b1,
    b2,
    possible: classesBy(values, b1, b2),
    certainty: weaker(surenessUpTo(values, b1.max), table.certainty),
    thresholds: { b1: { poor, nearPoor }, b2: { perIndicator, deprived } },
    sources: [...sources, table.source],
  };
}

/** A class by the points that people wrote on a paper form, and how sure the thresholds behind it are. */
export type PaperClass = { readonly category: PointCategory; readonly certainty: Sureness };

/** The class that points on a paper form give (Phiếu B, filled by people); null where the thresholds are not known. */
export function byPaperPoints(
  standard: Standard,
  area: Area,
  { b1, b2 }: { readonly b1: number; readonly b2: number },
): PaperClass | null {
  const values = thresholdsFor(standard, area);
  if (values === null) return null;
  return { category: classBy(values, b1, b2), certainty: surenessUpTo(values, b1) };
}

/** A class by income and a class by points that cannot both be right: a verifier has to see it. */
export function contradicts(byIncome: readonly Category[], points: readonly PointCategory[]): boolean {
  const asPoints = (category: Category): PointCategory =>
    category === 'poor' || category === 'near-poor' ? category : 'not-poor';
  return !byIncome.some((category) => points.includes(asPoints(category)));
}

type Thresholds = {
  readonly poor: number;
  /** Null where the standard has one threshold of B1. */
  readonly nearPoor: number | null;
  readonly perIndicator: number;
  readonly deprived: number;
  readonly certainty: Sureness;
  /** How sure it is that those above are not poor. */
  readonly ofAbove: Sureness;
  readonly sources: readonly Source[];
};

function thresholdsFor({ points }: Standard, area: Area): Thresholds | null {
  if (points === null || 'gap' in points) return null;
  const { certainty, source, value: rule } = points;
  const { deprived, perIndicator } = rule;
  const line = rule.poor[area];
  const second = rule.nearPoor === null ? line : rule.nearPoor[area];
  if ('gap' in line || 'gap' in second || 'gap' in deprived || 'gap' in perIndicator) return null;
  const all = [line, second, deprived, perIndicator];
  return {
    poor: line.value,
    nearPoor: rule.nearPoor === null ? null : second.value,
    perIndicator: perIndicator.value,
    deprived: deprived.value,
    certainty: all.reduce<Sureness>((weakest, one) => weaker(weakest, one.certainty), certainty),
    ofAbove: rule.aboveIsNotPoor.certainty,
    sources: [...new Set([source, ...all.map((one) => one.source)])],
  };
}

/**
 * With one threshold: up to it poor by enough deprivations, else near-poor. With two: up to the first poor whatever the
 * deprivations, up to the second as with one. Both thresholds are included.
 */
function classBy({ deprived, nearPoor, poor }: Thresholds, b1: number, b2: number): PointCategory {
  if (b1 > (nearPoor ?? poor)) return 'not-poor';
  const isPoor = (nearPoor !== null && b1 <= poor) || b2 >= deprived;
  return isPoor ? 'poor' : 'near-poor';
}

/** The classes of all the points that are possible, from poor up: those of the ends, and of a threshold between them. */
function classesBy(
  values: Thresholds,
  b1: Pick<B1, 'min' | 'max'>,
  b2: PointReading['b2'],
): readonly PointCategory[] {
  const last = values.nearPoor ?? values.poor;
  const tried = [b1.min, b1.max, ...(b1.min <= last && last <= b1.max ? [last] : [])];
  const found = tried.flatMap((points) => [classBy(values, points, b2.min), classBy(values, points, b2.max)]);
  return poorestFirst.filter((category) => found.includes(category));
}

const poorestFirst: readonly PointCategory[] = ['poor', 'near-poor', 'not-poor'];

/** Whether some B1 that is possible leaves the class to B2. */
function countsB2({ nearPoor, poor }: Thresholds, { max, min }: B1): boolean {
  return min <= (nearPoor ?? poor) && (nearPoor === null || max > poor);
}

/** How sure the thresholds are by which points up to so much are read. */
function surenessUpTo({ certainty, nearPoor, ofAbove, poor }: Thresholds, b1: number): Sureness {
  return b1 > (nearPoor ?? poor) ? weaker(certainty, ofAbove) : certainty;
}
