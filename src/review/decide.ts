import type { Action, Relation, Stage } from '../rights.ts';
import { may } from '../rights.ts';
import type { ReviewCommand } from './command.ts';
import type { ReviewEvent } from './event.ts';
import { arePoints } from './official.ts';
import type { Review } from './review.ts';

/** What a decision may look at beside the review. `questions`: the answers on the way, in order. */
export type CaseView = {
  readonly relations: readonly Relation[];
  readonly stage: Stage;
  readonly questions: readonly string[];
  /** Those of them that the household has on its own way, and so can be asked again. */
  readonly askable: readonly string[];
  readonly today: string;
  /** A cause is asked for unless the official class, or without one the reading, rules out poor and near-poor. */
  readonly causeNeeded: boolean;
  /** The official class is none of those that the reading leaves open as it stands. */
  readonly officialDiffers: boolean;
};

export type Verdict =
  | { readonly kind: 'done'; readonly events: readonly ReviewEvent[] }
  | { readonly kind: 'refused'; readonly why: string };

/** One command of a head on a case. Pure; a refusal is a value. */
export function decide(command: ReviewCommand, review: Review, view: CaseView): Verdict {
  if (!may(view.relations, rightFor(command), view.stage)) return refused(`not-now-${view.stage}`);
  switch (command.kind) {
    case 'confirm':
      return confirm(command.questions, review, view);
    case 'correct':
      return known(command.question, view, {
        type: 'AnswerCorrected',
        question: command.question,
        answer: command.answer,
        reason: command.reason,
        reading: command.reading,
        on: view.today,
      });
    case 'mark-return':
      return known(command.question, view, {
        type: 'ReturnMarked',
        question: command.question,
        comment: command.comment,
      });
    case 'send-back':
      return sendBack(review, view);
    case 'record-causes':
      return command.causes.length === 0
        ? refused('no-cause')
        : happened({ type: 'CausesRecorded', causes: [...command.causes] });
    case 'write-note':
      return happened({ type: 'NoteWritten', note: command.note });
    case 'record-official':
      return recordOfficial(command, review, view);
    case 'sign':
      return sign(review, view);
    default:
      return command satisfies never;
  }
}

function rightFor({ kind }: ReviewCommand): Action {
  if (kind === 'sign') return 'sign';
  return kind === 'record-official' || kind === 'record-causes' ? 'record' : 'verify';
}

/** The answers that the head has not yet looked at. */
export function unmarked(review: Review, questions: readonly string[]): readonly string[] {
  return questions.filter((question) => review.marks[question] === undefined);
}

/** The answers on the way that wait to be given back, with their comments. */
export function returning(review: Review, questions: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(review.marks).flatMap(([question, mark]) =>
      mark.kind === 'returning' && questions.includes(question) ? [[question, mark.comment] as const] : [],
    ),
  );
}

/** What is still missing before the head can sign. */
export function missingToSign(
  review: Review,
  view: Pick<CaseView, 'questions' | 'causeNeeded' | 'officialDiffers'>,
): readonly string[] {
  return [
    ...(unmarked(review, view.questions).length > 0 ? ['unmarked'] : []),
    ...(Object.keys(returning(review, view.questions)).length > 0 ? ['returning'] : []),
    // The answers may have been corrected since the class was entered.
    ...(view.officialDiffers && review.official?.reason === null ? ['official-reason'] : []),
    ...(view.causeNeeded && review.causes.length === 0 ? ['causes'] : []),
    ...(review.note === null ? ['note'] : []),
  ];
}

function confirm(wanted: readonly string[] | 'open', review: Review, view: CaseView): Verdict {
  const questions = wanted === 'open' ? unmarked(review, view.questions) : wanted;
  if (questions.some((question) => !view.questions.includes(question))) return refused('no-such-answer');
  return questions.length === 0
    ? refused('nothing-open')
    : happened({ type: 'AnswersConfirmed', questions: [...questions] });
}

function known(question: string, view: CaseView, event: ReviewEvent): Verdict {
  return view.questions.includes(question) ? happened(event) : refused('no-such-answer');
}

function sendBack(review: Review, view: CaseView): Verdict {
  const questions = Object.keys(returning(review, view.questions)).filter((each) =>
    view.askable.includes(each),
  );
  return questions.length === 0 ? refused('nothing-to-return') : happened({ type: 'SentBack', questions });
}

/** Filling the form in does not sign, and signing does not ask for it: the meeting may come later. */
function recordOfficial(
  { b1, b2, category, reason, differs }: Extract<ReviewCommand, { kind: 'record-official' }>,
  review: Review,
  view: CaseView,
): Verdict {
  if (!arePoints(b1) || !arePoints(b2)) return refused('points-out-of-range');
  // What was entered by mistake can be emptied; an empty form is nothing to begin with.
  if (b1 === null && b2 === null && category === null && review.official === null)
    return refused('nothing-on-paper');
  const why = category !== null && differs ? (reason?.trim() ?? '') : null;
  if (why === '') return refused('no-official-reason');
  return happened({ type: 'OfficialRecorded', b1, b2, category, reason: why, on: view.today });
}

function sign(review: Review, view: CaseView): Verdict {
  const [missing] = missingToSign(review, view);
  return missing === undefined ? happened({ type: 'Signed', on: view.today }) : refused(`missing-${missing}`);
}

function happened(event: ReviewEvent): Verdict {
  return { kind: 'done', events: [event] };
}

function refused(why: string): Verdict {
  return { kind: 'refused', why };
}
