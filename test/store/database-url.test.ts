import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../src/store/db.ts';
import { refuseOldVersion } from '../../src/store/postgres.ts';

describe('the address of the database', () => {
  const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: tmpdir() });

  it('is refused without its password when nothing answers there', async () => {
    const opened = open('postgres://rasoat:s3cret@127.0.0.1:1/rasoat');
    await expect(opened).rejects.toThrow(
      /DATABASE_URL \(postgres:\/\/rasoat@127.0.0.1:1\/rasoat\).*ECONNREFUSED.*Check that the server runs/,
    );
    await expect(opened).rejects.not.toThrow('s3cret');
  });

  it('is refused without its password when it is not one', async () => {
    for (const url of ['postgres://rasoat:s3cr#et@host:x/rasoat', 'hello', 'postgres://u:s3cr%zz@h/d']) {
      const error: unknown = await open(url).catch((e: unknown) => e);
      expect(String(error)).toMatch('DATABASE_URL');
      expect(JSON.stringify(error) + String(error)).not.toMatch('s3cr');
    }
  });

  it('is refused when something else answers there', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = z.object({ port: z.number() }).parse(other.address());
    await expect(open(`postgres://u:s3cret@127.0.0.1:${address.port}/d?connect_timeout=1`)).rejects.toThrow(
      'Cannot connect to DATABASE_URL',
    );
  });

  it('is refused when the server is too old', () => {
    expect(() => refuseOldVersion(140_012, '14.12')).toThrow('runs PostgreSQL 14.12; 15 or newer is needed');
    expect(() => refuseOldVersion(150_000, '15.0')).not.toThrow();
  });
});
