import { statSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';

/** A place that cannot be written to: says which, and why. */
export class Unwritable extends Error {
  constructor(where: string, why: string) {
    super(`${where} cannot be written: ${why}. Give another place, or make room there.`);
    this.name = 'Unwritable';
  }
}

/**
 * Writes a file whole or not at all: what was there before stays until the last byte is written. It is opened before
 * `write` is called. Throws `Unwritable`.
 */
export async function writeFileWhole(path: string, write: (to: Writable) => Promise<void>): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Unwritable(path, 'it is a folder');
  const part = `${path}.part`;
  const file = await opened(part, path);
  try {
    await write(file.createWriteStream());
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw asUnwritable(error, path);
  }
}

async function opened(part: string, path: string): Promise<FileHandle> {
  try {
    return await open(part, 'w');
  } catch (error) {
    throw asUnwritable(error, path);
  }
}

/** What the system says of a place (`ENOSPC`, `EACCES`) in a sentence; any other error stays what it is. */
export function asUnwritable(error: unknown, where: string): unknown {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem ? new Unwritable(where, error.message) : error;
}
