import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fillPapers, preparedSchema } from '../paperwork/make.ts';
import { type Named, pdfsOf } from '../paperwork/office.ts';
import { PaperError, writePaper } from '../print/paper.ts';

/** A template as the command takes it. */
export async function readTemplate(path: string): Promise<string> {
  return (await readFile(path)).toString('base64');
}

/**
 * Writes papers into a folder where the operator is, for its owner's eyes only, and writes over nothing. `path`: where
 * programs are looked for, null where no PDF is wanted. Gives the names of the files.
 */
export async function writePapers(
  data: unknown,
  { out, path }: { readonly out: string | undefined; readonly path: string | null },
): Promise<readonly string[]> {
  if (out === undefined) throw new PaperError('Say into which folder to write: --out folder');
  const prepared = preparedSchema.parse(data);
  const endings = path === null ? ['docx'] : ['docx', 'pdf'];
  await mkdir(out, { recursive: true, mode: 0o700 });
  for (const { file } of prepared.sheets)
    for (const ending of endings) await refuseTaken(join(out, `${file}.${ending}`));
  const written: string[] = [];
  const write = async ({ bytes, name }: Named, ending: string) => {
    await writeFile(join(out, `${name}.${ending}`), bytes, { flag: 'wx', mode: 0o600 });
    written.push(`${name}.${ending}`);
  };
  let batch: Named[] = [];
  const flush = async () => {
    if (path !== null && batch.length > 0)
      for (const pdf of await pdfsOf(batch, path)) await write(pdf, 'pdf');
    batch = [];
  };
  for (const made of fillPapers(prepared)) {
    await write(made, 'docx');
    batch.push(made);
    if (batch.length === atOnce) await flush();
  }
  await flush();
  return written;
}

/** So many papers are turned into PDF in one run of LibreOffice. */
const atOnce = 50;

/** Writes a template to be edited; nothing is written over. */
export async function writeTemplate(out: string | undefined, data: unknown): Promise<void> {
  if (out === undefined) throw new PaperError('Say where to write it: --out file.docx');
  const { body } = z.object({ body: z.base64() }).parse(data);
  await writePaper(out, async () => ({ bytes: Buffer.from(body, 'base64'), answer: null }));
}

async function refuseTaken(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null)
    throw new PaperError(`${path} is there already. Nothing was written; choose another folder.`);
}
