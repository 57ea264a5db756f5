import { expect, test } from 'vitest';
import { barsSvg } from '../../src/draw/bars.ts';
import { pngOf } from '../../src/draw/png.ts';

const series = ['Xong', 'Chờ khu trưởng', 'Hộ đang làm', 'Chưa bắt đầu'];
const ward = (rows: number) => ({
  title: 'Tiến độ rà soát phường Thử Nghiệm, ngày 20/11/2026',
  series,
  rows: Array.from({ length: rows }, (_, at) => ({ label: `Khu ${at + 1}`, values: [12, 6, 5, 17 + at] })),
});
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

test('every number that has room stands in its bar, and how many are done behind it', () => {
  expect(words(barsSvg(ward(2)))).toEqual([
    'Tiến độ rà soát phường Thử Nghiệm,',
    'ngày 20/11/2026',
    ...['Xong: 24', 'Chờ khu trưởng: 12', 'Hộ đang làm: 10', 'Chưa bắt đầu: 35'],
    ...['Khu 1', '12', '6', '5', '17', '12/40'],
    ...['Khu 2', '12', '6', '5', '18', '12/41'],
  ]);
});

test('the parts of a bar fill it, and a zone without households has an empty one', () => {
  const svg = barsSvg({ title: 'A', series, rows: [{ label: 'Khu 1', values: [1, 1, 1, 4] }] });
  const parts = [...svg.matchAll(/<rect x="(\d+)" y="\d+" width="(\d+)"[^>]*stroke-width="1"/g)];
  const [first, ...rest] = parts.map((match) => ({ from: Number(match[1]), width: Number(match[2]) }));
  const end = rest.reduce((at, part) => {
    expect(part.from).toBe(at);
    return at + part.width;
  }, first!.from + first!.width);
  const [, frameFrom, frameWidth] = /<rect x="(\d+)" y="[\d.]+" width="(\d+)"[^>]*fill="none"/.exec(svg)!;
  expect([first!.from, end]).toEqual([Number(frameFrom), Number(frameFrom) + Number(frameWidth)]);
  const empty = barsSvg({ title: 'A', series, rows: [{ label: 'Khu 1', values: [0, 0, 0, 0] }] });
  expect(words(empty).slice(-2)).toEqual(['Khu 1', '0/0']);
  expect(empty).not.toContain('NaN');
});

test('a long name is cut in the middle, and no name is markup', () => {
  const svg = barsSvg({
    title: '<b> & co',
    series,
    rows: [{ label: 'Tổ dân phố Quang Trung 12', values: [1] }],
  });
  expect(words(svg)).toContain('Tổ dân ph…ung 12');
  expect(svg).toContain('&lt;b> &amp; co');
});

test('thirty zones make a picture that a phone shows whole, half as wide as it is high', async () => {
  const png = Buffer.from(await pngOf(barsSvg(ward(30))));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(width).toBe(720);
  expect(height).toBeLessThan(width * 2.3);
});
