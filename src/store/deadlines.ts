import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { remindedAs, Tone } from '../procedure/reminding.ts';
import type { Query } from './db.ts';
import { rows } from './db.ts';
import { type DossierRow, lockDossiers } from './dossiers.ts';
import { dossiers, reminderItems } from './schema-rounds.ts';

/** The day, and the last one whose deadlines are spoken of on it. */
export type DueDays = { readonly today: string; readonly horizon: string };

/** The wards in which somebody may have to be reminded of a step on that day. */
export async function wardsWithDue(q: Query, days: DueDays): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select distinct d.ward_id as ward from dossiers d where ${isDue(days)} order by ward`,
    z.object({ ward: z.number() }),
  );
  return found.map(({ ward }) => ward);
}

/** A household whose step may be due, and how far those who must act were reminded of it. */
export type DueRow = { readonly row: DossierRow; readonly given: number };

/**
 * Takes the households of a ward whose steps may be due for this transaction. A ward that another program looks at is
 * left to it, so that who must act on several hears of them together; so is a household on which a step is being taken.
 */
export async function takeDue(q: Query, ward: number, days: DueDays): Promise<readonly DueRow[]> {
  const held = await rows(
    q,
    sql`select id from wards where id = ${ward} for no key update skip locked`,
    z.object({ id: z.number() }),
  );
  if (held.length === 0) return [];
  const found = await rows(
    q,
    sql`select d.id, d.reminded as given from dossiers d where d.ward_id = ${ward} and ${isDue(days)}
        order by d.id for no key update of d skip locked`,
    z.object({ id: z.number(), given: z.number() }),
  );
  const given = new Map(found.map((each) => [each.id, each.given]));
  const taken = await lockDossiers(q, [...given.keys()]);
  return taken.map((row) => ({ row, given: given.get(row.id) ?? 0 }));
}

/** Counts that those who must act on these households were reminded so far. */
export async function countReminders(q: Query, ids: readonly number[], count: number): Promise<void> {
  if (ids.length === 0) return;
  await q
    .update(dossiers)
    .set({ reminded: count })
    .where(inArray(dossiers.id, [...ids]));
}

/** Of which household a reminder speaks, as what its reader acts on it, and in which tone it is said. */
export type ReminderItem = {
  readonly dossier: number;
  readonly as: (typeof remindedAs)[number];
  readonly tone: Tone;
};

/** Keeps of which households reminders speak, so that one that waits can be said anew without a household that is done. */
export async function keepItems(
  q: Query,
  reminders: readonly number[],
  items: readonly ReminderItem[],
): Promise<void> {
  const values = reminders.flatMap((outboxId) =>
    items.map(({ as, dossier, tone }) => ({ outboxId, dossierId: dossier, as, tone })),
  );
  // Well under the 65,535 values that one statement may have.
  for (let at = 0; at < values.length; at += 1000)
    await q.insert(reminderItems).values(values.slice(at, at + 1000));
}

/** Takes these households out of the reminders that still wait, and holds these; gives of which others each speaks. */
export async function takeOutOfReminders(
  q: Query,
  done: readonly number[],
): Promise<readonly { readonly reminder: number; readonly left: readonly ReminderItem[] }[]> {
  if (done.length === 0) return [];
  const waiting = await rows(
    q,
    sql`select o.id from outbox o where o.settled_at is null and o.claimed_until is null and o.id in (
          select outbox_id from reminder_items where dossier_id in ${[...done]})
        order by o.id for no key update of o skip locked`,
    z.object({ id: z.number() }),
  );
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return [];
  const { as, dossierId, outboxId, tone } = reminderItems;
  await q.delete(reminderItems).where(and(inArray(outboxId, ids), inArray(dossierId, [...done])));
  const left = await q
    .select({ reminder: outboxId, dossier: dossierId, as, tone })
    .from(reminderItems)
    .where(inArray(outboxId, ids))
    .orderBy(outboxId, dossierId);
  return ids.map((reminder) => ({ reminder, left: left.filter((each) => each.reminder === reminder) }));
}

/** The next of three reminders is due by its day; or a head must act and none does. */
function isDue({ horizon, today }: DueDays): SQL {
  return sql`d.acts_next is not null and (
    (d.reminded = 0 and (d.due_on <= ${horizon} or (d.acts_next = 'head' and not ${hasHead(today)})))
    or (d.reminded = 1 and d.due_on <= ${today}) or (d.reminded = 2 and d.due_on < ${today}))`;
}

function hasHead(today: string): SQL {
  return sql`exists (select 1 from posts p where p.zone_id = d.zone_id and p.role = 'head'
    and (p.until is null or p.until >= ${today}) and (p.away_until is null or p.away_until < ${today}))`;
}

const lateRow = z.object({
  household: z.number(),
  ward: z.string(),
  zone: z.string(),
  state: z.string(),
  dueOn: z.string(),
  actsNext: z.string(),
});

/** The households whose deadline is past, and who must act, oldest first. */
export async function lateSteps(q: Query, today: string): Promise<readonly z.infer<typeof lateRow>[]> {
  return rows(
    q,
    sql`select d.id as household, w.name as ward, z.name as zone, d.state, d.due_on::text as "dueOn", d.acts_next as "actsNext"
        from dossiers d join wards w on w.id = d.ward_id join zones z on z.id = d.zone_id
        where d.acts_next is not null and d.due_on < ${today} order by d.due_on, d.id`,
    lateRow,
  );
}
