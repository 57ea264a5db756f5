import { posix } from 'node:path';
import { Unreadable } from './problem.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import type { Row } from './table.ts';
import { hearXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** Reads the first sheet of a workbook row by row. Throws `Unreadable` for a file that is none. */
export async function* readXlsx(path: string): AsyncGenerator<Row> {
  const zip = await openZip(path);
  try {
    const workbook = (await linksOf(zip, '')).find(({ type }) => type === 'officeDocument');
    if (workbook === undefined)
      throw new Unreadable('is a ZIP file without a workbook; save it as Excel Workbook (.xlsx)');
    const links = await linksOf(zip, workbook.target);
    const first = await firstSheet(zip, workbook.target);
    const sheet = links.find(({ id, type }) => id === first && type === 'worksheet');
    if (sheet === undefined) throw new Unreadable('has no sheet; put the households on the first sheet');
    const shared = links.find(({ type }) => type === 'sharedStrings');
    const strings =
      shared === undefined ? new SharedStrings() : await readSharedStrings(zip.open(shared.target));
    yield* readSheet(zip.open(sheet.target), sheet.target, strings);
  } finally {
    zip.close();
  }
}

/** What a part of the workbook points to; `type` is the last word of its address. */
type Link = { readonly id: string; readonly type: string; readonly target: string };

async function linksOf(zip: Zip, part: string): Promise<readonly Link[]> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  const links: Link[] = [];
  const open = (tag: string, { Id: id, Type: type, Target: target }: Readonly<Record<string, string>>) => {
    if (tag !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
    const from = target.startsWith('/') ? target.slice(1) : posix.join(dir, target);
    if (links.length < mostLinks) links.push({ id, type: posix.basename(type), target: from });
  };
  await hearXml(zip.open(name), name, { open });
  return links;
}

const mostLinks = 10_000;

/** The id by which the workbook names its first sheet. */
async function firstSheet(zip: Zip, workbook: string): Promise<string | null> {
  let first: string | null = null;
  await hearXml(zip.open(workbook), workbook, {
    open: (tag, attributes) => {
      if (tag !== 'sheet' || first !== null) return;
      const [, id] = Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name)) ?? [];
      first = id ?? null;
    },
  });
  return first;
}
