import type { Assessment, Category } from './assessment.ts';
import { type Sureness, weaker } from './certainty.ts';
import type { Area } from './household.ts';
import type { PointTable } from './point-table.ts';
import type { Known } from './source.ts';
import type { PointRule, Standard } from './standard.ts';

/** What was ticked on the paper form: for each item the code of the option, or `unknown`. An item left out is unknown. */
export type TickedItems = Readonly<Record<string, string>>;

/** B1 as a range: an item that is unknown may have any of its points. */
export type B1 = { readonly min: number; readonly max: number; readonly missing: readonly string[] };

/** A reading by points. Stored beside the reading by income, never in its place. */
export type PointAssessment = {
  readonly standard: Standard['id'];
  readonly region: string;
  readonly b1: B1;
  /** B2, as a range, from the deprivations counted. */
  readonly b2: { readonly min: number; readonly max: number };
  /** Poor, near-poor, or neither: of those above, points say nothing more. */
  readonly possible: readonly PointCategory[];
  readonly certainty: Sureness;
};

/** By points there is no average living standard: who is above the line is just not poor. */
export type PointCategory = 'poor' | 'near-poor' | 'not-poor';

/** Adds up B1 of one household by an imported table, for one region. */
export function b1Of(table: PointTable, region: string, ticked: TickedItems): B1 {
  let min = 0;
  let max = 0;
  const missing: string[] = [];
  for (const item of table.items) {
    const all = item.options.map(({ points }) => points[region] ?? 0);
    const at = item.options.findIndex(({ code }) => code === ticked[item.id]);
    const one = all[at];
    if (one === undefined) missing.push(item.id);
    min += one ?? Math.min(...all);
    max += one ?? Math.max(...all);
  }
  return { min, max, missing };
}

/**
 * Classifies by points (B1 of the table, B2 of the deprivations found). Null where the standard has no thresholds that
 * we know: without them, as without a table, nothing is said.
 */
export function byPoints(
  standard: Standard,
  table: PointTable,
  household: { readonly area: Area; readonly region: string; readonly ticked: TickedItems },
  { count }: Pick<Assessment, 'count'>,
): PointAssessment | null {
  const { points: rule } = standard;
  if (rule === null || 'gap' in rule || table.standard !== standard.id) return null;
  const values = thresholdsFor(rule, household.area);
  if (values === null) return null;
  const b1 = b1Of(table, household.region, household.ticked);
  const b2 = { min: count.least * values.perIndicator, max: count.most * values.perIndicator };
  return {
    standard: standard.id,
    region: household.region,
    b1,
    b2,
    ...classesBy({ ...values, certainty: weaker(values.certainty, table.certainty) }, b1, b2),
  };
}

/** A class by the points that people wrote on a paper form, and how sure the thresholds behind it are. */
export type PaperClass = { readonly category: PointCategory; readonly certainty: Sureness };

/** The class that points on a paper form give (Phiếu B, filled by people); null where the thresholds are not known. */
export function byPaperPoints(
  { points: rule }: Standard,
  area: Area,
  paper: { readonly b1: number; readonly b2: number },
): PaperClass | null {
  if (rule === null || 'gap' in rule) return null;
  const values = thresholdsFor(rule, area);
  if (values === null) return null;
  const { b1, b2 } = paper;
  const { certainty, possible } = classesBy(values, { min: b1, max: b1 }, { min: b2, max: b2 });
  const [category] = possible;
  return category === undefined ? null : { category, certainty };
}

/** A class by income and a class by points that cannot both be right: a verifier has to see it. */
export function contradicts(byIncome: readonly Category[], points: readonly PointCategory[]): boolean {
  const asPoints = (category: Category): PointCategory =>
    category === 'poor' || category === 'near-poor' ? category : 'not-poor';
  return !byIncome.some((category) => points.includes(asPoints(category)));
}

type Thresholds = {
  readonly poor: number;
  readonly nearPoor: number;
  readonly perIndicator: number;
  readonly deprived: number;
  readonly certainty: Sureness;
  /** How sure it is that those above are not poor. */
  readonly ofAbove: Sureness;
};

function thresholdsFor({ value: rule, certainty }: Known<PointRule>, area: Area): Thresholds | null {
  const { deprived, perIndicator, poor } = rule;
  const line = poor[area];
  const second = rule.nearPoor === null ? line : rule.nearPoor[area];
  if ('gap' in line || 'gap' in second || 'gap' in deprived || 'gap' in perIndicator) return null;
  const all = [line, second, deprived, perIndicator];
  return {
    poor: line.value,
    nearPoor: second.value,
    perIndicator: perIndicator.value,
    deprived: deprived.value,
    certainty: all.reduce<Sureness>((weakest, one) => weaker(weakest, one.certainty), certainty),
    ofAbove: rule.aboveIsNotPoor.certainty,
  };
}

/**
 * With one threshold: up to it poor by enough deprivations, else near-poor. With two: up to the first poor whatever the
 * deprivations, up to the second as with one. Both thresholds are included.
 */
function classesBy(
  { certainty, deprived, nearPoor, ofAbove, poor }: Thresholds,
  b1: Pick<B1, 'min' | 'max'>,
  b2: PointAssessment['b2'],
): Pick<PointAssessment, 'possible' | 'certainty'> {
  const possible: PointCategory[] = [];
  const hasTwo = nearPoor > poor;
  const mayBeBetween = b1.min <= nearPoor && (!hasTwo || b1.max > poor);
  if ((hasTwo && b1.min <= poor) || (mayBeBetween && b2.max >= deprived)) possible.push('poor');
  if (mayBeBetween && b2.min < deprived) possible.push('near-poor');
  if (b1.max <= nearPoor) return { possible, certainty };
  return { possible: [...possible, 'not-poor'], certainty: weaker(certainty, ofAbove) };
}
