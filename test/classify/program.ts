import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const program = fileURLToPath(new URL('../../src/bin/classify.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder for the files of a test file, taken away at its end. */
export const folder = mkdtempSync(join(tmpdir(), 'rasoat-classify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const at = (name: string) => join(folder, name);

/** Writes a file into the folder; gives its path. */
export function put(name: string, content: string | Buffer): string {
  writeFileSync(at(name), content);
  return at(name);
}

export const read = (name: string) => readFileSync(at(name), 'utf8');

/** The real program's arguments for node, as `npm run classify` has them, also under a heap limit in MiB. */
export const command = (args: readonly string[], heapMib?: number) => [
  '--max-semi-space-size=1',
  ...(heapMib === undefined ? [] : [`--max-old-space-size=${heapMib}`]),
  '--import',
  'tsx',
  program,
  ...args,
];

/** Runs the real program; what it says names files without the folder. */
export async function classify(
  args: readonly string[],
  { stdin = '', heapMib }: { stdin?: string | Buffer; heapMib?: number } = {},
) {
  const child = spawn(process.execPath, command(args, heapMib), { cwd: root });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  const short = (said: string) => said.replaceAll(`${folder}/`, '');
  return { code, out: short(out), err: short(err).trimEnd().split('\n') };
}

/** The records of an NDJSON, without the place each was read from. */
export const recordsOf = (ndjson: string) =>
  ndjson
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { file: _file, row: _row, ...record } = JSON.parse(line);
      return record;
    });
