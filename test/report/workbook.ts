import { execFileSync } from 'node:child_process';
import { readXml } from '../../src/classify/xml.ts';

/** A cell of a workbook as it stands there: what it shows, and the formula it has. */
export type BookCell = { readonly value: string | number | null; readonly formula: string | null };
export type Book = ReadonlyMap<string, readonly (readonly BookCell[])[]>;

/** Reads all sheets of a workbook, in the order in which they are shown. */
export async function readWorkbook(path: string): Promise<Book> {
  const part = (name: string) => execFileSync('unzip', ['-p', path, name], { maxBuffer: 1 << 30 });
  const parse = async (
    name: string,
    on: {
      open?: (tag: string, attributes: Readonly<Record<string, string>>) => void;
      text?: (text: string) => void;
      close?: (tag: string) => void;
    },
  ) => {
    async function* bytes() {
      yield part(name);
    }
    for await (const _ of readXml(bytes(), name, on));
  };
  const targets = new Map<string, string>();
  await parse('xl/_rels/workbook.xml.rels', {
    open: (tag, { Id, Target }) => tag === 'Relationship' && targets.set(Id!, Target!.replace(/^\/xl\//, '')),
  });
  const sheets: { name: string; file: string }[] = [];
  await parse('xl/workbook.xml', {
    open: (tag, attributes) =>
      tag === 'sheet' && sheets.push({ name: attributes['name']!, file: targets.get(attributes['r:id']!)! }),
  });
  const shared: string[] = [];
  if ([...targets.values()].includes('sharedStrings.xml'))
    await parse('xl/sharedStrings.xml', {
      open: (tag) => tag === 'si' && shared.push(''),
      text: (text) => {
        const last = shared.length - 1;
        shared[last] = `${shared[last] ?? ''}${text}`;
      },
    });
  const book = new Map<string, BookCell[][]>();
  for (const { file, name } of sheets) {
    const rows: BookCell[][] = [];
    let [at, type, said, formula, inside] = [0, 'n', '', '', ''];
    await parse(`xl/${file}`, {
      open: (tag, { r, t }) => {
        if (tag === 'row') {
          while (rows.length < Number(r)) rows.push([]);
        } else if (tag === 'c') {
          at = columnOf(r!);
          [type, said, formula] = [t ?? 'n', '', ''];
        }
        inside = tag;
      },
      text: (text) => {
        if (inside === 'f') formula += text;
        else if (inside === 'v' || inside === 't') said += text;
      },
      close: (tag) => {
        inside = '';
        const row = rows.at(-1);
        if (tag !== 'c' || row === undefined) return;
        while (row.length < at) row.push({ value: null, formula: null });
        const text = type === 's' ? (shared[Number(said)] ?? '') : said;
        const value = text === '' ? null : type === 'n' ? Number(text) : text;
        row[at] = { value, formula: formula === '' ? null : formula };
      },
    });
    book.set(name, rows);
  }
  return book;
}

function columnOf(reference: string): number {
  return (
    [.../^[A-Z]+/.exec(reference)![0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}
