import { headed, may } from '../rights.ts';
import type { CaseRow } from '../store/cases.ts';
import { lockOwnCase } from '../store/cases.ts';
import { type DossierRow, dossierOf } from '../store/dossiers.ts';
import { asideIn } from '../store/matches.ts';
import { actingHeads } from '../store/posts.ts';
import { placeOf } from '../survey/answer.ts';
import type { Place } from '../survey/context.ts';
import { status } from '../talk/notices.ts';
import { onTasks } from './head.ts';
import { beginCase, onHousehold } from './household.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** Where a person stands: the open question of their household, else the tasks of a head, else the beginning. */
export async function goOn(turn: Turn, place: Place | null = null): Promise<Reply> {
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (row === null && place === null && headed(turn.speaker.posts).length > 0) return onTasks(turn);
  return resume(turn, row, place);
}

/** Where a person was: a head at the desk among the tasks, everybody else at their household. */
export async function backTo(turn: Turn): Promise<Reply> {
  const { focus, posts } = turn.speaker;
  return focus === 'desk' && headed(posts).length > 0 ? onTasks(turn) : goOn(turn);
}

/** The open question of a case, or where it is; without a case a new one begins. */
export async function resume(turn: Turn, row: CaseRow | null, place: Place | null): Promise<Reply> {
  if (row === null) return beginCase(turn, place);
  if (!mayTalk(row)) return onStatus(turn, row, place);
  return onHousehold(turn, row, { kind: 'resume', place });
}

/** Something is open to be said: a question, or the consent after all. */
export function mayTalk(row: CaseRow): boolean {
  const { stage } = row.interview;
  return may(['household'], 'answer', stage) || may(['household'], 'agree', stage);
}

/** Where a household's case is, and who has it. */
export async function onStatus(turn: Turn, row: CaseRow | null, place: Place | null = null): Promise<Reply> {
  if (row === null) return toSelf(status(null));
  const reviewed = await dossierOf(turn.q, row.id);
  const heads = row.zone === null ? [] : await actingHeads(turn.q, row.zone, turn.today);
  const headed = [...heads, ...(reviewed?.deputies ?? [])].some(
    (head) => head !== row.owner && reviewed?.kin.includes(head) !== true,
  );
  const zone = placeOf(row.interview.answers)?.zoneName ?? null;
  const isAside = row.zone !== null && (await asideIn(turn.q, [row.zone])).has(row.id);
  const subject = { case: row.id, stage: row.interview.stage, zone, headed, isAside };
  return toSelf(status({ ...subject, reviewed: standingOf(reviewed) }, place));
}

/** Where the household stands in the round of review, if it is in one. */
function standingOf(row: DossierRow | null) {
  return row === null ? null : { state: row.dossier.state, due: row.due };
}
