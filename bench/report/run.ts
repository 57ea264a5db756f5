import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A large round written as a report under a fixed heap, from a PostgreSQL server that is made for it and removed after. */
export async function run(args: readonly string[]): Promise<void> {
  if (!existsSync('/usr/lib/postgresql/15/bin/initdb'))
    throw new Error('This needs the server that Debian has: apt-get install postgresql-15');
  const measure = [process.execPath, '--import', 'tsx', 'bench/report/measure.ts', ...args];
  const child = spawn('.ci/with-postgres', measure, { cwd: root, stdio: 'inherit' });
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
