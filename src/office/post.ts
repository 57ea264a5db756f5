import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { flowPick } from '../talk/told-step.ts';
import { listParts, type PublicList } from './posted-list.ts';

/** A list that could be posted: the zone, its round, how many households. */
export type Postable = {
  readonly zone: number;
  readonly round: number;
  readonly zoneName: string;
  readonly listYear: number;
  readonly kind: 'yearly' | 'regular';
  readonly count: number;
};

/** Asks which list is to be posted. */
export function whichToPost(all: readonly Postable[]): Message {
  if (all.length === 0) return nothingToPost();
  return {
    kind: 'flow-post',
    parts: [say('posting.post.which')],
    options: all.map(({ count, kind, round, zone, zoneName }) =>
      flowPick('post', 'look', zone, round, '', say(`posting.post.${kind}`, { zone: zoneName, count })),
    ),
    actions: [toPerson],
  };
}

/** Nothing is there that this person could post. */
export function nothingToPost(): Message {
  return deadEnd('refused', say('posting.post.nothing'));
}

/** Only officers of the ward post lists. */
export function notOfficer(): Message {
  return deadEnd('refused', say('posting.post.not-officer'));
}

/** Shows a list as it will hang, before it does; `lead` says why it is shown again. */
export function previewList(
  list: PublicList,
  at: { readonly zone: number; readonly round: number },
  lead: readonly Phrase[] = [],
): Message {
  return {
    kind: 'flow-post',
    parts: [...lead, say('posting.post.preview'), ...listParts(list), say('posting.post.sure')],
    options: [
      flowPick('post', 'sure', at.zone, at.round, '', say('posting.post.act.sure')),
      flowPick('post', 'open', 0, 0, '', say('posting.post.act.not-yet')),
    ],
    actions: [toPerson],
    shows: [{ as: 'officer', why: 'list' }],
  };
}

/** A list hangs: where its page is to be printed. */
export function postedNow(list: PublicList, link: string): Message {
  const { lines, until, zone } = list;
  return {
    kind: 'step',
    parts: [
      say('posting.post.done', { zone, count: lines.length, until: { day: until } }),
      say('posting.post.print', { link }),
    ],
    options: [],
    actions: [flowPick('post', 'open', 0), toPerson],
  };
}
