import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const sources = new URL('src/web/client/', root);
const built = new URL('dist/web/client/', root);

/** Compiles the web chat's browser part where it is missing or older than its sources. */
export const ensureClientBuilt = (): void => {
  const isStale = readdirSync(sources)
    .filter((name) => name.endsWith('.ts'))
    .some((name) => {
      const file = new URL(name.replace(/\.ts$/, '.js'), built);
      return !existsSync(file) || statSync(file).mtimeMs < statSync(new URL(name, sources)).mtimeMs;
    });
  if (!isStale) return;
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  execFileSync(process.execPath, [tsc, '-p', fileURLToPath(sources)], { stdio: 'pipe' });
};
