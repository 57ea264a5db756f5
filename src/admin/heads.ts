import { z } from 'zod';
import { operator } from '../store/cases.ts';
import { record } from '../store/changes.ts';
import type { Database } from '../store/db.ts';
import { holdersIn, setAway } from '../store/posts.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { finishPost } from './finish-post.ts';
import { headCalled, holderLine, zoneCalled } from './head-called.ts';
import { tidy } from './tidy.ts';

const zone = z.string().min(1);
const person = z.coerce.number().int().positive().optional();
const awayArgs = z
  .object({
    zone,
    person,
    until: z.iso.date({ error: 'give a day as YYYY-MM-DD' }).optional(),
    back: z.boolean().default(false),
  })
  .refine(({ until, back }) => (until === undefined) === back, {
    error: 'give either --until YYYY-MM-DD or --back',
  });

/** Lists who holds a post in a zone. */
export const headList = command('head list --zone khu-1', z.object({ zone }), list);

/** Ends the post of a head; the tasks of the zone stay, for the next one. */
export const headEnd = command('head end --zone khu-1 [--person 7]', z.object({ zone, person }), end);

/** Says until when a head is ill or away, or that they are back. */
export const headAway = command(
  'head away --zone khu-1 [--person 7] --until 2026-12-05 | --back',
  awayArgs,
  away,
);

async function list(db: Database, args: { zone: string }, { now }: AdminSettings): Promise<Answered> {
  const place = await zoneCalled(db.q, args.zone);
  const holders = await holdersIn(db.q, place.zone, vietnamDay(now));
  const lines = await Promise.all(
    holders.map(async (holder) => `${holder.role}${await holderLine(db.q, holder)}`),
  );
  return {
    lines: lines.length > 0 ? lines : [`Nobody holds a post in ${place.zoneName}.`],
    data: holders.map((holder) => ({ ...holder, since: holder.since.toISOString() })),
  };
}

async function end(
  db: Database,
  args: { zone: string; person?: number | undefined },
  settings: AdminSettings,
): Promise<Answered> {
  const { now } = settings;
  return db.tx(async (q) => {
    const { holder, place } = await headCalled(q, args.zone, args.person, vietnamDay(now));
    const { person, role } = holder;
    await finishPost(q, { ...place, person, role }, settings);
    const left = await holdersIn(q, place.zone, vietnamDay(now), 'head');
    const next =
      left.length > 0
        ? `Its cases stay with ${left.length} other head(s).`
        : `Its cases wait for the next head: invite --zone ${args.zone}`;
    return {
      lines: [`${holder.name ?? `Person ${person}`} is no head of ${place.zoneName} any more. ${next}`],
      data: { person, zone: place.zone, heads: left.length },
    };
  });
}

async function away(
  db: Database,
  args: z.infer<typeof awayArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const { now } = settings;
  const until = args.until ?? null;
  const { holder, place } = await db.tx(async (q) => {
    const found = await headCalled(q, args.zone, args.person, vietnamDay(now));
    const { person, role } = found.holder;
    const { zone, ward } = found.place;
    // Back is whose leave ended yesterday: what came in meanwhile is told as on every such morning.
    await setAway(q, { person, zone, role }, until ?? dayBefore(now));
    const change = { ward, zone, type: 'PostAway' as const, actor: operator };
    await record(q, { ...change, body: { person, role, until } }, now);
    return found;
  });
  if (until === null) await tidy(db, settings);
  const who = holder.name ?? `Person ${holder.person}`;
  const line =
    until === null
      ? `${who} is back in ${place.zoneName}, and hears of new cases again.`
      : `${who} is away until ${until}, that day included, and hears of no new cases of ${place.zoneName}. A stand-in is invited with: invite --zone ${args.zone} --until ${until}`;
  return { lines: [line], data: { person: holder.person, zone: place.zone, awayUntil: until } };
}

function dayBefore(now: Date): string {
  return vietnamDay(new Date(now.getTime() - 86_400_000));
}
