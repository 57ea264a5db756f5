import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { rescore } from '../../src/admin/rescore.ts';
import { reviewEventSchema } from '../../src/review/event.ts';
import { lockCase, operator } from '../../src/store/cases.ts';
import { events } from '../../src/store/schema-cases.ts';
import { unseal } from '../../src/store/seal.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, zoneNamed } from './given.ts';
import { keepSent, readBefore, reading } from './sent-case.ts';

const test = ownDatabase();
let hoa: number;
beforeEach(async () => {
  hoa = (await speakerAt(test.db, 'hoa')).id;
  await zoneNamed(test.db, 'khu-1');
});

type Options = Partial<Parameters<typeof rescore>[1]>;
const run = async (options: Options = {}) => {
  const answer = await rescore(test.db, { now: at('09:00'), dryRun: false, signed: false, ...options });
  return { lines: answer.lines, data: answer.data as { listed: { case: number; added: boolean }[] } };
};
const reviewOf = async (id: number) => (await test.db.tx((q) => lockCase(q, id)))!.review;
const readings = async (id: number) => (await reviewOf(id)).readings.length;

describe('reading all cases again', () => {
  it('tells in a dry run what would change, and changes nothing', async () => {
    const same = await keepSent(test.db, hoa, reading);
    const other = await keepSent(test.db, hoa, readBefore);
    const before = [await reviewOf(same.id), await reviewOf(other.id)];
    const { lines, data } = await run({ dryRun: true });
    expect(data).toMatchObject({ cases: 2, changed: 1, added: 0 });
    expect(data.listed).toEqual([
      {
        case: other.id,
        ward: 'phường Thử',
        zone: 'Khu 1',
        stage: 'sent',
        standard: 'national-2022-2026',
        before: { category: 'none', provisional: false },
        after: { category: expect.stringMatching(/poor|undetermined|average/), provisional: true },
        added: false,
      },
    ]);
    expect(lines[0]).toMatch(
      new RegExp(`^#${other.id}  phường Thử, Khu 1  national-2022-2026  none → .* \\(provisional\\)`),
    );
    expect(lines.at(-1)).toBe('1 of 2 cases would be read differently. Nothing was changed.');
    expect([await reviewOf(same.id), await reviewOf(other.id)]).toEqual(before);
    expect(await test.db.q.select().from(events)).toEqual([]);
  });

  it('adds the new reading beside the old ones, as an event of the operator, once', async () => {
    const { id } = await keepSent(test.db, hoa, readBefore);
    expect((await run()).data).toMatchObject({ changed: 1, added: 1, listed: [{ case: id, added: true }] });
    const review = await reviewOf(id);
    expect(review.readings.map(({ by }) => by)).toEqual(['household', 'rescore']);
    expect(review.readings[0]?.reading).toEqual(readBefore);
    expect(review.readings[1]?.reading).toEqual(JSON.parse(JSON.stringify(reading)));
    const [kept] = await test.db.q.select().from(events).orderBy(asc(events.id));
    expect(kept).toMatchObject({ caseId: id, personId: operator, type: 'ReadAgain', at: at('09:00') });
    expect(unseal(kept!.body, reviewEventSchema)).toMatchObject({ why: 'rescore', on: '2026-09-15' });
    const second = await run();
    expect(second.data).toMatchObject({ cases: 1, changed: 0, added: 0, listed: [] });
    expect(await readings(id)).toBe(2);
  });

  it('finds nothing in a reading whose fields only stand in another order', async () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, each]) => [key, turned(each)]),
            )
          : value;
    await keepSent(test.db, hoa, turned(JSON.parse(JSON.stringify(reading))));
    expect((await run()).data).toMatchObject({ cases: 1, changed: 0 });
  });

  it('lists signed cases, which keep their readings unless that is asked for, and leaves withdrawn ones alone', async () => {
    const signed = await keepSent(test.db, hoa, readBefore, {
      interview: [{ type: 'Closed' }],
      review: { signedOn: '2026-11-21' },
    });
    const withdrawn = await keepSent(test.db, hoa, readBefore, { interview: [{ type: 'Withdrawn' }] });
    const { lines, data } = await run();
    expect(data).toMatchObject({
      changed: 1,
      added: 0,
      signedLeft: 1,
      listed: [{ case: signed.id, stage: 'signed', added: false }],
    });
    expect(lines.at(-1)).toContain('--signed');
    expect(await readings(withdrawn.id)).toBe(1);
    expect(await readings(signed.id)).toBe(1);
    expect((await run({ signed: true })).data).toMatchObject({ changed: 1, added: 1, signedLeft: 0 });
    expect(await reviewOf(signed.id)).toMatchObject({ signedOn: '2026-11-21', readings: [{}, {}] });
    expect((await run({ signed: true })).data).toMatchObject({ changed: 0 });
  });

  it('leaves a case alone that its household is changing or has never sent', async () => {
    const changing = await keepSent(test.db, hoa, readBefore, {
      interview: [
        { type: 'AnswerRevised', question: 'walls', answer: { kind: 'choice', value: 'makeshift' } },
        { type: 'Reopened' },
      ],
    });
    await keepSent(test.db, hoa, readBefore, { review: { readings: [] } });
    expect((await run()).data).toMatchObject({ cases: 2, changed: 0 });
    expect(await readings(changing.id)).toBe(1);
  });

  it('reads what a head has corrected as corrected', async () => {
    const corrected = {
      kind: 'corrected',
      answer: { kind: 'choice', value: 'river-pond' },
      reason: 'x',
    } as const;
    const { id } = await keepSent(test.db, hoa, reading, { review: { marks: { water: corrected } } });
    expect((await run()).data).toMatchObject({ changed: 1, added: 1 });
    expect(JSON.stringify((await reviewOf(id)).readings[1])).toMatch(/"rule":"water","verdict":"deprived"/);
  });

  it('goes through all cases some at a time, and lists no more than fit', async () => {
    const made: number[] = [];
    for (let n = 0; n < 5; n += 1) made.push((await keepSent(test.db, hoa, readBefore)).id);
    const dry = await run({ dryRun: true, batch: 2, most: 3 });
    expect(dry.data).toMatchObject({ cases: 5, changed: 5, changes: 5 });
    expect(dry.data.listed.map((each) => each.case)).toEqual(made.slice(0, 3));
    expect(dry.lines).toContain('… and 2 more.');
    expect((await run({ batch: 2 })).data).toMatchObject({ cases: 5, added: 5 });
    expect((await run({ batch: 5 })).data).toMatchObject({ cases: 5, changed: 0 });
  });

  it('goes on from where it broke off', async () => {
    const first = await keepSent(test.db, hoa, readBefore);
    const broken = await keepSent(test.db, hoa, readBefore);
    await test.db.q.execute(`update cases set review = '0:{}' where id = ${broken.id}`);
    await expect(run({ batch: 1 })).rejects.toThrow();
    expect(await readings(first.id)).toBe(2);
  });
});
