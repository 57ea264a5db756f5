import { type Message, type Phrase, say } from '../decision.ts';
import type { DeskInput } from '../desk/decide.ts';
import { decide } from '../desk/decide.ts';
import type { Desk } from '../desk/desk.ts';
import { isOnCard } from '../desk/choices.ts';
import { deskSchema } from '../desk/desk.ts';
import type { Subject } from '../desk/subject.ts';
import { caseNumber, type Task, taskList, tasksNamed } from '../desk/tasks.ts';
import { evolve as evolveReview } from '../review/review.ts';
import { headed, stagesOf } from '../rights.ts';
import { allPlaces } from '../store/areas.ts';
import type { CaseRow } from '../store/cases.ts';
import { casesAfter, lockCase, openTasks, saveCase } from '../store/cases.ts';
import { asideIn, decideMatch, lockZone } from '../store/matches.ts';
import type { Shown } from '../store/people.ts';
import { savePerson } from '../store/people.ts';
import { seal, unseal } from '../store/seal.ts';
import { evolve, isKnownHere } from '../survey/interview.ts';
import { deadEnd } from '../survey/person.ts';
import { menu } from '../talk/notices.ts';
import { flowPick } from '../talk/told-step.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { contextOf } from './household.ts';
import { matchedOf } from './matched.ts';
import { hasSeat } from './meeting/seats.ts';
import { follow, joiningFrom } from './procedure/follow.ts';
import { settleMatch } from './procedure/join.ts';
import { declareKin } from './procedure/kin.ts';
import { relationsTo } from './relations.ts';
import type { Reply, Turn } from './turn.ts';
import { toSelf } from './turn.ts';

/**
 * What a head's typed text is about: the case and step that stand on the screen last. A card may have come in
 * meanwhile, of this case or another; a number then means its choices. Words that were asked for (a reason, a comment,
 * a note, a value) still belong to the question.
 */
export function deskOf(turn: Turn, shown: Shown | null): Desk | null {
  const kept = turn.speaker.desk === null ? null : unseal(turn.speaker.desk, deskSchema);
  if (kept !== null && isAskedForWords(kept.step)) return kept;
  if (shown?.kind !== 'card' || shown.case === null) return kept;
  return { case: shown.case, step: { kind: 'card' } };
}

/** Steps at which what is typed is the text itself. */
export function isAskedForWords(step: Desk['step']): boolean {
  const kinds = ['reason', 'comment', 'note', 'value', 'paper-b1', 'paper-b2', 'paper-reason'];
  return kinds.includes(step.kind);
}

/**
 * What a head typed. A bare number, or the very words of a choice, after a card that came in while words were asked for
 * may mean either: the question is asked again, since a reason is read by the household.
 */
export async function onWords(turn: Turn, desk: Desk, shown: Shown | null, typed: string): Promise<Reply> {
  const isUnsure = isAskedForWords(desk.step) && (await isOnCardOf(turn, shown, typed));
  return onDesk(turn, desk.case, isUnsure ? { kind: 'unsure' } : { kind: 'say', text: typed }, desk);
}

async function isOnCardOf(turn: Turn, shown: Shown | null, typed: string): Promise<boolean> {
  if (shown?.kind !== 'card' || shown.case === null) return false;
  // Looked at without being held: the case that is acted on is locked, and one at a time.
  const [row] = await casesAfter(turn.q, shown.case - 1, 1);
  return row !== undefined && isOnCard(typed, await subjectOf(turn, row));
}

