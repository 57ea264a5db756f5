import { expect, test } from 'vitest';
import { ownDatabase } from '../store/database.ts';
import { setStage } from './stage.ts';
import { choices, talkOn } from './talk.ts';

const noon = '2026-11-20T12:00:00+07:00';
const database = ownDatabase();

test.each(['Nghe đọc', 'đọc giúp tôi', 'Listen'])(
  '"%s" has the question read where that can be',
  async (said) => {
    const talk = talkOn(await setStage(database.db, noon), { voice: true });
    await talk.says('lan', '/start', '1');
    const asked = talk.last('lan');
    await talk.says('lan', said);
    const { rendered } = talk.sent.at(-1)!;
    expect(rendered.text).toBe(asked);
    expect(rendered.speech?.language).toBe('vi');
    expect(rendered.speech?.text).toContain('Số 1: ');
    await talk.presses('lan', 'Nghe đọc');
    expect(talk.sent.at(-1)?.rendered).toEqual(rendered);
  },
);

test('it is no offer and no word elsewhere', async () => {
  const talk = talkOn(await setStage(database.db, noon));
  await talk.says('lan', '/start', '1');
  const asked = talk.last('lan');
  expect(choices(talk.sent.at(-1)!).map(({ label }) => label)).not.toContain('Nghe đọc');
  await talk.says('lan', 'nghe đọc');
  expect(talk.last('lan')).not.toBe(asked);
  expect(talk.sent.at(-1)?.rendered.speech).toBeUndefined();
});
