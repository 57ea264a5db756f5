import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { contactsOf } from '../store/contacts.ts';
import type { Database, Query } from '../store/db.ts';
import { zones } from '../store/schema.ts';
import { wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';
import { localWarning } from './local-link.ts';

const args = z.object({ ward: z.string().min(1), zone: z.string().min(1).optional() });

/** What stands on the poster of each zone of a ward, or of one; it is printed by the caller. */
export const poster = command(
  'poster --ward uong-bi [--zone khu-1] [--language vi|en] --out posters.pdf',
  args,
  postersOf,
);

async function postersOf(
  db: Database,
  { ward: code, zone }: z.infer<typeof args>,
  { now, baseUrl }: AdminSettings,
): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const wanted = (await zonesOf(db.q, ward.id)).filter((each) => zone === undefined || each.code === zone);
  if (wanted.length === 0) throw new AdminError(noZone(ward.name, zone));
  const posters = [];
  for (const { id, name, code: link } of wanted) {
    const { heads, ward: office } = await contactsOf(db.q, id);
    posters.push({ zoneName: name, wardName: ward.name, link: `${baseUrl}/k/${link}`, heads, ward: office });
  }
  const silent = posters.filter(({ heads, ward: office }) => heads.length === 0 && office === null);
  return {
    lines: [
      `${posters.length} posters for ${ward.name}.`,
      ...(silent.length === 0
        ? []
        : [`Without anybody to call: ${silent.map((each) => each.zoneName).join(', ')}.`]),
      ...localWarning(baseUrl),
    ],
    data: { made: now.toISOString(), posters },
  };
}

/** The zones to which households can belong, in the order in which they were added. */
async function zonesOf(q: Query, ward: number) {
  return q
    .select({ id: zones.id, name: zones.name, code: zones.code })
    .from(zones)
    .where(and(eq(zones.wardId, ward), isNull(zones.mergedInto)))
    .orderBy(asc(zones.id));
}

function noZone(wardName: string, zone: string | undefined): string {
  return zone === undefined
    ? `${wardName} has no zone yet.`
    : `${wardName} has no zone with the code "${zone}".`;
}
