import { execFile } from 'node:child_process';

/** What became of one run. */
export type Ran =
  | { readonly kind: 'done'; readonly output: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' };

/** One run of a program that reads its standard input and writes its standard output. */
export type Run = {
  readonly name: string;
  readonly args: readonly string[];
  readonly input: string | Uint8Array;
  /** The folders in which it is looked for; nothing else of our environment, which holds secrets, is handed on. */
  readonly path: string;
};

const longestMs = 8000;
const mostBytes = 16 * 1024 * 1024;

/** Runs a program without a shell, for a limited time. What it was given goes nowhere else: no file, no argument, no log. */
export function runProgram({ name, args, input, path }: Run): Promise<Ran> {
  const limits = { timeout: longestMs, maxBuffer: mostBytes, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve) => {
    const given = { ...limits, encoding: 'buffer', env: { PATH: path } } as const;
    const child = execFile(name, args, given, (error, output) => {
      if (error === null) resolve({ kind: 'done', output });
      else resolve({ kind: error.code === 'ENOENT' ? 'missing' : 'failed' });
    });
    // A program that does not read to the end says so by how it ends.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
