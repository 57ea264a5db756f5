import type { Command } from '../../procedure/command.ts';
import type { Person } from '../../procedure/party.ts';
import { isEnded } from '../../procedure/state.ts';
import type { Stage } from '../../rights.ts';
import type { CaseRow } from '../../store/cases.ts';
import { type DossierRow, dossierOf, lockDossierOf, saveWhere, unrelate } from '../../store/dossiers.ts';
import { openRoundOf } from '../../store/rounds.ts';
import { wardPostsOf } from '../../store/ward-posts.ts';
import { placeOf } from '../../survey/answer.ts';
import type { InterviewEvent } from '../../survey/event.ts';
import type { Interview } from '../../survey/interview.ts';
import { byOf, type Turn } from '../turn.ts';
import { type Acting, give } from './give.ts';
import { comeBackFor, type Joining, takeCaseIn } from './join.ts';
import { operatorOf } from './operator.ts';
import { roundAsked } from './round-asked.ts';

export { operatorOf } from './operator.ts';

/** What each change of a case is in the procedure. */
const followed: Readonly<Record<Stage, Command | null>> = {
  answering: null,
  declined: { kind: 'withdraw' },
  sent: { kind: 'interview', helper: null },
  returned: { kind: 'return' },
  reopened: { kind: 'reopen' },
  signed: { kind: 'verify' },
  withdrawn: { kind: 'withdraw' },
};

/** Takes the household of a case along in the procedure: into the open round of its ward when it is sent, and step by step. */
export async function follow(turn: Turn, before: CaseRow, after: CaseRow): Promise<void> {
  const place = placeOf(after.interview.answers);
  const command = followed[after.interview.stage];
  if (place !== null) await takeAsked(turn, before, after, place);
  if (command === null || place === null) return;
  // Changed and sent again at once, it is where it was.
  const isThere = followed[before.interview.stage] === command;
  if (isThere && placeOf(before.interview.answers)?.zone === place.zone) return;
  const row = (await placed(turn, after, place)) ?? (await takenIn(turn, before, after, place));
  if (row === null || (row.dossier.state === 'listed' && command.kind === 'return')) return;
  if (isThere && row.dossier.step > 0) return;
  const acting = await actingFrom(turn);
  const outcome = await give(acting, { row, command, step: null });
  // Whoever asked is told by the case; what its own rules allowed must not fail here.
  if (outcome.kind === 'refused' && outcome.why !== 'not-now' && outcome.why !== 'ended')
    throw new Error(`Case ${after.id} may do ${command.kind}, and its household may not: ${outcome.why}.`);
  if (command.kind !== 'withdraw') return;
  // Its place on the last list is free for whoever speaks for the household next.
  if (outcome.row.dossier.state === 'listed')
    await saveWhere(turn.q, { ...outcome.row, case: null }, byOf(turn));
  await comeBackFor(joiningFrom(turn), after.id);
}

/** The person who speaks, with all posts, as whoever acts in the procedure. */
export async function actingFrom({ now, q, settings, speaker, today }: Turn): Promise<Acting> {
  const wardPosts = await wardPostsOf(q, speaker.id, today);
  const person: Person = { id: speaker.id, posts: speaker.posts, wardPosts };
  return { q, now, today, quiet: settings.quiet, person };
}

type At = { readonly ward: number; readonly zone: number };

/** The dossier of a case, brought to the zone where the case is now; one of another ward ends there. */
async function placed(turn: Turn, row: CaseRow, { ward, zone }: At): Promise<DossierRow | null> {
  const found = await lockDossierOf(turn.q, row.id);
  if (found === null) return null;
  if (found.ward === ward) {
    if (found.zone === zone) return found;
    // Who stood in did so for the head of the other zone.
    const next = { ...found, zone, deputies: [] };
    await unrelate(turn.q, found.id, found.deputies, byOf(turn));
    await saveWhere(turn.q, next, byOf(turn));
    return next;
  }
  const { now, q, settings, today } = turn;
  const acting = { q, now, today, quiet: settings.quiet, person: operatorOf(found.ward) };
  await give(acting, {
    row: found,
    command: { kind: 'remove', reason: 'Hộ chuyển sang phường, xã khác' },
    step: null,
  });
  return null;
}

/**
 * A household that asks by sending its answers is taken into the open round, as it stood before; so is one whose round was
 * opened since. Null where there is none.
 */
async function takenIn(turn: Turn, before: CaseRow, after: CaseRow, place: At): Promise<DossierRow | null> {
  if (followed[after.interview.stage]?.kind === 'withdraw') return null;
  const { listYear, request } = after.interview;
  const round =
    request === null
      ? await openRoundOf(turn.q, place.ward, { zone: place.zone })
      : await roundAsked(turn.q, place, turn);
  if (round === null || round.listYear !== listYear) return null;
  const { stage } = before.interview;
  await takeCaseIn(
    joiningFrom(turn),
    after.id,
    round,
    request === null ? { stage } : { stage, asking: request },
  );
  return lockDossierOf(turn.q, after.id);
}

/** A household asked to be reviewed, or has said where it lives since: it is in its round from here on. */
async function takeAsked(turn: Turn, before: CaseRow, after: CaseRow, place: At): Promise<void> {
  const { listYear, request } = after.interview;
  const isNew =
    before.interview.request !== request || placeOf(before.interview.answers)?.ward !== place.ward;
  if (request === null || !isNew) return;
  const found = await dossierOf(turn.q, after.id);
  if (found !== null && !isEnded(found.dossier.state)) return;
  const round = await roundAsked(turn.q, place, turn);
  if (round.listYear !== listYear) return;
  await takeCaseIn(joiningFrom(turn), after.id, round, { asking: request, stage: before.interview.stage });
}

/** What bringing dossiers together needs of a turn. */
export function joiningFrom({ now, q, settings, today }: Turn): Joining {
  return { q, now, today, quiet: settings.quiet };
}

/** The round of its ward says for which list a household is reviewed, from when it has said where it lives. */
export async function joinRound(
  turn: Turn,
  before: Interview,
  events: readonly InterviewEvent[],
): Promise<readonly InterviewEvent[]> {
  const place = events
    .flatMap((event) => ('answer' in event && event.answer.kind === 'place' ? [event.answer] : []))
    .at(-1);
  if (place === undefined || before.sentTo !== null) return [];
  const { q } = turn;
  const round =
    before.request === null
      ? await openRoundOf(q, place.ward, { zone: place.zone })
      : await roundAsked(q, place, turn);
  if (round === null || round.listYear === before.listYear) return [];
  return [{ type: 'RoundJoined', listYear: round.listYear }];
}
