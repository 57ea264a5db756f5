import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files that the pages load, read once. */
export type Assets = {
  /** Changes with any byte of any file; part of each address, so that browsers may keep files for good. */
  readonly version: string;
  /** The names of the client's modules, for the page to fetch all at once. */
  readonly modules: readonly string[];
  file(name: string): { readonly body: string; readonly type: string; readonly etag: string } | undefined;
  url(name: string): string;
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** Both `src/web` and `dist/web` lie two folders below the package. */
const root = new URL('../../', import.meta.url);
const client = new URL('dist/web/client/', root);
const folders = [client, new URL('src/web/public/', root), new URL('src/web/public/pictures/', root)];

/** Reads the client and the public files; throws when the client was not built. */
export const loadAssets = (): Assets => {
  if (!existsSync(new URL('chat.js', client))) {
    throw new Error(
      `The web chat's browser part is missing: ${fileURLToPath(new URL('chat.js', client))}. Run: npm run build`,
    );
  }
  const files = new Map(
    folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => {
        const type = types[extname(name)];
        if (type === undefined) return [];
        const body = readFileSync(new URL(name, folder), 'utf8');
        return [[name, { body, type, etag: `"${digest(body)}"` }] as const];
      }),
    ),
  );
  const version = digest([...files].map(([name, file]) => name + file.etag).join('\n'));
  return {
    version,
    modules: [...files.keys()].filter((name) => name.endsWith('.js')),
    file: (name) => files.get(name),
    url: (name) => `/assets/${version}/${name}`,
  };
};

const digest = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 16);
