import { describe, expect, it } from 'vitest';
import { keyboard } from '../../src/telegram/keyboard.ts';
import type { Choice } from '../../src/text/rendered.ts';

function labels(options: readonly Choice[], actions: readonly Choice[] = []): string[][] {
  const markup = keyboard({ text: 'x', options, actions });
  return (markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text));
}

function choices(...texts: string[]): Choice[] {
  return texts.map((label) => ({ label, data: label }));
}

describe('keyboard', () => {
  it('is none when there is nothing to press', () => {
    expect(keyboard({ text: 'x', options: [], actions: [] })).toBeUndefined();
  });

  it('puts short answers side by side, long ones alone, actions below', () => {
    expect(labels(choices('Có', 'Không', 'Không biết'), choices('⬅️ Quay lại', 'Vì sao hỏi?'))).toEqual([
      ['Có', 'Không'],
      ['Không biết'],
      ['⬅️ Quay lại', 'Vì sao hỏi?'],
    ]);
    expect(labels(choices('Tường xây bằng gạch', 'Gỗ', 'Tre', 'Mái lợp bằng tôn'))).toEqual([
      ['Tường xây bằng gạch'],
      ['Gỗ', 'Tre'],
      ['Mái lợp bằng tôn'],
    ]);
    expect(labels(choices('1', '2', '3', '4'))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(labels(choices('1', '2', '3', '4', '5', '6'))).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('ticks only in a tick list', () => {
    const list = [
      { label: 'Xe máy', data: 'a', picked: true },
      { label: 'Ti vi', data: 'b', picked: false },
    ];
    expect(labels(list, choices('Xong'))).toEqual([['✅ Xe máy', '⬜️ Ti vi'], ['Xong']]);
    expect(labels(choices('Có'))).toEqual([['Có']]);
  });

  it('throws on data that Telegram would refuse', () => {
    expect(() => labels([{ label: 'a', data: 'ơ'.repeat(33) }])).toThrow('takes 66');
    expect(() => labels([{ label: 'a', data: '' }])).toThrow('1 to 64 bytes');
    expect(labels([{ label: 'a', data: 'x'.repeat(64) }])).toEqual([['a']]);
  });
});
