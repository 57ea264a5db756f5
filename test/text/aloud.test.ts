import { expect, test } from 'vitest';
import { type Message, type Phrase, say } from '../../src/decision.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { render } from '../../src/text/render.ts';

const speaker = speakerOf(loadTexts());
const message = (...parts: readonly Phrase[]): Message => ({
  kind: 'ask',
  parts,
  options: [
    { phrase: say('acts.right'), data: 'r', picked: true },
    { phrase: say('acts.wrong'), data: 'w', picked: false },
  ],
  actions: [{ phrase: say('acts.back'), data: 'b' }],
  speech: true,
});

test('what can be answered is read with its number, what else can be done is not', () => {
  const asked = message(say('chat.tick-hint'));
  const hint = speaker.say(say('chat.tick-hint'), 'vi');
  expect(render(asked, 'vi', speaker).speech).toEqual({
    text: `${hint}\n\nSố 1: Đúng rồi, đã chọn.\n\nSố 2: Chưa đúng.`,
    language: 'vi',
  });
  expect(render(asked, 'en', speaker).speech?.text).toContain('Number 1: ');
  expect(render({ ...asked, speech: false }, 'vi', speaker).speech).toBeUndefined();
});

const amount = (money: number, language: 'vi' | 'en') => {
  const asked = { ...message(say('chat.money-year', { amount: { money } })), options: [] };
  return render(asked, language, speaker).speech?.text;
};

test.each([
  [12_000_000, '12 triệu đồng một năm'],
  [1_500_000, '1 triệu 500 nghìn đồng một năm'],
  [12_345_678, '12 triệu 345 nghìn 678 đồng một năm'],
  [2_005_000_000, '2 tỷ 5 triệu đồng một năm'],
  [500, '500 đồng một năm'],
  [0, '0 đồng một năm'],
])('%i is read as people say it', (money, said) => {
  expect(amount(money, 'vi')).toBe(said);
});

test('an amount is read in English too, a year as it stands', () => {
  expect(amount(1_500_000, 'en')).toBe('1 million 500 thousand dong a year');
  const asked = message(say('chat.birth-year', { year: 1985 }));
  expect(render(asked, 'vi', speaker).speech?.text).toContain('1985');
});
