import { z } from 'zod';
import { operator } from '../store/cases.ts';
import type { Database } from '../store/db.ts';
import { noteDown } from '../store/record.ts';
import { wardAdd, wardProvince, zoneAdd } from './areas.ts';
import { auditHead, auditShow, auditVerify } from './audit.ts';
import { type AdminSettings, type Answered, type Command, command, noArgs } from './command.ts';
import { contact } from './contact.ts';
import { addDemo, openDemoRound, removeDemo } from './demo.ts';
import { deviceCode, deviceCodeArgs } from './device-code.ts';
import { AdminError } from './error.ts';
import { headAway, headEnd, headList } from './heads.ts';
import { importHouseholds } from './import/households.ts';
import { importStaff } from './import/staff.ts';
import { importZones } from './import/zones.ts';
import { invite } from './invite.ts';
import { officeEnd, officeList } from './office.ts';
import { paperMake } from './paper/make.ts';
import { paperConfirm, templateDrop, templateGet, templateList, templateSet } from './paper/templates.ts';
import { computeArgs, computePoints, importArgs, importPoints, listPoints } from './points.ts';
import { poster } from './poster.ts';
import { progress, progressArgs } from './progress.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { roundClose, roundList, roundOpen } from './round.ts';
import { rescore } from './rescore.ts';
import { slips } from './slips.ts';
import { staff } from './staff.ts';
import { termsList, termsSet } from './terms.ts';
import { totalsList, totalsSet } from './totals.ts';
import { waiting } from './waiting.ts';
import { zoneMerge, zoneMove, zoneRename } from './zones.ts';

const rescoreArgs = z.object({ 'dry-run': z.boolean().default(false), signed: z.boolean().default(false) });

/** The commands of `npm run admin` by their names. */
export const commands: Readonly<Record<string, Command>> = {
  'ward add': wardAdd,
  'ward province': wardProvince,
  'zone add': zoneAdd,
  'zone merge': zoneMerge,
  'zone move': zoneMove,
  'zone rename': zoneRename,
  'head list': headList,
  'head end': headEnd,
  'head away': headAway,
  'audit verify': auditVerify,
  'audit head': auditHead,
  'audit show': auditShow,
  'round open': roundOpen,
  'round list': roundList,
  'round close': roundClose,
  'terms list': termsList,
  'terms set': termsSet,
  report,
  publish,
  'totals set': totalsSet,
  'totals list': totalsList,
  'office list': officeList,
  'office end': officeEnd,
  contact,
  'import zones': importZones,
  'import households': importHouseholds,
  'import staff': importStaff,
  staff,
  invite,
  slips,
  poster,
  'paper make': paperMake,
  'paper confirm': paperConfirm,
  'paper template list': templateList,
  'paper template get': templateGet,
  'paper template set': templateSet,
  'paper template drop': templateDrop,
  'device-code': command(
    'device-code --case 12 | --head khu-1 [--person 7]',
    deviceCodeArgs,
    (db, args, { now }) => deviceCode(db, args, now),
  ),
  waiting: command('waiting', noArgs, (db, _, { now }) => waiting(db, now)),
  progress: command('progress [--ward uong-bi] [--png chart.png]', progressArgs, (db, args, { now }) =>
    progress(db, args, now),
  ),
  rescore: command('rescore [--dry-run] [--signed]', rescoreArgs, (db, args, { now }) =>
    rescore(db, { now, dryRun: args['dry-run'], signed: args.signed }),
  ),
  'points import': command(
    'points import --file table.csv|table.xlsx --standard national-2022-2026 --document "Thông tư …" [--article …] [--url …] --signed-on 2021-07-18 --certainty verified|secondary|unconfirmed --by "who takes it over"',
    importArgs,
    (db, args, { now }) => importPoints(db, args, now),
  ),
  'points list': command('points list', noArgs, (db) => listPoints(db)),
  'points compute': command(
    'points compute --standard national-2022-2026 --area urban|rural --region … --deprived 3 --ticked item=option,item=option',
    computeArgs,
    (db, args) => computePoints(db, args),
  ),
  'demo add': command('demo add', noArgs, (db, _, { now }) => demoAdd(db, now)),
  'demo remove': command('demo remove', noArgs, demoRemove),
};

/** Carries one command out; throws `AdminError` when it cannot. */
export async function runAdmin(
  db: Database,
  name: string,
  args: unknown,
  settings: AdminSettings,
): Promise<Answered> {
  const wanted = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (wanted === undefined)
    throw new AdminError(
      `There is no command "${name}". The commands are:\n  ${Object.values(commands)
        .map(({ usage }) => usage)
        .join('\n  ')}`,
    );
  // Looking at the record itself leaves no entry: it must not move the head that is just written down.
  const note = async () => {
    if (!name.startsWith('audit '))
      await noteDown(db.q, [{ actor: operator, of: 'command', action: name }], settings.now);
  };
  const answered = await wanted.run(db, args, settings).catch(async (error: unknown) => {
    // One that failed may have written a part; why it failed says more than that it could not be noted.
    await note().catch(() => {});
    throw error;
  });
  await note();
  return answered;
}

async function demoAdd(db: Database, now: Date): Promise<Answered> {
  const added = await addDemo(db);
  await openDemoRound(db, now);
  const line = added
    ? 'The demonstration area is there now; open /demo.'
    : 'The demonstration area was there already.';
  return { lines: [line], data: { added } };
}

async function demoRemove(db: Database, _: object, { now }: AdminSettings): Promise<Answered> {
  const removed = await removeDemo(db, now);
  const line = removed
    ? 'The demonstration area and its cases are removed.'
    : 'There was no demonstration area.';
  return { lines: [line], data: { removed } };
}
