import type { Addressed } from '../decision.ts';
import { notice, say } from '../decision.ts';
import { card } from '../desk/card.ts';
import type { Matched } from '../desk/matched.ts';
import { readAgain, titleOf } from '../desk/subject.ts';
import type { ReviewEvent } from '../review/event.ts';
import { evolve as evolveReview, newReview, type Review } from '../review/review.ts';
import { allPlaces } from '../store/areas.ts';
import type { CaseRow } from '../store/cases.ts';
import { openCase, saveCase } from '../store/cases.ts';
import { cancelWaiting } from '../store/outbox.ts';
import { savePerson } from '../store/people.ts';
import { actingHeads } from '../store/posts.ts';
import { placeOf } from '../survey/answer.ts';
import type { InterviewCommand } from '../survey/command.ts';
import type { Context } from '../survey/context.ts';
import { decide } from '../survey/decide.ts';
import type { InterviewEvent } from '../survey/event.ts';
import { evolve, type Interview, isKnownHere, newInterview } from '../survey/interview.ts';
import { looksAtPlaces } from '../survey/looks-at-places.ts';
import type { Survey } from '../survey/question.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { suspect } from '../suspect.ts';
import { surveyOf } from '../surveys/register.ts';
import { matchedOf } from './matched.ts';
import { follow, joinRound } from './procedure/follow.ts';
import type { Reply, Turn } from './turn.ts';

/** A household's command on its own case: decided, kept, and answered. */
export async function onHousehold(turn: Turn, row: CaseRow, command: InterviewCommand): Promise<Reply> {
  const reply = await answerHousehold(turn, row, command);
  if (reply.kept !== null) await saveCase(turn.q, reply.kept, turn.now);
  return { ...reply, kept: null };
}

/** The same where the update ends with it, as nearly all do: an answer is then kept with that end. */
export async function answerHousehold(turn: Turn, row: CaseRow, command: InterviewCommand): Promise<Reply> {
  const places = looksAtPlaces(command, row.interview, surveyFor(turn, row)) ? await allPlaces(turn.q) : [];
  const context = contextOf(turn, row, places);
  const decision = decide(command, row.interview, context);
  const events = [...decision.events, ...(await joinRound(turn, row.interview, decision.events))];
  const interview = events.reduce(evolve, row.interview);
  const former = formerZone(row, interview);
  const review = reviewAfter(decision.events, row, interview, context, turn.today);
  const next = { ...row, interview, review: review.state };
  const happened = [...events, ...review.events];
  const kept = happened.length === 0 ? null : { row: next, happened, actor: turn.speaker.id };
  // What follows for others looks at the case as it is kept.
  const isThere = placeOf(row.interview.answers)?.zone === placeOf(interview.answers)?.zone;
  const isAnswer = former === null && isThere && happened.every(isOfAnswering);
  if (!isAnswer && kept !== null) await saveCase(turn.q, kept, turn.now);
  // Holds the zone, which goes before the dossiers in it.
  const isSent = decision.events.some(({ type }) => type === 'Sent');
  const matched = isSent ? await suspectedOf(turn, next) : [];
  await follow(turn, row, next);
  if (former !== null || isOutdating(happened))
    await cancelWaiting(turn.q, row.id, turn.speaker.chat, turn.now);
  await savePerson(turn.q, turn.speaker.id, { ...focusFrom(turn), ...languageIn(decision.events) });
  const told = toHeads(decision.events, row, next, { context, today: turn.today, matched });
  const messages = [...decision.messages, ...told];
  return { messages, about: next, formerZone: former, kept: isAnswer ? kept : null };
}

/** What came in may be of a household that is known already: its heads are shown both. */
async function suspectedOf(turn: Turn, row: CaseRow): Promise<readonly Matched[]> {
  const zone = placeOf(row.interview.answers)?.zone;
  if (zone === undefined) return [];
  await suspect(turn.q, zone, turn.now, row.id);
  return matchedOf(turn.q, row, await actingHeads(turn.q, zone, turn.today));
}

/** The zone whose heads have the case, if it has just left for another. */
function formerZone({ interview: before }: CaseRow, after: Interview): number | null {
  return isKnownHere(before) && !isKnownHere(after) ? before.sentTo : null;
}

/**
 * The head's side after what the household did. The heads of another zone begin anew when they get the case, and not
 * before: until then it may come back. Corrections that stand are read again.
 */
