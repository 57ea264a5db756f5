import type { Audience } from '../../procedure/transitions.ts';
import { complainantsOf } from '../../store/complaints.ts';
import type { Query } from '../../store/db.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { actingHeads } from '../../store/posts.ts';
import { holdersOfOffice } from '../../store/ward-posts.ts';
import { zoneNames } from '../../store/zones.ts';
import { type StepFacts, toldSteps, wordsOf } from '../../talk/told-step.ts';
import { notInQuietHours, type QuietHours, vietnamDay } from '../../time/vietnam.ts';
import { tell } from '../tell.ts';
import { namesOf } from './names.ts';

type Told = {
  readonly row: DossierRow;
  readonly tells: readonly Audience[];
  readonly facts: Omit<StepFacts, 'name' | 'zone'>;
};

type Teller = {
  readonly q: Query;
  readonly now: Date;
  readonly quiet: QuietHours;
  readonly person: { readonly id: number };
};

/**
 * Tells of steps: everybody whom a step concerns once, also who is two things to a household, and not the one who just did
 * it. Of several households somebody hears in one message; a household hears only of itself. `before` are the dossiers
 * as they stood, for whoever had one and has it no longer.
 */
export async function tellSteps(
  teller: Teller,
  told: readonly Told[],
  before: readonly DossierRow[],
): Promise<void> {
  if (told.length === 0) return;
  const { now, person, q, quiet } = teller;
  const rows = told.map(({ row }) => row);
  const [names, zones] = [
    await namesOf(q, rows),
    await zoneNames(
      q,
      rows.map(({ zone }) => zone),
    ),
  ];
  const heard = new Map<string, { person: number; audience: Audience; row: DossierRow; all: StepFacts[] }>();
  for (const { facts, row, tells } of told) {
    const mine = new Set<number>([person.id]);
    const earlier = before.find(({ id }) => id === row.id) ?? row;
    for (const audience of tells)
      for (const each of await reached(teller, audience, row, earlier)) {
        if (mine.has(each)) continue;
        mine.add(each);
        // One decision may recognise one household and decline another: each outcome is told by itself.
        const key = `${each}|${audience}|${wordsOf(facts.step)}|${isOwn(audience) ? row.id : ''}`;
        const entry = heard.get(key) ?? { person: each, audience, row, all: [] };
        entry.all.push({ ...facts, name: names.get(row.id) ?? '?', zone: zones.get(row.zone) ?? '?' });
        heard.set(key, entry);
      }
  }
  for (const { all, audience, person: each, row } of heard.values()) {
    // Linked to its case only where it is the household's own: what waits of a case is given up when it changes.
    await tell(q, [each], toldSteps(audience, all), { ward: row.ward, case: null }, { now, quiet });
  }
}

/** A household and those who complained hear of each household by itself. */
function isOwn(audience: Audience): boolean {
  return audience === 'household' || audience === 'complainants';
}

async function reached(
  { now, q, quiet }: Teller,
  audience: Audience,
  row: DossierRow,
  earlier: DossierRow,
): Promise<readonly number[]> {
  // In the evening the day on which it is said is tomorrow.
  const day = vietnamDay(notInQuietHours(now, quiet));
  switch (audience) {
    case 'household':
      return row.owner === null ? [] : [row.owner];
    case 'heads':
      return [...new Set([...(await actingHeads(q, row.zone, day)), ...row.deputies])].filter(
        (head) => head !== row.owner && !row.kin.includes(head),
      );
    case 'officers':
    case 'recorders': {
      const role = audience === 'officers' ? 'officer' : 'recorder';
      const all = await holdersOfOffice(q, row.ward, role, day);
      return all.filter((each) => each !== row.owner && !row.kin.includes(each));
    }
    case 'rechecker':
      return row.dossier.rechecker === null ? [] : [row.dossier.rechecker];
    case 'former-rechecker': {
      const former = earlier.dossier.rechecker;
      return former === null || former === row.dossier.rechecker ? [] : [former];
    }
    case 'complainants':
      return complainantsOf(q, row.id);
    default:
      return audience satisfies never;
  }
}