/** A head's act on a case: decided, kept, and answered; the household is told what concerns it. */
export async function onDesk(turn: Turn, id: number, input: DeskInput, heard: Desk | null): Promise<Reply> {
  const row = await lockCase(turn.q, id);
  if (row === null) return toSelf(deadEnd('refused', say('desk.not-yours')));
  const open = turn.speaker.desk === null ? null : unseal(turn.speaker.desk, deskSchema);
  if (row.zone !== null && isAboutOthers(input, heard)) await lockZone(turn.q, row.zone);
  const desk: Desk = heard ?? (open?.case === id ? open : { case: id, step: { kind: 'card' } });
  const decision = decide(input, desk, await subjectOf(turn, row));
  if (decision.isKin === true) return declareKin(turn, row.id);
  const next = {
    ...row,
    interview: decision.interview.reduce(evolve, row.interview),
    review: decision.review.reduce(evolveReview, row.review),
  };
  const happened = [...decision.review, ...decision.interview];
  if (happened.length > 0) await saveCase(turn.q, { row: next, happened, actor: turn.speaker.id }, turn.now);
  await follow(turn, row, next);
  if (decision.match !== undefined) {
    await decideMatch(turn.q, decision.match, turn.speaker.id, turn.now);
    await settleMatch(joiningFrom(turn), decision.match);
  }
  await savePerson(turn.q, turn.speaker.id, { focus: 'desk', desk: seal(decision.desk) });
  const done = decision.review.some((event) => event.type === 'Signed' || event.type === 'SentBack');
  const messages = done
    ? decision.messages.map((each) =>
        each.to === 'self' ? { ...each, message: onToTheNext(each.message) } : each,
      )
    : decision.messages;
  return { messages, about: next, kept: null };
}

/** Setting a case aside and signing one wait for each other: a household must not be left with both or with none. */
function isAboutOthers(input: DeskInput, heard: Desk | null): boolean {
  if (input.kind === 'press') return input.act === 'do-sign' || input.act.startsWith('match-');
  return heard?.step.kind === 'sign' || heard?.step.kind === 'match';
}

async function subjectOf(turn: Turn, row: CaseRow): Promise<Subject> {
  // Before a case was sent to the zone that it belongs to now, its heads have nothing to do with it.
  const zone = isKnownHere(row.interview) ? row.zone : null;
  const { relations, reviewed } = await relationsTo(turn, { ...row, zone });
  return {
    interview: row.interview,
    review: row.review,
    relations,
    context: contextOf(turn, row, await allPlaces(turn.q)),
    today: turn.today,
    matched: await matchedOf(turn.q, row, [turn.speaker.id]),
    isAgain: reviewed?.dossier.state === 'interviewed' && reviewed.dossier.last === 'vote',
  };
}

/** A case is off the desk: the next one is what a head wants, the rest is for whoever looks back. */
function onToTheNext(message: Message): Message {
  return { ...message, options: [menu('tasks')], actions: [...message.options, ...message.actions] };
}

/** The open tasks of a head, oldest first, from the one on that a longer list goes on with. */
export async function onTasks(turn: Turn, from = 0, lead: readonly Phrase[] = []): Promise<Reply> {
  if (headed(turn.speaker.posts).length === 0)
    return toSelf({ kind: 'refused', parts: [say('desk.not-head')], options: [menu('resume')], actions: [] });
  await savePerson(turn.q, turn.speaker.id, { focus: 'desk', desk: null });
  const beside = (await hasSeat(turn)) ? [flowPick('meeting', 'open', 0)] : [];
  return toSelf(taskList(await tasksOf(turn, 'verify'), from, lead, beside));
}

/**
 * A case called by its number or its household's name at the list of tasks, wherever it stands there; also one that is
 * signed, since the paper form is copied later. Null where nothing was called.
 */
export async function onCalled(turn: Turn, typed: string): Promise<Reply | null> {
  const tasks = await tasksOf(turn, 'record');
  const number = caseNumber(typed);
  const called = number === null ? tasksNamed(typed, tasks) : tasks.filter((task) => task.case === number);
  const [only, ...others] = called;
  if (only === undefined)
    return number === null ? null : onTasks(turn, 0, [say('desk.no-such-task', { case: number })]);
  if (others.length > 0) return toSelf(taskList(called));
  return onDesk(
    turn,
    only.case,
    { kind: 'press', revision: only.review.revision, act: 'open', arg: '' },
    null,
  );
}

async function tasksOf(turn: Turn, action: 'verify' | 'record'): Promise<readonly Task[]> {
  const zones = headed(turn.speaker.posts);
  const open = await openTasks(turn.q, zones, turn.speaker.id, stagesOf(action));
  // What was set aside waits for nobody; called by its number it can still be read.
  const aside = action === 'verify' ? await asideIn(turn.q, zones) : null;
  return open
    .filter(({ id }) => aside?.has(id) !== true)
    .map((task) => ({
      case: task.id,
      interview: task.interview,
      review: task.review,
      sentOn: vietnamDay(task.sentAt ?? turn.now),
      isAgain: task.isAgain,
    }));
}
