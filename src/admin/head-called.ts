import { placeByCode } from '../store/areas.ts';
import type { Query } from '../store/db.ts';
import { devicesOf } from '../store/devices.ts';
import { type Holder, holdersIn } from '../store/posts.ts';
import type { Place } from '../survey/context.ts';
import { AdminError } from './error.ts';

/** The zone with that code. Throws `AdminError` when there is none. */
export async function zoneCalled(q: Query, code: string): Promise<Place> {
  const place = await placeByCode(q, code);
  if (place === null) throw new AdminError(`There is no zone with the code "${code}".`);
  return place;
}

/** The head of a zone, or the one of several that is meant. Throws `AdminError` when it is not clear who. */
export async function headCalled(
  q: Query,
  zone: string,
  person: number | undefined,
  day: string,
): Promise<{ readonly holder: Holder; readonly place: Place }> {
  const place = await zoneCalled(q, zone);
  const heads = await holdersIn(q, place.zone, day, 'head');
  const meant = person === undefined ? heads : heads.filter((head) => head.person === person);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) return { holder: only, place };
  if (heads.length === 0)
    throw new AdminError(`${place.zoneName} has no head yet. Invite one with: invite --zone ${zone}`);
  const lines = await Promise.all(heads.map((head) => holderLine(q, head)));
  throw new AdminError(
    `${place.zoneName} has ${heads.length === 1 ? 'another head' : 'several heads'}; say which:\n${lines.join('\n')}`,
  );
}

/** Who holds a post: by name where the ward gave one, and by the devices they use. */
export async function holderLine(q: Query, holder: Holder): Promise<string> {
  const devices = await devicesOf(q, holder.person);
  const used = devices.map(({ channel, lastUsedAt }) => `${channel}, last used ${lastUsedAt.toISOString()}`);
  const about = [
    ...(holder.name === null ? [] : [holder.name]),
    ...(holder.until === null ? [] : [`until ${holder.until}`]),
    ...(holder.awayUntil === null ? [] : [`away until ${holder.awayUntil}`]),
    used.join('; ') || 'no device',
  ];
  return `  --person ${holder.person} (${about.join('; ')})`;
}
