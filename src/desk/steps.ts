import { decodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import type { Shows } from '../record/entry.ts';
import { causes } from '../review/cause.ts';
import { may } from '../rights.ts';
import { ask } from '../survey/ask.ts';
import { questionOf } from '../survey/question.ts';
import { showAnswer } from '../survey/show.ts';
import { brief, card } from './card.ts';
import type { Step } from './desk.ts';
import { matchOf, showMatch } from './match.ts';
import { askPaper } from './paper.ts';
import { pick } from './pick.ts';
import { scratch } from './scratch.ts';
import type { Subject } from './subject.ts';
import { effectiveAnswers, questionsToVerify, standingAnswer, titleOf } from './subject.ts';
import { valueArg } from './value-button.ts';

/** What a head sees at a step; `lead` is said before it. It shows something of a household whatever the step is. */
export function show(step: Step, subject: Subject, lead: readonly Phrase[]): Message {
  return { ...messageAt(step, subject, lead), shows: shownAt(step, subject) };
}

/** At a match another case may stand beside it, with its answers. */
function shownAt(step: Step, subject: Subject): readonly Shows[] {
  const own = {
    as: 'head',
    why: ofAnswers.includes(step.kind) ? 'answers' : 'card',
    case: subject.context.case,
  } as const;
  const beside = step.kind === 'match' ? matchOf(step.match, subject) : null;
  return beside?.kind === 'case' ? [own, { as: 'head', why: 'compared', case: beside.other.case }] : [own];
}

const ofAnswers: readonly Step['kind'][] = ['list', 'one', 'value', 'reason', 'comment', 'match'];

function messageAt(step: Step, subject: Subject, lead: readonly Phrase[]): Message {
  switch (step.kind) {
    case 'card':
      return card(subject, lead);
    case 'brief':
      return brief(subject, lead);
    case 'list':
      return list(subject, lead);
    case 'one':
      return one(step.question, subject, lead);
    case 'value':
      return value(step, subject, lead);
    case 'reason':
      return words('desk.ask-reason', step.question, subject, lead);
    case 'comment':
      return words('desk.ask-comment', step.question, subject, lead);
    case 'causes':
      return askCauses(step, subject, lead);
    case 'note':
      return {
        kind: 'desk',
        parts: [...lead, say('desk.ask-note', { name: titleOf(subject.interview) })],
        options: [pick(subject, 'no-note')],
        actions: [pick(subject, 'open')],
      };
    case 'paper-b1':
    case 'paper-b2':
    case 'paper-class':
    case 'paper-reason':
      return askPaper(step, subject, lead);
    case 'sign':
      return askSign(subject, lead);
    case 'kin':
      return {
        kind: 'desk',
        parts: [...lead, say('desk.ask-kin', { name: titleOf(subject.interview) })],
        options: [pick(subject, 'do-kin'), pick(subject, 'open')],
        actions: [],
      };
    case 'match':
      return showMatch(step.match, subject, lead) ?? card(subject, lead);
    default:
      return step satisfies never;
  }
}

function list(subject: Subject, lead: readonly Phrase[]): Message {
  const answers = effectiveAnswers(subject);
  const options = questionsToVerify(subject).map((question) =>
    pick(
      subject,
      'one',
      question.id,
      say(`desk.line.${subject.review.marks[question.id]?.kind ?? 'open'}`, {
        name: { phrase: say(`survey.${question.id}.name`) },
        answer: { phrase: showAnswer(question, answers[question.id], answers) },
      }),
    ),
  );
  return {
    kind: 'desk',
    parts: [...lead, say('desk.list', { name: titleOf(subject.interview) })],
    options,
    actions: [pick(subject, 'open')],
  };
}

function one(id: string, subject: Subject, lead: readonly Phrase[]): Message {
  const question = questionOf(subject.context.survey, id);
  const answers = effectiveAnswers(subject);
  const mark = subject.review.marks[id];
  const acts = may(subject.relations, 'verify', subject.interview.stage) ? ['ok', 'fix', 'back'] : [];
  return {
    kind: 'desk',
    parts: [
      ...lead,
      say('desk.one', {
        household: titleOf(subject.interview),
        name: { phrase: say(`survey.${id}.name`) },
        answer: { phrase: showAnswer(question, standingAnswer(subject, id), answers) },
      }),
      ...(mark?.kind === 'corrected'
        ? [
            say('desk.was', {
              answer: {
                phrase: showAnswer(question, subject.interview.answers[id], subject.interview.answers),
              },
              reason: mark.reason,
            }),
          ]
        : []),
      ...(mark?.kind === 'returning' ? [say('desk.comment', { comment: mark.comment })] : []),
    ],
    options: acts.map((act) => pick(subject, act, id)),
    actions: [pick(subject, 'list'), pick(subject, 'open')],
  };
}

function value(step: Extract<Step, { kind: 'value' }>, subject: Subject, lead: readonly Phrase[]): Message {
  const question = questionOf(subject.context.survey, step.question);
  const asked = ask(question, scratch(step, subject), subject.context, [
    ...lead,
    say('desk.ask-value', {
      household: titleOf(subject.interview),
      name: { phrase: say(`survey.${question.id}.name`) },
    }),
  ]);
  const mine = (each: Pick): readonly Pick[] => {
    const button = decodeButton(each.data);
    const bound = (act: string, told: string) => pick(subject, act, valueArg(told, step, subject)).data;
    if (button?.kind === 'answer') return [{ ...each, data: bound('value', button.value) }];
    const unknown = button?.kind === 'act' && button.act === 'unknown';
    return unknown ? [{ ...each, data: bound('unknown', '') }] : [];
  };
  return {
    kind: 'desk',
    parts: asked.parts,
    options: asked.options.flatMap(mine),
    actions: [...asked.actions.flatMap(mine), pick(subject, 'open')],
  };
}

function words(key: string, id: string, subject: Subject, lead: readonly Phrase[]): Message {
  return {
    kind: 'desk',
    parts: [
      ...lead,
      say(key, { household: titleOf(subject.interview), name: { phrase: say(`survey.${id}.name`) } }),
    ],
    options: [],
    actions: [pick(subject, 'open')],
  };
}

/** Signing does not wait for the official form: it can be copied later. */
function askSign(subject: Subject, lead: readonly Phrase[]): Message {
  return {
    kind: 'desk',
    parts: [...lead, say('desk.ask-sign', { name: titleOf(subject.interview) })],
    options: [pick(subject, 'do-sign'), pick(subject, 'open')],
    actions: [],
  };
}

function askCauses(
  step: Extract<Step, { kind: 'causes' }>,
  subject: Subject,
  lead: readonly Phrase[],
): Message {
  const ticks = causes.map((cause) => ({
    ...pick(subject, 'cause', cause, say(`desk.cause.${cause}`)),
    picked: step.picked.includes(cause),
  }));
  return {
    kind: 'desk',
    parts: [...lead, say('desk.ask-causes', { name: titleOf(subject.interview) })],
    options: step.picked.length > 0 ? [...ticks, pick(subject, 'causes-done')] : ticks,
    actions: [pick(subject, 'open')],
  };
}
