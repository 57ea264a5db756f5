import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import type { Phrase } from '../../src/decision.ts';
import { pdfOf } from '../../src/print/pdf.ts';
import { postersPdf, type Posters } from '../../src/print/poster.ts';
import { squaresOf } from '../../src/print/qr.ts';
import { perPage, slipsPdf, type Slips } from '../../src/print/slips.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { languages } from '../../src/text/language.ts';
import { loadTexts } from '../../src/text/load.ts';
import { textsOf } from '../text/keys.ts';
import { pagesOf } from './pdf-text.ts';

const speaker = speakerOf(loadTexts());
const words = (phrase: Phrase) => speaker.say(phrase, 'vi');
const made = '2026-11-20T02:00:00.000Z';
const site = 'https://rasoat.example.vn';

const names = [
  'Nguyễn Văn Thử',
  'Trần Thị Mẫu',
  'Nguyễn Phước Công Tằng Tôn Nữ Thử Nghiệm',
  'Lê Nháp',
  'Đặng Ướm',
];
const slipOf = (name: string, n: number) => {
  const code = `moi-${'abcdefghjkmnpqrstuvw'.slice(n)}${'23456789xyz'.slice(0, n)}`;
  return {
    role: n % 2 === 0 ? ('head' as const) : ('collaborator' as const),
    name,
    zoneName: `Khu ${n + 1}`,
    code,
    link: `${site}/moi/${code}`,
  };
};
const slips: Slips = {
  wardName: 'phường Thử Nghiệm Có Tên Dài Bốn Mươi Chữ',
  site,
  services: ['Telegram', 'Zalo'],
  made,
  until: { day: '2026-12-04', time: '09:00' },
  slips: [...names, ...names.map((name) => `${name} Hai`)].map(slipOf),
};

/** All words of a page; how they were broken into lines does not matter. */
const wordsOf = (page: readonly { readonly text: string }[]) =>
  page
    .map(({ text }) => text.trim())
    .join(' ')
    .replaceAll('\u00a0', ' ');
const countIn = (text: string, part: string) => text.split(part).length - 1;

describe('the slips', () => {
  test('hold every name and every code once, so many on a page', async () => {
    const pages = pagesOf(await slipsPdf(slips, words)).map(wordsOf);
    expect(pages.length).toBe(Math.ceil(slips.slips.length / perPage));
    const all = pages.join(' ');
    for (const { name, code, zoneName } of slips.slips) {
      const others = slips.slips.filter((each) => each.name !== name && each.name.startsWith(name));
      expect([name, countIn(all, name) - others.length]).toEqual([name, 1]);
      expect([code, countIn(all.replaceAll(' ', ''), code)]).toEqual([code, 1]);
      expect(all).toContain(`${zoneName}, ${slips.wardName}`);
    }
    expect(countIn(all, 'Chỉ đưa cho đúng người. Dùng một lần.')).toBe(slips.slips.length);
    expect(countIn(all, 'Dùng đến 09:00 ngày 04/12/2026.')).toBe(slips.slips.length);
    expect(all).toContain('rasoat.example.vn');
    expect(all).toContain('Telegram, Zalo');
    expect(all).not.toContain('…');
  });

  test('tell of no service that is not there', async () => {
    const [page = []] = pagesOf(await slipsPdf({ ...slips, services: [] }, words));
    expect(wordsOf(page)).not.toMatch(/Telegram|Zalo/);
  });

  test('a name that is too long for any letters does not run into another slip', async () => {
    const endless = { ...slips, slips: [slipOf('Thử '.repeat(60).trim(), 0)] };
    const pages = pagesOf(await slipsPdf(endless, words));
    expect(pages.length).toBe(1);
    expect(wordsOf(pages[0]!)).toContain('…');
  });
});

describe('the posters', () => {
  const call = (name: string, phone: string | null) => ({ name, phone, hours: null });
  const posters: Posters = {
    made,
    posters: [
      {
        zoneName: 'Khu 1',
        wardName: 'phường Thử',
        link: `${site}/k/khu-1-abcd`,
        heads: [call('Nguyễn Văn Thử', '0912345678'), call('Lê Nháp', null), call('Đặng Ướm', '0912345670')],
        ward: { ...call('cô Mẫu', '0203 385 0000'), hours: 'sáng thứ hai đến thứ sáu' },
      },
      { zoneName: 'Khu 2', wardName: 'phường Thử', link: `${site}/k/khu-2`, heads: [], ward: null },
    ],
  };

  test('say for each zone what it is and whom one can call, in three sentences', async () => {
    const [first = '', second = '', ...more] = pagesOf(await postersPdf(posters, words)).map(wordsOf);
    expect(more).toEqual([]);
    expect(first).toContain('Khu 1 phường Thử');
    expect(first).toContain('rasoat.example.vn/k/khu-1-abcd');
    expect(first).toContain('có ai đòi thì gọi ngay Nguyễn Văn Thử, số 0912 345 678.');
    expect(first).toContain('Khu trưởng Khu 1: Lê Nháp');
    expect(first).toContain(
      'Ủy ban phường Thử: cô Mẫu, gọi 0203 385 0000, giờ gặp: sáng thứ hai đến thứ sáu',
    );
    expect(second).toContain('có ai đòi thì báo ngay khu trưởng.');
    for (const page of [first, second]) expect(countIn(page.replaceAll(/(?<=\w)\.(?=\w)/g, ''), '.')).toBe(3);
  });
});

describe('on paper', () => {
  test.each([`${site}/moi/${slips.slips[0]!.code}`, `${site}/k/khu-dan-cu-so-12-thon-dong-bau-abcd`])(
    'the QR code of %s is read as that link',
    (link) => {
      expect(readQr(squaresOf(link))).toBe(link);
    },
  );

  test('every letter that is printed, and every letter of Vietnamese, is in both weights', async () => {
    const marked = 'aăâeêioôơuưy'
      .split('')
      .flatMap((vowel) =>
        ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
      );
    const printed = languages.flatMap((language) =>
      [...textsOf(language)].filter(([key]) => /^(?:print|talk\.person)\./.test(key)).map(([, text]) => text),
    );
    const letters = [
      ...new Set(
        [...marked, ...Array.from('abcdefghijklmnopqrstuvwxyzđ0123456789…'), ...printed.join('')].flatMap(
          (letter) => [letter, letter.toUpperCase()],
        ),
      ),
    ]
      .filter((letter) => letter.trim() !== '')
      .join('');
    const pdf = await pdfOf(['regular', 'bold'], 'letters', new Date(made), (sheet, weight) => {
      sheet.font(weight).fontSize(9).text(letters, 30, 30, { lineBreak: false });
    });
    const [regular = [], bold = []] = pagesOf(pdf);
    expect(wordsOf(regular)).toBe(letters);
    expect(wordsOf(bold)).toBe(letters);
    expect([regular[0]?.font, bold[0]?.font]).toEqual(['BeVietnamPro-Regular', 'BeVietnamPro-Bold']);
  });

  test('a letter that the font lacks is found by this test', async () => {
    const pdf = await pdfOf(['漢'], 'letters', new Date(made), (sheet, text) => {
      sheet.font('regular').text(text, 30, 30);
    });
    expect(wordsOf(pagesOf(pdf)[0]!)).toBe('□');
  });
});

/** A QR code as a camera sees it, each square some dots wide, read by another library than the one that made it. */
function readQr(squares: readonly (readonly boolean[])[]): string | undefined {
  const dots = 4;
  const side = squares.length * dots;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (squares[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return jsQR.default(pixels, side, side)?.data;
}
