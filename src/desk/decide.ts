import { decodeButton } from '../button.ts';
import type { Addressed, Phrase } from '../decision.ts';
import { say, toSelf } from '../decision.ts';
import { choose } from '../input/choose.ts';
import { isExactly } from '../input/is-said.ts';
import type { ReviewCommand } from '../review/command.ts';
import { missingToSign, unmarked } from '../review/decide.ts';
import type { ReviewEvent } from '../review/event.ts';
import { may } from '../rights.ts';
import { isSameAnswer } from '../survey/answer.ts';
import type { InterviewEvent } from '../survey/event.ts';
import { deadEnd } from '../survey/person.ts';
import { apply } from './apply.ts';
import type { Desk, Step } from './desk.ts';
import { hearValue, namedCauses, toggleCause } from './input.ts';
import { matchOf } from './match.ts';
import { asideBy, type MatchState, stateFor, verdictsOn } from './matched.ts';
import { askWhy, hearPoints, isPaper, type PaperMove, pressPaper, unclearAt, withReason } from './paper.ts';
import { paperNoted } from './paper-lines.ts';
import { show } from './steps.ts';
import type { Subject } from './subject.ts';
import { questionsToVerify, standingAnswer, viewOf } from './subject.ts';
import { valueIn } from './value-button.ts';

/** What a head did at the desk: pressed something of a card, or typed. */
export type DeskInput =
  | { readonly kind: 'press'; readonly revision: number; readonly act: string; readonly arg: string }
  | { readonly kind: 'say'; readonly text: string }
  /** Typed, but maybe a choice of a card that came in after the question. */
  | { readonly kind: 'unsure' };

/** What came of it: where the head is now, what happened to the case, and who is told what. */
export type DeskDecision = {
  readonly desk: Desk;
  readonly review: readonly ReviewEvent[];
  readonly interview: readonly InterviewEvent[];
  readonly messages: readonly Addressed[];
  /** What a match of the case is kept as from here on. */
  readonly match?: { readonly id: number; readonly state: MatchState };
  /** The head is kin of the household, and has nothing more to do with it. */
  readonly isKin?: boolean;
};

/** One input of a head on one case. Pure; who may not read the case sees nothing of it. */
export function decide(input: DeskInput, desk: Desk, subject: Subject): DeskDecision {
  const { stage } = subject.interview;
  if (!may(subject.relations, 'read', stage)) return refuse(subject);
  if (input.kind === 'unsure') return stay(desk.step, subject, [say('desk.unsure')]);
  if (input.kind === 'say') return heard(input.text, desk, subject);
  return pressed(input, desk, subject);
}

/** Nothing of the case is shown to somebody who has no right to it. */
function refuse(subject: Subject): DeskDecision {
  return { ...at({ kind: 'card' }, subject), messages: toSelf(deadEnd('refused', say('desk.not-yours'))) };
}

function heard(text: string, desk: Desk, subject: Subject): DeskDecision {
  const { step } = desk;
  const shown = show(step, subject, []);
  const options = [...shown.options, ...shown.actions];
  const free = ['reason', 'comment', 'note', 'paper-reason'].includes(step.kind);
  const offered = options.map((option) => ({
    value: option.data,
    words: subject.context.words(option.phrase),
  }));
  const exact = offered.find(({ words }) => isExactly(text, words));
  if (free && exact === undefined) return written(text, step, subject);
  if (step.kind === 'value' && exact === undefined) return hearing(text, step, subject);
  const points = isPaper(step) && exact === undefined ? hearPoints(text, step) : null;
  if (points !== null) return onPaper(points, step, subject);
  if (step.kind === 'causes') {
    const named = namedCauses(text, subject.context);
    if (named !== null) return doing({ kind: 'record-causes', causes: named }, nextStep, subject);
  }
  const chosen = choose(text, offered);
  const button = chosen.kind === 'chosen' ? decodeButton(chosen.value) : null;
  if (button?.kind !== 'desk') return stay(step, subject, [unclearAt(step)]);
  return pressed(
    { kind: 'press', revision: button.revision, act: button.act, arg: button.arg },
    desk,
    subject,
  );
}

function pressed(input: Extract<DeskInput, { kind: 'press' }>, desk: Desk, subject: Subject): DeskDecision {
  const { act, arg } = input;
  if (act === 'open') return go({ kind: 'card' }, subject);
  if (input.revision !== subject.review.revision) return stale(subject);
  if (act === 'kin' || act === 'do-kin') return stepAside(act, subject);
  if (!may(subject.relations, 'look', subject.interview.stage)) return stay({ kind: 'brief' }, subject, []);
  if (act === 'list') return go({ kind: 'list' }, subject);
  if (act === 'one') return goTo({ kind: 'one', question: arg }, subject);
  if (act === 'match' || act.startsWith('match-')) return onMatch(act, arg, subject);
  if (asideBy(subject) !== null) return heldBack(subject);
  const right = ofTheForm.includes(act) ? 'record' : 'verify';
  if (!may(subject.relations, right, subject.interview.stage)) return stay({ kind: 'card' }, subject, []);
  return acted(act, arg, desk, subject);
}

