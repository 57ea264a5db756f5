import type { Command } from '../../procedure/command.ts';
import { newDossier } from '../../procedure/dossier.ts';
import type { Person } from '../../procedure/party.ts';
import type { Stage } from '../../rights.ts';
import { operator, type CaseRow } from '../../store/cases.ts';
import type { Query } from '../../store/db.ts';
import { type DossierRow, lockDossierOf, openDossiers, saveWhere } from '../../store/dossiers.ts';
import { openRoundOf } from '../../store/rounds.ts';
import { wardPostsOf } from '../../store/ward-posts.ts';
import { placeOf } from '../../survey/answer.ts';
import type { InterviewEvent } from '../../survey/event.ts';
import type { Interview } from '../../survey/interview.ts';
import type { Turn } from '../turn.ts';
import { type Acting, give, pendingOf } from './give.ts';

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
  if (command === null || place === null) return;
  // Changed and sent again at once, it is where it was.
  const isThere = followed[before.interview.stage] === command;
  if (isThere && placeOf(before.interview.answers)?.zone === place.zone) return;
  const row = (await placed(turn, after, place)) ?? (await takenIn(turn, after, place));
  if (row === null || (row.dossier.state === 'listed' && command.kind === 'return')) return;
  if (isThere && row.dossier.step > 0) return;
  const acting = await actingFrom(turn);
  const outcome = await give(acting, { row, command, step: null });
  // Whoever asked is told by the case; what its own rules allowed must not fail here.
  if (outcome.kind === 'refused' && outcome.why !== 'not-now' && outcome.why !== 'ended')
    throw new Error(`Case ${after.id} may do ${command.kind}, and its household may not: ${outcome.why}.`);
}

/** The person who speaks, with all posts, as whoever acts in the procedure. */
export async function actingFrom({ now, q, settings, speaker, today }: Turn): Promise<Acting> {
  const wardPosts = await wardPostsOf(q, speaker.id, today);
  const person: Person = { id: speaker.id, posts: speaker.posts, wardPosts };
  return { q, now, today, quiet: settings.quiet, person };
}

/** The operator, who acts for the office of a ward where nobody does. */
export function operatorOf(ward: number): Person {
  return { id: operator, posts: [], wardPosts: [{ role: 'officer', ward }] };
}

type At = { readonly ward: number; readonly zone: number };

/** The dossier of a case, brought to the zone where the case is now; one of another ward ends there. */
async function placed(turn: Turn, row: CaseRow, { ward, zone }: At): Promise<DossierRow | null> {
  const found = await lockDossierOf(turn.q, row.id);
  if (found === null) return null;
  if (found.ward === ward) {
    const next = { ...found, zone };
    if (found.zone !== zone) await saveWhere(turn.q, next);
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

/** A household that asks by sending its answers is taken into the open round; null where there is none. */
async function takenIn(turn: Turn, row: CaseRow, { ward, zone }: At): Promise<DossierRow | null> {
  if (followed[row.interview.stage]?.kind !== 'interview') return null;
  const round = await openRoundOf(turn.q, ward);
  if (round === null || round.listYear !== row.interview.listYear) return null;
  const dossier = newDossier({
    procedure: round.procedure,
    origin: 'asked',
    before: null,
    since: turn.today,
  });
  const pending = await pendingOf(turn.q, { dossier, round: round.id });
  await openDossiers(
    turn.q,
    [{ ward, zone, round: round.id, case: row.id, listed: null, dossier, ...pending }],
    turn.now,
  );
  return lockDossierOf(turn.q, row.id);
}

/** The round of its ward says for which list a household is reviewed, from when it has said where it lives. */
export async function joinRound(
  q: Query,
  before: Interview,
  events: readonly InterviewEvent[],
): Promise<readonly InterviewEvent[]> {
  const place = events
    .flatMap((event) => ('answer' in event && event.answer.kind === 'place' ? [event.answer] : []))
    .at(-1);
  if (place === undefined || before.sentTo !== null) return [];
  const round = await openRoundOf(q, place.ward);
  if (round === null || round.listYear === before.listYear) return [];
  return [{ type: 'RoundJoined', listYear: round.listYear }];
}
