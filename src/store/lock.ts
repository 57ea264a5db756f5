import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { connectIn, listenIn } from './socket.ts';

/** Says that DATA_DIR cannot be used, or not by this program now, and what to do about it. */
export class DataDirError extends Error {}

const ownerSchema = z.object({ pid: z.number(), host: z.string(), since: z.string(), holds: z.boolean() });
type Owner = z.infer<typeof ownerSchema>;

/**
 * Takes DATA_DIR for this program alone, until it releases it or ends in whatever way.
 *
 * Every program that wants the folder listens on a socket of its own in it and then looks for others. The later of
 * two always sees the earlier one, so never do two take it; two that see each other both step back and try again.
 * The kernel closes the socket of a killed program, so one that refuses is dead: no process number is trusted, which
 * may have gone to another program or belong to another container. It holds on one machine, not on a network folder.
 */
export async function lockDataDir(dataDir: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => unusable(dataDir, cause));
  const me: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString(), holds: false };
  for (let tries = 1; ; tries += 1) {
    const name = `lock-${randomBytes(6).toString('hex')}`;
    const mine = await listenIn(dataDir, name, (socket) => socket.end(JSON.stringify(me))).catch(
      (cause: unknown) => unusable(dataDir, cause),
    );
    const others = await findOwners(dataDir, name).catch((cause: unknown) =>
      mine.close().then(() => unusable(dataDir, cause)),
    );
    const [other] = others.toSorted((a, b) => Number(b.holds) - Number(a.holds));
    if (!other) {
      me.holds = true;
      return { release: mine.close };
    }
    await mine.close();
    if (other.holds || tries === 20) refuse(dataDir, other);
    await setTimeout(20 + Math.random() * 100);
  }
}

async function findOwners(dataDir: string, own: string): Promise<Owner[]> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('lock-') && name !== own);
  const found = await Promise.all(names.map((name) => askOwner(dataDir, name)));
  return found.filter((owner) => owner !== undefined);
}

async function askOwner(dataDir: string, name: string): Promise<Owner | undefined> {
  const socket = await connectIn(dataDir, name);
  if (!socket) {
    await rm(join(dataDir, name), { force: true });
    return undefined;
  }
  // A program too busy to answer still holds its lock: the kernel took the connection for it.
  const silent: Owner = { pid: 0, host: '', since: '', holds: true };
  const answer = Promise.race([text(socket), setTimeout(2000, '', { ref: false })]);
  try {
    return ownerSchema.parse(JSON.parse(await answer));
  } catch {
    return silent;
  } finally {
    socket.destroy();
  }
}

function refuse(dataDir: string, { pid, host, since }: Owner): never {
  const who = pid === 0 ? 'that does not answer' : `(process ${pid} on ${host}, since ${since})`;
  throw new DataDirError(
    `DATA_DIR ${resolve(dataDir)} is in use by another rasoat ${who}. Stop that one first, or choose another DATA_DIR.`,
  );
}

function unusable(dataDir: string, cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new DataDirError(
    `DATA_DIR ${resolve(dataDir)} cannot be used: ${why}. Choose a folder on a local disk that this user may write to.`,
    { cause },
  );
}
