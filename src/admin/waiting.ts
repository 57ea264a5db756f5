import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { stagesOf } from '../rights.ts';
import type { Database } from '../store/db.ts';
import { lateSteps } from '../store/deadlines.ts';
import { asideIn } from '../store/matches.ts';
import { cases } from '../store/schema-cases.ts';
import { posts, wards, zones } from '../store/schema.ts';
import { vietnamDay } from '../time/vietnam.ts';
import type { Answered } from './command.ts';

const row = z.object({
  case: z.number(),
  ward: z.string(),
  zone: z.string(),
  zoneId: z.number(),
  sentAt: z.date(),
  heads: z.number(),
});

/** The cases that wait for a head, oldest first, those of zones without a head marked; and what is late, for whom. Ids only, no names. */
export async function waiting(db: Database, now: Date): Promise<Answered> {
  const today = vietnamDay(now);
  const found = await db.q
    .select({
      case: cases.id,
      ward: wards.name,
      zone: zones.name,
      zoneId: zones.id,
      sentAt: cases.sentAt,
      // A head does not verify the own household, and one who is away none: such a case waits for another.
      heads: sql<number>`(select count(*)::int from ${posts} where ${posts.zoneId} = ${cases.zoneId} and ${posts.role} = 'head' and ${posts.personId} <> ${cases.personId}
        and (${posts.until} is null or ${posts.until} >= ${today}) and (${posts.awayUntil} is null or ${posts.awayUntil} < ${today}))`,
    })
    .from(cases)
    .innerJoin(wards, sql`${wards.id} = ${cases.wardId}`)
    .innerJoin(zones, sql`${zones.id} = ${cases.zoneId}`)
    .where(inArray(cases.stage, [...stagesOf('verify')]))
    .orderBy(cases.sentAt, cases.id);
  const sent = z.array(row).parse(found);
  const aside = await asideIn(db.q, [...new Set(sent.map((each) => each.zoneId))]);
  // Its household goes on in another case.
  const open = sent.filter((each) => !aside.has(each.case)).map(({ zoneId: _, ...each }) => each);
  const lines = open.map((each) => {
    const days = Math.floor((now.getTime() - each.sentAt.getTime()) / 86_400_000);
    const head =
      each.heads === 0 ? 'NO HEAD – invite one with: admin -- invite --zone <code>' : `${each.heads} head(s)`;
    return `#${each.case}  ${each.ward}, ${each.zone}  sent ${vietnamDay(each.sentAt)} (${days} days)  ${head}`;
  });
  const late = await lateSteps(db.q, today);
  return {
    lines: [
      ...(lines.length > 0 ? lines : ['Nothing is waiting for a head.']),
      ...late.map(
        ({ actsNext, dueOn, household, state, ward, zone }) =>
          `household ${household}  ${ward}, ${zone}  ${state}, late since ${dueOn}, for: ${actsNext}`,
      ),
    ],
    data: { cases: open.map((each) => ({ ...each, sentAt: each.sentAt.toISOString() })), late },
  };
}
