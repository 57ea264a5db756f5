import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewCommand } from '../../src/review/command.ts';
import { type CaseView, decide, missingToSign } from '../../src/review/decide.ts';
import { type ReviewEvent, reviewEventSchema } from '../../src/review/event.ts';
import { evolve, newReview, type Review, reviewSchema } from '../../src/review/review.ts';
import { type Stage, stageSchema } from '../../src/rights.ts';

const view: CaseView = {
  relations: ['head'],
  stage: 'sent',
  questions: ['walls', 'roof', 'water'],
  askable: ['walls', 'roof', 'water'],
  today: '2026-11-21',
  causeNeeded: true,
  officialDiffers: false,
};

const correction = {
  kind: 'correct',
  question: 'walls',
  answer: { kind: 'unknown' },
  reason: 'đã xem',
  reading: {},
} as const;

const onPaper = {
  kind: 'record-official',
  b1: 135,
  b2: 20,
  category: 'near-poor',
  reason: null,
  differs: false,
} as const;

function given(...commands: readonly ReviewCommand[]): Review {
  return commands.reduce((review, command) => events(command, review).reduce(evolve, review), newReview);
}

function events(command: ReviewCommand, review: Review, at: CaseView = view): readonly ReviewEvent[] {
  const verdict = decide(command, review, at);
  if (verdict.kind === 'refused') throw new Error(`refused: ${verdict.why}`);
  return verdict.events;
}

