import type { Answer } from '../../src/survey/answer.ts';
import { newReview } from '../../src/review/review.ts';
import { type CaseRow, openCase, saveCase } from '../../src/store/cases.ts';
import type { Query } from '../../src/store/db.ts';
import type { InterviewEvent } from '../../src/survey/event.ts';
import { evolve } from '../../src/survey/interview.ts';
import { at, blankInterview, wasSent } from './given.ts';

/** A household as its zone knows it. */
export type Told = {
  readonly ward: number;
  readonly zone: number;
  readonly names: readonly string[];
  readonly address: string;
};

/** Keeps the case of a household that has sent who it is and where it lives, and nothing else. */
export async function keepHousehold(q: Query, owner: number, told: Told): Promise<CaseRow> {
  const { ward, zone, names, address } = told;
  const members = names.map((name, n) => ({ id: `m${n}`, name }));
  const happened: readonly InterviewEvent[] = [
    livesIn({ ward, zone }),
    gave('members', { kind: 'members', members, next: members.length, done: true }),
    gave('address', { kind: 'text', value: address }),
    wasSent,
  ];
  const row = await openCase(q, owner, { interview: blankInterview, review: newReview }, at('07:00'));
  const next = { ...row, interview: happened.reduce(evolve, row.interview) };
  await saveCase(q, { row: next, happened, actor: owner }, at('08:00'));
  return next;
}

export function livesIn(place: { readonly ward: number; readonly zone: number }): InterviewEvent {
  return gave('zone', { kind: 'place', ...place, zoneName: 'Khu', wardName: 'phường', area: 'rural' });
}

function gave(question: string, answer: Answer): InterviewEvent {
  return { type: 'AnswerGiven', question, answer };
}
