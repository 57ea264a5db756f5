import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { daysBefore, forgottenAfterDays, reminderDays } from '../progress/silence.ts';
import { stagesOf } from '../rights.ts';
import type { Query } from './db.ts';
import { rows } from './db.ts';
import { cases } from './schema-cases.ts';

const takenRow = z.object({ case: z.number(), ward: z.number().nullable(), chat: z.number() });

/** A case whose household is to be reminded, and the chat that it used last. */
export type ToRemind = z.infer<typeof takenRow>;

/**
 * Takes up to `most` households that stopped half-way and are to be reminded now, and counts the reminder at once: another
 * program that looks at the same time passes over them, and sees them counted after the commit. At night only those are
 * taken whom no message wakes: a web page makes no sound, and the demonstration has no night.
 */
export async function takeReminders(
  q: Query,
  now: Date,
  { isNight, most }: { readonly isNight: boolean; readonly most: number },
): Promise<readonly ToRemind[]> {
  const open = stagesOf('knock').map((stage) => sql`${stage}`);
  return rows(
    q,
    sql`with due as (
          select c.id, (
            select h.id from chats h where h.person_id = c.person_id and h.gone_at is null
            order by h.last_used_at desc limit 1) as chat
          from cases c
          where c.stage in (${sql.join(open, sql`, `)}) and not c.reminders_off
            and (${sql.join(reminderDays.map(isDue(now)), sql` or `)})
            and c.updated_at > ${daysBefore(now, forgottenAfterDays)}
            and not ${isAside}
            and exists (select 1 from events e where e.case_id = c.id and e.type = 'ConsentGiven')
            and exists (select 1 from chats h where h.person_id = c.person_id and h.gone_at is null)
            and (${!isNight} or exists (select 1 from wards w where w.id = c.ward_id and w.demo) or 'web' = (
              select h.channel from chats h where h.person_id = c.person_id and h.gone_at is null
              order by h.last_used_at desc limit 1))
          order by c.updated_at limit ${most} for update of c skip locked)
        update cases c set reminded = c.reminded + 1, reminded_at = ${now}
        from due where c.id = due.id and due.chat is not null
        returning c.id as case, c.ward_id as ward, due.chat`,
    takenRow,
  );
}

/** Its household goes on in another case, which is with the heads. */
const isAside = sql`exists (
  select 1 from matches m join cases o on o.id = case when m.case_id = c.id then m.other_case_id else m.case_id end
  where ((m.case_id = c.id and m.state = 'same') or (m.other_case_id = c.id and m.state = 'later'))
    and o.stage in (${sql.join(
      stagesOf('read').map((stage) => sql`${stage}`),
      sql`, `,
    )}))`;

/**
 * Silent for as long as this reminder asks for; and the one before is as long ago as lies between the two, so that they do
 * not come in one heap when the program was off.
 */
function isDue(now: Date) {
  return (days: number, given: number) => {
    const between = days - (reminderDays[given - 1] ?? 0);
    return sql`(c.reminded = ${given} and c.updated_at <= ${daysBefore(now, days)}
      and (c.reminded_at is null or c.reminded_at <= ${daysBefore(now, between)}))`;
  };
}

/** The household asked to be left alone: it is reminded of this case no more. */
export async function stopReminders(q: Query, id: number): Promise<void> {
  await q.update(cases).set({ remindersOff: true }).where(eq(cases.id, id));
}
