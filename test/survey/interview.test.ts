import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, membersOf } from '../../src/survey/answer.ts';
import { decide } from '../../src/survey/decide.ts';
import { toPerson } from '../../src/survey/person.ts';
import { isTelling } from '../../src/survey/question.ts';
import { walk } from '../../src/survey/walk.ts';
import { householdOf } from '../../src/surveys/facts.ts';
import { household } from '../../src/surveys/household.ts';
import { surveyOf } from '../../src/surveys/register.ts';
import { answerAll, answered, begin, commandOf, context, openQuestion, telling } from './walk-through.ts';

describe('the interview', () => {
  test('a household of four with every source of income, each told on a line of its own, needs at most 30 answers', () => {
    const through = telling();
    const lines = ['Lan 1985', 'bà Sáu 72 tuổi', 'Nam 2003', 'Bình 2013'];
    for (const line of lines) through.say(line);
    const answers = lines.length + answerAll(through);
    expect(through.last().kind).toBe('summary');
    expect(answers).toBe(27);
    expect(
      household.questions.filter((each) => each.factual && !(each.id in through.interview().answers)),
    ).toEqual([]);
  });

  test('members told in one message are one answer', () => {
    const through = begin();
    expect(answerAll(through)).toBe(24);
  });

  test('a typed answer that is not understood is refused kindly, changes nothing and is asked again', () => {
    const through = telling('Lan 1985');
    through.press('+');
    const before = through.interview().answers;
    through.say('trời đẹp');
    expect(through.last().kind).toBe('refused');
    expect(through.interview().answers).toEqual(before);
    expect(openQuestion(through)).toBe('work');
  });

  test('whoever is not understood three times in a row at one question is shown the way to a person', () => {
    const through = telling('Lan 1985');
    through.press('+');
    const isShown = () => through.last().actions.includes(toPerson);
    const said = (...texts: readonly string[]) =>
      texts.map((text) => {
        through.say(text);
        return isShown();
      });
    expect(said('trời đẹp', 'mưa rồi', 'nắng lên', 'gió')).toEqual([false, false, true, true]);
    // Another question begins anew, and so does what was understood in between.
    through.press('-');
    expect(said('trời đẹp', 'mưa rồi')).toEqual([false, false]);
    through.run({ kind: 'edit', question: 'work' });
    expect(said('trời đẹp', 'mưa rồi', 'nắng lên')).toEqual([false, false, true]);
  });

  test('an old button changes nothing, says so, and shows the way to change that answer', () => {
    const through = telling('Lan 1985');
    through.press('+');
    const lan = through.last().options[0]!.data;
    through.press('-');
    const before = through.interview();
    through.run(commandOf(lan));
    expect(through.last().kind).toBe('stale');
    expect(through.interview()).toEqual(before);
    expect(through.last().actions.some((pick) => commandOf(pick.data).kind === 'edit')).toBe(true);
  });

  test('an old button for going back opens nothing again', () => {
    const through = telling('Lan 1985');
    through.press('+');
    through.press('-');
    const old = through.last().actions.find((pick) => pick.data.endsWith('|back'))!.data;
    answerAll(through);
    const before = through.interview();
    through.run(commandOf(old));
    expect(through.last().kind).toBe('stale');
    expect(through.interview()).toEqual(before);
  });

  test('what was opened again can be kept as it is, pressed or typed, also with a new amount half told', () => {
    const through = answered();
    const { answers } = through.interview();
    through.run({ kind: 'edit', question: 'floor-area' });
    through.press('keep-answer');
    expect(through.last().kind).toBe('summary');
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('7 triệu');
    through.say('giữ nguyên ạ');
    expect(through.last().kind).toBe('summary');
    expect(through.interview().answers).toEqual(answers);
  });

  test('nothing can be kept where nothing was answered or somebody new is still to be asked about', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'members' });
    through.say('Tí');
    expect(
      through
        .last()
        .actions.map((pick) => pick.data)
        .join(),
    ).not.toContain('keep-answer');
  });

  test('what was only opened again is sent as it is; half a new answer is not thrown away', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('7 triệu');
    through.run({ kind: 'send' });
    expect(through.last().parts[0]?.key).toBe('chat.not-yet-changed');
    expect(through.interview().stage).toBe('answering');
    through.press('keep-answer');
    through.run({ kind: 'edit', question: 'floor-area' });
    through.run({ kind: 'send' });
    expect(through.interview().stage).toBe('sent');
  });

  test('an address is kept on one line as it was said, is no fact, and goes to the head again when it changes', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'address' });
    for (const refused of ['…', 'số 12, gọi 0912 345 678', 'ngõ '.repeat(30)]) {
      through.say(refused);
      expect(through.last().kind, refused).toBe('refused');
    }
    through.say(' Số  12A\nngõ 5 ');
    expect(addressOf(through.interview().answers)).toBe('Số 12A ngõ 5');
    through.press('send');
    const { answers, on } = through.interview();
    expect(JSON.stringify(householdOf(answers, on))).not.toContain('12A');
    through.run({ kind: 'edit', question: 'address' });
    through.say('không biết');
    expect(through.events.at(-1)).toMatchObject({ type: 'Sent', again: true, changed: ['address'] });
  });

  test('an interview that began before the address was asked for goes on, and is whole, without it', () => {
    const { address, ...before } = answered().interview().answers;
    expect(address).toBeDefined();
    const open = { ...answered().interview(), version: 1, answers: before };
    const survey = surveyOf('household', 1);
    expect(walk(survey, open).open).toBeNull();
    const sent = decide({ kind: 'send' }, open, { ...context, survey });
    expect(sent.events).toMatchObject([{ type: 'Sent' }]);
    const gap = {
      ...open,
      answers: { ...before, 'income-check': { kind: 'confirmed', digest: 'old' } },
    } as const;
    expect(walk(survey, gap).open?.id).toBe('income-check');
  });

  test('another language is not sent to the head as a change', () => {
    const through = answered();
    through.press('send');
    const before = through.events.length;
    through.run({ kind: 'edit', question: 'language' });
    through.press('en');
    expect(through.interview().answers.language).toEqual({ kind: 'choice', value: 'en' });
    expect(through.events.slice(before).map((event) => event.type)).not.toContain('Sent');
    through.run({ kind: 'edit', question: 'walls' });
    through.press('bamboo-earth');
    expect(through.events.at(-1)).toMatchObject({ type: 'Sent', again: true, changed: ['walls'] });
  });

  test('incomes that are not right are listed alone, and the only one is opened', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('2 triệu một tháng');
    through.press('no');
    const listed = through.last().options.map((pick) => commandOf(pick.data));
    expect(listed.map((command) => command.kind === 'edit' && command.question)).toEqual([
      'income',
      'income-wages',
      'income-farm',
      'income-business',
      'income-allowances',
      'income-remittances',
    ]);
    through.press('income');
    through.say('1');
    through.press('no');
    expect(openQuestion(through)).toBe('income-wages');
  });

  test('a member who was ticked and is taken off the list is spoken of no more', () => {
    const through = telling('Lan 1985\nHùng 1983');
    through.press('+');
    through.say('Hùng');
    through.run({ kind: 'edit', question: 'members' });
    through.say('xóa Hùng');
    through.press('+');
    answerAll(through);
    expect(through.last().kind).toBe('summary');
    expect(JSON.stringify(through.last())).not.toContain('survey.work.o');
  });

  test.each<[string[], string[]]>([
    [['con 2015\ncon 2018'], ['con (2015)', 'con 2 (2018)']],
    [['con gái 2015, con gái 2015'], ['con gái (2015)', 'con gái 2 (2015)']],
    [
      ['toi la Lan 1988, chong Hung 1985, 2 con 2015 va 2021, me chong 70 tuoi'],
      ['Lan (1988)', 'Hung (1985)', 'con (2015)', 'con 2 (2021)', 'me chong (age)'],
    ],
    [['Lan 1988, hai con trai 7 và 10 tuổi'], ['Lan (1988)', 'con trai (age)', 'con trai 2 (age)']],
    // One birth for two people: those who are clear are kept, and asked again is only the rest.
    [['Lan 1988, Hùng 1985, 2 con 2015'], ['Lan (1988)', 'Hùng (1985)']],
    [['Lan 1988, vợ, Hùng 1985, chồng'], ['Lan (1988)', 'Hùng (1985)']],
    [
      ['con 2015', 'con 2018'],
      ['con (2015)', 'con 2 (2018)'],
    ],
    [
      ['Lan 1985 vợ', 'Lan 2010 con'],
      ['Lan (1985)', 'Lan 2 (2010)'],
    ],
    [['Lan 1985', 'Lan 1986'], ['Lan (1986)']],
    [
      ['Lan 1985\nTú 2001\nTư 2003', 'tu 2002'],
      ['Lan (1985)', 'Tú (2002)', 'Tư (2003)'],
    ],
    [['Lan 1985', 'Lan'], ['Lan (1985)']],
  ])('nobody of a family is lost or counted twice: %j is %j', (messages, expected) => {
    const through = telling(...messages);
    const members = membersOf(through.interview().answers);
    expect(
      members.map(({ name, birth }) => `${name} (${birth?.kind === 'born' ? birth.year : birth?.kind})`),
    ).toEqual(expected);
  });

  test('a line for the next person is not taken for the age of the one who was asked about', () => {
    const through = telling('Lan', 'Hùng 1990');
    expect(through.last().parts[0]).toMatchObject({ key: 'survey.members.birth', params: { name: 'Lan' } });
    through.say('1985');
    const members = through.interview().answers.members;
    expect(members?.kind === 'members' && members.members.map((each) => [each.name, each.birth])).toEqual([
      ['Lan', { kind: 'born', year: 1985 }],
      ['Hùng', { kind: 'born', year: 1990 }],
    ]);
  });

  test('two people whose names differ only by their marks stay two', () => {
    const through = telling('Tú 1980', 'bà Tư 1955', 'xóa bà Tư');
    const members = through.interview().answers.members;
    expect(members?.kind === 'members' && members.members.map((each) => each.name)).toEqual(['Tú']);
  });

  test('the button of an amount that was said before does not take the amount said now', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('5 triệu');
    const old = through.last().options[0]!.data;
    through.say('7 triệu');
    through.run(commandOf(old));
    expect(through.last().kind).toBe('stale');
    expect(through.interview().answers['income-wages']).toEqual({ kind: 'money', yearly: 12_000_000 });
  });

  test.each([
    ['20 triệu một lứa', '2 lứa', 40_000_000],
    ['20 triệu một đợt', '2 đợt', 40_000_000],
    ['200k một ngày', 'mỗi tháng 20 ngày', 48_000_000],
    ['200k một ngày', '5 triệu một tháng', 60_000_000],
  ])('"%s" and, asked how many, "%s" are %i a year', (amount, times, yearly) => {
    const through = answered();
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say(amount);
    through.say(times);
    expect(through.interview().answers['income-wages']).toEqual({ kind: 'money', yearly });
  });

  test('three months are not three days: how many days is asked again', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('200k một ngày');
    through.say('3 tháng');
    expect(through.last().parts.map(({ key }) => key)).toEqual([
      'refused.times',
      'survey.money.how-many-day',
    ]);
  });

  test('agreeing again, or giving the same answer again, sends nothing and takes nothing from the head', () => {
    const through = answered();
    through.press('send');
    const { events } = through;
    const before = events.length;
    through.run({ kind: 'edit', question: 'walls' });
    through.press('brick');
    through.run({ kind: 'edit', question: 'roof' });
    through.press('tile');
    expect(events.slice(before).map((event) => event.type)).not.toContain('Sent');
    expect(through.interview().stage).toBe('sent');
    expect(through.interview().changed).toEqual([]);
  });

  test('what was declined can only be agreed to', () => {
    const through = begin();
    through.press('vi');
    through.press('no');
    through.run({ kind: 'edit', question: 'walls' });
    expect(through.last().kind).toBe('refused');
    expect(through.interview().stage).toBe('declined');
  });

  test('going back twice and answering keeps the answers in between', () => {
    const through = telling('Lan 1985');
    through.press('+');
    through.press('-');
    through.press('-');
    const asked = openQuestion(through);
    through.press('back');
    through.press('back');
    expect(openQuestion(through)).toBe('work');
    through.press('-');
    expect(openQuestion(through)).toBe(asked);
  });

  test('a member added later is asked about only where they are concerned', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'members' });
    through.say('Tí 2024');
    through.press('+');
    const asked: string[] = [];
    for (let id = openQuestion(through); id !== ''; id = openQuestion(through)) {
      asked.push(id);
      through.press('-');
    }
    expect(asked).toEqual(['nutrition']);
    expect(through.last().kind).toBe('summary');
  });

  test('a changed amount is read back again before it counts', () => {
    const through = answered();
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('2 triệu một tháng');
    expect(openQuestion(through)).toBe('income-check');
  });

  test('the birth month is asked only where an age that matters hangs on it', () => {
    const through = telling('Lan 1985', 'Bình 2020');
    expect(through.last().parts.map((part) => part.key)).toContain('survey.members.month');
    through.say('tháng 3');
    expect(through.last().parts.map((part) => part.key)).toContain('survey.members.more');
  });

  test('"I don\'t know" is taken for every question about facts, and why is told for every question', () => {
    for (const question of household.questions.filter((each) => isTelling(each) && each.kind !== 'members')) {
      const through = answered();
      through.run({ kind: 'edit', question: question.id });
      through.press('why');
      expect(through.last().parts[0]!.key).toBe(`survey.${question.id}.why`);
      through.say('không biết');
      expect(through.interview().answers[question.id], question.id).toEqual({ kind: 'unknown' });
    }
  });

  test('an edit after sending goes to the head again as soon as nothing is open', () => {
    const through = answered();
    through.press('send');
    expect(through.interview().stage).toBe('sent');
    through.run({ kind: 'edit', question: 'walls' });
    through.press('bamboo-earth');
    expect(through.events.at(-1)).toMatchObject({ type: 'Sent', again: true, changed: ['walls'] });
    through.run({ kind: 'edit', question: 'income-wages' });
    through.say('3 triệu một tháng');
    expect(through.interview().stage).toBe('reopened');
    through.press('yes');
    expect(through.interview().stage).toBe('sent');
  });

  test('a household that declines is asked nothing more, and may begin again', () => {
    const through = begin();
    through.press('vi');
    through.press('no');
    expect(through.interview().stage).toBe('declined');
    expect(through.last().kind).toBe('declined');
    through.press('resume');
    through.press('yes');
    expect(openQuestion(through)).toBe('members');
    expect(through.interview().consent).toBe(household.consentText);
  });

  test('whatever is said or pressed, in any order: nothing throws, and only the open question is answered', () => {
    const step = fc.oneof(
      fc.record({
        say: fc.constantFrom(
          '1',
          '2',
          'có',
          'không',
          'ko biết',
          'Lan 85',
          'Tí 2020',
          '5tr/tháng',
          '20tr một vụ',
          'xong',
          '3',
        ),
      }),
      fc.record({ say: fc.string({ unit: 'binary', maxLength: 30 }) }),
      fc.record({ pick: fc.nat(40) }),
      fc.record({ old: fc.nat(200) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const through = begin();
        const seen: string[] = [];
        for (const each of steps) {
          const picks = [...through.last().options, ...through.last().actions]
            .map((pick) => pick.data)
            .filter((data) => data !== toPerson.data);
          seen.push(...picks);
          const before = through.interview();
          const open = walk(household, before).open?.id;
          if ('say' in each) through.say(each.say);
          else {
            const data = 'pick' in each ? picks[each.pick % picks.length] : seen[each.old % seen.length];
            if (data !== undefined) through.run(commandOf(data));
          }
          const after = through.interview();
          const changed = Object.keys(after.answers).filter(
            (id) =>
              after.answers[id] !== undefined &&
              JSON.stringify(after.answers[id]) !== JSON.stringify(before.answers[id]),
          );
          expect(changed.every((id) => id === open)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every option that is offered as words is understood as itself', () => {
    const through = begin();
    for (const question of household.questions) {
      if (question.kind !== 'choice' || !question.factual) continue;
      for (const value of question.options) {
        answerAll(through);
        through.run({ kind: 'edit', question: question.id });
        const offer = through.last().options.find((pick) => pick.data.endsWith(`|${value}`))!;
        for (const word of context.words(offer.phrase)) {
          through.run({ kind: 'edit', question: question.id });
          through.say(word);
          expect(through.interview().answers[question.id], `${question.id}: ${word}`).toEqual({
            kind: 'choice',
            value,
          });
        }
      }
    }
  });
});
