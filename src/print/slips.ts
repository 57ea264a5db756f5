import { z } from 'zod';
import { type Phrase, say } from '../decision.ts';
import { type Box, writeIn } from './fit.ts';
import { a4, mm, pdfOf, type Sheet } from './pdf.ts';
import { drawQr } from './qr.ts';

const slipSchema = z.object({
  role: z.enum(['head', 'collaborator']),
  name: z.string(),
  zoneName: z.string(),
  code: z.string(),
  link: z.string(),
});

/** Invitations to be printed and handed out: to whom, and until when they can be used. */
export const slipsSchema = z.object({
  wardName: z.string(),
  /** Where the web chat is. */
  site: z.string(),
  /** Services in which the code can be sent to the assistant as well, by their names. */
  services: z.array(z.string()),
  made: z.iso.datetime(),
  /** The day and the time in Vietnam. */
  until: z.object({ day: z.string(), time: z.string() }),
  slips: z.array(slipSchema),
});
export type Slips = z.infer<typeof slipsSchema>;
type Slip = z.infer<typeof slipSchema>;

/** Puts a phrase into the words of the language in which is printed. */
export type Words = (phrase: Phrase) => string;

const across = 2;
const down = 4;
/** How many slips are on a page. */
export const perPage = across * down;

/** A sheet of slips to be cut apart, one for each invitation. */
export async function slipsPdf(slips: Slips, words: Words): Promise<Uint8Array> {
  const pages = Array.from({ length: Math.ceil(slips.slips.length / perPage) }, (_, page) =>
    slips.slips.slice(page * perPage, (page + 1) * perPage),
  );
  const title = words(say('print.slips', { ward: slips.wardName }));
  return pdfOf(pages, title, new Date(slips.made), (sheet, page) => {
    cutLines(sheet);
    page.forEach((slip, at) => {
      const corner = { x: (at % across) * width, y: Math.floor(at / across) * height };
      drawSlip(sheet, slip, corner, wordsOn(slip, slips, words));
    });
  });
}

const width = a4.width / across;
const height = a4.height / down;
const edge = mm(6);
const side = mm(31);

function cutLines(sheet: Sheet): void {
  sheet.lineWidth(0.5).dash(4, { space: 4 }).strokeColor('#777');
  for (let x = 1; x < across; x += 1) sheet.moveTo(x * width, 0).lineTo(x * width, a4.height);
  for (let y = 1; y < down; y += 1) sheet.moveTo(0, y * height).lineTo(a4.width, y * height);
  sheet.stroke().undash();
}

type SlipWords = { readonly [part in 'place' | 'post' | 'name' | 'code' | 'how' | 'until' | 'care']: string };

function wordsOn(slip: Slip, { wardName, site, services, until }: Slips, words: Words): SlipWords {
  const where = services.length === 0 ? 'print.slip.how' : 'print.slip.how-services';
  return {
    place: words(say('print.slip.place', { zone: slip.zoneName, ward: wardName })),
    post: words(say(`print.slip.${slip.role}`)),
    name: slip.name,
    code: spelledCode(slip.code),
    how: words(say(where, { site: shortLink(site), services: services.join(', ') })),
    until: words(say('print.slip.until', { time: until.time, day: { day: until.day } })),
    care: words(say('print.slip.care')),
  };
}

/** An address without what every browser adds by itself. */
export function shortLink(link: string): string {
  return link.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** A code in groups of four, as it is read and typed. */
export function spelledCode(code: string): string {
  const [mark = '', letters = ''] = code.split('-', 2);
  return [`${mark}-`, ...(letters.match(/.{1,4}/g) ?? [])].join(' ');
}

function drawSlip(
  sheet: Sheet,
  slip: Slip,
  corner: { readonly x: number; readonly y: number },
  said: SlipWords,
): void {
  const x = corner.x + edge;
  const full = width - 2 * edge;
  const beside = full - side;
  const top = corner.y + edge;
  const line = (text: string, at: number, box: Partial<Box>) =>
    writeIn(sheet, text, {
      x,
      y: top + at,
      width: full,
      height: 14,
      most: 10,
      least: 7,
      weight: 'regular',
      ...box,
    });
  drawQr(sheet, slip.link, { x: x + beside + mm(2), y: top - mm(2), side });
  line(said.place, 0, { width: beside, height: 29, most: 11, weight: 'bold' });
  line(said.post, 30, { width: beside });
  line(said.name, 43, { width: beside, height: 38, most: 14, weight: 'bold' });
  line(said.code, 86, { height: 22, most: 15, least: 8, weight: 'bold' });
  line(said.how, 109, { height: 39 });
  line(said.until, 151, {});
  line(said.care, 165, { weight: 'bold' });
}
