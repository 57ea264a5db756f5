import { z } from 'zod';
import {
  notOfficer,
  nothingToPost,
  type Postable,
  postedNow,
  previewList,
  whichToPost,
} from '../../office/post.ts';
import type { PublicList } from '../../office/posted-list.ts';
import { say } from '../../decision.ts';
import { placesOf, zonesOf } from '../../store/areas.ts';
import { roundById } from '../../store/rounds.ts';
import { type FlowInput, keep, kept } from '../flow-state.ts';
import { type At, listToPost, postList, type ToPost, waitingForPosting } from '../posting.ts';
import { actingFrom } from '../procedure/follow.ts';
import type { Acting } from '../procedure/give.ts';
import { type Reply, toSelf, type Turn } from '../turn.ts';

/** What was shown as it would hang: each household with the step at which it was. */
const shownSchema = z.object({
  flow: z.literal('post'),
  zone: z.number(),
  round: z.number(),
  households: z.array(z.object({ dossier: z.number(), step: z.number() })),
});
type Shown = z.infer<typeof shownSchema>;

/** An officer posts the list of a zone. */
export async function postFlow(turn: Turn, input: FlowInput): Promise<Reply> {
  const acting = await actingFrom(turn);
  const wards = acting.person.wardPosts.filter(isOfficer).map(({ ward }) => ward);
  if (wards.length === 0) return toSelf(notOfficer());
  const all = await postable(acting, wards);
  if (input.kind === 'press' && (input.act === 'look' || input.act === 'sure')) {
    const at = { zone: input.id, round: input.rev };
    return input.act === 'sure' ? onSure(turn, acting, at) : look(turn, acting, at);
  }
  await keep(turn, null);
  const zone = input.kind === 'press' ? input.id : 0;
  const here = all.filter((each) => zone === 0 || each.zone === zone);
  const [only, ...others] = here;
  if (only === undefined || others.length > 0 || zone === 0) return toSelf(whichToPost(here));
  return look(turn, acting, only);
}

function isOfficer({ role: office }: { readonly role: string }): boolean {
  return office === 'officer';
}

/** The lists that an officer could post, zone by zone and round by round. */
async function postable(acting: Acting, wards: readonly number[]): Promise<readonly Postable[]> {
  const zones = (await Promise.all(wards.map((ward) => zonesOf(acting.q, ward)))).flat();
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  const waiting = await waitingForPosting(acting, [...names.keys()]);
  const counts = new Map<string, { zone: number; round: number; count: number }>();
  for (const { round, zone } of waiting) {
    const key = `${zone}|${round}`;
    counts.set(key, { zone, round, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const all = [...counts.values()].toSorted((a, b) => a.zone - b.zone || a.round - b.round);
  return Promise.all(
    all.map(async (each) => {
      const { kind, listYear } = await roundById(acting.q, each.round);
      return { ...each, kind, listYear, zoneName: names.get(each.zone) ?? '?' };
    }),
  );
}

async function look(turn: Turn, acting: Acting, at: At, lead: 'changed' | null = null): Promise<Reply> {
  const list = await listToPost(acting, at);
  if (list === null) {
    await keep(turn, null);
    return toSelf(nothingToPost());
  }
  await keep(turn, { flow: 'post', zone: at.zone, round: at.round, households: householdsOf(list) });
  const why = lead === null ? [] : [say('posting.post.changed')];
  return toSelf(previewList(await publicList(turn, at, list), at, why));
}

/** Only what was shown is posted; where that has changed since, it is shown anew. */
async function onSure(turn: Turn, acting: Acting, at: At): Promise<Reply> {
  const list = await listToPost(acting, at);
  const shown = kept(turn, shownSchema);
  if (list === null || shown === null || !isSame(shown, at, list)) return look(turn, acting, at, 'changed');
  const { token } = await postList(acting, at, list);
  await keep(turn, null);
  return toSelf(postedNow(await publicList(turn, at, list), turn.settings.pageLink(`/niem-yet/${token}`)));
}

function householdsOf({ rows }: ToPost): Shown['households'] {
  return rows.map(({ dossier, id }) => ({ dossier: id, step: dossier.step }));
}

function isSame(shown: Shown, at: At, list: ToPost): boolean {
  return (
    shown.zone === at.zone &&
    shown.round === at.round &&
    JSON.stringify(shown.households) === JSON.stringify(householdsOf(list))
  );
}

async function publicList({ q }: Turn, { round, zone }: At, list: ToPost): Promise<PublicList> {
  const place = (await placesOf(q, [zone])).get(zone);
  const { from, lines, until, untilConfirmed } = list;
  const { listYear } = await roundById(q, round);
  const where = { zone: place?.zoneName ?? '?', ward: place?.wardName ?? '?' };
  return { ...where, listYear, from, until, untilConfirmed, lines };
}
