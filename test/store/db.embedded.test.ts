import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { openDatabase, rows } from '../../src/store/db.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { folder } from './given.ts';

describe('the embedded database', () => {
  it('refuses to be asked from inside of a transaction but not through it', async () => {
    const db = await openPglite({});
    onTestFinished(() => db.close());
    await expect(db.tx(async () => db.q.execute(sql`select 1`))).rejects.toThrow('through it');
    await expect(db.tx(() => db.tx(async () => 1))).rejects.toThrow('through it');
    const later = await db.tx(async () => () => db.q.execute(sql`select 1`));
    await expect(later()).resolves.toBeDefined();
  });

  it('has what was committed after the program was killed, and nothing else', async () => {
    const dataDir = folder();
    await kill(dataDir, 200);
    const db = await openDatabase({ dataDir });
    const query = sql`select count(*) as count, max(id) as last from kept`;
    const [found] = await rows(db.q, query, z.object({ count: z.number(), last: z.number() }));
    expect(found!.count).toBeGreaterThanOrEqual(200);
    expect(found!.last).toBe(found!.count);
    await db.q.execute(sql`insert into kept values (0)`);
    await db.close();
  });

  it('asks the disk to keep every commit', async () => {
    const db = await openDatabase({ dataDir: folder() });
    onTestFinished(() => db.close());
    await db.q.execute(sql`create table kept (id int)`);
    const synced = vi.spyOn(fs, 'fsyncSync');
    for (let id = 0; id < 5; id += 1) await db.q.execute(sql`insert into kept values (${id})`);
    expect(synced.mock.calls.length).toBeGreaterThanOrEqual(5);
    synced.mockRestore();
  });

  it('starts anew when its first making was cut off', async () => {
    const dataDir = folder();
    fs.mkdirSync(join(dataDir, 'pglite.new'));
    fs.writeFileSync(join(dataDir, 'pglite.new/PG_VERSION'), '18\n');
    const db = await openDatabase({ dataDir });
    await db.close();
    expect(fs.readdirSync(dataDir)).toEqual(['pglite']);
    expect(fs.statSync(join(dataDir, 'pglite')).mode & 0o777).toBe(0o700);
  });

  it('says which folder is damaged and what to do', async () => {
    const dataDir = folder();
    fs.mkdirSync(join(dataDir, 'pglite'));
    fs.writeFileSync(join(dataDir, 'pglite/PG_VERSION'), '18\n');
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      /Cannot open the embedded database in .*pglite: .*restore a backup/,
    );
  });

  it('copies itself as it was committed, also in the middle of a transaction', async () => {
    const db = await openPglite({});
    await db.q.execute(sql`create table kept (id int)`);
    await db.q.execute(sql`insert into kept values (1)`);
    const copy = await db.tx(async (q) => {
      await q.execute(sql`insert into kept values (2)`);
      return db.dump!();
    });
    await db.close();
    const second = await openPglite({ load: copy });
    onTestFinished(() => second.close());
    expect(await rows(second.q, sql`select id from kept`, z.object({ id: z.number() }))).toEqual([{ id: 1 }]);
  });
});

// Writes rows in a second program until at least `count` are reported as committed, and kills it in the middle.
async function kill(dataDir: string, count: number): Promise<void> {
  const door = fileURLToPath(new URL('../../src/store/db.ts', import.meta.url));
  const program = `
    import { sql } from 'drizzle-orm';
    const { openDatabase } = await import(${JSON.stringify(door)});
    const db = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    await db.q.execute(sql\`create table kept (id int)\`);
    for (let id = 1; ; id += 1) {
      await db.tx((q) => q.execute(sql\`insert into kept values (\${id})\`));
      process.stdout.write('.');
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  });
  let written = 0;
  for await (const dots of child.stdout) {
    written += String(dots).length;
    if (written >= count) child.kill('SIGKILL');
  }
}
