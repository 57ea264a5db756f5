import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newReview } from '../../src/review/review.ts';
import { type CaseRow, lockCase, lockOwnCase, openTasks, saveCase } from '../../src/store/cases.ts';
import { events } from '../../src/store/schema-cases.ts';
import { unseal } from '../../src/store/seal.ts';
import { type InterviewEvent, interviewEventSchema } from '../../src/survey/event.ts';
import { evolve } from '../../src/survey/interview.ts';
import { ownDatabase } from './database.ts';
import { at, begin, blankInterview, speakerAt, wasSent, zoneNamed } from './given.ts';

const test = ownDatabase();
let hoa: number;
let place: { readonly ward: number; readonly zone: number };
beforeEach(async () => {
  hoa = (await speakerAt(test.db, 'hoa')).id;
  place = await zoneNamed(test.db, 'khu-1');
});

const own = (owner: number) => test.db.tx((q) => lockOwnCase(q, owner));
const returned: InterviewEvent = { type: 'Returned', comments: {} };

const liveIn = ({ zone, ward } = place): InterviewEvent => {
  const names = { zoneName: 'khu 1', wardName: 'phường\0', area: 'rural' } as const;
  return { type: 'AnswerGiven', question: 'zone', answer: { kind: 'place', zone, ward, ...names } };
};

/** Lets something happen to a case, as it is then kept. */
async function happen(row: CaseRow, clock: string, ...happened: readonly InterviewEvent[]): Promise<CaseRow> {
  const next = { ...row, interview: happened.reduce(evolve, row.interview) };
  await test.db.tx((q) => saveCase(q, { row: next, happened, actor: row.owner }, at(clock)));
  return next;
}

describe('the cases', () => {
  it('are kept as they were saved, and belong where the household said it lives', async () => {
    const made = await begin(test.db, hoa);
    expect(made).toEqual({
      id: made.id,
      owner: hoa,
      ward: null,
      zone: null,
      interview: blankInterview,
      review: newReview,
    });
    expect(await own(hoa)).toEqual(made);
    const moved = await happen(made, '08:00', liveIn());
    expect(await own(hoa)).toEqual({ ...moved, ...place });
    const review = { ...newReview, note: 'ghi chú \ud800' };
    await test.db.tx((q) =>
      saveCase(q, { row: { ...moved, review }, happened: [], actor: hoa }, at('08:01')),
    );
    expect(await test.db.tx((q) => lockCase(q, made.id))).toEqual({ ...moved, ...place, review });
    expect(await test.db.tx((q) => lockCase(q, made.id + 1))).toBeNull();
  });

  it('give a person the latest of their own household', async () => {
    const binh = (await speakerAt(test.db, 'bình')).id;
    expect(await own(hoa)).toBeNull();
    const first = await begin(test.db, hoa);
    const second = await begin(test.db, hoa);
    await begin(test.db, binh);
    await happen(first, '09:00', { type: 'Withdrawn' });
    expect(await own(hoa)).toEqual(second);
  });

  it('wait for the head of their zone, the one sent first on top', async () => {
    const other = await zoneNamed(test.db, 'khu-2');
    const of = async (address: string) => begin(test.db, (await speakerAt(test.db, address)).id);
    const [late, early] = [await of('bình'), await of('chi')];
    const [elsewhere, back] = [await of('dũng'), await of('em')];
    await happen(early, '08:00', liveIn(), wasSent);
    await happen(late, '09:00', liveIn(), wasSent);
    await happen(elsewhere, '07:30', liveIn(other), wasSent);
    await happen(await happen(back, '07:40', liveIn(), wasSent), '07:50', returned);
    const tasks = await openTasks(test.db.q, [place.zone], hoa);
    expect(tasks.map(({ id, sentAt }) => ({ id, sentAt }))).toEqual([
      { id: early.id, sentAt: at('08:00') },
      { id: late.id, sentAt: at('09:00') },
    ]);
    expect(tasks[0]).toMatchObject({ interview: { stage: 'sent' }, review: newReview });
    const both = await openTasks(test.db.q, [place.zone, other.zone], hoa);
    expect(both.map(({ id }) => id)).toEqual([elsewhere.id, early.id, late.id]);
    expect(await openTasks(test.db.q, [], hoa)).toEqual([]);
  });

  it('do not wait for a head whose own household it is', async () => {
    await happen(await begin(test.db, hoa), '08:00', liveIn(), wasSent);
    const other = (await speakerAt(test.db, 'phó khu')).id;
    expect(await openTasks(test.db.q, [place.zone], hoa)).toEqual([]);
    expect(await openTasks(test.db.q, [place.zone], other)).toHaveLength(1);
  });

  it('keep their place in the queue when they are sent again', async () => {
    const row = await happen(await begin(test.db, hoa), '08:00', liveIn(), wasSent);
    const back = await happen(row, '10:00', returned);
    await happen(back, '11:00', { ...wasSent, again: true });
    const [task] = await openTasks(test.db.q, [place.zone], hoa + 1);
    expect(task?.sentAt).toEqual(at('08:00'));
  });

  it('remember what happened, in order, by whom and when, but not the movements of the talk', async () => {
    const asked: InterviewEvent = { type: 'QuestionAsked', question: 'zone', editing: null };
    const drafted: InterviewEvent = { type: 'Drafted', draft: { kind: 'ticks', picked: ['m2'] } };
    const consent: InterviewEvent = { type: 'ConsentGiven', text: '2026-11' };
    const row = await happen(await begin(test.db, hoa), '08:00', consent, asked);
    await happen(await happen(row, '08:01', drafted), '08:02', liveIn(), asked, wasSent);
    const kept = await test.db.q.select().from(events).orderBy(asc(events.id));
    const about = { caseId: row.id, personId: hoa };
    expect(kept).toMatchObject([
      { ...about, wardId: null, type: 'ConsentGiven', at: at('08:00') },
      { ...about, wardId: place.ward, type: 'AnswerGiven', at: at('08:02') },
      { ...about, wardId: place.ward, type: 'Sent', at: at('08:02') },
    ]);
    expect(kept.map(({ body }) => unseal(body, interviewEventSchema))).toEqual([consent, liveIn(), wasSent]);
  });

  it('keep nothing of what was decided in a transaction that failed', async () => {
    const row = await begin(test.db, hoa);
    const failing = test.db.tx(async (q) => {
      await saveCase(
        q,
        { row: { ...row, interview: evolve(blankInterview, wasSent) }, happened: [wasSent], actor: hoa },
        at('08:00'),
      );
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await own(hoa)).toEqual(row);
    expect(await test.db.q.select().from(events)).toEqual([]);
  });
});
