import { expect, test } from 'vitest';
import { family } from '../../src/draw/fonts.ts';
import { pngOf } from '../../src/draw/png.ts';

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><rect width="300" height="60" fill="#fff"/>${inside}</svg>`;

const word = (text: string, weight: number) =>
  drawing(
    `<text x="10" y="40" font-family="${family}" font-weight="${weight}" font-size="24">${text}</text>`,
  );

test('a drawing becomes a PNG of its own size', async () => {
  const png = Buffer.from(await pngOf(drawing('')));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 60]);
});

// A letter that the font lacks is left out, and the picture stays as empty as without it.
test('both weights have every letter of Vietnamese', async () => {
  const lacking: string[] = [];
  for (const weight of [400, 700]) {
    const empty = await pngOf(word('', weight));
    for (const letter of 'ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ')
      if (Buffer.compare(await pngOf(word(letter, weight)), empty) === 0) lacking.push(letter);
  }
  expect(lacking).toEqual([]);
});

test('bold is another weight than regular', async () => {
  const [regular, bold] = await Promise.all([pngOf(word('Nhà', 400)), pngOf(word('Nhà', 700))]);
  expect(Buffer.compare(regular, bold)).not.toBe(0);
});

test('what is no SVG is refused', async () => {
  await expect(pngOf('<p>no drawing</p>')).rejects.toThrow();
});
