import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { Unreadable } from './problem.ts';

const mostEntries = 10_000;

/** An open ZIP file: its entries are read one by one, each as a stream of its bytes. */
export type Zip = {
  /** Throws `Unreadable` when there is no such entry or it is damaged. */
  readonly open: (name: string) => AsyncIterable<Buffer>;
  readonly close: () => void;
};

const notXlsx = 'is not an XLSX file; save it as Excel Workbook (.xlsx)';

/** Opens a ZIP file; throws `Unreadable` when it is not one. */
export async function openZip(path: string): Promise<Zip> {
  const file = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error === null ? resolve(opened) : reject(asUnreadable(error)),
    ),
  );
  try {
    return zipOf(file, await entriesOf(file));
  } catch (error) {
    file.close();
    throw error;
  }
}

function zipOf(file: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>): Zip {
  return {
    open: (name) => bytesOf(file, entries.get(name), name),
    close: () => file.close(),
  };
}

async function* bytesOf(
  file: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  name: string,
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new Unreadable(`${notXlsx}: it holds no ${name}`);
  if (entry.isEncrypted()) throw new Unreadable('is locked by a password; save it without one');
  const stream = await new Promise<Readable>((resolve, reject) =>
    file.openReadStream(entry, (error, opened) =>
      error === null ? resolve(opened) : reject(asUnreadable(error)),
    ),
  );
  try {
    yield* stream;
  } catch (error) {
    const say = error instanceof Error ? error.message : String(error);
    throw new Unreadable(`is damaged (${name}: ${say}); open it in Excel and save it again`);
  }
}

function entriesOf(file: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    file.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > mostEntries)
        reject(new Unreadable(`${notXlsx}: it holds more than ${mostEntries} files`));
      else file.readEntry();
    });
    file.once('end', () => resolve(entries));
    file.once('error', (error: Error) => reject(asUnreadable(error)));
    file.readEntry();
  });
}

/** A missing file stays what it is; anything else that yauzl says is about what is in the file. */
function asUnreadable(error: Error): Error {
  if ('code' in error) return error;
  return new Unreadable(`${notXlsx} (${error.message})`);
}
