import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fold } from '../input/fold.ts';
import { addWard, addZone } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { wards } from '../store/schema.ts';
import { provinceSchema } from '../surveys/province.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';

const wardArgs = z.object({
  name: z.string().min(1),
  code: z.string().optional(),
  area: z.enum(['urban', 'rural']),
  province: provinceSchema.optional(),
});
const provinceArgs = z.object({
  ward: z.string().min(1),
  province: z.union([provinceSchema, z.literal('none')], {
    error: `give ${provinceSchema.options.join(', ')}, or none`,
  }),
});
const zoneArgs = z.object({ ward: z.string().min(1), name: z.string().min(1), code: z.string().optional() });

/** Adds a ward. */
export const wardAdd = command(
  'ward add --name "phường Uông Bí" --area urban|rural [--province quang-ninh] [--code uong-bi]',
  wardArgs,
  addOneWard,
);

/** Sets or takes away the province whose own standard the cases of a ward are read by from now on. */
export const wardProvince = command(
  'ward province --ward uong-bi --province quang-ninh|none',
  provinceArgs,
  setProvince,
);

/** Adds a zone to a ward. */
export const zoneAdd = command('zone add --ward uong-bi --name "Khu 1" [--code khu-1]', zoneArgs, addOneZone);

/** The ward of that code. Throws `AdminError` when there is none. */
export async function wardCalled(db: Database, code: string): Promise<{ id: number; name: string }> {
  const [ward] = await db.q
    .select({ id: wards.id, name: wards.name })
    .from(wards)
    .where(eq(wards.code, code));
  if (ward === undefined) throw noWard(code);
  return ward;
}

/** A code for a zone's link, made of its name and letters that nobody can foresee. */
export function zoneCode(name: string): string {
  return checkedCode([slug(name), randomLetters()].filter(Boolean).join('-'));
}

async function addOneWard(db: Database, args: z.infer<typeof wardArgs>): Promise<Answered> {
  const code = checkedCode(args.code ?? slug(args.name));
  const province = args.province ?? null;
  const ward = { name: args.name, code, area: args.area, province, demo: false };
  const id = await orTaken(() => addWard(db.q, ward), `A ward with the code ${code}`);
  return { lines: [`Ward ${args.name} added with the code ${code}.`], data: { id, code, province } };
}

async function setProvince(
  db: Database,
  { province, ward }: z.infer<typeof provinceArgs>,
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

async function addOneZone(
  db: Database,
  args: z.infer<typeof zoneArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const ward = await wardCalled(db, args.ward);
  const code = args.code === undefined ? zoneCode(args.name) : checkedCode(args.code);
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

function noWard(code: string): AdminError {
  return new AdminError(`There is no ward with the code "${code}". Add it with: ${wardAdd.usage}`);
}

/** A code that stands in links, given or made of a name. */
function checkedCode(code: string): string {
  if (/^[a-z0-9-]{2,40}$/.test(code)) return code;
  throw new AdminError(
    `--code: "${code}" may hold small letters a to z, digits and hyphens only, 2 to 40 of them.`,
  );
}

/** Does what may find its place taken, and says so in plain words. */
export async function orTaken<T>(work: () => Promise<T>, what: string): Promise<T> {
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
