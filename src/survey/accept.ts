import type { Decision, Message, Phrase } from '../decision.ts';
import { say, toSelf } from '../decision.ts';
import { may } from '../rights.ts';
import { type Answer, isSameAnswer } from './answer.ts';
import { ask } from './ask.ts';
import type { Context } from './context.ts';
import type { InterviewEvent } from './event.ts';
import type { Interview } from './interview.ts';
import { evolve, isKnownHere } from './interview.ts';
import { own } from './own.ts';
import { toPerson } from './person.ts';
import { isTelling, type Question } from './question.ts';
import { sendOff } from './send.ts';
import { showAnswer } from './show.ts';
import { summary } from './summary.ts';
import type { Walk } from './walk.ts';
import { changedFacts, walk } from './walk.ts';

/** What follows an understood answer: it is kept, and the next question is asked, or all is summed up or sent again. */
export function accept(
  question: Question,
  answer: Answer,
  interview: Interview,
  context: Context,
): Decision<InterviewEvent> {
  const kept = keep(question, answer, interview, context);
  const next = kept.reduce(evolve, interview);
  if (question.id === 'consent' && next.consent === null) return declined(kept, context);
  const at = walk(context.survey, next);
  // A read-back says the same again, and with more.
  const lead = at.open?.kind === 'confirm' ? [] : heard(question, answer, next);
  if (at.open !== null) return goOn(question, at, at.open, next, kept, lead, context);
  if (!isKnownHere(next)) return sumUp(next, kept, lead, context);
  if (changedFacts(next, context.survey).length === 0 && !may(['household'], 'send', next.stage)) {
    return { events: kept, messages: toSelf(unchanged(context)) };
  }
  const sent = sendOff(next, context, lead);
  return { events: [...kept, ...sent.events], messages: sent.messages };
}

function keep(
  question: Question,
  answer: Answer,
  interview: Interview,
  context: Context,
): readonly InterviewEvent[] {
  const again = isSameAnswer(interview.answers[question.id], answer) && !(question.id in interview.returned);
  if (again && question.id !== 'consent') return [{ type: 'AnswerKept', question: question.id }];
  const type = question.id in interview.answers ? 'AnswerRevised' : 'AnswerGiven';
  const given: InterviewEvent = { type, question: question.id, answer };
  if (question.id !== 'consent') return [given];
  const agreed = answer.kind === 'choice' && answer.value === 'yes';
  return [given, { type: agreed ? 'ConsentGiven' : 'ConsentRefused', text: context.survey.consentText }];
}

function declined(events: readonly InterviewEvent[], context: Context): Decision<InterviewEvent> {
  const message: Message = {
    kind: 'declined',
    parts: [say('chat.declined')],
    options: [own(context, 'resume')],
    actions: [toPerson],
  };
  return { events, messages: toSelf(message) };
}

function goOn(
  answered: Question,
  at: Walk,
  open: Question,
  next: Interview,
  kept: readonly InterviewEvent[],
  lead: readonly Phrase[],
  context: Context,
): Decision<InterviewEvent> {
  const reopened = reopening(next);
  const moved: readonly InterviewEvent[] =
    open.id === answered.id ? [] : [{ type: 'QuestionAsked', question: open.id, editing: null }];
  const events = [...reopened, ...moved];
  const message = ask(open, events.reduce(evolve, next), context, [
    ...lead,
    ...progress(at, open, context.survey.toCome(next.answers)),
  ]);
  return { events: [...kept, ...events], messages: toSelf(message) };
}

/** All is answered: the household looks at it once more before a head gets it who has not had it yet. */
function sumUp(
  next: Interview,
  kept: readonly InterviewEvent[],
  lead: readonly Phrase[],
  context: Context,
): Decision<InterviewEvent> {
  const moved = next.sentTo === null ? [] : [say('chat.moved')];
  const message = summary(next, context, [...lead, ...moved]);
  return { events: [...kept, ...reopening(next)], messages: toSelf(message) };
}

/** What was sent and is changed waits for being sent again. */
function reopening({ stage }: Interview): readonly InterviewEvent[] {
  return may(['household'], 'send', stage) ? [] : [{ type: 'Reopened' }];
}

/** How far it is, counted over the questions on the way, which are not known before the members are. */
function progress(at: Walk, open: Question, toCome: number): readonly Phrase[] {
  if (!isTelling(open) || open.kind === 'members') return [];
  const telling = at.path.filter(isTelling);
  const n = telling.findIndex((each) => each.id === open.id) + 1;
  const left = telling.length - n + toCome;
  return [left === 0 ? say('chat.progress-last', { n }) : say('chat.progress', { n, left })];
}

/** What was understood, said again, so that a slip is seen at once. */
function heard(question: Question, answer: Answer, interview: Interview): readonly Phrase[] {
  if (question.kind === 'members' || question.kind === 'confirm' || question.id === 'language') return [];
  if (question.id === 'consent') return [say('chat.thanks')];
  if (answer.kind === 'money' && answer.yearly > 0) return [heardMoney(answer.yearly)];
  return [say('chat.heard', { answer: { phrase: showAnswer(question, answer, interview.answers) } })];
}

/** People think of money by the month as often as by the year. */
function heardMoney(yearly: number): Phrase {
  return say('chat.heard-money', { amount: { money: yearly }, month: { money: Math.floor(yearly / 12) } });
}

function unchanged(context: Context): Message {
  return { kind: 'notice', parts: [say('chat.unchanged')], options: [], actions: [own(context, 'status')] };
}
