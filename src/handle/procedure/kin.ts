import { encodeButton } from '../../button.ts';
import { type Message, type Phrase, say } from '../../decision.ts';
import { card } from '../../desk/card.ts';
import { partiesOf } from '../../procedure/party.ts';
import { isEnded } from '../../procedure/state.ts';
import { may } from '../../rights.ts';
import { allPlaces } from '../../store/areas.ts';
import { type CaseRow, lockCase } from '../../store/cases.ts';
import { type DossierRow, lockDossier, lockDossierOf, relate, unrelate } from '../../store/dossiers.ts';
import { giveUpFor } from '../../store/outbox.ts';
import { savePerson } from '../../store/people.ts';
import { actingHeads } from '../../store/posts.ts';
import { openRoundOf } from '../../store/rounds.ts';
import { holdersOfOffice } from '../../store/ward-posts.ts';
import { zoneNames } from '../../store/zones.ts';
import { placeOf } from '../../survey/answer.ts';
import { deadEnd } from '../../survey/person.ts';
import { flowPick } from '../../talk/told-step.ts';
import { notInQuietHours, vietnamDay } from '../../time/vietnam.ts';
import { contextOf } from '../household.ts';
import { matchedOf } from '../matched.ts';
import { relationsTo } from '../relations.ts';
import { tell } from '../tell.ts';
import { byOf, type Reply, toSelf, type Turn } from '../turn.ts';
import { deputyCandidates } from './deputies.ts';
import { actingFrom, joiningFrom } from './follow.ts';
import { takeCaseIn } from './join.ts';
import { namesOf } from './names.ts';

/** A head is kin of a household: from then on it is nothing to them, and another head has it, or the ward is asked for one. */
export async function declareKin(turn: Turn, caseId: number): Promise<Reply> {
  const { now, q, speaker } = turn;
  const row = await lockCase(q, caseId);
  const relations = row === null ? [] : (await relationsTo(turn, row)).relations;
  if (row === null || !may(relations, 'step-aside', row.interview.stage))
    return toSelf(deadEnd('refused', say('desk.not-yours')));
  const found = (await lockDossierOf(q, caseId)) ?? (await takenIn(turn, row));
  if (found === null || isEnded(found.dossier.state))
    return toSelf(deadEnd('refused', say('desk.kin.no-round')));
  await relate(q, { dossier: found.id, person: speaker.id, as: 'kin', saidBy: speaker.id }, now);
  await giveUpFor(q, { person: speaker.id, case: caseId }, now);
  await savePerson(q, speaker.id, { desk: null });
  const dossier = { ...found, kin: [...found.kin, speaker.id] };
  const left = (await othersFor(turn, dossier)).length;
  if (left === 0) return toSelf(await askOffice(turn, dossier));
  const task = await taskOf(turn, row);
  return {
    messages: [
      { to: 'self', message: deadEnd('kin', say('desk.kin.done')) },
      { to: 'heads', message: task },
    ],
    about: row,
    kept: null,
  };
}

/** The heads who have the household now: those who act for its zone, and who stands in. */
async function othersFor({ now, q, settings }: Turn, row: DossierRow): Promise<readonly number[]> {
  const heads = await actingHeads(q, row.zone, vietnamDay(notInQuietHours(now, settings.quiet)));
  return [...heads, ...row.deputies].filter((head) => head !== row.owner && !row.kin.includes(head));
}

/** What was sent before the round was opened is taken into it where it stands. Null without a round for its list. */
async function takenIn(turn: Turn, row: CaseRow): Promise<DossierRow | null> {
  const place = placeOf(row.interview.answers);
  const round = place === null ? null : await openRoundOf(turn.q, place.ward, { zone: place.zone });
  if (round === null || round.listYear !== row.interview.listYear) return null;
  await takeCaseIn(joiningFrom(turn), row.id, round);
  return lockDossierOf(turn.q, row.id);
}

