import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fold } from '../input/fold.ts';
import { addWard, addZone, placeByCode } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { invite } from '../store/invitations.ts';
import { wards } from '../store/schema.ts';
import { provinceSchema } from '../surveys/province.ts';
import { addDemo, removeDemo } from './demo.ts';
import { deviceCode, deviceCodeArgs } from './device-code.ts';
import { AdminError } from './error.ts';
import { computeArgs, computePoints, importArgs, importPoints, listPoints } from './points.ts';
import { rescore } from './rescore.ts';
import type { Answered } from './waiting.ts';
import { waiting } from './waiting.ts';

/** What the commands need beside the database. */
export type AdminSettings = { readonly now: Date; readonly baseUrl: string };

const wardArgs = z.object({
  name: z.string().min(1),
  code: z.string().optional(),
  area: z.enum(['urban', 'rural']),
  province: provinceSchema.optional(),
});
const wardProvinceArgs = z.object({
  ward: z.string().min(1),
  province: z.union([provinceSchema, z.literal('none')], {
    error: `give ${provinceSchema.options.join(', ')}, or none`,
  }),
});
const zoneArgs = z.object({ ward: z.string().min(1), name: z.string().min(1), code: z.string().optional() });
const inviteArgs = z.object({
  zone: z.string().min(1),
  hours: z.coerce.number().int().min(1).max(720).optional(),
});

const rescoreArgs = z.object({ 'dry-run': z.boolean().default(false), signed: z.boolean().default(false) });

/** The commands of `npm run admin`, and how each is called. */
export const usages: Readonly<Record<string, string>> = {
  'ward add': 'ward add --name "phường Uông Bí" --area urban|rural [--province quang-ninh] [--code uong-bi]',
  'ward province': 'ward province --ward uong-bi --province quang-ninh|none',
  'zone add': 'zone add --ward uong-bi --name "Khu 1" [--code khu-1]',
  invite: 'invite --zone khu-1 [--hours 72]',
  'device-code': 'device-code --case 12 | --head khu-1 [--person 7]',
  waiting: 'waiting',
  rescore: 'rescore [--dry-run] [--signed]',
  'points template': 'points template',
  'points import':
    'points import --file table.csv|table.xlsx --standard national-2022-2026 --document "Thông tư …" [--article …] [--url …] --signed-on 2021-07-18 --certainty verified|secondary|unconfirmed --by "who takes it over"',
  'points list': 'points list',
  'points compute':
    'points compute --standard national-2022-2026 --area urban|rural --region … --deprived 3 --ticked item=option,item=option',
  'demo add': 'demo add',
  'demo remove': 'demo remove',
};

/** Carries one command out; throws `AdminError` when it cannot. The answer has lines to read and data for programs. */
export async function runAdmin(
  db: Database,
  command: string,
  args: unknown,
  settings: AdminSettings,
): Promise<Answered> {
  switch (command) {
    case 'ward add':
      return wardAdd(db, checked(command, wardArgs, args));
    case 'ward province':
      return wardProvince(db, checked(command, wardProvinceArgs, args));
    case 'zone add':
      return zoneAdd(db, checked(command, zoneArgs, args), settings);
    case 'invite':
      return inviteHead(db, checked(command, inviteArgs, args), settings);
    case 'device-code':
      return deviceCode(db, checked(command, deviceCodeArgs, args), settings.now);
    case 'waiting':
      return waiting(db, settings.now);
    case 'rescore': {
      const { 'dry-run': dryRun, signed } = checked(command, rescoreArgs, args);
      return rescore(db, { now: settings.now, dryRun, signed });
    }
    case 'points import':
      return importPoints(db, checked(command, importArgs, args), settings.now);
    case 'points list':
      return listPoints(db);
    case 'points compute':
      return computePoints(db, checked(command, computeArgs, args));
    case 'demo add': {
      const added = await addDemo(db);
      return {
        lines: [
          added
            ? 'The demonstration area is there now; open /demo.'
            : 'The demonstration area was there already.',
        ],
        data: { added },
      };
    }
    case 'demo remove': {
      const removed = await removeDemo(db);
      return {
        lines: [
          removed ? 'The demonstration area and its cases are removed.' : 'There was no demonstration area.',
        ],
        data: { removed },
      };
    }
    default:
      throw new AdminError(
        `There is no command "${command}". The commands are:\n  ${Object.values(usages).join('\n  ')}`,
      );
  }
}

