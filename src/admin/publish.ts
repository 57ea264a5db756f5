import { z } from 'zod';
import { sourceOf } from '../export/source.ts';
import { wordsIn } from '../export/words.ts';
import { told } from '../report/moves.ts';
import { addPublic, newPublicTally, type Published, publishedOf } from '../report/published.ts';
import { applicableStandards } from '../rules/applicable.ts';
import { wardById } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { publish as keep, takeBack } from '../store/publications.ts';
import { noteDown } from '../store/record.ts';
import type { Round } from '../store/rounds.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';
import { roundOf } from './report.ts';

const args = z.object({
  round: z.coerce.number({ error: 'give the number of a round; see: round list --ward …' }).int().positive(),
  ward: z.string({ error: 'give the ward, so that no other round is meant' }).min(1),
  source: z.string().trim().min(1).optional(),
  back: z.boolean().default(false),
  'dry-run': z.boolean().default(false),
});

/**
 * Publishes the numbers of a round whose households are all decided, small ones hidden, as a page and as JSON without any
 * login; what is published is the copy made now. Again it takes the place of the one before; `--back` takes it back.
 */
export const publish = command(
  'publish --round 3 --ward uong-bi [--source "Quyết định số …"] [--dry-run] | --back',
  args,
  run,
);

async function run(db: Database, given: z.infer<typeof args>, settings: AdminSettings): Promise<Answered> {
  const round = await roundOf(db, given);
  if (given.back) return back(db, round, settings.now);
  const made = await madeOf(db, round, {
    code: given.ward,
    source: given.source,
    day: vietnamDay(settings.now),
  });
  const lines = linesOf(made);
  if (given['dry-run'])
    return { lines: [...lines, 'This was a dry run: nothing was published.'], data: made };
  await db.tx(async (q) => {
    await keep(q, round.id, made, settings.now);
    await noteDown(q, [published('Published', round)], settings.now);
  });
  const link = `${settings.baseUrl}/so-lieu/${given.ward}/${round.id}`;
  return {
    lines: [...lines, `Published: ${link} and ${link}.json`],
    data: made,
  };
}

/** What the record says of it: what was public when can be told afterwards. */
function published(action: 'Published' | 'TakenBack', { id, ward }: Round) {
  return { actor: 0, of: 'command', action, ward, ref: id } as const;
}

async function back(db: Database, round: Round, now: Date): Promise<Answered> {
  const { id } = round;
  const wasThere = await db.tx(async (q) => {
    const isTaken = await takeBack(q, id);
    if (isTaken) await noteDown(q, [published('TakenBack', round)], now);
    return isTaken;
  });
  if (!wasThere) throw new AdminError(`Of round ${id} nothing is published.`);
  return {
    lines: [
      `Taken back: nothing of round ${id} is published any more. Browsers may still show it for five minutes.`,
    ],
    data: { round: id, published: false },
  };
}

async function madeOf(
  db: Database,
  round: Round,
  {
    code,
    day,
    source,
  }: { readonly code: string; readonly day: string; readonly source?: string | undefined },
): Promise<Published> {
  const { id, listYear } = round;
  const { name } = await wardById(db.q, round.ward);
  const standards = applicableStandards(listYear).map((each) => each.id);
  const scope = { round: id, ward: round.ward, listYear, zone: null };
  const { basis, households, of } = await sourceOf(db, scope, {
    ward: name,
    zone: null,
    round: id,
    listYear,
    standard: standards[0] ?? '',
    asOf: day,
  });
  if (of.isPart)
    throw new AdminError(
      `Round ${id} holds only some households of the ward. Only a yearly round of all its zones can be published.`,
    );
  const tally = newPublicTally(basis.zones, basis.indicators);
  for await (const household of households()) addPublic(tally, household);
  if (tally.open > 0)
    throw new AdminError(
      `Of round ${id} nothing has been decided yet for ${tally.open} households. Publish it once all are decided; see: waiting`,
    );
  const about = {
    ward: { code, name },
    round: { number: id, kind: round.kind, startsOn: round.startsOn, endsOn: round.endsOn },
    listYear,
    day,
    source: source ?? `${name}, đợt rà soát số ${id}`,
    standards,
  };
  return publishedOf(tally, about, { vi: wordsIn('vi'), en: wordsIn('en') });
}

function linesOf({ whole, zones }: Published): readonly string[] {
  const line = (name: string, numbers: Published['whole']) =>
    `${name}: ${told.map((each) => `${each} ${numbers[each] ?? 'hidden'}`).join(', ')}`;
  return [line('All', whole), ...zones.map((zone) => line(zone.name, zone))];
}
