import { inflateSync } from 'node:zlib';

/** What a reader of a PDF sees on a page: the lines of text, each with the name of its font. */
export type Line = { readonly font: string; readonly text: string };

/**
 * Reads the text of each page of a PDF as pdfkit writes it: letters stand as numbers of glyphs of an embedded font, and a
 * table in the file says which letter each one is. A glyph that the font lacks is number 0 and is read as "□".
 */
export function pagesOf(pdf: Uint8Array): readonly (readonly Line[])[] {
  const objects = objectsIn(pdf);
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values())
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name, fontOf(objects, id));
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) =>
      linesIn(objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '', fonts),
    );
}

type Stored = { readonly head: string; readonly stream: string };
type Font = { readonly name: string; readonly letters: readonly string[] };

function objectsIn(pdf: Uint8Array): ReadonlyMap<string, Stored> {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const found = new Map<string, Stored>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const body = text.slice(start, text.indexOf('\nendobj', start));
    const [head = ''] = body.split('stream\n', 1);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = start + head.length + 'stream\n'.length;
    const isText = head.includes('/FlateDecode') && !head.includes('/Length1');
    const stream = isText ? inflateSync(bytes.subarray(from, from + length)).toString('latin1') : '';
    found.set(match[1] ?? '', { head, stream });
  }
  return found;
}

function fontOf(objects: ReadonlyMap<string, Stored>, id: string): Font {
  const { head } = objects.get(id)!;
  const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
  const ranges = [...table.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)];
  const letters = ranges.flatMap(([, row = '']) =>
    [...row.matchAll(/<([0-9a-f ]*)>/g)].map((hex) => lettersOf(hex[1]!)),
  );
  return { name: /\/BaseFont \/\w+\+(\S+)/.exec(head)?.[1] ?? '', letters: ['□', ...letters.slice(1)] };
}

function lettersOf(hex: string): string {
  return (hex.replaceAll(' ', '').match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}

function linesIn(content: string, fonts: ReadonlyMap<string, Font>): readonly Line[] {
  const lines: Line[] = [];
  let font: Font | undefined;
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1] !== undefined) font = fonts.get(match[1]);
    else
      lines.push({
        font: font?.name ?? '',
        text: glyphsIn(match[2] ?? '')
          .map((glyph) => font?.letters[glyph] ?? '?')
          .join(''),
      });
  }
  return lines;
}

function glyphsIn(row: string): readonly number[] {
  const hex = [...row.matchAll(/<([0-9a-f]+)>/g)].map((match) => match[1]).join('');
  return (hex.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16));
}