function reviewAfter(
  events: readonly InterviewEvent[],
  before: CaseRow,
  interview: Interview,
  context: Context,
  today: string,
): { readonly state: Review; readonly events: readonly ReviewEvent[] } {
  const { sentTo } = before.interview;
  const isNew = sentTo !== null && sentTo !== interview.sentTo;
  const start = isNew ? { ...newReview, revision: before.review.revision + 1 } : before.review;
  const received = events.flatMap((event) => receivedBy(event, today));
  const state = received.reduce(evolveReview, start);
  const subject = { interview, review: state, relations: [], context, today };
  const again = received.length > 0 ? readAgain(subject) : [];
  return { state: again.reduce(evolveReview, state), events: [...received, ...again] };
}

/** The household is still at it: nobody else looks at the case for that. */
function isOfAnswering({ type }: { readonly type: string }): boolean {
  return ['QuestionAsked', 'Drafted', 'AnswerGiven', 'AnswerRevised', 'AnswerKept', 'AnswerRefused'].includes(
    type,
  );
}

/** What still waits to be said of the case to others is outdated by this. */
function isOutdating(events: readonly { readonly type: string }[]): boolean {
  return events.some(({ type }) => ['Sent', 'Withdrawn', 'ConsentRefused'].includes(type));
}

/** A new case of the speaker's household, and its first question. */
export async function beginCase(turn: Turn, place: Context['places'][number] | null): Promise<Reply> {
  const [survey] = turn.settings.surveys;
  const start = {
    survey: survey.id,
    version: survey.version,
    on: turn.today,
    listYear: listYearFor(turn.today),
  };
  const row = await openCase(
    turn.q,
    turn.speaker.id,
    { interview: newInterview(start), review: newReview },
    turn.now,
  );
  const started: InterviewEvent = { type: 'InterviewStarted', ...start };
  await saveCase(turn.q, { row, happened: [started], actor: turn.speaker.id }, turn.now);
  return onHousehold(turn, row, { kind: 'resume', place });
}

/** What the survey may look at for this case. */
export function contextOf(turn: Turn, row: CaseRow, places: Context['places']): Context {
  const { words, speaks } = turn.settings;
  return { survey: surveyFor(turn, row), case: row.id, places, words, speaks: speaks(turn.speaker.channel) };
}

function surveyFor({ settings }: Turn, { interview }: CaseRow): Survey {
  return surveyOf(interview.survey, interview.version, settings.surveys);
}

function receivedBy(event: InterviewEvent, today: string): readonly ReviewEvent[] {
  if (event.type !== 'Sent') return [];
  return [{ type: 'CaseReceived', reading: event.reading, changed: event.changed, on: today }];
}

/** What is said next is about the household, unless it was already. */
function focusFrom({ speaker }: Turn): { focus?: 'interview' } {
  return speaker.focus === 'interview' ? {} : { focus: 'interview' };
}

function languageIn(events: readonly InterviewEvent[]): { language?: 'vi' | 'en' } {
  const given = events.flatMap((event) =>
    (event.type === 'AnswerGiven' || event.type === 'AnswerRevised') && event.question === 'language'
      ? [event.answer]
      : [],
  );
  const [answer] = given;
  if (answer?.kind !== 'choice') return {};
  return { language: answer.value === 'en' ? 'en' : 'vi' };
}

/** The heads get a case that was sent as a card; those who had it hear when it is taken back or leaves for another zone. */
function toHeads(
  events: readonly InterviewEvent[],
  before: CaseRow,
  after: CaseRow,
  about: { readonly context: Context; readonly today: string; readonly matched: readonly Matched[] },
): readonly Addressed[] {
  const named = { name: titleOf(before.interview), case: before.id };
  if (formerZone(before, after.interview) !== null)
    return [{ to: 'former-heads', message: notice('taken-back', say('desk.moved-away', named)) }];
  const sent = events.find((event) => event.type === 'Sent');
  if (sent?.type === 'Sent') {
    const { interview, review } = after;
    const subject = { interview, review, relations: ['head' as const], ...about };
    const lead = say(sent.again ? 'desk.came-back' : 'desk.new-task');
    return [{ to: 'heads', message: card(subject, [lead]) }];
  }
  const gone = events.some((event) => event.type === 'Withdrawn' || event.type === 'ConsentRefused');
  if (!gone || !isKnownHere(before.interview)) return [];
  return [{ to: 'heads', message: notice('taken-back', say('desk.taken-back', named)) }];
}
