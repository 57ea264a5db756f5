import { describe, expect, test } from 'vitest';
import { type Phrase, say } from '../../src/decision.ts';
import { choose, type Option } from '../../src/input/choose.ts';
import { fold } from '../../src/input/fold.ts';
import { isNobody, isUnknown, parseYesNo } from '../../src/input/yes-no.ts';
import { causes } from '../../src/review/cause.ts';
import { officialClasses } from '../../src/review/official.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { plainText } from '../../src/text/plain.ts';
import { family, questions, ticksOf, today } from './keys.ts';

const speaker = speakerOf(loadTexts());
const { words } = speaker;

const option = (value: string, phrase: Phrase): Option => ({ value, words: words(phrase) });

/** What stands on the screen together, by what it is. */
const sets: Readonly<Record<string, readonly Option[]>> = {
  ...Object.fromEntries(
    questions.flatMap((question): [string, readonly Option[]][] => {
      const named = (value: string) => option(value, say(`survey.${question.id}.o.${value}`));
      if (question.kind === 'choice') return [[question.id, question.options.map(named)]];
      if (question.kind === 'confirm') return [[question.id, ['yes', 'no'].map(named)]];
      if (question.kind !== 'ticks') return [];
      const ticks = ticksOf(question).map(({ value, phrase }) => option(value, phrase));
      return [
        [question.id, [...ticks, option('-', say(`survey.${question.id}.nobody`))]],
        [`${question.id}, some ticked`, [...ticks, option('+', say('acts.done'))]],
        ...(question.asksWhoLacks === true ? [everybodyOr(question.id)] : []),
      ];
    }),
  ),
  money: ['month', 'year'].map((value) =>
    option(value, say(`survey.money.${value}`, { amount: { money: 5_000_000 } })),
  ),
  'said again': named('acts', ['right', 'wrong']),
  summary: named('acts', ['send', 'edit', 'withdraw']),
  status: named('acts', ['resume', 'edit', 'withdraw']),
  outcome: named('acts', ['status', 'edit', 'withdraw']),
  sure: named('acts', ['withdraw-sure', 'keep']),
  help: named('menu', ['resume', 'status', 'tasks', 'language']),
  languages: named('menu', ['vi', 'en']),
  'desk card': named('desk.act', [
    'all',
    'list',
    'give',
    'causes',
    'note',
    'official-reason',
    'paper',
    'sign',
  ]),
  'desk list': named('desk.act', ['open']),
  'desk one': named('desk.act', ['ok', 'fix', 'back', 'list', 'open']),
  'desk note': named('desk.act', ['no-note', 'open']),
  'desk sign': named('desk.act', ['do-sign', 'open']),
  'desk points': named('desk.act', ['no-points', 'open']),
  'desk class': [...named('desk.class', officialClasses), ...named('desk.act', ['no-class', 'open'])],
  'desk causes': [...named('desk.cause', causes), ...named('desk.act', ['causes-done', 'open'])],
};

function everybodyOr(id: string): [string, readonly Option[]] {
  const all = option('*', say(`survey.${id}.everybody`));
  return [`${id}, all or nobody`, [all, option('-', say(`survey.${id}.everybody-not`))]];
}

function named(prefix: string, values: readonly string[]): readonly Option[] {
  return values.map((value) =>
    option(value, say(`${prefix}.${value}`, prefix === 'desk.act' ? { count: 2 } : {})),
  );
}

/** Heard before an answer is: what can be said at any time. */
const wishes = [
  'help',
  'status',
  'edit',
  'back',
  'withdraw',
  'language',
  'send',
  'person',
  'resume',
  'no-reminders',
  'posted',
  'why',
  'listen',
];
const wishWords = wishes.flatMap((wish) =>
  words(say(`acts.${wish}`)).map((word) => ({ wish, word: fold(word) })),
);

/** Names that are typed as they are where somebody is asked for; without their marks they are near to words of ours. */
const givenNames = ['Tiệp', 'Tiếp', 'Nghệ', 'Nghê', 'Đốc', 'Sửu', 'Luỹ', 'Hội', 'Ngữ', 'Thôi', 'Hiển'];

