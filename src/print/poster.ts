import { z } from 'zod';
import { say } from '../decision.ts';
import { contactLines } from '../talk/person.ts';
import { spokenPhone } from '../talk/phone.ts';
import { type Box, writeIn } from './fit.ts';
import { a4, mm, pdfOf, type Sheet } from './pdf.ts';
import { drawQr } from './qr.ts';
import { shortLink, type Words } from './slips.ts';

const contactSchema = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
});
const posterSchema = z.object({
  zoneName: z.string(),
  wardName: z.string(),
  link: z.string(),
  heads: z.array(contactSchema),
  ward: contactSchema.nullable(),
});

/** Posters to be hung up, one for each zone. */
export const postersSchema = z.object({ made: z.iso.datetime(), posters: z.array(posterSchema) });
export type Posters = z.infer<typeof postersSchema>;
type Poster = z.infer<typeof posterSchema>;

/** A page to hang up for each zone: its link, what it is, and whom one can call. */
export async function postersPdf({ made, posters }: Posters, words: Words): Promise<Uint8Array> {
  const title = words(say('print.posters', { ward: posters[0]?.wardName ?? '' }));
  return pdfOf(posters, title, new Date(made), (sheet, poster) => {
    drawPoster(sheet, poster, words);
  });
}

const edge = mm(18);
const side = mm(92);

function drawPoster(sheet: Sheet, poster: Poster, words: Words): void {
  const width = a4.width - 2 * edge;
  const put = (text: string, y: number, box: Partial<Box>) =>
    writeIn(sheet, text, {
      x: edge,
      y,
      width,
      height: 30,
      most: 18,
      least: 9,
      weight: 'regular',
      align: 'center',
      ...box,
    });
  put(words(say('print.poster.title')), 44, { height: 34, most: 22 });
  put(poster.zoneName, 78, { height: 84, most: 62, least: 20, weight: 'bold' });
  put(poster.wardName, 166, { height: 30, most: 20 });
  drawQr(sheet, poster.link, { x: (a4.width - side) / 2, y: 198, side });
  put(words(say('print.poster.scan')), 460, { height: 22, most: 14 });
  put(shortLink(poster.link), 484, { height: 34, most: 24, weight: 'bold' });
  let y = 530;
  for (const sentence of threeSentences(poster, words))
    y += put(sentence, y, { height: 50, most: 18, align: 'left' }) + 9;
  const called = { ...poster, heads: poster.heads.slice(0, mostHeads) };
  for (const line of contactLines(called).map(words).map(unbrokenNumbers))
    y += put(line, y + 4, { height: 36, most: 14, weight: 'bold', align: 'left' }) + 4;
}

/** Of a zone with more heads so many are named. */
const mostHeads = 2;

/** A number must not go on in the next line. */
function unbrokenNumbers(text: string): string {
  return text.replaceAll(/(?<=\d) (?=\d)/g, '\u00a0');
}

/** What it is, what it takes, and what nobody may ask for. */
function threeSentences({ heads, ward }: Poster, words: Words): readonly string[] {
  const [called] = [...heads, ...(ward === null ? [] : [ward])].flatMap(({ name, phone }) =>
    phone === null ? [] : [{ name, phone: spokenPhone(phone) }],
  );
  const said = [
    words(say('print.poster.what')),
    words(say('print.poster.how-long')),
    words(
      called === undefined ? say('print.poster.nobody-asks') : say('print.poster.nobody-asks-call', called),
    ),
  ];
  return said.map(unbrokenNumbers);
}
