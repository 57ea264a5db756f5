import {
  type Request,
  requestChoices,
  requested,
  requestIn,
  requestSaid,
  type Standing,
  standsInRound,
} from '../office/request.ts';
import { actsNext } from '../procedure/deadline.ts';
import { procedures } from '../procedure/procedures.ts';
import { isEnded } from '../procedure/state.ts';
import { may } from '../rights.ts';
import { allPlaces } from '../store/areas.ts';
import { type CaseRow, lockOwnCase, saveCase } from '../store/cases.ts';
import { type DossierRow, dossierOf, lockDossiers, saveWhere } from '../store/dossiers.ts';
import { roundById } from '../store/rounds.ts';
import { placeOf } from '../survey/answer.ts';
import type { InterviewEvent } from '../survey/event.ts';
import { evolve } from '../survey/interview.ts';
import { type FlowInput, keep } from './flow-state.ts';
import { mayTalk, resume } from './go-on.ts';
import { beginCase } from './household.ts';
import { follow } from './procedure/follow.ts';
import { roundAsked } from './procedure/round-asked.ts';
import { byOf, type Reply, toSelf, type Turn } from './turn.ts';

/** A household asks by itself to be reviewed, or to leave the list. */
export async function request(turn: Turn, input: FlowInput): Promise<Reply> {
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  const reviewed = row === null ? null : await openDossierOf(turn, row.id);
  const what = wishedBy(input);
  if (row !== null && reviewed !== null) {
    if (what === 'leaving') await noteLeaving(turn, row, reviewed);
    const isLeaving = what === 'leaving' || reviewed.dossier.origin === 'leaving';
    return toSelf(standsInRound(standingOf(reviewed), isLeaving));
  }
  // Kept while the choices stand last, so that words of one's own come here.
  await keep(turn, what === null ? { choosing: true } : null);
  return what === null ? toSelf(requestChoices()) : ask(turn, row, what);
}

function wishedBy(input: FlowInput): Request | null {
  switch (input.kind) {
    case 'open':
      return null;
    case 'press':
      return requestIn(input.act);
    case 'say':
      return requestSaid(input.text);
    default:
      return input satisfies never;
  }
}

/** Notes what is asked for with the household's case, from where the interview goes on; its round takes it in by that. */
async function ask(turn: Turn, row: CaseRow | null, what: Request): Promise<Reply> {
  const going = row !== null && (await isGoingOn(turn, row)) ? row : null;
  const begun = going === null ? await beginCase(turn, await placeBefore(turn, row)) : null;
  const own = going ?? (await lockOwnCase(turn.q, turn.speaker.id));
  if (own === null) throw new Error('A case was not there after it was begun.');
  const noted = await note(turn, own, what);
  const reviewed = await openDossierOf(turn, own.id);
  const told = requested(
    what,
    reviewed === null ? null : await roundById(turn.q, reviewed.round),
    reviewed === null || mayTalk(noted) ? null : standingOf(reviewed),
  );
  const reply = begun ?? (mayTalk(noted) && !isSent(noted) ? await resume(turn, noted, null) : null);
  return {
    messages: [{ to: 'self', message: told }, ...(reply?.messages ?? [])],
    about: reply?.about ?? noted,
    kept: null,
  };
}

/** Keeps the request with the case; one that no head has had yet is for the list of the round that it asks for. */
async function note(turn: Turn, row: CaseRow, what: Request): Promise<CaseRow> {
  const place = placeOf(row.interview.answers);
  const round = place === null ? null : await roundAsked(turn.q, place, turn);
  const isOther = round !== null && round.listYear !== row.interview.listYear;
  const events: readonly InterviewEvent[] = [
    { type: 'ReviewRequested', what },
    ...(isOther && row.interview.sentTo === null
      ? [{ type: 'RoundJoined' as const, listYear: round.listYear }]
      : []),
  ];
  const next = { ...row, interview: events.reduce(evolve, row.interview) };
  await saveCase(turn.q, { row: next, happened: events, actor: turn.speaker.id }, turn.now);
  await follow(turn, row, next);
  return next;
}

/** What was decided before, or is for the list of another year, is past: the household answers anew. */
async function isGoingOn(turn: Turn, row: CaseRow): Promise<boolean> {
  const { listYear, sentTo, stage } = row.interview;
  if (
    !may(['household'], 'answer', stage) &&
    !may(['household'], 'agree', stage) &&
    !may(['head'], 'read', stage)
  )
    return false;
  if ((await dossierOf(turn.q, row.id)) !== null) return false;
  const place = placeOf(row.interview.answers);
  if (place === null || sentTo === null) return true;
  return (await roundAsked(turn.q, place, turn)).listYear === listYear;
}

/** Where it lived before it most likely lives now; the question is shown with it and can be answered otherwise. */
async function placeBefore(turn: Turn, row: CaseRow | null) {
  const zone = row === null ? undefined : placeOf(row.interview.answers)?.zone;
  return (await allPlaces(turn.q)).find((each) => each.zone === zone) ?? null;
}

async function noteLeaving(turn: Turn, row: CaseRow, { id }: DossierRow): Promise<void> {
  const [held] = await lockDossiers(turn.q, [id]);
  if (held === undefined || held.dossier.origin === 'leaving') return;
  await saveWhere(turn.q, { ...held, dossier: { ...held.dossier, origin: 'leaving' } }, byOf(turn));
  const event: InterviewEvent = { type: 'ReviewRequested', what: 'leaving' };
  const next = { ...row, interview: evolve(row.interview, event) };
  await saveCase(turn.q, { row: next, happened: [event], actor: turn.speaker.id }, turn.now);
}

async function openDossierOf(turn: Turn, caseId: number): Promise<DossierRow | null> {
  const found = await dossierOf(turn.q, caseId);
  return found === null || isEnded(found.dossier.state) ? null : found;
}

function standingOf({ dossier, due }: DossierRow): Standing {
  return {
    state: dossier.state,
    next: actsNext(dossier, procedures[dossier.procedure]),
    due,
  };
}

/** Its answers are with the heads: nothing is open to be said. */
function isSent({ interview }: CaseRow): boolean {
  return may(['head'], 'look', interview.stage);
}
