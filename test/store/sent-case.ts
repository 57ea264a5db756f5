import { type Review, evolve, newReview } from '../../src/review/review.ts';
import { type CaseRow, openCase, saveCase } from '../../src/store/cases.ts';
import type { Database } from '../../src/store/db.ts';
import type { InterviewEvent } from '../../src/survey/event.ts';
import { evolve as evolveInterview, type Interview } from '../../src/survey/interview.ts';
import { readingSchema } from '../../src/surveys/reading.ts';
import { answered } from '../survey/walk-through.ts';
import { at } from './given.ts';

const through = answered();
through.press('send');
/** A household of four as it sent its answers, from the first zone of the first ward. */
export const sentInterview: Interview = through.interview();
const sent = through.events.findLast((event) => event.type === 'Sent');
/** What was read of it. */
export const reading: unknown = sent?.type === 'Sent' ? sent.reading : null;

/** The same as it would have been read by data of the law that held the household for none of the classes. */
export const readBefore = {
  assessments: readingSchema.parse(reading).assessments.map((each) => ({
    ...each,
    category: 'none',
    possible: ['none'],
    provisional: false,
  })),
};

/** Keeps a case that was sent, with what was read of it then, and what has happened since. */
export async function keepSent(
  db: Database,
  owner: number,
  read: unknown,
  since: { readonly interview?: readonly InterviewEvent[]; readonly review?: Partial<Review> } = {},
): Promise<CaseRow> {
  const received = evolve(newReview, { type: 'CaseReceived', reading: read, changed: [], on: '2026-11-20' });
  const interview = (since.interview ?? []).reduce(evolveInterview, sentInterview);
  const review = { ...received, ...since.review };
  return db.tx(async (q) => {
    const row = await openCase(q, owner, { interview, review }, at('08:00'));
    await saveCase(q, { row, happened: [], actor: owner }, at('08:00'));
    return row;
  });
}
