import type { Addressed } from '../decision.ts';
import { notice, say } from '../decision.ts';
import { card } from '../desk/card.ts';
import { titleOf } from '../desk/subject.ts';
import type { ReviewEvent } from '../review/event.ts';
import { evolve as evolveReview, newReview } from '../review/review.ts';
import { allPlaces } from '../store/areas.ts';
import type { CaseRow } from '../store/cases.ts';
import { openCase, saveCase } from '../store/cases.ts';
import { savePerson } from '../store/people.ts';
import type { InterviewCommand } from '../survey/command.ts';
import type { Context } from '../survey/context.ts';
import { decide } from '../survey/decide.ts';
import type { InterviewEvent } from '../survey/event.ts';
import { evolve, newInterview } from '../survey/interview.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { surveyOf, surveys } from '../surveys/register.ts';
import type { Reply, Turn } from './turn.ts';

/** A household's command on its own case: decided, kept, and answered. */
export async function onHousehold(turn: Turn, row: CaseRow, command: InterviewCommand): Promise<Reply> {
  const context = await contextOf(turn, row);
  const decision = decide(command, row.interview, context);
  const interview = decision.events.reduce(evolve, row.interview);
  const received = decision.events.flatMap((event) => receivedBy(event, turn.today));
  const next = { ...row, interview, review: received.reduce(evolveReview, row.review) };
  const happened = [...decision.events, ...received];
  if (happened.length > 0) await saveCase(turn.q, next, happened, turn.speaker.id, turn.now);
  await savePerson(turn.q, turn.speaker.id, { focus: 'interview', ...languageIn(decision.events) });
  return {
    messages: [...decision.messages, ...toHeads(decision.events, row, next, context, turn.today)],
    about: next,
  };
}

/** A new case of the speaker's household, and its first question. */
export async function beginCase(turn: Turn, place: Context['places'][number] | null): Promise<Reply> {
  const [survey] = surveys;
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
  await saveCase(turn.q, row, [started], turn.speaker.id, turn.now);
  return onHousehold(turn, row, { kind: 'resume', place });
}

/** What the survey may look at for this case. */
export async function contextOf(turn: Turn, row: CaseRow): Promise<Context> {
  const survey = surveyOf(row.interview.survey, row.interview.version);
  return { survey, case: row.id, places: await allPlaces(turn.q), words: turn.settings.words };
}

function receivedBy(event: InterviewEvent, today: string): readonly ReviewEvent[] {
  if (event.type !== 'Sent') return [];
  return [{ type: 'CaseReceived', reading: event.reading, changed: event.changed, on: today }];
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

/** The heads get a case that was sent as a card, and hear when it is taken back. */
function toHeads(
  events: readonly InterviewEvent[],
  before: CaseRow,
  after: CaseRow,
  context: Context,
  today: string,
): readonly Addressed[] {
  const sent = events.find((event) => event.type === 'Sent');
  if (sent?.type === 'Sent') {
    const subject = {
      interview: after.interview,
      review: after.review,
      relations: ['head' as const],
      context,
      today,
    };
    const lead = say(sent.again ? 'desk.came-back' : 'desk.new-task');
    return [{ to: 'heads', message: card(subject, [lead]) }];
  }
  const gone = events.some((event) => event.type === 'Withdrawn' || event.type === 'ConsentRefused');
  if (!gone || !before.interview.everSent) return [];
  return [
    {
      to: 'heads',
      message: notice(
        'taken-back',
        say('desk.taken-back', { name: titleOf(before.interview), case: before.id }),
      ),
    },
  ];
}