describe('a head on a case', () => {
  test('confirms all that is still open, and leaves what was corrected or marked for return', () => {
    const review = given(correction, { kind: 'mark-return', question: 'roof', comment: 'hỏi lại' });
    expect(events({ kind: 'confirm', questions: 'open' }, review)).toEqual([
      { type: 'AnswersConfirmed', questions: ['water'] },
    ]);
  });

  test('cannot sign while anything is missing, and is told what', () => {
    const steps: readonly (readonly [ReviewCommand, string])[] = [
      [{ kind: 'confirm', questions: 'open' }, 'missing-unmarked'],
      [{ kind: 'record-causes', causes: ['capital'] }, 'missing-causes'],
      [{ kind: 'write-note', note: '' }, 'missing-note'],
    ];
    let review = newReview;
    for (const [command, why] of steps) {
      expect(decide({ kind: 'sign' }, review, view)).toEqual({ kind: 'refused', why });
      review = events(command, review).reduce(evolve, review);
    }
    expect(events({ kind: 'sign' }, review)).toEqual([{ type: 'Signed', on: '2026-11-21' }]);
  });

  test('needs no cause where the reading rules out poor and near-poor', () => {
    const review = given({ kind: 'confirm', questions: 'open' }, { kind: 'write-note', note: '' });
    expect(missingToSign(review, { ...view, causeNeeded: false })).toEqual([]);
  });

  test('cannot sign with an answer that waits to be given back', () => {
    const review = given(
      { kind: 'confirm', questions: 'open' },
      { kind: 'mark-return', question: 'roof', comment: 'hỏi lại' },
    );
    expect(decide({ kind: 'sign' }, review, view)).toEqual({ kind: 'refused', why: 'missing-returning' });
  });

  test('looks again at an answer that the household changed, and only at that', () => {
    const review = given({ kind: 'confirm', questions: 'open' });
    const received = evolve(review, {
      type: 'CaseReceived',
      reading: {},
      changed: ['roof'],
      on: '2026-11-22',
    });
    expect(Object.keys(received.marks)).toEqual(['walls', 'water']);
  });

  test('confirming a corrected answer leaves the correction standing', () => {
    const review = given(correction, { kind: 'confirm', questions: ['walls', 'roof'] });
    expect(review.marks).toMatchObject({ walls: { kind: 'corrected' }, roof: { kind: 'confirmed' } });
  });

  test('an answer that has left the way neither blocks the signature nor is given back', () => {
    const review = given({ kind: 'mark-return', question: 'water', comment: 'x' });
    const without = { ...view, questions: ['walls', 'roof'], askable: ['walls', 'roof'] };
    expect(decide({ kind: 'send-back' }, review, without)).toEqual({
      kind: 'refused',
      why: 'nothing-to-return',
    });
    expect(missingToSign(review, without)).not.toContain('returning');
  });

  test('keeps every reading: the household’s and those of the corrections', () => {
    const received = evolve(newReview, {
      type: 'CaseReceived',
      reading: { a: 1 },
      changed: [],
      on: '2026-11-20',
    });
    const corrected = events(correction, received).reduce(evolve, received);
    expect(corrected.readings.map(({ by }) => by)).toEqual(['household', 'head']);
  });

  test('notes what stands on the official form, again and again; the last counts, and each is an event', () => {
    const later = { ...onPaper, b2: null, category: 'poor' } as const;
    const review = given(onPaper, later);
    expect(review.official).toEqual({ b1: 135, b2: null, category: 'poor', reason: null, on: '2026-11-21' });
    expect(review.revision).toBe(2);
    expect(events(onPaper, review)).toEqual([
      { type: 'OfficialRecorded', b1: 135, b2: 20, category: 'near-poor', reason: null, on: '2026-11-21' },
    ]);
    for (const event of events(onPaper, review)) expect(reviewEventSchema.parse(event)).toEqual(event);
  });

  test('gives a reason where the class on paper is none of the reading’s, and only there', () => {
    const differing = { ...onPaper, differs: true };
    for (const reason of [null, '', '  '])
      expect(decide({ ...differing, reason }, newReview, view)).toEqual({
        kind: 'refused',
        why: 'no-official-reason',
      });
    expect(given({ ...differing, reason: ' họp dân ' }).official?.reason).toBe('họp dân');
    expect(given({ ...onPaper, reason: 'họp dân' }).official?.reason).toBeNull();
    expect(given({ ...differing, category: null }).official).toMatchObject({ category: null, reason: null });
  });

  test('notes nothing of an empty form, but can empty one; points are whole numbers from 0 to 1000', () => {
    const empty = { ...onPaper, b1: null, b2: null, category: null };
    expect(decide(empty, newReview, view)).toEqual({ kind: 'refused', why: 'nothing-on-paper' });
    expect(given(onPaper, empty).official).toMatchObject({ b1: null, b2: null, category: null });
    for (const points of [-1, 1001, 1.5, Number.NaN])
      for (const field of ['b1', 'b2'])
        expect(decide({ ...onPaper, [field]: points }, newReview, view)).toEqual({
          kind: 'refused',
          why: 'points-out-of-range',
        });
    for (const points of [0, 1000]) expect(given({ ...onPaper, b1: points }).official?.b1).toBe(points);
  });

  test('signs without the form, and with it', () => {
    const all = [
      { kind: 'confirm', questions: 'open' },
      { kind: 'record-causes', causes: ['land'] },
      { kind: 'write-note', note: '' },
    ] satisfies ReviewCommand[];
    expect(missingToSign(given(...all), view)).toEqual([]);
    expect(missingToSign(given(onPaper, ...all), view)).toEqual([]);
  });

  test('signs a class that none of the reading’s is only with its reason, also when the answers moved away later', () => {
    const all = [
      onPaper,
      { kind: 'confirm', questions: 'open' },
      { kind: 'record-causes', causes: ['land'] },
      { kind: 'write-note', note: '' },
    ] satisfies ReviewCommand[];
    const differing = { ...view, officialDiffers: true };
    expect(decide({ kind: 'sign' }, given(...all), differing)).toEqual({
      kind: 'refused',
      why: 'missing-official-reason',
    });
    const why = { ...onPaper, reason: 'họp dân', differs: true };
    expect(missingToSign(given(...all, why), differing)).toEqual([]);
  });

  test('copies the form and its causes after signing too, and nothing else', () => {
    const signed = { ...view, stage: 'signed' } as const;
    expect(events(onPaper, newReview, signed)).toMatchObject([{ type: 'OfficialRecorded' }]);
    expect(events({ kind: 'record-causes', causes: ['land'] }, newReview, signed)).toMatchObject([
      { type: 'CausesRecorded' },
    ]);
  });

  test('a review stored before there was a form is read as one without', () => {
    const { official: _, ...old } = given({ kind: 'write-note', note: 'x' });
    expect(reviewSchema.parse(old)).toEqual({ ...old, official: null });
  });

  test('a reading by other data of the law stands beside the others and says so', () => {
    const again = { type: 'ReadAgain', reading: { a: 2 }, on: '2027-02-01', why: 'rescore' } as const;
    expect(reviewEventSchema.parse(again)).toEqual(again);
    expect(evolve(newReview, again).readings).toEqual([
      { by: 'rescore', on: '2027-02-01', reading: { a: 2 } },
    ]);
    const { why: _, ...plain } = again;
    expect(reviewSchema.parse(evolve(newReview, plain)).readings[0]?.by).toBe('head');
  });

  test('does nothing in any other stage, and nobody else does it', () => {
    const commands: readonly ReviewCommand[] = [
      correction,
      { kind: 'confirm', questions: 'open' },
      { kind: 'mark-return', question: 'roof', comment: 'x' },
      { kind: 'send-back' },
      { kind: 'record-causes', causes: ['land'] },
      { kind: 'write-note', note: 'x' },
      onPaper,
      { kind: 'sign' },
    ];
    for (const command of commands) {
      const ofTheForm = ['record-official', 'record-causes'].includes(command.kind);
      const open: readonly Stage[] = ofTheForm ? ['sent', 'signed'] : ['sent'];
      for (const stage of stageSchema.options.filter((each: Stage) => !open.includes(each))) {
        expect(decide(command, newReview, { ...view, stage }).kind, `${command.kind} when ${stage}`).toBe(
          'refused',
        );
      }
      expect(decide(command, newReview, { ...view, relations: [] }).kind).toBe('refused');
      expect(decide(command, newReview, { ...view, relations: ['household'] }).kind).toBe('refused');
    }
  });

  test('from wherever the case stands, it can still be signed or given back', () => {
    const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
      fc.constant(correction),
      fc.constant({ kind: 'confirm' as const, questions: 'open' as const }),
      fc
        .constantFrom(...view.questions)
        .map((question) => ({ kind: 'mark-return' as const, question, comment: 'x' })),
      fc.constant({ kind: 'record-causes' as const, causes: ['illness' as const] }),
      fc.constant({ kind: 'write-note' as const, note: 'x' }),
      fc.constant(onPaper),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let review = newReview;
        for (const each of commands) {
          const verdict = decide(each, review, view);
          if (verdict.kind === 'done') review = verdict.events.reduce(evolve, review);
        }
        const back = decide({ kind: 'send-back' }, review, view);
        if (back.kind === 'done') return;
        for (const each of [
          { kind: 'confirm', questions: 'open' },
          { kind: 'record-causes', causes: ['other'] },
          { kind: 'write-note', note: '' },
        ] satisfies ReviewCommand[]) {
          const verdict = decide(each, review, view);
          if (verdict.kind === 'done') review = verdict.events.reduce(evolve, review);
        }
        expect(decide({ kind: 'sign' }, review, view).kind).toBe('done');
      }),
    );
  });
});
