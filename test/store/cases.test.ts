import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newReview } from '../../src/review/review.ts';
import { type CaseRow, lockCase, lockOwnCase, openCase, openTasks, saveCase } from '../../src/store/cases.ts';
import { events } from '../../src/store/schema.ts';
import { unseal } from '../../src/store/seal.ts';
import { type InterviewEvent, interviewEventSchema } from '../../src/survey/event.ts';
import { evolve, newInterview } from '../../src/survey/interview.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { at, empty, speakerAt, waitUntilBlocked, zoneNamed } from './given.ts';

let test: TestDatabase;
let hoa: number;
let place: { readonly ward: number; readonly zone: number };
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(async () => {
  await empty(test.db);
  hoa = (await speakerAt(test.db, 'hoa')).id;
  place = await zoneNamed(test.db, 'khu-1');
});
afterAll(() => test?.close());

const interview = newInterview({ survey: 'household', version: 1, on: '2026-09-15', listYear: 2026 });
const begin = (owner: number) =>
  test.db.tx((q) => openCase(q, owner, { interview, review: newReview }, at('07:00')));
const own = (owner: number) => test.db.tx((q) => lockOwnCase(q, owner));
const sent: InterviewEvent = { type: 'Sent', again: false, changed: [], reading: null };
const returned: InterviewEvent = { type: 'Returned', comments: {} };

const liveIn = ({ zone, ward } = place): InterviewEvent => {
  const names = { zoneName: 'khu 1', wardName: 'phường\0', area: 'rural' } as const;
  return { type: 'AnswerGiven', question: 'zone', answer: { kind: 'place', zone, ward, ...names } };
};

/** Lets something happen to a case, as it is then kept. */
async function happen(row: CaseRow, clock: string, ...happened: readonly InterviewEvent[]): Promise<CaseRow> {
  const next = { ...row, interview: happened.reduce(evolve, row.interview) };
  await test.db.tx((q) => saveCase(q, next, happened, row.owner, at(clock)));
  return next;
}

describe('the cases', () => {
  it('are kept as they were saved, and belong where the household said it lives', async () => {
    const made = await begin(hoa);
    expect(made).toEqual({
      id: made.id,
      owner: hoa,
      ward: null,
      zone: null,
      interview,
      review: newReview,
    });
    expect(await own(hoa)).toEqual(made);
    const moved = await happen(made, '08:00', liveIn());
    expect(await own(hoa)).toEqual({ ...moved, ...place });
    const review = { ...newReview, note: 'ghi chú \ud800' };
    await test.db.tx((q) => saveCase(q, { ...moved, review }, [], hoa, at('08:01')));
    expect(await test.db.tx((q) => lockCase(q, made.id))).toEqual({ ...moved, ...place, review });
    expect(await test.db.tx((q) => lockCase(q, made.id + 1))).toBeNull();
  });

  it('give a person the latest of their own household', async () => {
    const binh = (await speakerAt(test.db, 'bình')).id;
    expect(await own(hoa)).toBeNull();
    const first = await begin(hoa);
    const second = await begin(hoa);
    await begin(binh);
    await happen(first, '09:00', { type: 'Withdrawn' });
    expect(await own(hoa)).toEqual(second);
  });

  it('wait for the head of their zone, the one sent first on top', async () => {
    const other = await zoneNamed(test.db, 'khu-2');
    const of = async (address: string) => begin((await speakerAt(test.db, address)).id);
    const [late, early] = [await of('bình'), await of('chi')];
    const [elsewhere, back] = [await of('dũng'), await of('em')];
    await happen(early, '08:00', liveIn(), sent);
    await happen(late, '09:00', liveIn(), sent);
    await happen(elsewhere, '07:30', liveIn(other), sent);
    await happen(await happen(back, '07:40', liveIn(), sent), '07:50', returned);
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
    await happen(await begin(hoa), '08:00', liveIn(), sent);
    const other = (await speakerAt(test.db, 'phó khu')).id;
    expect(await openTasks(test.db.q, [place.zone], hoa)).toEqual([]);
    expect(await openTasks(test.db.q, [place.zone], other)).toHaveLength(1);
  });

  it('keep their place in the queue when they are sent again', async () => {
    const row = await happen(await begin(hoa), '08:00', liveIn(), sent);
    const back = await happen(row, '10:00', returned);
    await happen(back, '11:00', { ...sent, again: true });
    const [task] = await openTasks(test.db.q, [place.zone], hoa + 1);
    expect(task?.sentAt).toEqual(at('08:00'));
  });

  it('remember what happened, in order, by whom and when, but not the movements of the talk', async () => {
    const asked: InterviewEvent = { type: 'QuestionAsked', question: 'zone', editing: null };
    const drafted: InterviewEvent = { type: 'Drafted', draft: { kind: 'ticks', picked: ['m2'] } };
    const consent: InterviewEvent = { type: 'ConsentGiven', text: '2026-11' };
    const row = await happen(await begin(hoa), '08:00', consent, asked);
    await happen(await happen(row, '08:01', drafted), '08:02', liveIn(), asked, sent);
    const kept = await test.db.q.select().from(events).orderBy(asc(events.id));
    const about = { caseId: row.id, personId: hoa };
    expect(kept).toMatchObject([
      { ...about, wardId: null, type: 'ConsentGiven', at: at('08:00') },
      { ...about, wardId: place.ward, type: 'AnswerGiven', at: at('08:02') },
      { ...about, wardId: place.ward, type: 'Sent', at: at('08:02') },
    ]);
    expect(kept.map(({ body }) => unseal(body, interviewEventSchema))).toEqual([consent, liveIn(), sent]);
  });

  it('keep nothing of what was decided in a transaction that failed', async () => {
    const row = await begin(hoa);
    const failing = test.db.tx(async (q) => {
      await saveCase(q, { ...row, interview: evolve(interview, sent) }, [sent], hoa, at('08:00'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await own(hoa)).toEqual(row);
    expect(await test.db.q.select().from(events)).toEqual([]);
  });
});

describe.runIf(process.env.TEST_DATABASE_URL)(
  'the cases between connections of a server (the embedded database has only one)',
  () => {
    it('let household and head queue behind each other, the later one on what the earlier one left', async () => {
      const row = await begin(hoa);
      const [second] = await test.db.tx(async (q) => {
        await lockOwnCase(q, hoa);
        const waiting = test.db.tx((other) => lockCase(other, row.id));
        await waitUntilBlocked(test.db, 1);
        await saveCase(q, { ...row, interview: evolve(interview, sent) }, [sent], hoa, at('08:00'));
        return [waiting] as const;
      });
      expect((await second)?.interview.stage).toBe('sent');
    });
  },
);
