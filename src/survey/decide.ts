import type { Decision, Message, Phrase } from '../decision.ts';
import { say, toSelf } from '../decision.ts';
import type { Relation } from '../rights.ts';
import { may } from '../rights.ts';
import { accept } from './accept.ts';
import { ask, askAgain } from './ask.ts';
import type { InterviewCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeAnswer } from './context.ts';
import type { InterviewEvent } from './event.ts';
import { hear } from './hear.ts';
import type { Heard } from './heard.ts';
import { answered, refused } from './heard.ts';
import type { Interview } from './interview.ts';
import { evolve } from './interview.ts';
import { deadEnd, toPerson } from './person.ts';
import { press } from './press.ts';
import type { Question } from './question.ts';
import { questionOf } from './question.ts';
import { sendOff } from './send.ts';
import { showAnswer } from './show.ts';
import { staleAnswer } from './stale.ts';
import { askSure } from './sure.ts';
import { editList, summary } from './summary.ts';
import { before, keepable, walk } from './walk.ts';

export type InterviewDecision = Decision<InterviewEvent>;

const household: readonly Relation[] = ['household'];

/** Whoever was not understood so often in a row is shown the way to a person. */
const patience = 3;

/** One command of a household on its interview: what happened, and what it is told. Pure. */
export function decide(command: InterviewCommand, interview: Interview, context: Context): InterviewDecision {
  switch (command.kind) {
    case 'resume':
      return resume(interview, context, command.place);
    case 'say':
      return onOpen(interview, context, (question) => hear(question, command.text, interview, context));
    case 'press':
      return onButton(command, interview, context, (question) =>
        press(question, command.value, interview, context),
      );
    case 'act':
      return act(command, interview, context);
    case 'edit':
      return edit(command.question, interview, context);
    case 'back':
      return back(interview, context);
    case 'send':
      return send(interview, context);
    case 'withdraw':
      return withdraw(command.sure, interview, context);
    default:
      return command satisfies never;
  }
}

/** In what was declined only the consent is open, to agree after all. */
function mayTalk(interview: Interview): boolean {
  return may(household, 'answer', interview.stage) || may(household, 'agree', interview.stage);
}

function resume(
  interview: Interview,
  context: Context,
  place: Context['places'][number] | null,
): InterviewDecision {
  if (!mayTalk(interview)) return refuse(interview, 'answer');
  const events: InterviewEvent[] = [];
  if (place !== null && interview.answers['zone'] === undefined) {
    events.push({ type: 'AnswerGiven', question: 'zone', answer: placeAnswer(place) });
  }
  const next = events.reduce(evolve, interview);
  const { open } = walk(context.survey, next);
  if (open === null) return { events, messages: toSelf(whole(next, context, [])) };
  if (next.revision > 0) return { events, messages: toSelf(ask(open, next, context, [])) };
  const asked: InterviewEvent = { type: 'QuestionAsked', question: open.id, editing: null };
  return { events: [...events, asked], messages: toSelf(ask(open, evolve(next, asked), context, [])) };
}

/** Nothing is open: what has been sent is only confirmed, the rest is summed up. */
function whole(interview: Interview, context: Context, lead: readonly Phrase[]): Message {
  return may(household, 'send', interview.stage)
    ? summary(interview, context, lead)
    : deadEnd('notice', ...lead, say('chat.nothing-open'));
}

function onOpen(
  interview: Interview,
  context: Context,
  understand: (question: Question) => Heard,
): InterviewDecision {
  if (!mayTalk(interview)) return refuse(interview, 'answer');
  const { open } = walk(context.survey, interview);
  if (open === null)
    return { events: [], messages: toSelf(whole(interview, context, [say('chat.not-understood')])) };
  return settle(open, understand(open), interview, context);
}

function onButton(
  button: { readonly question: string; readonly revision: number },
  interview: Interview,
  context: Context,
  understand: (question: Question) => Heard,
): InterviewDecision {
  return onFresh(button, interview, context, (open) => settle(open, understand(open), interview, context));
}

/** A button does something only while the question that it stood under is still the one that is asked. */
function onFresh(
  button: { readonly question: string; readonly revision: number },
  interview: Interview,
  context: Context,
  go: (open: Question) => InterviewDecision,
): InterviewDecision {
  if (!mayTalk(interview)) return refuse(interview, 'answer');
  const { open } = walk(context.survey, interview);
  const fresh = open !== null && open.id === button.question && interview.revision === button.revision;
  if (!fresh) return { events: [], messages: toSelf(staleAnswer(button.question, interview, context)) };
  return go(open);
}

function settle(open: Question, heard: Heard, interview: Interview, context: Context): InterviewDecision {
  switch (heard.kind) {
    case 'answer':
      return withNotes(heard.notes ?? [], accept(open, heard.answer, interview, context));
    case 'draft': {
      const event: InterviewEvent = { type: 'Drafted', draft: heard.draft };
      const message = ask(open, evolve(interview, event), context, []);
      return {
        events: [event],
        messages: toSelf(heard.draft.kind === 'ticks' ? { ...message, edits: true } : message),
      };
    }
    case 'change':
      return change(heard.questions, interview, context);
    case 'refused': {
      const event: InterviewEvent = { type: 'AnswerRefused', question: open.id, why: heard.why };
      const message = askAgain(open, interview, context, [say(`refused.${heard.why}`, heard.params)]);
      const isStuck = evolve(interview, event).refusals >= patience;
      const actions = isStuck ? [...message.actions, toPerson] : message.actions;
      return { events: [event], messages: toSelf({ ...message, kind: 'refused', actions }) };
    }
    default:
      return heard satisfies never;
  }
}

