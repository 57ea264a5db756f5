import { describe, expect, it } from 'vitest';
import { keyboard } from '../../src/telegram/keyboard.ts';
import { split } from '../../src/telegram/split.ts';
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

describe('split', () => {
  it('leaves a text alone that fits', () => {
    expect(split('x'.repeat(4096))).toEqual(['x'.repeat(4096)]);
    expect(split('')).toEqual(['']);
  });

  it('cuts at a blank line, else a line, else a space, else anywhere', () => {
    expect(split('aaaaaaa\n\nb\nc dd', 12)).toEqual(['aaaaaaa', 'b\nc dd']);
    expect(split('aaaaaaa\nbb cc', 10)).toEqual(['aaaaaaa', 'bb cc']);
    expect(split('aaaa bbb cccc', 10)).toEqual(['aaaa bbb', 'cccc']);
    expect(split('aaaaabbbbbcc', 5)).toEqual(['aaaaa', 'bbbbb', 'cc']);
  });

  it('never cuts inside a letter of two units, and no part is empty or too long', () => {
    expect(split(`a${'😀'.repeat(4)}`, 4)).toEqual(['a😀', '😀😀', '😀']);
    const parts = split(`${'đoạn văn dài '.repeat(900)}\n\n   \n${'😀'.repeat(5000)}`);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(4096);
      expect(part.trim()).not.toBe('');
      expect(Buffer.from(part).toString()).toBe(part);
    }
  });
});
