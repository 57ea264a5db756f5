import { z } from 'zod';
import { officeSchema } from '../procedure/party.ts';
import { type Role, roleSchema } from '../rights.ts';
import { placeByCode } from '../store/areas.ts';
import type { Database, Query } from '../store/db.ts';
import { type Invited, invite as makeInvitation } from '../store/invitations.ts';
import { holdStaff } from '../store/staff.ts';
import type { Place } from '../survey/context.ts';
import { zoneAdd } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';
import { inviteToOffice } from './office.ts';

const args = z
  .object({
    zone: z.string().min(1).optional(),
    ward: z.string().min(1).optional(),
    role: z.enum([...roleSchema.options, ...officeSchema.options]).optional(),
    staff: z.coerce.number().int().positive().optional(),
    hours: z.coerce.number().int().min(1).max(720).optional(),
    until: z.iso.date({ error: 'give a day as YYYY-MM-DD' }).optional(),
  })
  .refine(({ ward, zone }) => (ward === undefined) !== (zone === undefined), {
    error: 'give either --zone or --ward',
    path: ['zone'],
  });
type Args = z.infer<typeof args>;

const called: Readonly<Record<Role, string>> = { head: 'the head', collaborator: 'a collaborator' };

/** Makes a one-time invitation for a post in a zone or at the office of a ward; for somebody whom the ward named, where it is said whom. */
export const invite = command(
  'invite --zone khu-1 [--role head|collaborator] [--staff 12] [--hours 72] [--until 2026-12-05] | --ward uong-bi --role officer|recorder [--hours 72]',
  args,
  inviteTo,
);

async function inviteTo(
  db: Database,
  { hours = 72, role, staff, until, ward, zone }: Args,
  settings: AdminSettings,
): Promise<Answered> {
  const expiresAt = new Date(settings.now.getTime() + hours * 3_600_000);
  const made =
    zone === undefined
      ? await officeInvitation(db, { ward: ward ?? '', role, staff, until }, expiresAt)
      : await zoneInvitation(db, { zone, role, staff, until }, expiresAt);
  const link = `${settings.baseUrl}/moi/${made.code}`;
  return {
    lines: [
      `Invitation for ${made.who}. It works once, for ${hours} hours. Give it to that person only:`,
      ...(until === undefined ? [] : [`  The post ends by itself after ${until}.`]),
      `  in a browser: ${link}`,
      `  in a chat:    /start ${made.code}`,
    ],
    data: { code: made.code, link, role: made.role, expiresAt: expiresAt.toISOString() },
  };
}

type Made = { readonly code: string; readonly role: string; readonly who: string };

async function officeInvitation(
  db: Database,
  { role, staff, until, ward }: Pick<Args, 'role' | 'staff' | 'until'> & { readonly ward: string },
  expiresAt: Date,
): Promise<Made> {
  const office = officeSchema.safeParse(role);
  if (!office.success)
    throw new AdminError('--role: give officer or recorder with --ward, or a --zone for the others');
  if (staff !== undefined || until !== undefined)
    throw new AdminError('--staff and --until are for the posts of a zone only.');
  return inviteToOffice(db, { code: ward, role: office.data }, expiresAt);
}

async function zoneInvitation(
  db: Database,
  { role, staff, until, zone }: Pick<Args, 'role' | 'staff' | 'until'> & { readonly zone: string },
  expiresAt: Date,
): Promise<Made> {
  const inZone = roleSchema.optional().safeParse(role);
  if (!inZone.success) throw new AdminError('--role: an officer or a recorder is invited with --ward');
  const place = await placeByCode(db.q, zone);
  if (place === null)
    throw new AdminError(`There is no zone with the code "${zone}". Add it with: ${zoneAdd.usage}`);
  return db.tx(async (q) => {
    const to =
      staff === undefined
        ? { ward: place.ward, zone: place.zone, role: inZone.data ?? ('head' as const) }
        : await namedPost(q, place, staff, inZone.data);
    const who = `${called[to.role]} of ${place.zoneName}, ${place.wardName}`;
    return { role: to.role, who, code: await makeInvitation(q, { ...to, until }, expiresAt) };
  });
}

/** The post for which the ward named somebody. */
async function namedPost(
  q: Query,
  place: Place,
  staff: number,
  role: Role | undefined,
): Promise<Required<Pick<Invited, 'ward' | 'zone' | 'role' | 'staff'>>> {
  const held = await holdStaff(q, staff);
  if (held === null || held.zone !== place.zone || (role ?? held.role) !== held.role)
    throw new AdminError(
      `--staff ${staff}: the ward named nobody under this number for that post of ${place.zoneName}. See: staff`,
    );
  if (held.person !== null)
    throw new AdminError(
      `--staff ${staff}: they have taken the post up already. For another phone of theirs see: device-code`,
    );
  return { ward: place.ward, zone: place.zone, role: held.role, staff };
}
