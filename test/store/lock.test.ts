import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { askControl, serveControl } from '../../src/store/control.ts';
import { lockDataDir } from '../../src/store/lock.ts';
import { folder } from './given.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

// A second program that takes the lock and says how that went.
async function other(dataDir: string): Promise<{ child: ChildProcess; said: string }> {
  const file = join(root, 'src/store/lock.ts');
  const program = `
    const { lockDataDir } = await import(${JSON.stringify(file)});
    setInterval(() => {}, 1000);
    await lockDataDir(${JSON.stringify(dataDir)}).then(() => console.log('locked'), (error) => console.log(error.message));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  return { child, said };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

it('makes the folder, for this user only, and leaves nothing behind', async () => {
  const dataDir = join(folder(), 'deep/data');
  const lock = await lockDataDir(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const [name] = readdirSync(dataDir);
  expect(statSync(join(dataDir, name!)).mode & 0o777).toBe(0o600);
  await lock.release();
  expect(readdirSync(dataDir)).toEqual([]);
  await (await lockDataDir(dataDir)).release();
});

it('is refused while another program holds it, which is named, and free when that one was killed', async () => {
  const dataDir = folder();
  const { child, said } = await other(dataDir);
  expect(said).toBe('locked');
  await expect(lockDataDir(dataDir)).rejects.toThrow(
    new RegExp(`in use by another rasoat \\(process ${child.pid} on .*Stop that one`),
  );
  await kill(child, 'SIGKILL');
  const lock = await lockDataDir(dataDir);
  expect(readdirSync(dataDir)).toHaveLength(1);
  expect((await other(dataDir)).said).toMatch(`process ${process.pid} `);
  await lock.release();
});

it('is refused while the other program is stopped and cannot answer', async () => {
  const dataDir = folder();
  const { child } = await other(dataDir);
  child.kill('SIGSTOP');
  await expect(lockDataDir(dataDir)).rejects.toThrow('another rasoat that does not answer');
  await kill(child, 'SIGKILL');
  await (await lockDataDir(dataDir)).release();
});

it('goes to exactly one of many that start at once over what a killed one left', async () => {
  const dataDir = folder();
  const { child } = await other(dataDir);
  await kill(child, 'SIGKILL');
  const [name] = readdirSync(dataDir);
  renameSync(join(dataDir, name!), join(dataDir, 'left'));
  for (let round = 0; round < 5; round += 1) {
    linkSync(join(dataDir, 'left'), join(dataDir, name!));
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dataDir)));
    const locks = ends.filter((end) => end.status === 'fulfilled');
    expect(locks).toHaveLength(1);
    await locks[0]!.value.release();
  }
});

it('goes to exactly one of several programs that start at once', async () => {
  const dataDir = folder();
  const all = await Promise.all([1, 2, 3, 4].map(() => other(dataDir)));
  expect(all.filter(({ said }) => said === 'locked')).toHaveLength(1);
  expect(all.filter(({ said }) => said.includes('in use by another rasoat'))).toHaveLength(3);
});

it('works, as the control socket does, in a folder whose path is too long for a socket', async () => {
  const dataDir = join(folder(), 'thư-mục-dữ-liệu'.repeat(6), 'x'.repeat(120));
  const lock = await lockDataDir(dataDir);
  await expect(lockDataDir(dataDir)).rejects.toThrow('in use by another rasoat');
  const control = await serveControl(dataDir, async ({ args }) => args);
  expect(await askControl(dataDir, { command: 'echo', args: 1 })).toEqual({ kind: 'answer', value: 1 });
  await control.close();
  await lock.release();
  expect(readdirSync(dataDir)).toEqual([]);
});

it('says why a folder cannot be used', async () => {
  const base = folder();
  writeFileSync(join(base, 'file'), '');
  await expect(lockDataDir(join(base, 'file/data'))).rejects.toThrow(
    /DATA_DIR .*file\/data cannot be used: .*ENOTDIR.*Choose a folder/,
  );
});

it('says that a folder may not be written to', async () => {
  const base = folder();
  const dataDir = join(base, 'closed');
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o555);
  chmodSync(base, 0o755);
  const refused: unknown = await asOrdinaryUser(() => lockDataDir(dataDir).catch((error: unknown) => error));
  expect(String(refused)).toMatch(/DATA_DIR .*closed cannot be used: .*EACCES.*Choose a folder/);
});

// Nothing is closed to root, so it becomes nobody for a moment.
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
