import { describe, expect, test } from 'vitest';
import { messageSchema } from '../../src/decision.ts';
import { openQuestion, telling, type WalkThrough } from './walk-through.ts';

function askedAbout(question: string): WalkThrough {
  const through = telling('Lan 1985');
  through.press('+');
  while (openQuestion(through) !== question) through.press('unknown');
  return through;
}

describe('a question whose answers are drawn', () => {
  test.each(['walls', 'columns', 'roof', 'water', 'latrine'])(
    '%s: one drawing for each option',
    (question) => {
      const { picture, options } = askedAbout(question).last();
      expect(picture?.sheet).toBe(question);
      expect(picture?.drawings).toEqual(
        options.map(({ phrase }) => phrase.key.replace(`survey.${question}.o.`, `${question}-`)),
      );
      expect(picture?.again).toBeUndefined();
    },
  );

  test('keeps its drawings in the queue', () => {
    const message = askedAbout('latrine').last();
    expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  test.each(['giếng', 'tại sao'])('says that they stand above already, after "%s"', (words) => {
    const through = askedAbout('water');
    through.say(words);
    through.press('why');
    expect(through.last().picture).toMatchObject({ sheet: 'water', again: true });
  });

  test('shows them anew when it is asked anew', () => {
    const through = askedAbout('latrine');
    through.press('back');
    expect(through.last().picture).toMatchObject({ sheet: 'water' });
    expect(through.last().picture?.again).toBeUndefined();
  });

  test('is the only kind that has some', () => {
    expect(askedAbout('floor-area').last().picture).toBeUndefined();
    expect(askedAbout('internet').last().picture).toBeUndefined();
  });
});
