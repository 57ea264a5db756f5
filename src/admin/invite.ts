import { z } from 'zod';
import { type Role, roleSchema } from '../rights.ts';
import { placeByCode } from '../store/areas.ts';
import type { Database, Query } from '../store/db.ts';
import { type Invited, invite as makeInvitation } from '../store/invitations.ts';
import { holdStaff } from '../store/staff.ts';
import type { Place } from '../survey/context.ts';
import { zoneAdd } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';

const args = z.object({
  zone: z.string().min(1),
  role: roleSchema.optional(),
  staff: z.coerce.number().int().positive().optional(),
  hours: z.coerce.number().int().min(1).max(720).optional(),
  until: z.iso.date({ error: 'give a day as YYYY-MM-DD' }).optional(),
});

const called: Readonly<Record<Role, string>> = { head: 'the head', collaborator: 'a collaborator' };

/** Makes a one-time invitation for a post in a zone; for somebody whom the ward named, where it is said whom. */
export const invite = command(
  'invite --zone khu-1 [--role head|collaborator] [--staff 12] [--hours 72] [--until 2026-12-05]',
  args,
  inviteTo,
);

async function inviteTo(
  db: Database,
  { hours = 72, role, staff, until, zone }: z.infer<typeof args>,
  settings: AdminSettings,
): Promise<Answered> {
  const place = await placeByCode(db.q, zone);
  if (place === null)
    throw new AdminError(`There is no zone with the code "${zone}". Add it with: ${zoneAdd.usage}`);
  const expiresAt = new Date(settings.now.getTime() + hours * 3_600_000);
  const { code, post } = await db.tx(async (q) => {
    const to =
      staff === undefined
        ? { ward: place.ward, zone: place.zone, role: role ?? ('head' as const) }
        : await namedPost(q, place, staff, role);
    return { post: to.role, code: await makeInvitation(q, { ...to, until }, expiresAt) };
  });
  const link = `${settings.baseUrl}/moi/${code}`;
  return {
    lines: [
      `Invitation for ${called[post]} of ${place.zoneName}, ${place.wardName}. It works once, for ${hours} hours. Give it to that person only:`,
      ...(until === undefined ? [] : [`  The post ends by itself after ${until}.`]),
      `  in a browser: ${link}`,
      `  in a chat:    /start ${code}`,
    ],
    data: { code, link, role: post, expiresAt: expiresAt.toISOString() },
  };
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