/** Who is kin is asked once more: from then on the head sees nothing of the case. */
function stepAside(act: 'kin' | 'do-kin', subject: Subject): DeskDecision {
  if (!may(subject.relations, 'step-aside', subject.interview.stage))
    return stay({ kind: 'card' }, subject, []);
  if (act === 'kin') return go({ kind: 'kin' }, subject);
  return { ...at({ kind: 'card' }, subject), messages: [], isKin: true };
}

/** Two households side by side, or what a head says of them. */
function onMatch(act: string, arg: string, subject: Subject): DeskDecision {
  const matched = matchOf(Number(arg), subject);
  if (matched === null || !may(subject.relations, 'match', subject.interview.stage))
    return stay({ kind: 'card' }, subject, [say('desk.match.gone')]);
  if (act === 'match') return go({ kind: 'match', match: matched.id }, subject);
  const verdict = verdictsOn(matched, subject).find((each) => act === `match-${each}`);
  if (verdict === undefined)
    return stay({ kind: 'match', match: matched.id }, subject, [say('desk.stale-step')]);
  const { id } = matched;
  const state = stateFor(verdict, matched);
  const now = (subject.matched ?? []).map((each) => (each.id === id ? { ...each, state } : each));
  const next = { ...subject, matched: now };
  return { ...stay({ kind: 'brief' }, next, [say(`desk.match.done.${verdict}`)]), match: { id, state } };
}

/** Nothing is done to a case whose household goes on in another. */
function heldBack(subject: Subject): DeskDecision {
  return stay({ kind: 'card' }, subject, [say('desk.match.held-back')]);
}

/** Acts that copy what is on paper, and the causes that a class on paper asks for. */
const ofTheForm: readonly string[] = [
  'paper',
  'no-points',
  'keep-points',
  'paper-class',
  'official-reason',
  'causes',
  'cause',
  'causes-done',
];

function acted(act: string, arg: string, desk: Desk, subject: Subject): DeskDecision {
  switch (act) {
    case 'all':
      return doing({ kind: 'confirm', questions: 'open' }, nextStep, subject);
    case 'ok':
      return doing({ kind: 'confirm', questions: [arg] }, (after) => nextAnswer(arg, after), subject);
    case 'fix':
      return goTo({ kind: 'value', question: arg, partial: null, draft: null }, subject);
    case 'back':
      return goTo({ kind: 'comment', question: arg }, subject);
    case 'value':
    case 'unknown':
      return desk.step.kind === 'value' ? pressedValue(act, arg, desk.step, subject) : stale(subject);
    case 'give':
      return doing({ kind: 'send-back' }, { kind: 'brief' }, subject);
    case 'causes':
      return go({ kind: 'causes', picked: [...subject.review.causes] }, subject);
    case 'cause':
      return desk.step.kind === 'causes'
        ? go(toggleCause(desk.step, arg), subject, true)
        : go({ kind: 'causes', picked: [] }, subject);
    case 'causes-done':
      return desk.step.kind === 'causes'
        ? doing({ kind: 'record-causes', causes: desk.step.picked }, nextStep, subject)
        : go({ kind: 'causes', picked: [] }, subject);
    case 'note':
      return go({ kind: 'note' }, subject);
    case 'no-note':
      return doing({ kind: 'write-note', note: '' }, nextStep, subject);
    case 'paper':
      return go({ kind: 'paper-b1' }, subject);
    case 'official-reason':
      return go(askWhy(subject), subject);
    case 'no-points':
    case 'keep-points':
    case 'paper-class':
      return isPaper(desk.step)
        ? onPaper(pressPaper(act, arg, desk.step, subject), desk.step, subject)
        : stale(subject);
    case 'sign':
      return go({ kind: 'sign' }, subject);
    case 'do-sign':
      return doing({ kind: 'sign' }, { kind: 'brief' }, subject);
    default:
      return stale(subject);
  }
}

function written(text: string, step: Step, subject: Subject): DeskDecision {
  const words = text.trim();
  if (words === '') return stay(step, subject, [say('refused.empty')]);
  if (words.length > 1000) return stay(step, subject, [say('refused.too-long', { most: 1000 })]);
  switch (step.kind) {
    case 'reason':
      return doing(
        { kind: 'correct', question: step.question, answer: step.answer, reason: words, reading: null },
        (after) => nextAnswer(step.question, after),
        subject,
      );
    case 'comment':
      return doing(
        { kind: 'mark-return', question: step.question, comment: words },
        { kind: 'brief' },
        subject,
      );
    case 'paper-reason':
      return doing(withReason(step, words), nextStep, subject);
    default:
      return doing({ kind: 'write-note', note: words }, nextStep, subject);
  }
}

