import PDFDocument from 'pdfkit';
import { fontFile, type Weight } from '../draw/fonts.ts';

/** A sheet of A4 that is being drawn on; lengths are points, 72 to an inch. */
export type Sheet = PDFKit.PDFDocument;

/** The width and height of A4 in points. */
export const a4 = { width: 595.28, height: 841.89 } as const;

/** Millimetres in points. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

/**
 * A PDF of so many pages, each drawn by `draw`. Letters are those of our own font, of which what is used is put in, so
 * that every printer has them. The moment is given, so that the same pages are the same bytes.
 */
export async function pdfOf<T>(
  pages: readonly T[],
  title: string,
  made: Date,
  draw: (sheet: Sheet, page: T) => void,
): Promise<Uint8Array> {
  const info = { Title: title, CreationDate: made };
  const sheet = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info, lang: 'vi-VN' });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    sheet.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    sheet.on('end', () => resolve(Buffer.concat(chunks)));
    sheet.on('error', reject);
  });
  for (const weight of weights) sheet.registerFont(weight, Buffer.from(await fontFile(weight)));
  for (const page of pages) {
    sheet.addPage();
    draw(sheet, page);
  }
  sheet.end();
  return whole;
}

const weights: readonly Weight[] = ['regular', 'bold'];