async function wardAdd(db: Database, args: z.infer<typeof wardArgs>): Promise<Answered> {
  const code = checkedCode(args.code ?? slug(args.name));
  const id = await orTaken(
    () =>
      addWard(db.q, { name: args.name, code, area: args.area, province: args.province ?? null, demo: false }),
    `A ward with the code ${code}`,
  );
  const province = args.province ?? null;
  return { lines: [`Ward ${args.name} added with the code ${code}.`], data: { id, code, province } };
}

/** Sets or takes away the province whose own standard the cases of a ward are read by from now on. */
async function wardProvince(
  db: Database,
  { province, ward }: z.infer<typeof wardProvinceArgs>,
): Promise<Answered> {
  const set = { province: province === 'none' ? null : province };
  const [found] = await db.q.update(wards).set(set).where(eq(wards.code, ward)).returning({ id: wards.id });
  if (found === undefined) throw noWard(ward);
  const now = set.province === null ? 'is in no province that we know' : `is in ${province} now`;
  return {
    lines: [`The ward ${ward} ${now}. Cases in which a zone was chosen before keep the province they have.`],
    data: { id: found.id, code: ward, ...set },
  };
}

async function zoneAdd(
  db: Database,
  args: z.infer<typeof zoneArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const [ward] = await db.q.select({ id: wards.id }).from(wards).where(eq(wards.code, args.ward));
  if (ward === undefined) throw noWard(args.ward);
  const code = checkedCode(args.code ?? [slug(args.name), randomLetters()].filter(Boolean).join('-'));
  const id = await orTaken(
    () => addZone(db.q, { wardId: ward.id, name: args.name, code }),
    `A zone of that name in this ward, or with the code ${code},`,
  );
  const link = `${settings.baseUrl}/k/${code}`;
  return {
    lines: [
      `Zone ${args.name} added with the code ${code}.`,
      `Residents open ${link} or send: /start ${code}`,
    ],
    data: { id, code, link },
  };
}

async function inviteHead(
  db: Database,
  args: z.infer<typeof inviteArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const place = await placeByCode(db.q, args.zone);
  if (place === null)
    throw new AdminError(`There is no zone with the code "${args.zone}". Add it with: ${usages['zone add']}`);
  const hours = args.hours ?? 72;
  const expiresAt = new Date(settings.now.getTime() + hours * 3_600_000);
  const code = await invite(db.q, place, expiresAt);
  const link = `${settings.baseUrl}/moi/${code}`;
  return {
    lines: [
      `Invitation for the head of ${place.zoneName}, ${place.wardName}. It works once, for ${hours} hours. Give it to that person only:`,
      `  in a browser: ${link}`,
      `  in a chat:    /start ${code}`,
    ],
    data: { code, link, expiresAt: expiresAt.toISOString() },
  };
}

function checked<T>(command: string, schema: z.ZodType<T>, args: unknown): T {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new AdminError(`${wrong}\nUse it like this: ${usages[command] ?? command}`);
}

function noWard(code: string): AdminError {
  return new AdminError(`There is no ward with the code "${code}". Add it with: ${usages['ward add']}`);
}

/** A code that stands in links, given or made of a name. */
function checkedCode(code: string): string {
  if (/^[a-z0-9-]{2,40}$/.test(code)) return code;
  throw new AdminError(
    `--code: "${code}" may hold small letters a to z, digits and hyphens only, 2 to 40 of them.`,
  );
}

async function orTaken<T>(work: () => Promise<T>, what: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isTaken(error)) throw new AdminError(`${what} is there already. Choose another one.`);
    throw error;
  }
}

/** PostgreSQL's code for a value that must be unique, wherever the driver put it. */
function isTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === '23505') return true;
  return 'cause' in error && isTaken(error.cause);
}

function slug(name: string): string {
  return fold(name)
    .replace(/^(phuong|xa) /, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replaceAll(/^-|-$/g, '');
}

/** Four letters without those that are taken for digits. */
function randomLetters(): string {
  return Array.from({ length: 4 }, () => 'abcdefghjkmnpqrstuvwxyz'[randomInt(23)]).join('');
}
