import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeButton } from '../../src/button.ts';
import type { Message } from '../../src/decision.ts';
import { type DeskInput, decide } from '../../src/desk/decide.ts';
import { type Desk, deskSchema } from '../../src/desk/desk.ts';
import { readingsOf, type Subject } from '../../src/desk/subject.ts';
import { officialClasses } from '../../src/review/official.ts';
import { evolve as evolveReview, newReview, reviewSchema } from '../../src/review/review.ts';
import type { Relation } from '../../src/rights.ts';
import { evolve as evolveInterview } from '../../src/survey/interview.ts';
import { answerAll, answered, context } from '../survey/walk-through.ts';

/** A case that a household of four has just sent, as it lies on a head's desk. */
function sentCase(relations: readonly Relation[], wages = '1 triệu một tháng'): Subject {
  const through = answered();
  through.run({ kind: 'edit', question: 'income-wages' });
  through.say(wages);
  if (through.interview().answers['income-check'] !== undefined) answerAll(through);
  through.press('send');
  const sent = through.events.findLast((event) => event.type === 'Sent');
  const reading = sent?.type === 'Sent' ? sent.reading : null;
  const review = evolveReview(newReview, { type: 'CaseReceived', reading, changed: [], on: '2026-11-20' });
  return { interview: through.interview(), review, relations, context, today: '2026-11-21' };
}

const sent = sentCase(['head']);
/** The same household with wages far above every line. */
const unpoor = sentCase(['head'], '900 triệu một năm');

/** Plays inputs at a desk; everything goes through JSON in between. */
function play(start: Subject, inputs: readonly ((last: Message | null) => DeskInput)[]) {
  let subject = start;
  let desk: Desk = { case: context.case, step: { kind: 'card' } };
  let last: Message | null = null;
  const told: Message[] = [];
  for (const input of inputs) {
    const decision = decide(input(last), desk, subject);
    desk = deskSchema.parse(JSON.parse(JSON.stringify(decision.desk)));
    const review = decision.review.reduce(evolveReview, subject.review);
    subject = {
      ...subject,
      interview: decision.interview.reduce(evolveInterview, subject.interview),
      review: reviewSchema.parse(JSON.parse(JSON.stringify(review))),
    };
    last = decision.messages.find(({ to }) => to === 'self')?.message ?? null;
    told.push(...decision.messages.filter(({ to }) => to === 'household').map(({ message }) => message));
  }
  return { subject, last, told };
}

/** Presses the act (with its argument) that the last message offers. */
const act =
  (name: string, arg = '') =>
  (last: Message | null): DeskInput => {
    if (last === null || name === 'open') return { kind: 'press', revision: 0, act: 'open', arg: '' };
    for (const pick of [...last.options, ...last.actions]) {
      const button = decodeButton(pick.data);
      if (button?.kind === 'desk' && button.act === name && button.arg === arg) {
        return { kind: 'press', revision: button.revision, act: name, arg };
      }
    }
    throw new Error(`Nobody offers ${name} ${arg}: ${JSON.stringify(last.options.map(({ data }) => data))}`);
  };
/** Presses what an earlier message offered: the button of that act whose argument ends so. */
const pressesOld = (earlier: Message | null, name: string, ending: string) => (): DeskInput => {
  for (const { data } of [...(earlier?.options ?? []), ...(earlier?.actions ?? [])]) {
    const button = decodeButton(data);
    if (button?.kind === 'desk' && button.act === name && button.arg.endsWith(ending))
      return { ...button, kind: 'press' };
  }
  throw new Error(`Nobody offered ${name} ${ending}`);
};
const types = (text: string) => (): DeskInput => ({ kind: 'say', text });

