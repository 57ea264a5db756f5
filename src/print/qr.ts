import { encode } from 'uqr';
import type { Sheet } from './pdf.ts';

/** The squares of a QR code, `true` for black, with the quiet border that readers need; it can still be read with a stain on it. */
export function squaresOf(link: string): readonly (readonly boolean[])[] {
  return encode(link, { ecc: 'M', border: 4 }).data;
}

/** Draws the QR code of a link, border included, into a square of this side. */
export function drawQr(
  sheet: Sheet,
  link: string,
  at: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const squares = squaresOf(link);
  const step = at.side / squares.length;
  squares.forEach((row, down) => {
    for (const { from, count } of runsIn(row))
      sheet.rect(at.x + from * step, at.y + down * step, count * step, step);
  });
  sheet.fill('#000');
}

/** Black squares side by side are drawn as one, so that no fine line shows between them. */
function runsIn(row: readonly boolean[]): readonly { readonly from: number; readonly count: number }[] {
  const runs: { from: number; count: number }[] = [];
  row.forEach((isBlack, at) => {
    const last = runs.at(-1);
    if (!isBlack) return;
    if (last !== undefined && last.from + last.count === at) last.count += 1;
    else runs.push({ from: at, count: 1 });
  });
  return runs;
}
