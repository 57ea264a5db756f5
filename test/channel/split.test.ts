import { describe, expect, it } from 'vitest';
import { split, splitNumbered } from '../../src/channel/split.ts';

describe('split', () => {
  it('leaves a text alone that fits', () => {
    expect(split('x'.repeat(4096), 4096)).toEqual(['x'.repeat(4096)]);
    expect(split('', 5)).toEqual(['']);
  });

  it('cuts at a blank line, else a line, else a space, else anywhere', () => {
    expect(split('aaaaaaa\n\nb\nc dd', 12)).toEqual(['aaaaaaa', 'b\nc dd']);
    expect(split('aaaaaaa\nbb cc', 10)).toEqual(['aaaaaaa', 'bb cc']);
    expect(split('aaaa bbb cccc', 10)).toEqual(['aaaa bbb', 'cccc']);
    expect(split('aaaaabbbbbcc', 5)).toEqual(['aaaaa', 'bbbbb', 'cc']);
  });

  it('never cuts inside a letter of two units, and no part is empty or too long', () => {
    expect(split(`a${'😀'.repeat(4)}`, 4)).toEqual(['a😀', '😀😀', '😀']);
    const parts = split(`${'đoạn văn dài '.repeat(900)}\n\n   \n${'😀'.repeat(5000)}`, 4096);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(4096);
      expect(part.trim()).not.toBe('');
      expect(Buffer.from(part).toString()).toBe(part);
    }
  });
});

describe('splitNumbered', () => {
  it('leaves a text alone that fits', () => {
    expect(splitNumbered('x'.repeat(2000), 2000)).toEqual(['x'.repeat(2000)]);
  });

  it('says of each part which it is of how many, and keeps to the limit', () => {
    const paragraph = 'Một đoạn văn của phiếu rà soát. '.repeat(12).trim();
    const parts = splitNumbered(Array.from({ length: 12 }, () => paragraph).join('\n\n'), 2000);
    expect(parts.map((part) => part.split('\n')[0])).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(2000);
      expect(part.endsWith(paragraph)).toBe(true);
    }
  });
});
