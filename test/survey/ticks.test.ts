import { describe, expect, test } from 'vitest';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { openQuestion, telling, type WalkThrough } from './walk-through.ts';

const speaker = speakerOf(loadTexts());
const said = (through: WalkThrough) => through.last().parts.map((part) => speaker.say(part, 'vi'));

/** A couple with two children, at the question of this name. */
function askedAbout(question: string): WalkThrough {
  const through = telling('Lan 1985\nHùng 1983\nBình 2012\nMai 2014');
  through.press('+');
  while (openQuestion(through) !== question) {
    if (question === 'devices' || question === 'income') through.press('unknown');
    else through.press('-');
  }
  return through;
}

function picked(through: WalkThrough, question: string): readonly string[] | undefined {
  const answer = through.interview().answers[question];
  return answer?.kind === 'ticks' ? answer.picked : undefined;
}

describe('who lacks something: a word for all of them may mean the contrary, and is asked back', () => {
  test.each(['cả nhà', 'mọi người', 'hết', 'tất cả', 'chưa ai có', 'không', 'chưa', 'everybody'])(
    'who has no card: "%s"',
    (text) => {
      const through = askedAbout('insurance');
      through.say(text);
      expect(picked(through, 'insurance')).toBeUndefined();
      expect(said(through)).toEqual(['Cả nhà chưa có thẻ, hay cả nhà đã có thẻ?']);
    },
  );

  test.each([
    ['chưa có', ['m1', 'm2', 'm3', 'm4']],
    ['1', ['m1', 'm2', 'm3', 'm4']],
    ['đã có', []],
    ['có', []],
    ['Hùng', ['m2']],
  ])('asked back, "%s" picks %j', (text, expected) => {
    const through = askedAbout('insurance');
    through.say('cả nhà');
    through.say(text);
    expect(picked(through, 'insurance')).toEqual(expected);
  });

  test.each([
    ['*', ['m3', 'm4']],
    ['-', []],
  ])('the button %s of what is asked back is taken', (value, expected) => {
    const through = askedAbout('school');
    through.say('hết');
    through.press(value);
    expect(picked(through, 'school')).toEqual(expected);
  });

  test.each(['tất cả đều có', 'hết', 'cả nhà'])('which child is not at school: "%s"', (text) => {
    const through = askedAbout('school');
    through.say(text);
    expect(picked(through, 'school')).toBeUndefined();
    expect(said(through)[0]).toContain('hay đều đi học đúng bậc?');
  });

  test('what says whole that all have it is taken', () => {
    const through = askedAbout('insurance');
    through.say('cả nhà đều có');
    expect(picked(through, 'insurance')).toEqual([]);
  });
});

describe('other lists', () => {
  test('who gets something: all of them is all of them, and "hết" is nobody in particular', () => {
    const through = askedAbout('allowance');
    through.say('hết');
    expect(through.last().kind).toBe('refused');
    through.say('cả nhà');
    expect(picked(through, 'allowance')).toEqual(['m1', 'm2']);
  });

  test('"hết" picks no child of whom the health workers spoke', () => {
    const through = askedAbout('nutrition');
    through.say('hết');
    expect(picked(through, 'nutrition')).toBeUndefined();
  });

  test('a plain no is asked back with the label that says it', () => {
    const through = askedAbout('nutrition');
    through.say('không');
    expect(said(through)[0]).toBe(
      'Ý mình là không có ai phải không? Xin bấm “Đã cân đo, y tế nói đều ổn”, hoặc bấm tên.',
    );
  });

  test.each([
    ['income', 'lương 5 triệu một tháng'],
    ['income', 'có'],
    ['devices', 'có điện thoại'],
  ])('%s are things, so nobody is told to type names: "%s"', (question, text) => {
    const through = askedAbout(question);
    through.say(text);
    expect(said(through)[0]).toBe('Xin bấm từng dòng, hoặc gõ số thứ tự, ví dụ: 1, 3.');
  });
});
