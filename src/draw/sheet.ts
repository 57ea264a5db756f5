import { family } from './fonts.ts';

/** One drawing (an SVG of 4 to 3) with its words. */
export type Cell = { readonly drawing: string; readonly label: string };

// A phone of 360 px shows it at half this size: letters of 15 px.
const columns = 2;
const cellWidth = 360;
const gap = 12;
const inner = cellWidth - 2 * gap;
const drawingHeight = (inner * 3) / 4;
const letters = { size: 30, line: 38, perLine: 20 };

/** A page of drawings, numbered from 1 in their order. */
export function sheetSvg(cells: readonly Cell[]): string {
  const width = columns * cellWidth + gap;
  const drawn: string[] = [];
  let y = gap;
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns);
    const most = Math.max(...row.map(({ label }) => linesOf(label).length));
    const height = drawingHeight + most * letters.line + 30;
    for (const [at, cell] of row.entries())
      drawn.push(cellSvg(first + at + 1, cell, { x: gap + at * cellWidth, y, height }));
    y += height + gap;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}">`,
    `<rect width="${width}" height="${y}" fill="#f6f1e7"/>`,
    ...drawn,
    '</svg>',
  ].join('\n');
}

type Box = { readonly x: number; readonly y: number; readonly height: number };

function cellSvg(number: number, { drawing, label }: Cell, { x, y, height }: Box): string {
  const placed = `<svg x="${x + gap}" y="${y + gap}" width="${inner - gap}" height="${drawingHeight - gap}" `;
  const words = linesOf(label).map((line, at) => {
    const base = y + drawingHeight + (at + 1) * letters.line;
    return `<text x="${x + inner / 2 + gap / 2}" y="${base}" text-anchor="middle" ${font(letters.size, 400)} fill="#1f2b29">${escaped(line)}</text>`;
  });
  return [
    `<g class="cell"><rect x="${x}" y="${y}" width="${cellWidth - gap}" height="${height}" rx="18" fill="#ffffff" stroke="#d9d1c1" stroke-width="2"/>`,
    drawing.replace('<svg ', placed),
    `<circle cx="${x + 34}" cy="${y + 34}" r="26" fill="#0f5e5a" stroke="#ffffff" stroke-width="4"/>`,
    `<text x="${x + 34}" y="${y + 45}" text-anchor="middle" ${font(32, 700)} fill="#ffffff">${number}</text>`,
    ...words,
    '</g>',
  ].join('\n');
}

function font(size: number, weight: number): string {
  return `font-family="${family}" font-size="${size}" font-weight="${weight}"`;
}

/** Words in lines that fit below a drawing. */
function linesOf(label: string): readonly string[] {
  return label.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last === undefined || longer.length > letters.perLine
      ? [...lines, word]
      : [...lines.slice(0, -1), longer];
  }, []);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
