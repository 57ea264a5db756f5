import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../src/draw/chart.ts';
import { pngOf } from '../../src/draw/png.ts';

const bars = {
  title: 'Mẫu',
  series: ['Một', 'Hai'],
  rows: [
    { label: 'Khu <1>', values: [3, 0] },
    { label: 'Khu 2', values: [12, 7] },
  ],
};

describe('bars beside each other', () => {
  test('stand alone, with their numbers and names, told apart by patterns', async () => {
    const svg = chartSvg({ ...bars, as: 'beside' });
    expect(svg).toMatch(/^<svg width="720" height="\d+" xmlns/);
    for (const word of ['Một', 'Hai', 'Khu &lt;1&gt;', '>12<', '>7<', '>0<']) expect(svg).toContain(word);
    expect(svg).toContain('<pattern');
    expect(svg).not.toMatch(/<script|href="http/);
    expect([...(await pngOf(svg)).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  test('are chosen only where they are asked for', () => {
    expect(chartSvg(bars)).toContain('id="stripes"');
  });
});
