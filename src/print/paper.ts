import { open, rm } from 'node:fs/promises';
import { z } from 'zod';
import { postersPdf, postersSchema } from './poster.ts';
import { slipsPdf, slipsSchema, type Words } from './slips.ts';

/** Says why nothing can be written, in plain words. */
export class PaperError extends Error {}

/** What can be printed, by the command that asks for it: from the command's answer to a PDF. */
export const papers: Readonly<Record<string, (data: unknown, words: Words) => Promise<Uint8Array>>> = {
  slips: (data, words) => slipsPdf(slipsSchema.parse(data), words),
  poster: (data, words) => postersPdf(postersSchema.parse(data), words),
};

/**
 * Takes a new file, for its owner's eyes only, before `make` is called: what is made for it may work once only, and
 * must not be lost to a wrong path. Nothing is written over; nothing is left behind when `make` fails.
 */
export async function writePaper<T>(
  path: string | undefined,
  make: () => Promise<{ readonly bytes: Uint8Array; readonly answer: T }>,
): Promise<T> {
  if (path === undefined) throw new PaperError('Say where to write it: --out file.pdf');
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw new PaperError(`${path} cannot be written: ${reasonOf(error)}. Choose another name.`);
  });
  try {
    const { bytes, answer } = await make();
    await file.writeFile(bytes);
    return answer;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

const coded = z.object({ code: z.string() });

function reasonOf(error: unknown): string {
  const { data } = coded.safeParse(error);
  return data?.code === 'EEXIST' ? 'it is there already' : (data?.code ?? 'unknown');
}