/** A value is taken only by the question that offered it: an older list of values may still stand above. */
function pressedValue(
  act: 'value' | 'unknown',
  arg: string,
  step: Extract<Step, { kind: 'value' }>,
  subject: Subject,
): DeskDecision {
  const value = valueIn(arg, step, subject);
  if (value === null) return stay(step, subject, [say('desk.stale-step')]);
  return hearing(act === 'unknown' ? '?' : { value }, step, subject);
}

function hearing(
  said: string | { value: string },
  step: Extract<Step, { kind: 'value' }>,
  subject: Subject,
): DeskDecision {
  const result = hearValue(said, step, subject);
  if (result.kind === 'refused') return stay(step, subject, [result.why]);
  if (result.kind === 'partial') return go(result.step, subject);
  if (isSameAnswer(standingAnswer(subject, step.question), result.answer))
    return stay(step, subject, [say('desk.same-value')]);
  return go({ kind: 'reason', question: step.question, answer: result.answer }, subject);
}

function onPaper(move: PaperMove, step: Step, subject: Subject): DeskDecision {
  if (move.kind === 'go') return go(move.step, subject);
  return move.kind === 'do' ? doing(move.command, nextStep, subject) : stay(step, subject, [move.why]);
}

/** Gives the command to the procedure, and shows what came of it: the step asked for, or what is missing next. */
function doing(
  command: ReviewCommand,
  then: Step | ((after: Subject) => Step),
  subject: Subject,
): DeskDecision {
  if (asideBy(subject) !== null) return heldBack(subject);
  const done = apply(command, subject);
  if (done.kind === 'refused') return stay({ kind: 'brief' }, subject, [say(`desk.refused.${done.why}`)]);
  const next = typeof then === 'function' ? then(done.subject) : then;
  const message = show(next, done.subject, [doneOf(command)]);
  return {
    ...at(next, subject),
    review: done.review,
    interview: done.interview,
    messages: [...toSelf(message), ...done.told],
  };
}

/** What was done, with the causes named: their ticks leave no other trace in the chat. */
function doneOf(command: ReviewCommand): Phrase {
  if (command.kind === 'record-official') return paperNoted(command);
  if (command.kind !== 'record-causes') return say(`desk.done.${command.kind}`);
  const causes = command.causes.map((cause) => say(`desk.cause.${cause}`));
  return say('desk.causes-noted', { causes: { list: causes } });
}

/** After one answer comes the next that is still open. */
function nextAnswer(after: string, subject: Subject): Step {
  const { questions } = viewOf(subject);
  const open = unmarked(subject.review, questions);
  const later = questions.slice(questions.indexOf(after) + 1).find((question) => open.includes(question));
  const question = later ?? open[0];
  return question === undefined ? nextStep(subject) : { kind: 'one', question };
}

/** With forty cases nobody wants to look for what is still missing: it is asked at once. */
function nextStep(subject: Subject): Step {
  const [missing] = missingToSign(subject.review, viewOf(subject));
  if (missing === 'official-reason') return askWhy(subject);
  if (missing === 'causes') return { kind: 'causes', picked: [] };
  if (!may(subject.relations, 'sign', subject.interview.stage)) return { kind: 'brief' };
  if (missing === 'note') return { kind: 'note' };
  return missing === undefined ? { kind: 'sign' } : { kind: 'brief' };
}

/** A step at one answer; where that is not on the way any more, all that are stand to be chosen. */
function goTo(step: Extract<Step, { question: string }>, subject: Subject): DeskDecision {
  const isKnown = questionsToVerify(subject).some(({ id }) => id === step.question);
  return go(isKnown ? step : { kind: 'list' }, subject);
}

function go(step: Step, subject: Subject, edits = false): DeskDecision {
  const message = show(step, subject, []);
  return {
    ...at(step, subject),
    messages: toSelf(edits ? { ...message, edits } : message),
  };
}

function stay(step: Step, subject: Subject, lead: readonly Phrase[]): DeskDecision {
  return { ...at(step, subject), messages: toSelf(show(step, subject, lead)) };
}

function stale(subject: Subject): DeskDecision {
  return stay({ kind: 'card' }, subject, [say('desk.stale')]);
}

function at(step: Step, subject: Subject): Omit<DeskDecision, 'messages'> {
  return { desk: { case: subject.context.case, step }, review: [], interview: [] };
}
