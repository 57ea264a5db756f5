import type { HangingList } from '../../office/posted-list.ts';
import { placesOf, zonesOf } from '../../store/areas.ts';
import { postedIn, type Posting } from '../../store/postings.ts';
import { zonesOfPerson } from '../../store/residents.ts';
import { roundById } from '../../store/rounds.ts';
import { wardPostsOf } from '../../store/ward-posts.ts';
import type { Turn } from '../turn.ts';

/**
 * The zones whose lists somebody may see in chat: from where their answers came in, where they hold a post, and those of
 * the ward whose officer they are.
 */
export async function zonesSeen({ q, speaker, today }: Turn): Promise<readonly number[]> {
  const offices = await wardPostsOf(q, speaker.id, today);
  const wards = [...new Set(offices.map(({ ward }) => ward))];
  const ofWards = await Promise.all(wards.map((ward) => zonesOf(q, ward)));
  return [
    ...new Set([
      ...(await zonesOfPerson(q, speaker.id)),
      ...speaker.posts.map(({ zone }) => zone),
      ...ofWards.flat().flatMap(({ id, mergedInto }) => (mergedInto === null ? [id] : [])),
    ]),
  ];
}

/** The lists that hang today in these zones. */
export async function listsIn({ q, today }: Turn, zones: readonly number[]): Promise<readonly HangingList[]> {
  const found = await Promise.all(zones.map((zone) => postedIn(q, zone, today)));
  const postings = found.flat();
  const places = await placesOf(
    q,
    postings.map(({ zone }) => zone),
  );
  return Promise.all(
    postings.map(async (posting) => ({
      posting: posting.id,
      ...shown(posting),
      zone: places.get(posting.zone)?.zoneName ?? '?',
      ward: places.get(posting.zone)?.wardName ?? '?',
      listYear: (await roundById(q, posting.round)).listYear,
    })),
  );
}

function shown({ from, lines, until, untilConfirmed }: Posting) {
  return { from, until, untilConfirmed, lines };
}
