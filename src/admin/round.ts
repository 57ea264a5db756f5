import { z } from 'zod';
import { takeIn, type TakenIn } from '../handle/procedure/take-in.ts';
import { type Procedure, procedureFor } from '../procedure/procedures.ts';
import { windowFor } from '../procedure/round.ts';
import { zonesOf } from '../store/areas.ts';
import type { Database, Query } from '../store/db.ts';
import {
  closeRound,
  limitRound,
  openRound,
  roundById,
  type Round,
  roundsOf,
  zonesOfRound,
} from '../store/rounds.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { heldWard, wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';
import { inOne } from './import/rehearse.ts';

const day = z.iso.date({ error: 'give a day as YYYY-MM-DD' });
const openArgs = z
  .object({
    ward: z.string().min(1),
    kind: z.enum(['yearly', 'regular']).default('yearly'),
    'list-year': z.coerce.number().int().optional(),
    from: day.optional(),
    to: day.optional(),
    zones: z.string().optional(),
    'dry-run': z.boolean().default(false),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: '--from must not come after --to',
  });

/** Opens a round of review of a ward, and takes in whom it reviews; again it takes in only who is new. */
export const roundOpen = command(
  'round open --ward uong-bi [--kind yearly|regular] [--list-year 2027] [--from 2026-09-01] [--to 2026-12-14] [--zones khu-1,khu-2] [--dry-run]',
  openArgs,
  open,
);

/** Lists the rounds of a ward. */
export const roundList = command('round list --ward uong-bi', z.object({ ward: z.string().min(1) }), list);

/** Closes a round before its end: nobody is taken in any more, what is open in it goes on. */
export const roundClose = command(
  'round close --round 3',
  z.object({ round: z.coerce.number().int().positive() }),
  close,
);

async function open(db: Database, args: z.infer<typeof openArgs>, { now }: AdminSettings): Promise<Answered> {
  return inOne(db, args['dry-run'], async (q) => {
    const ward = await heldWard(q, args.ward);
    const today = vietnamDay(now);
    const wanted = { ...roundOf(args, today), ward: ward.id };
    const { isNew, round } = await opened(q, wanted, now);
    const zones = await zonesTaken(q, { isNew, round }, args.zones);
    // Whom a regular round reviews asks for it by chat.
    const taken =
      round.kind === 'yearly'
        ? await takeIn(q, round, zones, { now, today })
        : { listed: 0, asked: 0, both: 0 };
    return answerOf(ward.name, { isNew, isRehearsal: args['dry-run'], round, taken });
  });
}

function roundOf(args: z.infer<typeof openArgs>, today: string): Omit<Round, 'id' | 'isClosed' | 'ward'> {
  const from = args.from ?? args.to ?? today;
  const window = windowFor(procedureKnown(args.kind, args['list-year'] ?? listYearFor(from)), from);
  const { endsOn, startsOn } = { startsOn: args.from ?? window.startsOn, endsOn: args.to ?? window.endsOn };
  const listYear = args['list-year'] ?? listYearFor(startsOn);
  return { kind: args.kind, procedure: procedureKnown(args.kind, listYear).id, listYear, startsOn, endsOn };
}

function procedureKnown(kind: Procedure['kind'], listYear: number): Procedure {
  try {
    return procedureFor(kind, listYear);
  } catch (error) {
    throw new AdminError(error instanceof Error ? error.message : String(error));
  }
}

async function opened(q: Query, wanted: Omit<Round, 'id' | 'isClosed'>, now: Date) {
  const all = await roundsOf(q, wanted.ward);
  const running = all.find(({ isClosed, kind }) => kind === wanted.kind && !isClosed);
  // A second yearly round would take everybody in twice; opened again, the one that is open goes on.
  if (running !== undefined && (wanted.kind === 'yearly' || running.startsOn === wanted.startsOn)) {
    if (running.listYear === wanted.listYear) return { isNew: false, round: running };
    throw new AdminError(
      `Round ${running.id} for the list of ${running.listYear} is open there. Close it first: round close --round ${running.id}`,
    );
  }
  const id = await openRound(q, wanted, now);
  if (id !== null) return { isNew: true, round: await roundById(q, id) };
  throw new AdminError(
    `A ${wanted.kind} round from ${wanted.startsOn} was there and is closed. Give another first day with --from.`,
  );
}