describe('the desk', () => {
  test('a correction is told as the household would tell it, gives a second reading, and both stay', () => {
    const { subject, told } = play(sent, [
      act('open'),
      act('list'),
      act('one', 'members'),
      act('fix', 'members'),
      types('Tí 2024'),
      types('xong'),
      types('sinh thêm cháu'),
    ]);
    expect(subject.review.marks.members).toMatchObject({ kind: 'corrected', reason: 'sinh thêm cháu' });
    expect(subject.review.readings.map(({ by }) => by)).toEqual(['household', 'head']);
    expect(subject.interview.answers.members).toEqual(sent.interview.answers.members);
    expect(told.map(({ kind }) => kind)).toEqual(['corrected']);
  });

  test('only the questions given back are open for the household, each with its comment', () => {
    const { subject, told } = play(sent, [
      act('open'),
      act('list'),
      act('one', 'walls'),
      act('back', 'walls'),
      types('Xem lại tường sau'),
      act('list'),
      act('one', 'roof'),
      act('back', 'roof'),
      types('Mái bếp'),
      act('give'),
    ]);
    expect(subject.interview.stage).toBe('returned');
    expect(subject.interview.returned).toEqual({ walls: 'Xem lại tường sau', roof: 'Mái bếp' });
    expect(told.map(({ kind }) => kind)).toEqual(['asked-again']);
  });

  test('an old card changes nothing and shows the case as it is', () => {
    const old = (): DeskInput => ({ kind: 'press', revision: 0, act: 'do-sign', arg: '' });
    const { subject, last } = play(sent, [act('open'), act('all'), old]);
    expect(subject.interview.stage).toBe('sent');
    expect(last?.parts[0]?.key).toBe('desk.stale');
  });

  describe('an old value button', () => {
    const fixing = (question: string) => [act('list'), act('one', question), act('fix', question)];

    test('counts only when a value read out of other words was said again', () => {
      const meant = play(sent, [act('open'), ...fixing('floor-area'), types('ba chục')]);
      expect(meant.last?.parts.map(({ key }) => key)).toContain('chat.meant');
      const anew = play(sent, [act('open'), ...fixing('floor-area'), types('ba chục'), types('chưa đúng')]);
      expect(anew.last?.parts.map(({ key }) => key)).toContain('survey.floor-area.ask');
      const again = [types('ba chục'), pressesOld(meant.last, 'value', 'yes'), types('đã đo lại')];
      const { subject } = play(sent, [act('open'), ...fixing('floor-area'), ...again]);
      expect(subject.review.marks['floor-area']).toMatchObject({ answer: { kind: 'count', value: 30 } });
      const other = [types('bốn chục'), pressesOld(meant.last, 'value', 'yes')];
      expect(play(sent, [act('open'), ...fixing('floor-area'), ...other]).last?.parts[0]?.key).toBe(
        'desk.stale-step',
      );
    });

    test('answers no later question: “gạch” of the walls does not correct the columns', () => {
      const walls = play(sent, [act('open'), ...fixing('walls')]);
      const { last, subject, told } = play(sent, [
        act('open'),
        ...fixing('walls'),
        act('open'),
        ...fixing('columns'),
        pressesOld(walls.last, 'value', 'brick'),
      ]);
      expect(last?.parts.map(({ key }) => key).slice(0, 2)).toEqual(['desk.stale-step', 'desk.ask-value']);
      expect(last?.parts[1]?.params?.['name']).toEqual({ phrase: { key: 'survey.columns.name' } });
      expect(subject.review).toEqual(sent.review);
      expect(told).toEqual([]);
    });

    test('ticks nobody on the list of another question, and leaves nothing unknown there', () => {
      const work = play(sent, [act('open'), ...fixing('work')]);
      for (const [name, value] of [
        ['value', 'm1'],
        ['unknown', ''],
      ] as const) {
        const { last } = play(sent, [
          act('open'),
          ...fixing('insurance'),
          pressesOld(work.last, name, value),
        ]);
        expect(last?.parts[0]?.key).toBe('desk.stale-step');
        expect(last?.options.filter(({ picked }) => picked === true)).toEqual([]);
      }
    });

    test('of the same question tells nothing of another amount', () => {
      const five = play(sent, [act('open'), ...fixing('income-farm'), types('5 triệu')]);
      const { last } = play(sent, [
        act('open'),
        ...fixing('income-farm'),
        types('7 triệu'),
        pressesOld(five.last, 'value', 'month'),
      ]);
      expect(last?.parts[0]?.key).toBe('desk.stale-step');
    });

    test('tells no birth of another member', () => {
      const born = (name: string, number: string) => [
        act('open'),
        ...fixing('members'),
        types(name),
        types(number),
      ];
      const first = play(sent, born('Tí', '12'));
      const { last } = play(sent, [...born('Tèo', '13'), pressesOld(first.last, 'value', 'age')]);
      expect(last?.parts[0]?.key).toBe('desk.stale-step');
    });
  });

  test('causes can be typed all at once, by number', () => {
    const { subject } = play(sent, [
      act('open'),
      act('all'),
      types('2, 7'),
      types('đã đến nhà'),
      types('ký hồ sơ'),
    ]);
    expect(subject.review.causes).toEqual(['capital', 'illness']);
    expect(subject.interview.stage).toBe('signed');
  });

  describe('the official form', () => {
    const confirmed = [act('open'), act('all')];

    test('is pressed and typed field by field, and stands on the card beside the reading', () => {
      const possible = readingsOf(sent.review).last[0]?.possible[0] ?? 'poor';
      const { subject, last, told } = play(sent, [
        act('open'),
        act('paper'),
        types('B1: 135 điểm'),
        types('hai mươi điểm ạ'),
        act('paper-class', possible),
        act('open'),
      ]);
      expect(subject.review.official).toEqual({
        b1: 135,
        b2: 20,
        category: possible,
        reason: null,
        on: '2026-11-21',
      });
      expect(last?.parts.map(({ key }) => key)).toContain('desk.paper');
      expect(told).toEqual([]);
    });

    test('asks why where the class is none of the reading’s, keeps what is said, and lets the class be chosen again', () => {
      const possible = readingsOf(sent.review).last.flatMap((each) => each.possible);
      const other = officialClasses.filter((each) => !possible.includes(each));
      expect(other.length).toBeGreaterThan(0);
      const [differing = 'poor'] = other;
      const begun = [...confirmed, act('open'), act('paper'), types('0'), types('chưa')];
      const asked = play(sent, [...begun, act('paper-class', differing)]);
      expect(asked.last?.parts.at(-1)?.key).toBe('desk.ask-paper-reason');
      expect(asked.subject.review.official).toBeNull();
      for (const text of [' ', 'x'.repeat(1001)]) {
        const refused = play(sent, [...begun, act('paper-class', differing), types(text)]);
        expect(refused.subject.review.official).toBeNull();
        expect(refused.last?.parts[0]?.key).toMatch(/^refused\./);
      }
      const kept = play(sent, [...begun, act('paper-class', differing), types('Họp dân xem lại')]);
      expect(kept.subject.review.official).toMatchObject({
        b1: 0,
        b2: null,
        category: differing,
        reason: 'Họp dân xem lại',
      });
      expect(kept.told).toEqual([]);
    });

    test('can be entered in part and completed later, keeping what stands there', () => {
      const { subject } = play(sent, [
        act('open'),
        act('paper'),
        types('135'),
        types('20'),
        act('paper-class', ''),
        act('open'),
        act('paper'),
        types('giữ 135 điểm'),
        act('keep-points', 'b2'),
        types('chưa họp'),
      ]);
      expect(subject.review.official).toMatchObject({ b1: 135, b2: 20, category: null });
    });

    test.each([
      ['không có', 'not-a-number'],
      ['abc', 'not-a-number'],
      ['B2 20', 'not-a-number'],
      ['135 20', 'not-a-number'],
      ['1.350', 'not-a-number'],
      ['-5', 'too-small'],
      ['1001 điểm', 'too-large'],
      ['12,5', 'not-whole'],
    ])('"%s" is no number of points, and B1 is asked again', (text, why) => {
      const { subject, last } = play(sent, [act('open'), act('paper'), types(text)]);
      expect(last?.parts.map(({ key }) => key)).toEqual([`refused.points-${why}`, 'desk.ask-b1']);
      expect(subject.review).toEqual(sent.review);
    });

    test.each([
      '135',
      '135 điểm',
      '135đ',
      '135 points',
      'B1 135',
      'b1=135',
      'điểm B1 là 135',
      'dạ 135 điểm ạ',
    ])('"%s" is 135 points', (text) => {
      const { subject } = play(sent, [
        act('open'),
        act('paper'),
        types(text),
        types('chưa có'),
        types('chưa có kết quả'),
      ]);
      expect(subject.review.official).toMatchObject({ b1: 135, b2: null, category: null });
    });

    test('an empty form is not noted, and the head hears so', () => {
      const { subject, last } = play(sent, [
        act('open'),
        act('paper'),
        act('no-points', 'b1'),
        act('no-points', 'b2'),
        act('paper-class', ''),
      ]);
      expect(subject.review).toEqual(sent.review);
      expect(last?.parts[0]?.key).toBe('desk.refused.nothing-on-paper');
    });

    test('an old button of it changes nothing: not of the question before, not of a card before', () => {
      const old = (button: string, arg: string, revision: number) => (): DeskInput => ({
        kind: 'press',
        revision,
        act: button,
        arg,
      });
      const { revision } = sent.review;
      const twice = [act('open'), act('paper'), act('no-points', 'b1'), old('no-points', 'b1', revision)];
      const { last, subject } = play(sent, twice);
      expect(last?.parts.map(({ key }) => key)).toEqual(['desk.stale-step', 'desk.ask-b2']);
      expect(subject.review).toEqual(sent.review);
      const early = play(sent, [act('open'), act('paper'), old('paper-class', 'poor', revision)]);
      expect(early.last?.parts[0]?.key).toBe('desk.stale-step');
      const elsewhere = play(sent, [act('open'), old('paper-class', 'poor', revision)]);
      expect(elsewhere.last?.parts[0]?.key).toBe('desk.stale');
      const later = play(sent, [...confirmed, old('paper', '', revision)]);
      expect(later.last?.parts[0]?.key).toBe('desk.stale');
    });

    const signing = [...confirmed, types('2'), types('không'), act('do-sign')];

    test('is filled in after signing, when the meeting was: no word to the household, the signed reading stays', () => {
      const signed = play(sent, [...signing, act('open')]);
      expect(signed.last?.options.map(({ phrase }) => phrase.key)).toEqual([
        'desk.act.list',
        'desk.act.paper',
      ]);
      const filled = [act('paper'), types('150'), types('0'), act('paper-class', 'near-poor')];
      const { last, subject, told } = play(signed.subject, [act('open'), ...filled]);
      expect(subject.review.official).toMatchObject({ b1: 150, b2: 0, category: 'near-poor' });
      expect(subject.interview.stage).toBe('signed');
      expect(subject.review.readings).toEqual(signed.subject.review.readings);
      expect(last?.parts[0]?.key).toBe('desk.paper-noted');
      expect(told).toEqual([]);
    });

    test('asks for the causes where only its class makes the household poor, before signing and after', () => {
      const { last } = play(unpoor, [...confirmed, types('không')]);
      expect(last?.parts.at(-1)?.key).toBe('desk.ask-sign');
      const form = [act('open'), act('paper'), types('0'), types('0'), act('paper-class', 'poor')];
      const why = [...form, types('họp dân xem lại')];
      const before = play(unpoor, [...confirmed, ...why]);
      expect(before.last?.parts.at(-1)?.key).toBe('desk.ask-causes');
      const after = play(unpoor, [...confirmed, types('không'), act('do-sign'), ...why, types('2')]);
      expect(after.subject.review.causes).toEqual(['capital']);
      expect(after.subject.interview.stage).toBe('signed');
    });

    test('needs its reason again once the answers were corrected away from its class, and only while they are', () => {
      const form = [act('open'), act('paper'), types('0'), types('0'), act('paper-class', 'none')];
      const plain = play(unpoor, form);
      expect(plain.subject.review.official?.reason).toBeNull();
      const wages = (amount: string) => [
        act('list'),
        act('one', 'income-wages'),
        act('fix', 'income-wages'),
        types(amount),
        types('đã xem lại'),
      ];
      const poor = play(plain.subject, [act('open'), ...wages('1 triệu một năm'), act('open'), act('all')]);
      expect(poor.last?.parts.at(-1)?.key).toBe('desk.ask-paper-reason');
      const reasoned = play(poor.subject, [act('open'), act('official-reason'), types('họp dân đã xem')]);
      expect(reasoned.subject.review.official?.reason).toBe('họp dân đã xem');
      const keys = (subject: Subject) => play(subject, [act('open')]).last?.parts.map(({ key }) => key) ?? [];
      expect(keys(reasoned.subject)).toContain('desk.paper-reason');
      const back = play(reasoned.subject, [act('open'), ...wages('900 triệu một năm')]);
      expect(keys(back.subject)).not.toContain('desk.paper-reason');
    });
  });

  test('whoever is not a head of the zone sees nothing of the case and changes nothing, whatever they send', () => {
    const arbitrary = fc.record({
      act: fc.constantFrom(
        'open',
        'list',
        'one',
        'all',
        'fix',
        'give',
        'paper',
        'paper-class',
        'sign',
        'do-sign',
      ),
      arg: fc.constantFrom('', 'walls'),
      revision: fc.nat(3),
    });
    for (const relations of [[], ['household']] satisfies Relation[][]) {
      fc.assert(
        fc.property(fc.array(arbitrary, { maxLength: 8 }), (inputs) => {
          const stranger = { ...sent, relations };
          const { subject, last } = play(
            stranger,
            inputs.map((input) => () => ({ kind: 'press' as const, ...input })),
          );
          expect(subject).toEqual(stranger);
          if (last !== null) expect(JSON.stringify(last)).not.toContain('Lan');
        }),
      );
    }
  });

  test('whatever a head presses or types, in any order: nothing throws and the household’s own answers stay', () => {
    const step = fc.oneof(
      fc.nat(30).map((n) => (last: Message | null): DeskInput => {
        const picks = [...(last?.options ?? []), ...(last?.actions ?? [])];
        const button = decodeButton(picks[n % Math.max(picks.length, 1)]?.data ?? '');
        return button?.kind === 'desk'
          ? { ...button, kind: 'press' }
          : { kind: 'press', revision: n, act: 'open', arg: '' };
      }),
      fc
        .constantFrom(
          '1',
          '2',
          '3, 4',
          'có',
          'không biết',
          '45',
          '5tr/tháng',
          'Lan 1985',
          'xong',
          'ghi chú gì đó',
        )
        .map(types),
      fc.string({ unit: 'binary', maxLength: 20 }).map(types),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { subject } = play(sent, steps);
        expect(subject.interview.answers).toEqual(sent.interview.answers);
      }),
      { numRuns: 60 },
    );
  });
});
