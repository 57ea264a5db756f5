import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { ensureBuilt } from './built.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Settings = Readonly<Record<string, string>>;
export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A process of ours: what it printed, and how it ended. */
export type Running = {
  readonly pid: number;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<Ending>;
  /** Waits until it has printed this; fails with all that it printed when it ends before. */
  until(printed: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ending>;
};

type Way = { readonly cwd?: string; readonly user?: number; readonly ownGroup?: boolean };

/** Runs a command with these settings and none of ours; it does not outlive the test. */
export function run(command: readonly [string, ...string[]], settings: Settings, way: Way = {}): Running {
  ensureBuilt();
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd: way.cwd ?? root,
    env: { PATH: process.env.PATH, HOME: tmpdir(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: way.ownGroup === true,
    ...(way.user === undefined ? {} : { uid: way.user, gid: way.user }),
  });
  let [out, err] = ['', ''];
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    look();
  });
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  onTestFinished(async () => {
    if (way.ownGroup === true) killGroup(child.pid);
    child.kill('SIGKILL');
    await ended;
  });
  return {
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    ended,
    until: (printed) =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          const found = printed.exec(out);
          if (found === null) return;
          watchers.delete(watcher);
          resolve(found);
        };
        watchers.add(watcher);
        watcher();
        ended.then(
          ({ code, signal }) => reject(new Error(`It ended (${code ?? signal}) and said:\n${out}${err}`)),
          reject,
        );
      }),
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}

export type Program = Running & { readonly url: string; readonly startedInMs: number };

/** Starts the program as `npm start` does, on any free port, and waits until it is ready. */
export async function startProgram(settings: Settings, way: Way = {}): Promise<Program> {
  const own: Settings = { PORT: '0', ...settings };
  // Behind an address that only a proxy knows it is asked where it listens.
  const listens = own['PUBLIC_URL'] === undefined ? undefined : `http://127.0.0.1:${own['PORT'] ?? ''}`;
  return ready(run([process.execPath, join(root, 'dist/main.js')], own, way), listens);
}

/** Waits until a program says that it runs, and is ready. */
export async function ready(running: Running, listens?: string): Promise<Program> {
  const before = performance.now();
  const [, said = ''] = await running.until(/Web chat: {2}(http\S+)\/\n[\s\S]*Ctrl\+C/);
  const url = listens ?? said;
  const answer = await fetch(`${url}/readyz`);
  if (answer.status !== 200) throw new Error(`/readyz answered ${answer.status}`);
  return { ...running, url, startedInMs: performance.now() - before };
}

/** An operator's command; the answer once it has ended. */
export async function admin(args: readonly string[], settings: Settings) {
  const running = run([process.execPath, join(root, 'dist/bin/admin.js'), ...args], settings);
  const { code } = await running.ended;
  return { code, out: running.out(), err: running.err() };
}

/** What an operator's command gave with --json; fails when it failed. */
export async function adminJson(
  args: readonly string[],
  settings: Settings,
): Promise<Record<string, string>> {
  const { code, out, err } = await admin([...args, '--json'], settings);
  if (code !== 0) throw new Error(`admin ${args.join(' ')} failed: ${err}`);
  return JSON.parse(out);
}

/** A folder for this test; `name` stands in its path. */
export function folder(name = ''): string {
  const made = mkdtempSync(join(tmpdir(), `rasoat-${name}`));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A DATA_DIR with an empty database that need not be made first, which takes most of a first start. */
export async function dataDir(): Promise<string> {
  const made = join(folder(), 'data');
  cpSync(await template(), made, { recursive: true });
  return made;
}

async function template(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['migrations/meta/_journal.json', 'node_modules/@electric-sql/pglite/package.json'])
    hash.update(readFileSync(join(root, name)));
  const kept = join(tmpdir(), `rasoat-data-template-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(kept)) return kept;
  const unfinished = `${kept}.${randomBytes(6).toString('hex')}`;
  const db = await openDatabase({ dataDir: unfinished });
  await migrate(db);
  await db.close();
  try {
    renameSync(unfinished, kept);
  } catch {
    rmSync(unfinished, { recursive: true }); // Another test file was first.
  }
  return kept;
}

/** A port of this machine that nobody uses now, where one must be known beforehand. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The processes that live with this DATA_DIR; what a test ends it must find gone here. */
export function processesOn(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(`DATA_DIR=${dataDir}`))
    .map(Number);
}

function environmentOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return []; // It has just ended, or is somebody else's.
  }
}
