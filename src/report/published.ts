import { z } from 'zod';
import { say } from '../decision.ts';
import { causes } from '../review/cause.ts';
import type { IndicatorId } from '../rules/assessment.ts';
import { fewest, hideCounts, hideSmall } from './hide.ts';
import { type Listed, type ReportHousehold, standsAs } from './household.ts';
import { kinds } from './moves.ts';
import type { Words } from './paper.ts';
import type { Zone } from './rows.ts';

const both = z.object({ vi: z.string(), en: z.string() });
/** A count of households; null where it is hidden. */
const count = z.number().int().min(0).nullable();
const numbers = { reviewed: count, poor: count, nearPoor: count, left: count, new: count };
const named = (id: z.ZodType<string>) => z.array(z.object({ id, name: both, poor: count, nearPoor: count }));
const day = z.iso.date();

/**
 * What is published of a round: counts of households for all to read, without names, the small ones hidden. This is what
 * is kept, and what `/so-lieu/….json` gives. Days are `YYYY-MM-DD`, Vietnam's; texts are in both languages.
 */
export const publishedSchema = z.object({
  format: z.literal('rasoat-published-1'),
  ward: z.object({ code: z.string(), name: z.string() }),
  round: z.object({
    number: z.number().int(),
    kind: z.enum(['yearly', 'regular']),
    startsOn: day,
    endsOn: day,
  }),
  /** The year of the list that the round makes. */
  listYear: z.number().int(),
  /** The standards that may serve this list: more than one where the law leaves it open. */
  standards: z.array(z.object({ id: z.string(), name: both })),
  /** The day of which the numbers are, and on which they were published. */
  day,
  source: z.string(),
  hiding: z.object({ fewerThan: z.literal(fewest), rule: both }),
  /** `left`: on the last list and not on this one; `new`: on this one and not on the last. */
  whole: z.object(numbers),
  zones: z.array(z.object({ name: z.string(), ...numbers })),
  /** Poor and near-poor households of the ward that lack it, as the verified answers are read. */
  indicators: named(z.string()),
  /** Those that have this cause of poverty; one may have several. */
  causes: named(z.string()),
});
export type Published = z.infer<typeof publishedSchema>;

/** What is known of a round beside its households. */
export type About = Pick<Published, 'ward' | 'round' | 'listYear' | 'day' | 'source'> & {
  readonly standards: readonly string[];
};

type Two = Record<Listed, number>;

/** What has been counted so far. */
export type PublicTally = {
  readonly zones: readonly Zone[];
  /** By zone, then in the order of `kinds`. */
  readonly households: ReadonlyMap<number, number[]>;
  readonly indicators: Map<IndicatorId, Two>;
  readonly causes: Map<string, Two>;
  /** Households of which nothing has been decided yet. */
  open: number;
};

/** An empty tally of these zones, and of the indicators of the standard. */
export function newPublicTally(zones: readonly Zone[], indicators: readonly IndicatorId[]): PublicTally {
  const empty = () => ({ poor: 0, 'near-poor': 0 });
  return {
    zones,
    households: new Map(zones.map(({ id }) => [id, kinds.map(() => 0)])),
    indicators: new Map(indicators.map((id) => [id, empty()])),
    causes: new Map(causes.map((id) => [id, empty()])),
    open: 0,
  };
}

/** Adds one household; throws when its zone is none of those of the tally, which is a bug. */
export function addPublic(tally: PublicTally, household: ReportHousehold): void {
  if (household.isTwin) return;
  if (household.isOpen) tally.open += 1;
  const counted = tally.households.get(household.zone);
  if (counted === undefined) throw new Error(`Zone ${household.zone} is not among those of the report.`);
  const after = standsAs(household);
  const at = kinds.findIndex((kind) => kind.before === household.before && kind.after === after);
  counted[at] = (counted[at] ?? 0) + 1;
  if (after === null) return;
  for (const { indicator, verdict } of household.findings ?? [])
    if (verdict === 'deprived') addTo(tally.indicators, indicator, after);
  for (const cause of new Set(household.causes)) addTo(tally.causes, cause, after);
}

function addTo<Id>(counts: Map<Id, Two>, id: Id, listed: Listed): void {
  const at = counts.get(id) ?? { poor: 0, 'near-poor': 0 };
  counts.set(id, { ...at, [listed]: at[listed] + 1 });
}

/** What may be shown to all of a tally; `words` in Vietnamese and in English. */
export function publishedOf(
  tally: PublicTally,
  { standards, ...about }: About,
  words: { readonly vi: Words; readonly en: Words },
): Published {
  const inBoth = (key: string, params?: { readonly [name: string]: number }) => ({
    vi: words.vi(say(key, params)),
    en: words.en(say(key, params)),
  });
  const shown = hideSmall(tally.zones.map(({ id }) => tally.households.get(id) ?? []));
  const listed = <Id extends string>(of: Map<Id, Two>, nameOf: (id: Id) => string) => {
    const ids = [...of.keys()];
    const column = (which: Listed, whole: number | null) =>
      hideCounts(
        ids.map((id) => of.get(id)?.[which] ?? 0),
        whole,
      );
    const [poor, nearPoor] = [column('poor', shown.whole.poor), column('near-poor', shown.whole.nearPoor)];
    return ids.map((id, at) => ({
      id,
      name: inBoth(nameOf(id)),
      poor: poor[at] ?? null,
      nearPoor: nearPoor[at] ?? null,
    }));
  };
  return {
    format: 'rasoat-published-1',
    ...about,
    standards: standards.map((id) => ({ id, name: inBoth(`rules.standard.${id}`) })),
    hiding: { fewerThan: fewest, rule: inBoth('report.public-rule', { fewest }) },
    whole: shown.whole,
    zones: tally.zones.map(({ name }, at) => ({ name, ...(shown.zones[at] ?? nothingShown) })),
    indicators: listed(tally.indicators, (id) => `desk.rule.${id}`),
    causes: listed(tally.causes, (id) => `desk.cause.${id}`),
  };
}

const nothingShown = { reviewed: null, poor: null, nearPoor: null, left: null, new: null };
