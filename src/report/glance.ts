import { causes } from '../review/cause.ts';
import type { ReportStep } from './files.ts';
import { type Listed, type ReportHousehold, standsAs } from './household.ts';
import type { Zone } from './rows.ts';
import { reportedIndicators } from './tables/deprivations.ts';

/** What is seen of a household on its way: its answers came in, the head signed, it was on a posted list. */
export const marks = ['interviewed', 'verified', 'posted'] as const;
export type Mark = (typeof marks)[number];

type Marks = Record<Mark, number>;
type Two = Record<Listed, number>;

/** One zone of a round at a glance, in households. */
export type ZoneGlance = Marks & {
  readonly zone: Zone;
  all: number;
  late: number;
  /** On the last list, and recognised for this one. */
  readonly before: Two;
  readonly now: Two;
};

/** A round at a glance: counts only, no name and no answer. Days are Vietnam's. */
export type Glance = {
  readonly zones: readonly ZoneGlance[];
  readonly days: ReadonlyMap<string, Marks>;
  /** Of the households that are recognised as poor and near-poor. */
  readonly indicators: ReadonlyMap<string, Two>;
  readonly causes: ReadonlyMap<string, Two>;
  /** Households of which nothing has been decided yet. */
  readonly open: number;
};

/** Adds a round up: its households, all steps that they took, and which of them are late. Each counts once for each mark, on the first day. */
export async function glanceOf(
  zones: readonly Zone[],
  from: {
    readonly households: AsyncIterable<ReportHousehold>;
    readonly steps: AsyncIterable<ReportStep>;
    readonly late: ReadonlySet<number>;
  },
): Promise<Glance> {
  const none = () => ({ interviewed: 0, verified: 0, posted: 0 });
  const two = () => ({ poor: 0, 'near-poor': 0 });
  const byZone = new Map(
    zones.map((zone) => [
      zone.id,
      { zone, ...none(), all: 0, late: 0, before: two(), now: two() } satisfies ZoneGlance,
    ]),
  );
  const lacking = new Map<string, Two>(reportedIndicators.map(({ id }) => [id, two()]));
  const because = new Map<string, Two>(causes.map((id) => [id, two()]));
  const homes = new Map<number, ZoneGlance>();
  let open = 0;
  for await (const household of from.households) {
    const zone = byZone.get(household.zone);
    if (zone === undefined || household.isTwin) continue;
    homes.set(household.dossier, zone);
    zone.all += 1;
    if (from.late.has(household.dossier)) zone.late += 1;
    if (household.isOpen) open += 1;
    if (household.before !== null) zone.before[household.before] += 1;
    const now = standsAs(household);
    if (now === null) continue;
    zone.now[now] += 1;
    for (const { indicator, verdict } of household.findings ?? [])
      if (verdict === 'deprived') addTo(lacking, indicator, now);
    for (const cause of new Set(household.causes)) addTo(because, cause, now);
  }
  const days = new Map<string, Marks>();
  const seen = new Set<string>();
  for await (const { dossier, kind, on } of from.steps) {
    const mark = markOf[kind];
    const zone = homes.get(dossier);
    if (mark === undefined || zone === undefined || seen.has(`${mark} ${dossier}`)) continue;
    seen.add(`${mark} ${dossier}`);
    zone[mark] += 1;
    const day = days.get(on) ?? none();
    day[mark] += 1;
    days.set(on, day);
  }
  return { zones: [...byZone.values()], days, indicators: lacking, causes: because, open };
}

const markOf: Readonly<Record<string, Mark>> = {
  interview: 'interviewed',
  verify: 'verified',
  post: 'posted',
};

function addTo(counts: Map<string, Two>, id: string, listed: Listed): void {
  const at = counts.get(id) ?? { poor: 0, 'near-poor': 0 };
  counts.set(id, { ...at, [listed]: at[listed] + 1 });
}