/** What is to be said of the rest of a text goes before all that follows. */
function withNotes(notes: readonly Phrase[], decision: InterviewDecision): InterviewDecision {
  const messages = decision.messages.map(({ to, message }) => ({
    to,
    message: { ...message, parts: [...notes, ...message.parts] },
  }));
  return { ...decision, messages };
}

function act(
  command: Extract<InterviewCommand, { kind: 'act' }>,
  interview: Interview,
  context: Context,
): InterviewDecision {
  switch (command.act) {
    case 'why':
      return why(command.question, interview, context);
    case 'back':
      return onFresh(command, interview, context, () => back(interview, context));
    case 'listen':
      return onFresh(command, interview, context, (open) => listen(open, interview, context));
    case 'keep-answer':
      return onButton(command, interview, context, (question) => keep(question, interview));
    default:
      return onButton(command, interview, context, (question) => unknown(question, interview, context));
  }
}

/** The question once more, with its voice; a button from a time when there was one only shows it. */
function listen(open: Question, interview: Interview, context: Context): InterviewDecision {
  const message = askAgain(open, interview, context, []);
  return { events: [], messages: toSelf(context.speaks ? { ...message, speech: true } : message) };
}

function keep(question: Question, interview: Interview): Heard {
  const standing = keepable(question, interview);
  return standing === null ? refused('choice') : answered(standing);
}

function unknown(question: Question, interview: Interview, context: Context): Heard {
  if (question.kind === 'members') return hear(question, '?', interview, context);
  return question.mayBeUnknown ? answered({ kind: 'unknown' }) : refused('choice');
}

function why(id: string, interview: Interview, context: Context): InterviewDecision {
  const question = questionOf(context.survey, id);
  const { open } = walk(context.survey, interview);
  const told = say(`survey.${question.id}.why`, { law: { phrase: context.survey.law(interview.listYear) } });
  const message =
    open === null ? deadEnd('why', told) : { ...askAgain(open, interview, context, [told]), kind: 'why' };
  return { events: [], messages: toSelf(message) };
}

function edit(id: string | null, interview: Interview, context: Context): InterviewDecision {
  if (!may(household, 'revise', interview.stage)) return refuse(interview, 'revise');
  if (id === null) return { events: [], messages: toSelf(editList(interview, context)) };
  const { path } = walk(context.survey, interview);
  const question = path.find((each) => each.id === id && id !== 'consent');
  if (question === undefined) return { events: [], messages: toSelf(editList(interview, context)) };
  return open(question, interview, context);
}

/** What was read back is not right: the only thing it can be is opened, of several one is chosen. */
function change(ids: readonly string[], interview: Interview, context: Context): InterviewDecision {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return edit(only, interview, context);
  if (!may(household, 'revise', interview.stage)) return refuse(interview, 'revise');
  return { events: [], messages: toSelf(editList(interview, context, ids)) };
}

function back(interview: Interview, context: Context): InterviewDecision {
  if (!may(household, 'revise', interview.stage)) return refuse(interview, 'revise');
  const at = walk(context.survey, interview);
  const earlier = before(at.path, at.open?.id ?? '').filter(
    (each) => each.kind !== 'confirm' && each.id !== 'consent',
  );
  const previous = earlier[earlier.length - 1];
  if (previous === undefined) return resume(interview, context, null);
  return open(previous, interview, context);
}

function open(question: Question, interview: Interview, context: Context): InterviewDecision {
  const event: InterviewEvent = { type: 'QuestionAsked', question: question.id, editing: question.id };
  const answer = interview.answers[question.id];
  const now = showAnswer(question, answer, interview.answers);
  const lead =
    answer === undefined || question.kind === 'members'
      ? []
      : [say('chat.answer-now', { answer: { phrase: now } })];
  return { events: [event], messages: toSelf(ask(question, evolve(interview, event), context, lead)) };
}

function send(interview: Interview, context: Context): InterviewDecision {
  if (!may(household, 'send', interview.stage)) return refuse(interview, 'send');
  const { open } = walk(context.survey, interview);
  const { open: missing } = walk(context.survey, { ...interview, editing: null });
  // What was opened again and not touched is as it was; half a new answer is not thrown away.
  if (open !== null && (missing !== null || interview.draft !== null)) {
    const why = say(open === missing ? 'chat.not-yet' : 'chat.not-yet-changed');
    return { events: [], messages: toSelf(askAgain(open, interview, context, [why])) };
  }
  return sendOff(interview, context, []);
}

function withdraw(sure: boolean, interview: Interview, context: Context): InterviewDecision {
  if (!may(household, 'withdraw', interview.stage)) return refuse(interview, 'withdraw');
  if (!sure) return { events: [], messages: toSelf(askSure(context)) };
  return { events: [{ type: 'Withdrawn' }], messages: toSelf(deadEnd('withdrawn', say('chat.withdrawn'))) };
}

function refuse(interview: Interview, action: string): InterviewDecision {
  return { events: [], messages: toSelf(deadEnd('refused', say(`rights.${action}.${interview.stage}`))) };
}
