import { z } from 'zod';
import { addDays } from '../calendar/day.ts';
import type { Message } from '../decision.ts';
import { say } from '../decision.ts';
import {
  askGroups,
  askNextVisit,
  askPromise,
  askWords,
  type Followed,
  followCard,
  followList,
  visitDays,
} from '../office/follow-up.ts';
import { partiesOf } from '../procedure/party.ts';
import { type DossierRow, dossiersIn, dossiersOfWard, lockDossier } from '../store/dossiers.ts';
import { addVisit, latestVisits, promiseSupport, setGroups, settleSupport } from '../store/follow-up.ts';
import { type GroupId, groups } from '../support/groups.ts';
import { visitLines } from '../support/lines.ts';
import { visitOrder } from '../support/visit-order.ts';
import { deadEnd } from '../survey/person.ts';
import { type Flow, type FlowInput, keep, kept } from './flow-state.ts';
import { followedOf, visitedOf } from './follow-up/followed.ts';
import { actingFrom } from './procedure/follow.ts';
import { namesOf } from './procedure/names.ts';
import { byOf, type Reply, toSelf, type Turn } from './turn.ts';

const mostWords = 1000;

/** What is being told of one household. */
const stepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('groups'), dossier: z.number(), picked: z.array(z.string()) }),
  z.object({ kind: z.literal('failed'), dossier: z.number(), policy: z.string() }),
  z.object({ kind: z.literal('visit'), dossier: z.number() }),
  z.object({ kind: z.literal('next'), dossier: z.number(), note: z.string() }),
]);
type Step = z.infer<typeof stepSchema>;

/** Caring for recognised households: their groups, the support promised and whether it came, visits. */
export const followUp: Flow = async (turn, input) => {
  if (input.kind === 'open') return list(turn, 0);
  const step = kept(turn, stepSchema);
  if (input.kind === 'say') return said(turn, input.text, step);
  if (input.act === 'open' || input.act === 'more') return list(turn, input.act === 'more' ? input.id : 0);
  const own = await ofMine(turn, input.id);
  if (own === null) return toSelf(deadEnd('refused', say('follow.not-yours')));
  return pressed(turn, input, own, step);
};

/** The states in which a household is cared for. */
const cared = ['recognised', 'certified', 'released'] as const;

async function list(turn: Turn, from: number): Promise<Reply> {
  await keep(turn, null);
  const rows = (await mine(turn)).toSorted((a, b) => a.id - b.id);
  if (rows.length === 0) return toSelf(followList([], [], 0));
  const names = await namesOf(turn.q, rows);
  const order = visitOrder(await visitedOf(turn, rows));
  const ranked = [...new Set(order.flatMap(({ visits }) => visits.map(({ household }) => household.id)))];
  const rest = rows.map(({ id }) => id).filter((id) => !ranked.includes(id));
  const visits = await latestVisits(
    turn.q,
    rows.map(({ id }) => id),
  );
  const nameOf = (id: number) => names.get(id) ?? '?';
  const all = [...ranked, ...rest].map((id) => ({
    dossier: id,
    name: nameOf(id),
    nextVisit: visits.get(id)?.next ?? null,
  }));
  return toSelf(followList(all, visitLines(order, nameOf), from));
}

/** The recognised households that the speaker cares for: of the own zones, or of the ward for its office. */
async function mine(turn: Turn): Promise<readonly DossierRow[]> {
  const { person } = await actingFrom(turn);
  const zones = [...new Set(person.posts.map(({ zone }) => zone))];
  const ofZones = await dossiersIn(turn.q, zones, cared);
  const wards = [...new Set(person.wardPosts.map(({ ward }) => ward))];
  const ofWards = await Promise.all(wards.map((ward) => dossiersOfWard(turn.q, ward, cared)));
  const all = new Map([...ofZones, ...ofWards.flat()].map((row) => [row.id, row]));
  return [...all.values()].filter((row) => carerAs(person, row) !== null);
}

/** A household that the speaker cares for, with as what. */
type Mine = { readonly row: DossierRow; readonly as: Followed['as'] };

async function ofMine(turn: Turn, id: number): Promise<Mine | null> {
  const row = await lockDossier(turn.q, id);
  if (row === null || !cared.some((state) => state === row.dossier.state)) return null;
  const { person } = await actingFrom(turn);
  const as = carerAs(person, row);
  return as === null ? null : { row, as };
}