describe('typed words', () => {
  test('no wish that can be said at any time is a name', () => {
    const names = givenNames.map(fold);
    expect(wishWords.filter(({ word }) => names.includes(word))).toEqual([]);
  });

  test.each(Object.entries(sets))(
    '%s: every word means its own option, with and without its marks',
    (_, options) => {
      const wrong = options.flatMap(({ value, words: own }) =>
        own
          .flatMap((word) => [word, word.toLowerCase(), fold(word)])
          .flatMap((word) => {
            const chosen = choose(word, options);
            return chosen.kind === 'chosen' && chosen.value === value
              ? []
              : [`${word} is ${JSON.stringify(chosen)}, not ${value}`];
          }),
      );
      expect(wrong).toEqual([]);
    },
  );

  const surveySets = questions.flatMap((question) => {
    const options = sets[question.id];
    return options === undefined ? [] : [{ question, options }];
  });

  test.each(surveySets)(
    '$question.id: no word is heard as something else before the options are looked at',
    ({ question, options }) => {
      const wrong = options.flatMap(({ value, words: own }) =>
        own.filter((word) => {
          if (wishWords.some((wish) => wish.word === fold(word))) return true;
          if (question.mayBeUnknown && isUnknown(word)) return true;
          const yesNo = parseYesNo(word);
          if (question.kind === 'ticks') {
            if (isNobody(word)) return value !== '-';
            return yesNo !== null && !(yesNo === 'no' && value === '-');
          }
          const isYesNo =
            question.kind === 'confirm' || (question.kind === 'choice' && question.yesNo === true);
          return isYesNo && yesNo !== null && yesNo !== value;
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('what can be said at any time means one thing', () => {
    const clashes = wishWords.filter((one) =>
      wishWords.some((other) => other.word === one.word && other.wish !== one.wish),
    );
    expect(clashes).toEqual([]);
  });

  test('a name alone is enough in every list of members', () => {
    const lists = questions.flatMap((question) => (question.kind === 'ticks' ? [question] : []));
    const wrong = lists.flatMap((question) =>
      ticksOf(question)
        .filter(({ phrase }) => phrase.params?.['name'] !== undefined)
        .filter(({ value }) => {
          const chosen = choose(value, sets[question.id] ?? []);
          return chosen.kind !== 'chosen' || chosen.value !== value;
        })
        .map(({ value }) => `${question.id}: ${value}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['walls', 'gỗ'],
    ['water', 'giếng'],
    ['water', 'giếng đào'],
    ['water', 'dug well'],
    ['latrine', 'hố đào'],
    ['devices', 'điện thoại'],
    ['devices', 'máy tính'],
  ])('%s: "%s" could be several, so none is taken', (id, typed) => {
    expect(choose(typed, sets[id] ?? []).kind).toBe('unclear');
  });
});

describe('the speaker', () => {
  test('a number called count needs no plural forms', () => {
    for (const count of [0, 1, 2, 21]) {
      expect(speaker.say(say('survey.members.o.done', { count }), 'vi')).toBe(`Đủ rồi, ${count} người`);
      expect(speaker.say(say('survey.members.o.done', { count }), 'en')).toBe(`That is all (${count})`);
    }
  });

  test('what people typed stays as they typed it, whatever it looks like', () => {
    const name = 'A {{count}} $t(acts.why) <b> & $& 100%';
    expect(speaker.say(say('chat.member-told', { name, birth: '5 tuổi' }), 'vi')).toBe(`${name} (5 tuổi)`);
  });

  test('money, days and lists are written as the language writes them', () => {
    expect(speaker.say(say('chat.money-year', { amount: { money: 60_000_000 } }), 'vi')).toBe(
      '60.000.000 đ một năm',
    );
    expect(speaker.say(say('chat.money-year', { amount: { money: 60_000_000 } }), 'en')).toBe(
      '60,000,000 VND a year',
    );
    const task = say('desk.task', { name: 'Lan', case: 7, zone: 'Khu 1', day: { day: today } });
    expect(speaker.say(task, 'vi')).toBe('Lan – Khu 1, gửi 20/11/2026 (số 7)');
    expect(speaker.say(task, 'en')).toBe('Lan – Khu 1, sent 20 Nov 2026 (no. 7)');
    const lines = say('chat.summary', { lines: { lines: [say('chat.unknown'), say('chat.no-answer')] } });
    expect(speaker.say(lines, 'vi')).toBe(
      'Nhà mình đã trả lời hết. Xin xem lại:\n• chưa biết\n• chưa trả lời',
    );
  });

  test('without buttons the options are numbered and the actions are words', () => {
    const [first] = questions.filter((question) => question.kind === 'ticks').flatMap(ticksOf);
    const label = first === undefined ? '' : speaker.say(first.phrase, 'vi');
    expect(family['members']?.kind).toBe('members');
    expect(
      plainText({
        text: 'Ai?',
        options: [{ label, data: 'a', picked: true }],
        actions: [{ label: 'Lui lại', data: 'b' }],
      }),
    ).toBe('Ai?\n\n1. ✓ Lan (41 tuổi)\n\n("Lui lại")');
  });
});
