import type { Query } from './db.ts';
import { noteDown } from './record.ts';
import { changes } from './schema.ts';
import { seal } from './seal.ts';

/** What happened in the life of a ward. `actor`: who did it, 0 for the operator. */
export type Change = {
  readonly ward: number;
  readonly zone: number | null;
  readonly type: 'PostEnded' | 'PostAway' | 'OfficeEnded' | 'ZoneMerged' | 'ZoneMoved' | 'ZoneRenamed';
  readonly body: object;
  readonly actor: number;
};

/** Writes down what changed, in the transaction that changed it. Nothing is ever taken out again. */
export async function record(q: Query, { ward, zone, type, body, actor }: Change, now: Date): Promise<void> {
  const [made] = await q
    .insert(changes)
    .values({ wardId: ward, zoneId: zone, type, body: seal(body), actor, at: now })
    .returning({ id: changes.id });
  if (made === undefined) throw new Error('The database gave no id for a change.');
  await noteDown(q, [{ actor, of: 'change', action: type, ward, ref: made.id }], now);
}
