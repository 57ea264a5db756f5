import type { CaseView } from '../review/decide.ts';
import type { ReviewEvent } from '../review/event.ts';
import type { OfficialClass } from '../review/official.ts';
import type { Review } from '../review/review.ts';
import type { Relation } from '../rights.ts';
import type { Answer, Answers } from '../survey/answer.ts';
import { answerSchema, membersOf, nameOf } from '../survey/answer.ts';
import type { Context } from '../survey/context.ts';
import type { Interview } from '../survey/interview.ts';
import type { Question } from '../survey/question.ts';
import { walk } from '../survey/walk.ts';
import type { StoredAssessment } from '../surveys/reading.ts';
import { readingOf, readingSchema, sameReading } from '../surveys/reading.ts';
import type { Matched } from './matched.ts';

/** One case as it lies on a head's desk. */
export type Subject = {
  readonly interview: Interview;
  readonly review: Review;
  readonly relations: readonly Relation[];
  readonly context: Context;
  /** The day on which the head acts. */
  readonly today: string;
  /** Households that may be the same one; left out where nobody looks at them. */
  readonly matched?: readonly Matched[];
  /** The meeting did not agree, and it is gone through once more. */
  readonly isAgain?: boolean;
};

/** The household's answers with the head's corrections laid over them; the household's own stay as they are. */
export function effectiveAnswers(subject: Pick<Subject, 'interview' | 'review'>): Answers {
  const corrected = Object.entries(subject.review.marks).flatMap(([question, mark]) =>
    mark.kind === 'corrected' ? [[question, answerSchema.parse(mark.answer)] as const] : [],
  );
  return { ...subject.interview.answers, ...Object.fromEntries(corrected) };
}

/** The questions that the head looks at, in order: those about facts on the way of the answers as they stand. */
export function questionsToVerify(subject: Subject): readonly Question[] {
  const interview = { ...subject.interview, answers: effectiveAnswers(subject), editing: null };
  return walk(subject.context.survey, interview).path.filter((question) => question.factual);
}

/** The last reading of each standard, and the first one where it said something else. */
export function readingsOf(review: Review): {
  last: readonly StoredAssessment[];
  first: readonly StoredAssessment[];
} {
  const parsed = review.readings.map((each) => readingSchema.parse(each.reading).assessments);
  return { last: parsed[parsed.length - 1] ?? [], first: parsed[0] ?? [] };
}

/**
 * The reading of the answers as they stand now, if it is not the last one kept: it is then kept beside the others.
 * `why` is given where not the answers but the data of the law have changed, or the ward that the zone is in.
 */
export function readAgain(
  subject: Pick<Subject, 'interview' | 'review' | 'today'>,
  why?: 'rescore' | 'moved',
): readonly Extract<ReviewEvent, { type: 'ReadAgain' }>[] {
  const { on, listYear } = subject.interview;
  const reading = readingOf(effectiveAnswers(subject), on, listYear);
  if (sameReading(subject.review.readings.at(-1)?.reading, reading)) return [];
  return [{ type: 'ReadAgain', reading, on: subject.today, ...(why === undefined ? {} : { why }) }];
}

/** What the procedure may look at. */
export function viewOf(subject: Subject): CaseView {
  const category = subject.review.official?.category ?? null;
  return {
    relations: subject.relations,
    stage: subject.interview.stage,
    questions: questionsToVerify(subject).map((question) => question.id),
    askable: walk(subject.context.survey, { ...subject.interview, editing: null }).path.map(({ id }) => id),
    today: subject.today,
    causeNeeded: (category === null ? possibleIn(subject) : [category]).some((each) =>
      needsCause.includes(each),
    ),
    officialDiffers: category !== null && isDiffering(category, subject),
  };
}

/** Is it a class that none of the standards leaves open? Where nothing was read there is nothing to differ from. */
export function isDiffering(category: OfficialClass, subject: Pick<Subject, 'review'>): boolean {
  const possible = possibleIn(subject);
  return possible.length > 0 && !possible.includes(category);
}

function possibleIn({ review }: Pick<Subject, 'review'>): readonly OfficialClass[] {
  return readingsOf(review).last.flatMap((assessment) => assessment.possible);
}

const needsCause: readonly string[] = ['poor', 'near-poor'];

/** By what a head calls a household: the first member's name. */
export function titleOf(interview: Interview): string {
  const [first] = membersOf(interview.answers);
  return first === undefined ? '?' : nameOf(first);
}

/** The answer that stands for a question. */
export function standingAnswer(subject: Subject, question: string): Answer | undefined {
  return effectiveAnswers(subject)[question];
}
