import type { Phrase } from '../decision.ts';
import type { Answers } from './answer.ts';

/** What a predicate of a question may look at: the answers so far and the day the household is assessed for. */
export type Look = { readonly answers: Answers; readonly on: string; readonly listYear: number };

export type QuestionId = string;

type Common = {
  readonly id: QuestionId;
  /** Absent: always asked. */
  readonly askIf?: (look: Look) => boolean;
  /** False where "I don't know" makes no sense (language, consent). */
  readonly mayBeUnknown: boolean;
  /** Shown to the head and counted as an answer; false for language, consent, zone and read-backs. */
  readonly factual: boolean;
};

/** One of the options a tick list offers just now. */
export type Tick = { readonly value: string; readonly phrase: Phrase };

/** The kinds of question. The words are in locales/<lang>/survey.json under the question's id. */
export type Question = Common &
  (
    | {
        readonly kind: 'choice';
        readonly options: readonly string[];
        readonly yesNo?: boolean;
        /** Each option has a drawing of its own: src/web/public/pictures/<question>-<option>.svg. */
        readonly isDrawn?: boolean;
      }
    | {
        readonly kind: 'ticks';
        readonly ticks: (look: Look) => readonly Tick[];
        /**
         * Which typed words mean that nothing is ticked. `no`: a plain "không" too; `nobody`: "không ai", as "không" may
         * be said of one person; `label`: only the choice itself, as it says more than "nobody".
         */
        readonly none: 'no' | 'nobody' | 'label';
        /** It asks who lacks something, so "cả nhà" alone may mean that all lack it or that all have it, and is asked back. */
        readonly asksWhoLacks?: boolean;
      }
    /** `borders`: ages that matter, in completed years; a birth month is asked only where one is in doubt. */
    | { readonly kind: 'members'; readonly borders: readonly number[] }
    | { readonly kind: 'count'; readonly min: number; readonly max: number }
    | { readonly kind: 'money' }
    | { readonly kind: 'place' }
    /** A few words of their own, at most so many letters. */
    | { readonly kind: 'text'; readonly most: number }
    /** Reads values back; the answer holds only as long as what it read has not changed. */
    | {
        readonly kind: 'confirm';
        readonly reads: (look: Look) => ReadBack;
        /** The questions that "not right" may mean. */
        readonly change: (look: Look) => readonly QuestionId[];
      }
  );

/** Does its answer tell something of the household: a fact, or words of their own? Only facts are verified. */
export function isTelling({ factual, kind }: Question): boolean {
  return factual || kind === 'text';
}

/** The questions of one kind. */
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;

export type ReadBack = { readonly digest: string; readonly lines: readonly Phrase[]; readonly total: Phrase };

/** A survey is data: its questions in order. A running interview keeps the version it began with. */
export type Survey = {
  readonly id: string;
  readonly version: number;
  readonly consentText: string;
  readonly questions: readonly Question[];
  /** About how many questions will come that are not on the way yet. */
  readonly toCome: (answers: Answers) => number;
  /** The law that the questions are asked by, for the list of that year. */
  readonly law: (listYear: number) => Phrase;
  /** What a complete household is told, and the reading that goes to the head with it. */
  readonly atEnd: (answers: Answers, on: string, listYear: number) => Outcome;
};

/** `reading` is kept whole and opaque here: only the room that made it reads it. */
export type Outcome = { readonly told: readonly Phrase[]; readonly reading: unknown };

/** The question of that id; throws when the survey has none, which is a bug. */
export function questionOf(survey: Survey, id: QuestionId): Question {
  const question = survey.questions.find((each) => each.id === id);
  if (question === undefined)
    throw new Error(`Survey ${survey.id} version ${survey.version} has no question ${id}.`);
  return question;
}
