import { z } from 'zod';
import { placeByCode } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { invite as makeInvitation } from '../store/invitations.ts';
import { zoneAdd } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';

const args = z.object({
  zone: z.string().min(1),
  hours: z.coerce.number().int().min(1).max(720).optional(),
});

/** Makes a one-time invitation for the head of a zone. */
export const invite = command('invite --zone khu-1 [--hours 72]', args, inviteHead);

async function inviteHead(
  db: Database,
  { zone, hours = 72 }: z.infer<typeof args>,
  settings: AdminSettings,
): Promise<Answered> {
  const place = await placeByCode(db.q, zone);
  if (place === null)
    throw new AdminError(`There is no zone with the code "${zone}". Add it with: ${zoneAdd.usage}`);
  const expiresAt = new Date(settings.now.getTime() + hours * 3_600_000);
  const code = await makeInvitation(db.q, place, expiresAt);
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
