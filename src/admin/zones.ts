import { z } from 'zod';
import { notice, say } from '../decision.ts';
import { freeRechecks } from '../handle/procedure/free-rechecks.ts';
import { tell } from '../handle/tell.ts';
import { operator } from '../store/cases.ts';
import { record } from '../store/changes.ts';
import type { Database, Query } from '../store/db.ts';
import { actingHeads, holdersIn } from '../store/posts.ts';
import {
  casesIn,
  holdZones,
  mergeZone,
  moveZone,
  onTheirWay,
  renameZone,
  type ZoneRow,
} from '../store/zones.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { orTaken, wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';
import { bringHome, relocate } from './relocate.ts';

const code = z.string().min(1);
const mergeArgs = z.object({ from: code, into: code });
const moveArgs = z.object({ zone: code, ward: code, name: z.string().min(1).optional() });
const renameArgs = z.object({ zone: code, name: z.string().min(1) });

/** Makes one zone part of another; its posts, lists and cases go along. */
export const zoneMerge = command('zone merge --from khu-3 --into khu-2', mergeArgs, merge);

/** Puts a zone into another ward, with its posts, lists and cases. */
export const zoneMove = command('zone move --zone khu-3 --ward yen-thanh [--name "Khu 9"]', moveArgs, move);

/** Gives a zone another name. */
export const zoneRename = command('zone rename --zone khu-3 --name "Khu 3A"', renameArgs, rename);

async function merge(
  db: Database,
  args: z.infer<typeof mergeArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const { from, into } = await db.tx(async (q) => {
    const zones = await holdZones(q, [args.from, args.into]);
    const [from, into] = [standing(zones, args.from), standing(zones, args.into)];
    if (from.id === into.id) throw new AdminError('A zone cannot be merged into itself.');
    if (from.ward !== into.ward) await refuseOnTheirWay(q, from);
    await mergeZone(q, from, into, settings.now);
    const body = { from: from.id, into: into.id, names: [from.name, into.name] };
    await record(
      q,
      { ward: into.ward, zone: into.id, type: 'ZoneMerged', body, actor: operator },
      settings.now,
    );
    await tellHeads(q, from, into, settings);
    return { from, into };
  });
  const cases = await bringHome(db, settings);
  return {
    lines: [
      `${from.name} is part of ${into.name} now. Posts and lists went along, and ${cases} case(s). Its link leads to ${into.name}.`,
    ],
    data: { from: from.id, into: into.id, cases },
  };
}

async function tellHeads(q: Query, from: ZoneRow, into: ZoneRow, settings: AdminSettings): Promise<void> {
  const heads = await actingHeads(q, into.id, vietnamDay(settings.now));
  const told = notice('zone-merged', say('talk.zone-merged', { from: from.name, to: into.name }));
  await tell(q, heads, told, { ward: into.ward, case: null }, settings);
}

async function move(
  db: Database,
  args: z.infer<typeof moveArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const ward = await wardCalled(db, args.ward);
  const zone = await db.tx(async (q) => {
    const found = standing(await holdZones(q, [args.zone]), args.zone);
    if (found.ward === ward.id && args.name === undefined)
      throw new AdminError(`${found.name} is in ${ward.name} already.`);
    if (found.ward !== ward.id) await refuseOnTheirWay(q, found);
    const name = args.name ?? found.name;
    await orTaken(async () => {
      if (name !== found.name) await renameZone(q, found.id, name);
      await moveZone(q, found, ward.id);
    }, `A zone ${name} in ${ward.name}`);
    for (const { person } of await holdersIn(q, found.id, vietnamDay(settings.now)))
      await freeRechecks(q, { person, ward: found.ward }, settings);
    const body = { from: found.ward, to: ward.id, names: [found.name, name] };
    await record(
      q,
      { ward: ward.id, zone: found.id, type: 'ZoneMoved', body, actor: operator },
      settings.now,
    );
    return { ...found, name };
  });
  const cases = await bringHome(db, settings);
  return {
    lines: [`${zone.name} is in ${ward.name} now, with its posts and lists, and ${cases} case(s).`],
    data: { zone: zone.id, ward: ward.id, cases },
  };
}

/** A round, its meetings and its lists are those of one ward: what goes on in it would be nobody's in another. */
async function refuseOnTheirWay(q: Query, zone: ZoneRow): Promise<void> {
  const open = await onTheirWay(q, zone.id);
  if (open.length === 0) return;
  const what = open.map(({ count, round }) => `${count} household(s) in round ${round}`).join(', ');
  throw new AdminError(
    `${zone.name} cannot go to another ward yet: ${what} are on their way still, and only the office of its ward can end them. Let it bring them to their decision, or take them off the list (both with /ward in chat), and move the zone then. Nothing was changed.`,
  );
}

async function rename(
  db: Database,
  args: z.infer<typeof renameArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const zone = await db.tx(async (q) => {
    const found = standing(await holdZones(q, [args.zone]), args.zone);
    await orTaken(() => renameZone(q, found.id, args.name), `A zone of that name in its ward`);
    const body = { names: [found.name, args.name] };
    await record(
      q,
      { ward: found.ward, zone: found.id, type: 'ZoneRenamed', body, actor: operator },
      settings.now,
    );
    return found;
  });
  let cases = 0;
  for (const id of await casesIn(db.q, zone.id)) if (await relocate(db, id, settings)) cases += 1;
  return {
    lines: [`${zone.name} is called ${args.name} now, in ${cases} case(s) too.`],
    data: { zone: zone.id, name: args.name, cases },
  };
}

function standing(zones: ReadonlyMap<string, ZoneRow>, wanted: string): ZoneRow {
  const zone = zones.get(wanted);
  if (zone === undefined) throw new AdminError(`There is no zone with the code "${wanted}".`);
  if (zone.mergedInto !== null) throw new AdminError(`${zone.name} was merged into another zone already.`);
  return zone;
}
