import { describe, expect, test } from 'vitest';
import {
  asideBy,
  type CaseMatched,
  type ListedMatched,
  stateFor,
  verdictsOn,
} from '../../src/desk/matched.ts';
import { newReview } from '../../src/review/review.ts';
import type { Stage } from '../../src/rights.ts';
import { newInterview } from '../../src/survey/interview.ts';

const interviewAt = (stage: Stage) => ({
  ...newInterview({ survey: 'household', version: 2, on: '2026-11-20', listYear: 2026 }),
  stage,
});

/** That case 7, the later one, may be of the household of case 3. */
function beside(
  given: Omit<Partial<CaseMatched>, 'other'> & { readonly other?: Partial<CaseMatched['other']> } = {},
): CaseMatched {
  const other = { case: 3, interview: interviewAt('sent'), review: newReview, sentOn: '2026-11-20' };
  return {
    kind: 'case',
    id: 1,
    state: 'suspected',
    why: ['name'],
    isLater: true,
    ...given,
    other: { ...other, isAside: false, isOwn: false, ...given.other },
  };
}

const listed: ListedMatched = {
  kind: 'listed',
  id: 2,
  state: 'suspected',
  why: ['name'],
  listed: { name: 'Lê Thị Mận', address: null, people: null, category: 'poor', listYear: 2025 },
};
const sent = interviewAt('sent');
const verdicts = (matched: CaseMatched, interview = sent, besides: readonly CaseMatched[] = []) =>
  verdictsOn(matched, { interview, matched: [matched, ...besides] });

describe('what a head may say of two cases', () => {
  test('is that they are one household, in either of them, or two; and afterwards anything else, or nothing', () => {
    expect(verdicts(beside())).toEqual(['mine', 'other', 'apart']);
    expect(verdicts(beside({ state: 'same' }))).toEqual(['mine', 'apart', 'undo']);
    expect(verdicts(beside({ state: 'later' }))).toEqual(['other', 'apart', 'undo']);
    expect(verdicts(beside({ state: 'apart' }))).toEqual(['mine', 'other', 'undo']);
    expect(verdictsOn(listed, { interview: sent })).toEqual(['same', 'apart']);
  });

  test('sets nothing aside that is signed, and nobody decides about the own household', () => {
    expect(verdicts(beside(), interviewAt('signed'))).toEqual(['mine', 'apart']);
    expect(verdicts(beside({ other: { interview: interviewAt('signed') } }))).toEqual(['other', 'apart']);
    expect(verdicts(beside({ other: { isOwn: true } }))).toEqual([]);
  });

  test('never leaves a household with every case set aside', () => {
    expect(verdicts(beside({ other: { isAside: true } }))).toEqual(['mine', 'apart']);
    const third = beside({ id: 9, state: 'same', other: { case: 2 } });
    expect(verdicts(beside(), sent, [third])).toEqual(['other', 'apart']);
    expect(asideBy({ matched: [beside(), third] })).toBe(2);
  });

  test('is kept by which of the two came first', () => {
    const [later, first] = [beside(), beside({ isLater: false })];
    expect([stateFor('mine', later), stateFor('other', later)]).toEqual(['later', 'same']);
    expect([stateFor('mine', first), stateFor('other', first)]).toEqual(['same', 'later']);
    expect(asideBy({ matched: [{ ...later, state: 'same' }] })).toBe(3);
    expect(asideBy({ matched: [{ ...first, state: 'same' }] })).toBeNull();
    expect([stateFor('same', listed), stateFor('undo', listed)]).toEqual(['same', 'suspected']);
  });
});
