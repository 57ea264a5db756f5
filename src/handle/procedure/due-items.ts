import type { Query } from '../../store/db.ts';
import { takeOutOfReminders } from '../../store/deadlines.ts';
import { type DossierRow, dossiersById } from '../../store/dossiers.ts';
import { giveUpMessages, sayInstead } from '../../store/outbox.ts';
import { zoneNames } from '../../store/zones.ts';
import { type DueItem, dueReminder } from '../../talk/due-reminder.ts';
import { namesOf } from './names.ts';

/** A household of which somebody is reminded, and how. */
export type Reminded = Pick<DueItem, 'as' | 'tone'> & { readonly row: DossierRow };

/** The households as they are called to mind, in the same order. */
export async function itemsOf(q: Query, said: readonly Reminded[]): Promise<readonly DueItem[]> {
  const rows = [...new Map(said.map(({ row }) => [row.id, row])).values()];
  const names = await namesOf(q, rows);
  const zones = await zoneNames(
    q,
    rows.map(({ zone }) => zone),
  );
  return said.map(({ as, row, tone }) => ({
    dossier: row.id,
    case: row.case,
    as,
    tone,
    name: names.get(row.id) ?? '?',
    zone: zones.get(row.zone) ?? '?',
    state: row.dossier.state,
    due: row.due,
  }));
}

/** Steps of these households were taken: what still waits to be called to mind speaks of the others alone. */
export async function forgetReminders(q: Query, done: readonly number[], now: Date): Promise<void> {
  const waiting = await takeOutOfReminders(q, done);
  const rows = await dossiersById(
    q,
    waiting.flatMap(({ left }) => left.map(({ dossier }) => dossier)),
  );
  for (const { left, reminder } of waiting) {
    const said = left.flatMap(({ as, dossier, tone }) => {
      const row = rows.find(({ id }) => id === dossier);
      return row === undefined ? [] : [{ as, tone, row }];
    });
    if (said.length === 0) await giveUpMessages(q, [reminder], now);
    else await sayInstead(q, reminder, dueReminder(await itemsOf(q, said)));
  }
}