async function taskOf(turn: Turn, row: CaseRow): Promise<Message> {
  const { interview, review } = row;
  const subject = {
    interview,
    review,
    relations: ['head' as const],
    context: contextOf(turn, row, await allPlaces(turn.q)),
    today: turn.today,
    matched: await matchedOf(turn.q, row, []),
  };
  return card(subject, [say('desk.kin.taken-over')]);
}

/** No head is left: the officers of the ward are asked to name one of another zone. */
async function askOffice(turn: Turn, row: DossierRow): Promise<Message> {
  const { now, q, settings, speaker } = turn;
  const day = vietnamDay(notInQuietHours(now, settings.quiet));
  const officers = await holdersOfOffice(q, row.ward, 'officer', day);
  const reached = officers.filter((each) => each !== row.owner && !row.kin.includes(each));
  if (reached.length === 0) return deadEnd('kin', say('desk.kin.done-nobody'));
  const { name, zone } = await calledOf(turn, row);
  const message = {
    kind: 'kin',
    parts: [say('desk.kin.to-office', { name, zone })],
    options: [],
    actions: [flowPick('ward', 'deputy', row.id)],
  };
  await tell(
    q,
    reached.filter((each) => each !== speaker.id),
    message,
    { ward: row.ward, case: null },
    { now, quiet: settings.quiet },
  );
  return deadEnd('kin', say('desk.kin.done-office'));
}

export type Named =
  | { readonly kind: 'done'; readonly row: DossierRow }
  | { readonly kind: 'refused'; readonly why: 'not-yours' | 'ended' | 'not-eligible' };

/** An officer names a head of another zone of the ward who has the household in place of a head that is kin. */
export async function nameDeputy(turn: Turn, dossier: number, person: number): Promise<Named> {
  const { now, q, settings, speaker } = turn;
  const row = await lockDossier(q, dossier);
  const acting = await actingFrom(turn);
  if (row === null || !partiesOf(acting.person, { ...row, rechecker: null }).includes('officer'))
    return { kind: 'refused', why: 'not-yours' };
  if (isEnded(row.dossier.state)) return { kind: 'refused', why: 'ended' };
  const isOffered = (await deputyCandidates(q, row, turn.today)).some((each) => each.person === person);
  if (!isOffered && !row.deputies.includes(person)) return { kind: 'refused', why: 'not-eligible' };
  const former = row.deputies.filter((each) => each !== person);
  await unrelate(q, row.id, former, byOf(turn));
  await relate(q, { dossier: row.id, person, as: 'deputy', saidBy: speaker.id }, now);
  const about = { ward: row.ward, case: null };
  const moment = { now, quiet: settings.quiet };
  const called = await calledOf(turn, row);
  if (former.length > 0) {
    await tell(q, former, deadEnd('kin', say('desk.kin.former', called)), about, moment);
  }
  if (!row.deputies.includes(person)) await tell(q, [person], toDeputy(row, called), about, moment);
  return { kind: 'done', row: { ...row, deputies: [person] } };
}

/** The card opens only when the case was sent; until then there is nothing to look at. */
function toDeputy(row: DossierRow, called: { readonly name: string; readonly zone: string }): Message {
  const { case: id } = row;
  if (id === null) return deadEnd('kin', say('desk.kin.deputy-later', called));
  const data = encodeButton({ kind: 'desk', case: id, revision: 0, act: 'open', arg: '' });
  const open: { phrase: Phrase; data: string } = { phrase: say('flow.meeting.card', called), data };
  return { kind: 'kin', parts: [say('desk.kin.deputy', called)], options: [], actions: [open] };
}

async function calledOf(
  { q }: Turn,
  row: DossierRow,
): Promise<{ readonly name: string; readonly zone: string }> {
  return {
    name: (await namesOf(q, [row])).get(row.id) ?? '?',
    zone: (await zoneNames(q, [row.zone])).get(row.zone) ?? '?',
  };
}
