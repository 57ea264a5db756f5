import type { Addressed, Message } from '../decision.ts';
import { say } from '../decision.ts';
import type { ReviewCommand } from '../review/command.ts';
import { decide, returning } from '../review/decide.ts';
import type { ReviewEvent } from '../review/event.ts';
import { evolve as evolveReview } from '../review/review.ts';
import { answerSchema } from '../survey/answer.ts';
import { ask } from '../survey/ask.ts';
import type { InterviewEvent } from '../survey/event.ts';
import { evolve as evolveInterview } from '../survey/interview.ts';
import { own } from '../survey/own.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { questionOf } from '../survey/question.ts';
import { showAnswer } from '../survey/show.ts';
import { walk } from '../survey/walk.ts';
import { readingOf } from '../surveys/reading.ts';
import { toldReadings } from '../surveys/told.ts';
import type { Subject } from './subject.ts';
import { effectiveAnswers, readAgain, readingsOf, viewOf } from './subject.ts';

/** A command carried out: the case after it, and what its household is told. */
export type Applied =
  | {
      readonly kind: 'done';
      readonly subject: Subject;
      readonly review: readonly ReviewEvent[];
      readonly interview: readonly InterviewEvent[];
      readonly told: readonly Addressed[];
    }
  | { readonly kind: 'refused'; readonly why: string };

/** Carries a head's command out on the case: the procedure decides, a correction is read again, the household is told. */
export function apply(command: ReviewCommand, subject: Subject): Applied {
  const verdict = decide(withReading(command, subject), subject.review, viewOf(subject));
  if (verdict.kind === 'refused') return verdict;
  const decided = { ...subject, review: verdict.events.reduce(evolveReview, subject.review) };
  // What the paper says leaves the reading alone, also the one that was signed.
  const isRead = command.kind !== 'record-official' && command.kind !== 'record-causes';
  const events = [...verdict.events, ...(isRead ? readAgain(decided) : [])];
  const review = events.reduce(evolveReview, subject.review);
  const interview = verdict.events.flatMap((event) => householdEvents(event, subject));
  const next = { ...subject, review, interview: interview.reduce(evolveInterview, subject.interview) };
  const told = verdict.events.flatMap((event) => tell(event, subject, next));
  return {
    kind: 'done',
    subject: next,
    review: events,
    interview,
    told: told.map((message) => ({ to: 'household', message })),
  };
}

/** A correction scores the answers anew; the earlier readings stay. */
function withReading(command: ReviewCommand, subject: Subject): ReviewCommand {
  if (command.kind !== 'correct') return command;
  const answers = { ...effectiveAnswers(subject), [command.question]: answerSchema.parse(command.answer) };
  const { on, listYear } = subject.interview;
  return { ...command, reading: readingOf(answers, on, listYear) };
}

function householdEvents(event: ReviewEvent, subject: Subject): readonly InterviewEvent[] {
  if (event.type === 'SentBack')
    return [{ type: 'Returned', comments: commentsFor(event.questions, subject) }];
  return event.type === 'Signed' ? [{ type: 'Closed' }] : [];
}

function commentsFor(questions: readonly string[], subject: Subject): Record<string, string> {
  const all = returning(subject.review, questions);
  return Object.fromEntries(
    questions.flatMap((question) => (all[question] === undefined ? [] : [[question, all[question]]])),
  );
}

/** What the household hears of a step; nothing of the head's own work on the desk. */
function tell(event: ReviewEvent, before: Subject, after: Subject): readonly Message[] {
  switch (event.type) {
    case 'AnswerCorrected':
      return [corrected(event, before)];
    case 'SentBack':
      return returned(after);
    case 'Signed':
      return [signed(after)];
    case 'CaseReceived':
    case 'ReadAgain':
    // What the meeting said is told with the step of the procedure.
    case 'CheckedAgain':
    case 'AnswersConfirmed':
    case 'ReturnMarked':
    case 'CausesRecorded':
    case 'NoteWritten':
    // Only the commune tells a household its class.
    case 'OfficialRecorded':
    // Its devices hear of it when the code is used.
    case 'DeviceCodeGiven':
      return [];
    default:
      return event satisfies never;
  }
}

function corrected(event: Extract<ReviewEvent, { type: 'AnswerCorrected' }>, before: Subject): Message {
  const question = questionOf(before.context.survey, event.question);
  const answers = effectiveAnswers(before);
  const phrase = say('told.corrected', {
    name: { phrase: say(`survey.${question.id}.name`) },
    before: { phrase: showAnswer(question, answers[question.id], answers) },
    after: { phrase: showAnswer(question, answerSchema.parse(event.answer), answers) },
    reason: event.reason,
  });
  return deadEnd('corrected', phrase);
}

function returned(after: Subject): readonly Message[] {
  const { interview, context } = after;
  const count = Object.keys(interview.returned).length;
  const { open } = walk(context.survey, interview);
  const lead = say('told.returned', { count });
  return open === null ? [] : [{ ...ask(open, interview, context, [lead]), kind: 'asked-again' }];
}

function signed(after: Subject): Message {
  const answers = effectiveAnswers(after);
  const { last } = readingsOf(after.review);
  const findings = toldReadings(last, answers, 'signed');
  return {
    kind: 'signed',
    parts: [say('told.signed'), ...findings, say('told.provisional-signed')],
    options: [],
    actions: [own(after.context, 'status'), toPerson],
  };
}
