import { z } from 'zod';
import { zonesOf } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { staffOf } from '../store/staff.ts';
import { wardCalled } from './areas.ts';
import { type Answered, command } from './command.ts';

const args = z.object({ ward: z.string().min(1) });

/** Whom a ward named for the posts of its zones, and who of them has taken it up. */
export const staff = command('staff --ward uong-bi', args, listStaff);

async function listStaff(db: Database, { ward: code }: z.infer<typeof args>): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const zones = await zonesOf(db.q, ward.id);
  const byZone = zones.map(async (zone) =>
    (await staffOf(db.q, zone.id)).map((each) => ({ zone: zone.name, ...each })),
  );
  const data = (await Promise.all(byZone)).flat();
  const lines = data.map(
    ({ id, name, person, phone, role, zone }) =>
      `${id}  ${zone}  ${role}  ${name}  ${phone ?? 'no number'}  ${person === null ? 'not taken up yet' : 'has taken it up'}`,
  );
  return { lines: lines.length > 0 ? lines : ['The ward has named nobody yet. See: import staff'], data };
}
