import { family } from './fonts.ts';

/** Parts of a whole for each row, in the order of the series. */
export type Bars = {
  readonly title: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
};

// A phone of 360 px shows it at half this size: letters of 13 px and more.
const width = 720;
const pad = 24;
const row = { height: 46, bar: 34, label: 216, count: 104 };
const barWidth = width - 2 * pad - row.label - row.count;
const head = { size: 32, line: 42, perLine: 38 };
const key = { height: 44, swatch: 44 };
const letters = 26;

/** Told apart without colour: full, striped, dotted, empty. */
const fills = ['#0f5e5a', 'url(#stripes)', 'url(#dots)', '#ffffff'] as const;
const patterns = [
  '<defs><pattern id="stripes" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  '<rect width="12" height="12" fill="#f3d9a4"/><rect width="5" height="12" fill="#a86a00"/></pattern>',
  '<pattern id="dots" width="14" height="14" patternUnits="userSpaceOnUse">',
  '<rect width="14" height="14" fill="#dcebf7"/><circle cx="7" cy="7" r="3" fill="#2f6f9f"/></pattern></defs>',
].join('');

/** A chart of bars of one length, each filled by its parts, with their numbers; the first part of all stands behind it. */
export function barsSvg({ title, series, rows }: Bars): string {
  const titleLines = linesOf(title);
  const keyTop = pad + titleLines.length * head.line + 8;
  const top = keyTop + Math.ceil(series.length / 2) * key.height + 16;
  const height = top + rows.length * row.height + pad;
  const sums = series.map((_, at) => rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${patterns}`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...titleLines.map((line, at) =>
      text(line, { x: pad, y: pad + head.size + at * head.line, size: head.size, weight: 700 }),
    ),
    ...series.map((name, at) => keySvg(`${name}: ${sums[at] ?? 0}`, at, keyTop)),
    ...rows.map(({ label, values }, at) => rowSvg(label, values, top + at * row.height)),
    '</svg>',
  ].join('\n');
}

function keySvg(words: string, at: number, top: number): string {
  const x = pad + (at % 2) * ((width - 2 * pad) / 2);
  const y = top + Math.floor(at / 2) * key.height;
  const swatch = `<rect x="${x}" y="${y + 6}" width="${key.swatch}" height="30" fill="${fillOf(at)}" stroke="#1f2b29" stroke-width="2"/>`;
  return swatch + text(words, { x: x + key.swatch + 12, y: y + 31, size: letters });
}

function rowSvg(label: string, values: readonly number[], top: number): string {
  const total = values.reduce((sum, value) => sum + value, 0);
  const y = top + (row.height - row.bar) / 2;
  const base = top + row.height / 2 + 9;
  const left = pad + row.label;
  const parts = values.map((value, at) => {
    const before = values.slice(0, at).reduce((sum, each) => sum + each, 0);
    return value === 0
      ? ''
      : partSvg(value, at, { x: left + edge(before, total), to: left + edge(before + value, total), y });
  });
  const frame = `<rect x="${left}" y="${y}" width="${barWidth}" height="${row.bar}" fill="none" stroke="#1f2b29" stroke-width="2"/>`;
  const count = text(`${values[0] ?? 0}/${total}`, {
    x: width - pad,
    y: base,
    size: letters,
    weight: 700,
    anchor: 'end',
  });
  return [nameSvg(label, base), ...parts, frame, count].join('');
}

function edge(part: number, total: number): number {
  return Math.round((barWidth * part) / total);
}

type Place = { readonly x: number; readonly to: number; readonly y: number };

/** A part of a bar, with its number where there is room for it. */
function partSvg(value: number, at: number, { x, to, y }: Place): string {
  const box = `<rect x="${x}" y="${y}" width="${to - x}" height="${row.bar}" fill="${fillOf(at)}" stroke="#1f2b29" stroke-width="1"/>`;
  const room = String(value).length * 15 + 8;
  if (to - x < room + 4) return box;
  const middle = (x + to) / 2;
  const isFull = at === 0;
  const plate = isFull
    ? ''
    : `<rect x="${middle - room / 2}" y="${y + 4}" width="${room}" height="${row.bar - 8}" rx="5" fill="#ffffff"/>`;
  const number = {
    x: middle,
    y: y + 26,
    size: 24,
    weight: 700,
    anchor: 'middle',
    fill: isFull ? '#ffffff' : '#1f2b29',
  };
  return box + plate + text(String(value), number);
}

function fillOf(at: number): string {
  return fills[at % fills.length] ?? '#ffffff';
}

type Letters = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly anchor?: string;
  readonly fill?: string;
};

function text(
  words: string,
  { x, y, size, weight = 400, anchor = 'start', fill = '#1f2b29' }: Letters,
): string {
  const shown = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${shown}</text>`;
}

/** Long names are cut in the middle: khu, tổ and thôn differ at the end as often as at the beginning. */
function nameSvg(name: string, y: number): string {
  const written = [...name];
  const shown = written.length <= 17 ? name : `${written.slice(0, 9).join('')}…${written.slice(-6).join('')}`;
  return text(shown, { x: pad, y, size: written.length <= 13 ? letters : 22 });
}

function linesOf(title: string): readonly string[] {
  return title.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last === undefined || longer.length > head.perLine
      ? [...lines, word]
      : [...lines.slice(0, -1), longer];
  }, []);
}
