import type { Weight } from '../draw/fonts.ts';
import type { Sheet } from './pdf.ts';

/** A place for words: its corner, its width and height, the largest and the smallest letters. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly most: number;
  readonly least: number;
  readonly weight: Weight;
  readonly align?: 'left' | 'center';
};

/** Writes words into a box, as large as they fit; what is too long even in the smallest letters ends in "…". Gives the height used. */
export function writeIn(sheet: Sheet, text: string, box: Box): number {
  const { x, y, width, height, weight, align = 'left' } = box;
  const options = { width, align, lineGap: 0 };
  sheet.font(weight).fillColor('#000');
  const size = sizeIn(sheet, text, box);
  sheet.fontSize(size);
  const used = Math.min(sheet.heightOfString(text, options), height);
  // The height also makes pdfkit cut what is too long, instead of going on on another page.
  sheet.text(text, x, y, { ...options, height: height + 1, ellipsis: '…' });
  return used;
}

function sizeIn(sheet: Sheet, text: string, { width, height, most, least }: Box): number {
  const longest = text.split(/\s+/);
  for (let size = most; size > least; size -= 0.5) {
    sheet.fontSize(size);
    const isWide = longest.some((word) => sheet.widthOfString(word) > width);
    if (!isWide && sheet.heightOfString(text, { width }) <= height) return size;
  }
  return least;
}
