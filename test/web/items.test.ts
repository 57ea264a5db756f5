import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../src/web/client/items.ts';
import type { Line } from '../../src/web/client/line.ts';
import type { Entry } from '../../src/web/client/outbox.ts';

const at = '2026-10-01T08:00:00+07:00';
const choices = (labels: readonly string[]) => labels.map((label) => ({ label, data: label }));
const bot = (id: number, text: string, ...labels: string[]): Line => ({
  id,
  change: id,
  from: 'bot',
  text,
  at,
  options: choices(labels),
  actions: [],
});
const me = (id: number, text: string): Line => ({ ...bot(id, text), from: 'me', key: `key-${id}` });
const waiting = (key: string, shown: string): Entry => ({
  key,
  body: { text: shown },
  shown,
  at,
  state: 'waiting',
});

const standings = (...lines: Line[]) =>
  itemsOf(lines, []).flatMap((item) =>
    item.kind === 'bubble' && item.from === 'bot' ? [item.standing] : [],
  );

describe('the choices under a bubble', () => {
  test('are live under the latest question, also when words without choices follow', () => {
    expect(standings(bot(1, 'q1', 'Có'), me(2, 'Có'), bot(3, 'q2', 'A', 'B'), bot(4, 'note'))).toEqual([
      'past',
      'live',
      'past',
    ]);
  });

  test('wait while another message with choices stands below', () => {
    expect(standings(bot(1, 'q1', 'Có'), bot(2, 'note', 'Mở'))).toEqual(['waiting', 'live']);
    expect(standings(bot(1, 'q1', 'Có'), bot(2, 'note', 'Mở'), me(3, 'Mở'))).toEqual(['waiting', 'live']);
    expect(standings(bot(1, 'q1', 'Có'), bot(2, 'note', 'Mở'), me(3, 'Có'))).toEqual(['past', 'live']);
  });

  test('count as answered by typed words, and do not wait for ever', () => {
    expect(standings(bot(1, 'q1', 'Có'), me(2, 'vâng'), bot(3, 'q2', 'A'))).toEqual(['past', 'live']);
    const questions = [1, 2, 3, 4, 5].map((id) => bot(id, 'q', 'A'));
    expect(standings(...questions)).toEqual(['past', 'waiting', 'waiting', 'waiting', 'live']);
  });
});

describe('what is on its way', () => {
  test('stands below what is kept, until its own line is there', () => {
    const texts = (lines: Line[], entries: Entry[]) =>
      itemsOf(lines, entries).flatMap((item) =>
        item.kind === 'bubble' ? [`${item.text} ${item.state}`] : [],
      );
    expect(texts([bot(1, 'q1')], [waiting('key-2', 'Có')])).toEqual(['q1 kept', 'Có waiting']);
    // Kept, but not yet taken in: it is tried again, and says so.
    expect(texts([bot(1, 'q1'), me(2, 'Có')], [waiting('key-2', 'Có')])).toEqual(['q1 kept', 'Có waiting']);
    expect(texts([bot(1, 'q1'), me(2, 'Có')], [])).toEqual(['q1 kept', 'Có kept']);
  });

  test('has its day above it', () => {
    const later = { ...me(2, 'Có'), at: '2026-10-03T08:00:00+07:00' };
    expect(itemsOf([bot(1, 'q1'), later], []).map((item) => item.kind)).toEqual([
      'day',
      'bubble',
      'day',
      'bubble',
    ]);
  });
});