/** The zones whose households are taken in. A new round with --zones is of these alone; opened again, more are added to it. */
async function zonesTaken(
  q: Query,
  { isNew, round }: { readonly isNew: boolean; readonly round: Round },
  given: string | undefined,
): Promise<readonly number[]> {
  const all = (await zonesOf(q, round.ward)).filter(({ mergedInto }) => mergedInto === null);
  const limits = await zonesOfRound(q, round.id);
  if (given === undefined) return limits.length > 0 ? limits : all.map(({ id }) => id);
  if (round.kind === 'regular')
    throw new AdminError('A regular round is of the whole ward: who asks is taken in. Leave --zones out.');
  const called = zonesCalled(all, given);
  if (isNew || limits.length > 0) await limitRound(q, round.id, called);
  return called;
}

function zonesCalled(
  all: readonly { readonly id: number; readonly code: string }[],
  given: string,
): readonly number[] {
  return given.split(',').map((each) => {
    const found = all.find(({ code }) => code === each.trim());
    if (found !== undefined) return found.id;
    throw new AdminError(
      `--zones: this ward has no zone "${each.trim()}". It has: ${all.map(({ code }) => code).join(', ')}`,
    );
  });
}

function answerOf(
  ward: string,
  done: {
    readonly isNew: boolean;
    readonly isRehearsal: boolean;
    readonly round: Round;
    readonly taken: TakenIn;
  },
): Answered {
  const { isNew, isRehearsal, round, taken } = done;
  const { asked, both, listed } = taken;
  // The number of a rehearsed round is given to another one.
  const name = isRehearsal && isNew ? line(round).replace(/^round \d+/, 'a round') : line(round);
  const what = `${isNew ? 'Opened' : 'Goes on'}: ${name} of ${ward}.`;
  const who = `Taken in: ${listed} of the last list, ${asked} who asked, ${both} of both.`;
  const rehearsed = 'This was a dry run: nothing was kept.';
  return {
    lines: isRehearsal ? [what, who, rehearsed] : [what, who],
    data: { dryRun: isRehearsal, isNew, round, ...taken },
  };
}

function line({ endsOn, id, isClosed, kind, listYear, startsOn }: Round): string {
  return `round ${id} (${kind}), ${startsOn} to ${endsOn}, for the list of ${listYear}${isClosed ? ', closed' : ''}`;
}

async function list(db: Database, { ward: code }: { ward: string }): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const all = await roundsOf(db.q, ward.id);
  const none = `${ward.name} has no round. Open one with: round open --ward ${code}`;
  const zones = await zonesOf(db.q, ward.id);
  const data = await Promise.all(
    all.map(async (round) => ({ ...round, zones: await zonesOfRound(db.q, round.id) })),
  );
  const lines = data.map((round) => {
    const called = zones.filter(({ id }) => round.zones.includes(id)).map((zone) => zone.code);
    return called.length === 0 ? line(round) : `${line(round)}, only ${called.join(', ')}`;
  });
  return { lines: data.length > 0 ? lines : [none], data };
}

async function close(
  db: Database,
  { round: id }: { round: number },
  { now }: AdminSettings,
): Promise<Answered> {
  return db.tx(async (q) => {
    const found = await closeRound(q, id, now);
    if (!found) throw new AdminError(`There is no round ${id} that is open. See: round list --ward …`);
    const round = await roundById(q, id);
    return { lines: [`Closed: ${line(round)}. What is open in it goes on.`], data: round };
  });
}
