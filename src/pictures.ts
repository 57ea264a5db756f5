import { createHash } from 'node:crypto';
import type { Pictures } from './channel/pictures.ts';
import { drawingOf } from './draw/drawing.ts';
import { pngOf } from './draw/png.ts';
import { sheetSvg } from './draw/sheet.ts';
import { sheets } from './surveys/sheets.ts';
import type { Speaker } from './text/i18n.ts';
import { languages } from './text/language.ts';

/** The name of a drawing, and the words of its option. */
type Cell = { readonly drawing: string; readonly label: string };

/** Every page of drawings in every language, each drawn when it is first asked for and then kept. */
export function picturesOf(speaker: Speaker): Pictures {
  const pages = new Map<string, readonly Cell[]>(
    sheets.flatMap(({ name, cells }) =>
      languages.map((language) => {
        const page = cells.map(({ drawing, label }) => ({ drawing, label: speaker.say(label, language) }));
        return [`${name}.${language}`, page] as const;
      }),
    ),
  );
  const kept = new Map<string, Promise<Uint8Array>>();

  async function draw(page: readonly Cell[]): Promise<Uint8Array> {
    const cells = page.map(async ({ drawing, label }) => ({ drawing: await drawingOf(drawing), label }));
    return pngOf(sheetSvg(await Promise.all(cells)));
  }

  return {
    async png(sheet) {
      const page = pages.get(sheet);
      if (page === undefined) return null;
      const png = kept.get(sheet) ?? draw(page);
      kept.set(sheet, png);
      return png;
    },
    path({ sheet, drawings }) {
      const page = pages.get(sheet);
      if (page?.map(({ drawing }) => drawing).join() !== drawings.join()) return null;
      return `/pictures/${sheet}.png?v=${digest(JSON.stringify(page))}`;
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
