import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lock = join(tmpdir(), `rasoat-build-${Buffer.from(root).toString('base64url').slice(-40)}`);
/** A build that is older than this was cut off. */
const longestBuildMs = 120_000;

let isBuilt = false;
let holds = false;

/** Builds dist/ where it is missing or older than the sources; of several test files that want to, one does. */
export function ensureBuilt(): void {
  if (isBuilt) return;
  while (isStale() && !takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    if (isStale()) execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'pipe' });
    isBuilt = true;
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`npm run build failed. Mend the types first:\n${said}`, { cause: error });
  } finally {
    if (holds) rmSync(lock, { recursive: true, force: true });
    holds = false;
  }
}

function isStale(): boolean {
  const built = ['dist/main.js', 'dist/bin/admin.js', 'dist/web/client/chat.js'].map(changedAt);
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  // Folders too: they change when a file is taken out of them.
  const newest = ['tsconfig.json', 'src', ...sources.map((name) => join('src', name))].map(changedAt);
  return Math.min(...built) < Math.max(...newest);
}

function changedAt(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    holds = true;
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > longestBuildMs) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