/** As what somebody cares for a household; nobody does so officially for the own one or for kin. */
function carerAs(person: Parameters<typeof partiesOf>[0], row: DossierRow): Followed['as'] | null {
  const parties = partiesOf(person, { ...row, rechecker: null });
  return (['head', 'collaborator', 'officer'] as const).find((party) => parties.includes(party)) ?? null;
}

async function pressed(
  turn: Turn,
  { act, arg }: Extract<FlowInput, { kind: 'press' }>,
  own: Mine,
  step: Step | null,
): Promise<Reply> {
  const { row } = own;
  const of = await followedOf(turn, row, own.as);
  const dossier = row.id;
  const ticking = step?.kind === 'groups' && step.dossier === dossier ? step : null;
  switch (act) {
    case 'promise':
      return stay(turn, null, askPromise(of));
    case 'promised':
      return promised(turn, own, of, arg);
    case 'arrived': {
      const came = await settleSupport(turn.q, { dossier, policy: arg }, { on: turn.today }, byOf(turn));
      return card(turn, own, came ? 'arrived' : 'settled');
    }
    case 'failed':
      return stay(turn, { kind: 'failed', dossier, policy: arg }, askWords(of, 'failed', []));
    case 'groups':
      return ticked(turn, of, ownGroups(of));
    case 'group':
      return ticked(turn, of, toggled(ticking?.picked ?? ownGroups(of), arg));
    case 'groups-done': {
      // Pressed twice, or long after: what was noted stands.
      if (ticking === null) return card(turn, own, null);
      const picked = known(ticking.picked);
      await setGroups(turn.q, dossier, picked.length === 0 ? ['other'] : picked, byOf(turn));
      return card(turn, own, 'groups');
    }
    case 'visit':
      return stay(turn, { kind: 'visit', dossier }, askWords(of, 'visit', []));
    case 'next':
      return visited(turn, own, step, Number(arg));
    default:
      return card(turn, own, null);
  }
}

async function said(turn: Turn, text: string, step: Step | null): Promise<Reply> {
  const own = step === null ? null : await ofMine(turn, step.dossier);
  if (step === null || own === null || (step.kind !== 'visit' && step.kind !== 'failed'))
    return list(turn, 0);
  const { row } = own;
  const of = await followedOf(turn, row, own.as);
  const words = text.trim();
  if (words.length > mostWords)
    return stay(turn, step, askWords(of, step.kind, [say('refused.too-long', { most: mostWords })]));
  if (step.kind === 'failed') {
    await settleSupport(turn.q, step, { note: words }, byOf(turn));
    return card(turn, own, 'failed');
  }
  return stay(turn, { kind: 'next', dossier: row.id, note: words }, askNextVisit(of));
}

async function promised(turn: Turn, own: Mine, of: Followed, policy: string): Promise<Reply> {
  const { row } = own;
  if (!of.open.some((each) => each.policy.id === policy)) return card(turn, own, 'settled');
  const { speaker, today: on } = turn;
  await promiseSupport(turn.q, { ward: row.ward, dossier: row.id, policy, by: speaker.id, on }, turn.now);
  return card(turn, own, 'promised');
}

async function visited(turn: Turn, own: Mine, step: Step | null, days: number): Promise<Reply> {
  const { row } = own;
  if (step?.kind !== 'next' || step.dossier !== row.id) return card(turn, own, null);
  const next = visitDays.some((each) => each === days) ? addDays(turn.today, days) : null;
  const { note } = step;
  await addVisit(
    turn.q,
    {
      ward: row.ward,
      dossier: row.id,
      by: turn.speaker.id,
      on: turn.today,
      next,
      note,
    },
    turn.now,
  );
  return card(turn, own, 'visited');
}

async function ticked(turn: Turn, of: Followed, picked: readonly string[]): Promise<Reply> {
  return stay(
    turn,
    { kind: 'groups', dossier: of.dossier, picked: [...picked] },
    askGroups(of, known(picked)),
  );
}

function ownGroups(of: Followed): readonly GroupId[] {
  return (of.groups ?? []).filter((id) => id !== 'other');
}

function toggled(picked: readonly string[], id: string): readonly string[] {
  return picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id];
}

function known(picked: readonly string[]): readonly GroupId[] {
  return groups.map(({ id }) => id).filter((id) => picked.includes(id));
}

async function card(turn: Turn, { as, row }: Mine, done: string | null): Promise<Reply> {
  const of = await followedOf(turn, row, as);
  return stay(turn, null, followCard(of, done === null ? [] : [say(`follow.done.${done}`)]));
}

async function stay(turn: Turn, step: Step | null, message: Message): Promise<Reply> {
  await keep(turn, step);
  return toSelf(message);
}
