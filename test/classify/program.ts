import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { run, type World } from '../../src/classify/run.ts';

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

/** Runs the real program, which takes seconds to start; what it says names files without the folder. */
export async function classifyAlone(args: readonly string[], stdin = '') {
  const child = spawn(process.execPath, command(args), { cwd: root });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return ending(code, out, err);
}

/** The same in this process. */
export async function classify(args: readonly string[]) {
  const stdout = new PassThrough();
  const out = text(stdout);
  let err = '';
  const stderr = { write: (said: string) => (err += said) };
  const code = await run(args, world({ stdout, stderr }));
  stdout.end();
  return ending(code, await out, err);
}

/** A machine on which nothing is given in and nothing is listened to, but for what is told. */
export const world = (told: Partial<World>): World => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: { write: () => undefined },
  now: () => 0,
  ...told,
});

function ending(code: number | null, out: string, err: string) {
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
