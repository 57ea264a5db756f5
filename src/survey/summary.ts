import { encodeButton } from '../button.ts';
import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Context } from './context.ts';
import type { Interview } from './interview.ts';
import { own } from './own.ts';
import { isTelling, type Question } from './question.ts';
import { showAnswer } from './show.ts';
import { walk } from './walk.ts';

/** All answers before they are sent, with what can be done. */
export function summary(interview: Interview, context: Context, lead: readonly Phrase[]): Message {
  return {
    kind: 'summary',
    parts: [
      ...lead,
      say('chat.summary', { lines: { lines: answerLines(interview, context) } }),
      say('chat.summary-send'),
    ],
    options: [own(context, 'send'), own(context, 'edit')],
    actions: [own(context, 'withdraw')],
  };
}

/** The list of answered questions, or of only these, to choose one and answer it again. */
export function editList(interview: Interview, context: Context, only?: readonly string[]): Message {
  const answered = onTheWay(interview, context).filter(
    ({ id }) => id in interview.answers && id !== 'consent' && (only?.includes(id) ?? true),
  );
  const about = answered.filter(isTelling);
  const rest = answered.filter((question) => !isTelling(question));
  return {
    kind: 'edit-list',
    parts: [say('chat.edit-which')],
    options: [...about, ...rest].map((question) => ({
      phrase: say('chat.edit-line', {
        name: { phrase: say(`survey.${question.id}.name`) },
        answer: { phrase: showAnswer(question, interview.answers[question.id], interview.answers) },
      }),
      data: encodeButton({ kind: 'edit', case: context.case, question: question.id }),
    })),
    actions: [],
  };
}

function answerLines(interview: Interview, context: Context): readonly Phrase[] {
  return onTheWay(interview, context)
    .filter((question) => isTelling(question) || question.kind === 'place')
    .map((question) =>
      say('chat.summary-line', {
        name: { phrase: say(`survey.${question.id}.name`) },
        answer: { phrase: showAnswer(question, interview.answers[question.id], interview.answers) },
      }),
    );
}

function onTheWay(interview: Interview, context: Context): readonly Question[] {
  return walk(context.survey, interview).path.filter((question) => question.kind !== 'confirm');
}
