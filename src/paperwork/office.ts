import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fontFolder, paperFont } from './fonts.ts';

/** Says why no PDF was made, and what to do. */
export class PdfError extends Error {}

/** A file by its name without an ending, and its bytes. */
export type Named = { readonly name: string; readonly bytes: Uint8Array };

/** How long LibreOffice may take to start, and for each paper; a page takes less than a second. */
const startMs = 60_000;
const eachMs = 5_000;

/**
 * Turns DOCX files into PDF with LibreOffice, all in one run of a program of its own with a profile of its own, which is
 * gone afterwards. `path`: the folders in which it is looked for. Throws `PdfError` where it is not installed or fails.
 */
export function pdfsOf(files: readonly Named[], path: string): Promise<readonly Named[]> {
  const mine = running.then(() => pdfsNow(files, path));
  running = mine.catch(() => null);
  return mine;
}

/** One run at a time: each takes some hundred megabytes. */
let running: Promise<unknown> = Promise.resolve();

async function pdfsNow(files: readonly Named[], path: string): Promise<readonly Named[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rasoat-pdf-'));
  try {
    await writeFile(join(folder, 'fonts.conf'), fontsConf(folder));
    await mkdir(join(folder, 'out'));
    for (const { bytes, name } of files) await writeFile(join(folder, `${name}.docx`), bytes);
    await convert(folder, files, path);
    return await Promise.all(files.map(({ name }) => made(folder, name)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(folder: string, files: readonly Named[], path: string): Promise<void> {
  const args = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    ...['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', join(folder, 'out')],
    ...files.map(({ name }) => join(folder, `${name}.docx`)),
  ];
  // Nothing else of our environment, which holds secrets, is handed on.
  const env = { PATH: path, HOME: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf'), LANG: 'C.UTF-8' };
  const child = spawn('soffice', args, { env, stdio: 'ignore', detached: true });
  const limit = startMs + files.length * eachMs;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      // It starts a program that starts another: all of them are in one group.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(
        new PdfError(`LibreOffice was not done after ${limit / 1000} seconds. Make fewer papers at once.`),
      );
    }, limit);
    child.once('error', () => {
      clearTimeout(timer);
      reject(
        new PdfError(
          'LibreOffice (soffice) is not installed here, so there is no PDF: apt-get install libreoffice-writer-nogui. Without --pdf the papers are made as DOCX.',
        ),
      );
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function made(folder: string, name: string): Promise<Named> {
  try {
    return { name, bytes: await readFile(join(folder, 'out', `${name}.pdf`)) };
  } catch {
    throw new PdfError(`LibreOffice made no PDF of ${name}.docx. Open the DOCX with it to see why.`);
  }
}

/** The fonts of the machine and the one of our papers, which also stands for Times New Roman where that is not there. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fontFolder()}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Times New Roman</family><family>${paperFont}</family></prefer></alias>
</fontconfig>
`;
}
