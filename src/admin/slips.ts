import { z } from 'zod';
import type { Database } from '../store/db.ts';
import { inviteStaff } from '../store/staff.ts';
import { vietnamDay, vietnamTime } from '../time/vietnam.ts';
import { wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';
import { localWarning } from './local-link.ts';

const args = z.object({
  ward: z.string().min(1),
  hours: z.coerce.number().int().min(1).max(720).default(336),
});

/** Invites everybody whom a ward named and who has not come yet; what they are given is printed by the caller. */
export const slips = command(
  'slips --ward uong-bi [--hours 336] [--language vi|en] --out slips.pdf',
  args,
  inviteMany,
);

async function inviteMany(
  db: Database,
  { ward: code, hours }: z.infer<typeof args>,
  { now, baseUrl, services = [] }: AdminSettings,
): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  const invited = await db.tx((q) => inviteStaff(q, ward.id, expiresAt));
  if (invited.length === 0)
    throw new AdminError(
      `Nobody in ${ward.name} waits for an invitation: nobody is named for a post, or all who are have taken it up.`,
    );
  const made = invited.map(({ role, name, zoneName, code: invitation }) => ({
    role,
    name,
    zoneName,
    code: invitation,
    link: `${baseUrl}/moi/${invitation}`,
  }));
  return {
    lines: [
      `${made.length} invitations for ${ward.name}. Each works once, for ${hours} hours. Earlier ones of the same people work no longer.`,
      'Cut them apart and give each to that person only. Whoever has a code can take up the post: destroy what is left over.',
      ...localWarning(baseUrl),
    ],
    data: {
      wardName: ward.name,
      site: baseUrl,
      services: [...services],
      made: now.toISOString(),
      until: { day: vietnamDay(expiresAt), time: vietnamTime(expiresAt) },
      slips: made,
    },
  };
}
