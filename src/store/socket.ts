import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Listens on a Unix socket in a folder, for this user only; under its name it is never seen without a listener. */
export async function listenIn(dir: string, name: string, take: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
    take(socket);
  });
  const unnamed = `.${randomBytes(6).toString('hex')}`;
  await withShortPath(dir, (short) => {
    return new Promise<void>((done, fail) => server.once('error', fail).listen(join(short, unnamed), done));
  });
  server.unref();
  await chmod(join(dir, unnamed), 0o600);
  await rename(join(dir, unnamed), join(dir, name));
  const close = async (): Promise<void> => {
    await rm(join(dir, name), { force: true });
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((done) => server.close(() => done()));
  };
  return { close };
}

/** Connects to a Unix socket in a folder; undefined when nobody listens there any more. */
export async function connectIn(dir: string, name: string): Promise<Socket | undefined> {
  const open = (short: string) =>
    new Promise<Socket>((done, fail) => {
      const socket = connect(join(short, name), () => done(socket.off('error', fail).on('error', () => {})));
      socket.once('error', fail);
    });
  return withShortPath(dir, open).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && /^(ENOENT|ECONNREFUSED)$/.test(String(error.code)))
      return undefined;
    throw error;
  });
}

// The path of a socket may have 103 bytes (macOS) at most; a longer one is reached through a short link to its folder.
async function withShortPath<T>(dir: string, use: (short: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(resolve(dir)) <= 80) return use(resolve(dir));
  const home = await mkdtemp(join(tmpdir(), 'r-'));
  try {
    await symlink(resolve(dir), join(home, 'd'));
    return await use(join(home, 'd'));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
