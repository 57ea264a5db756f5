import { describe, expect, test } from 'vitest';
import { decodeButton } from '../../src/button.ts';
import { messageSchema } from '../../src/decision.ts';
import { begin, commandOf, openQuestion, places, telling, type WalkThrough } from './walk-through.ts';

const speaking = (from?: WalkThrough) =>
  begin('2026-11-20', 2026, {
    places,
    place: places[0]!,
    speaks: true,
    ...(from === undefined ? {} : { from: from.interview() }),
  });
const actsOf = (through: WalkThrough) =>
  through.last().actions.map(({ data }) => {
    const button = decodeButton(data);
    return button?.kind === 'act' ? button.act : data;
  });
const at = (question: string) => {
  const through = telling('Lan 1985');
  through.press('+');
  while (openQuestion(through) !== question) through.press('unknown');
  return through;
};

describe('a question that can be read aloud', () => {
  test('offers it first, from the first question on', () => {
    const through = speaking();
    expect(openQuestion(through)).toBe('language');
    expect(actsOf(through)).toEqual(['listen']);
    through.press('vi');
    expect(actsOf(through)[0]).toBe('listen');
  });

  test('is shown again as it stands, with its voice, and nothing has happened', () => {
    const through = speaking(at('water'));
    const { picture, ...shown } = through.last();
    const before = through.interview();
    through.press('listen');
    expect(through.last()).toEqual({ ...shown, picture: { ...picture, again: true }, speech: true });
    expect(through.interview()).toEqual(before);
    expect(messageSchema.parse(JSON.parse(JSON.stringify(through.last())))).toEqual(through.last());
  });

  test('has no voice when it is asked anew', () => {
    const through = speaking(at('water'));
    through.press('listen');
    through.press('why');
    expect(through.last().speech).toBeUndefined();
  });

  test('is read as it is now, half ticked', () => {
    const through = speaking(at('insurance'));
    const [tick] = through.last().options;
    through.run(commandOf(tick!.data));
    through.press('listen');
    expect(through.last().speech).toBe(true);
    expect(through.last().options[0]?.picked).toBe(true);
    expect(through.last().edits).toBeUndefined();
  });

  test('is not read from a button that stood under another', () => {
    const through = speaking();
    const old = through.last().actions[0]!.data;
    through.press('vi');
    through.run(commandOf(old));
    expect(through.last().kind).toBe('stale');
    expect(through.last().speech).toBeUndefined();
  });
});

test('where nothing can be read aloud, it is not offered, and a button from before only shows the question', () => {
  const old = speaking(at('water'))
    .last()
    .actions.find(({ phrase }) => phrase.key === 'acts.listen')!;
  const through = at('water');
  expect(actsOf(through)).not.toContain('listen');
  through.run(commandOf(old.data));
  expect(through.last()).toMatchObject({ kind: 'ask' });
  expect(through.last().speech).toBeUndefined();
});
