import type { Phrase } from '../decision.ts';
import type { ToldPlace } from './answer.ts';
import type { Interview } from './interview.ts';
import type { Look, Survey } from './question.ts';

/** A zone (khu, thôn, tổ dân phố) that a household can belong to. */
export type Place = {
  readonly zone: number;
  readonly ward: number;
  readonly zoneName: string;
  readonly wardName: string;
  readonly area: 'rural' | 'urban';
  /** The code of its province, by which the law may have a standard of its own; null when it is not known. */
  readonly province: string | null;
};

/** What a decision may look at beside the interview: definitions only, nothing that moves. */
export type Context = {
  readonly survey: Survey;
  /** The case the interview belongs to; travels in its buttons. */
  readonly case: number;
  readonly places: readonly Place[];
  /** A phrase in all languages, with its synonyms, so that a choice can also be typed. */
  readonly words: (phrase: Phrase) => readonly string[];
  /** Can a question be read aloud where it is shown? */
  readonly speaks: boolean;
};

/** A zone as it is kept as an answer, with all that was known of it then. */
export function placeAnswer({ province, ...place }: Place): ToldPlace {
  return { kind: 'place', ...place, ...(province === null ? {} : { province }) };
}

/** What predicates of questions may look at. */
export function lookAt(interview: Interview): Look {
  return { answers: interview.answers, on: interview.on, listYear: interview.listYear };
}
