import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { drizzle } from 'drizzle-orm/pglite';
import {
  columnType,
  type Database,
  DatabaseError,
  ended,
  type Query,
  readInteger,
  reason,
} from './database.ts';

/** Opens an embedded database: in `folder`, or without one in memory; `load` fills a new one from a dump. */
export async function openPglite(from: { folder?: string; load?: Blob }): Promise<Database> {
  const client = await startPglite(from);
  const q: Query = drizzle({ client });
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const refuseInside = () => {
    if (!inside.getStore()?.open) return;
    throw new DatabaseError(
      'The database was asked from inside of a transaction but not through it, which would wait forever. Use the handle that the transaction was given.',
    );
  };
  return {
    engine: 'pglite',
    get q() {
      refuseInside();
      return q;
    },
    async tx(work) {
      refuseInside();
      return q.transaction((tx) => {
        const state = { open: true };
        return inside.run(state, () =>
          work(tx)
            .then(ended)
            .finally(() => {
              state.open = false;
            }),
        );
      });
    },
    dump: () => client.dumpDataDir('none'),
    close: () => client.close(),
  };
}

async function startPglite({ folder, load }: { folder?: string; load?: Blob }): Promise<PGlite> {
  const options = { parsers: { [columnType.int8]: readInteger }, ...(load && { loadDataDir: load }) };
  if (folder === undefined) return PGlite.create(options);
  try {
    if (!fs.existsSync(folder)) {
      // A database whose making was cut off cannot be opened, so it gets its name only when it is whole.
      const unfinished = `${folder}.new`;
      fs.rmSync(unfinished, { recursive: true, force: true });
      fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
      await (await PGlite.create({ ...options, ...syncedTo(unfinished) })).close();
      fs.renameSync(unfinished, folder);
    }
    return await PGlite.create({ parsers: options.parsers, ...syncedTo(folder) });
  } catch (cause) {
    throw new DatabaseError(
      `Cannot open the embedded database in ${folder}: ${reason(cause)}. Check that the folder belongs to this user and that the disk is not full; if it is damaged, move it away and restore a backup.`,
      { cause },
    );
  }
}

// PGlite runs with fsync off and its file layer does not know fsync, so a power cut could take committed answers with it.
// Both are put right here: a commit returns when its log is on the disk (measured: 1,200 commits a second, 1,800 without).
function syncedTo(folder: string): { fs: NodeFS; startParams: string[] } {
  const files = new NodeFS(folder);
  const init = files.init.bind(files);
  files.init = async (pg, opts) => {
    const { emscriptenOpts } = await init(pg, opts);
    const preRun = [...(emscriptenOpts.preRun ?? []), addFsync];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  };
  const usual = PGlite.defaultStartParams.filter((param) => param !== '-F');
  // fdatasync, the usual method, never reaches the file layer.
  return { fs: files, startParams: [...usual, '-c', 'wal_sync_method=fsync'] };
}

function addFsync(module: { NODEFS: object }): void {
  const fsync = (stream: { nfd: number }): number => {
    try {
      fs.fsyncSync(stream.nfd);
      return 0;
    } catch {
      return 29; // EIO in WASI; PostgreSQL stops rather than go on.
    }
  };
  Object.assign(Reflect.get(module.NODEFS, 'stream_ops'), { fsync });
}
