import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Database, openDatabase, type Query } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPglite } from '../../src/store/pglite.ts';

/** A fresh, migrated database; `databaseUrl` is there when it is on a server. */
export type TestDatabase = {
  readonly db: Database;
  readonly databaseUrl?: string;
  close(): Promise<void>;
};

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One database for a whole test file, without rows before every test and with ids that count from 1 again. */
export function ownDatabase(): { readonly db: Database } {
  let opened: TestDatabase | undefined;
  const database = () => {
    if (opened === undefined) throw new Error('The database is there from the first test on');
    return opened.db;
  };
  beforeAll(async () => {
    opened = await testDatabase();
  });
  beforeEach(async () => {
    const { q } = database();
    await q.execute(sql`truncate wards, persons, inbox, web_lines, settings restart identity cascade`);
    await emptyRecord(q);
  });
  afterAll(() => opened?.close());
  return {
    get db() {
      return database();
    },
  };
}

/** The record is never emptied but for a test, whose ids count from 1 again. */
async function emptyRecord(q: Query): Promise<void> {
  await q.execute(sql`alter table record disable trigger user`);
  await q.execute(sql`truncate record, changes restart identity`);
  await q.execute(sql`alter table record enable trigger user`);
}

/** Opens a new database: in memory, or on the server at TEST_DATABASE_URL when that is set. */
export async function testDatabase(migrationsFolder = join(root, 'migrations')): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return onServer(server, migrationsFolder);
  // Loading a migrated copy takes a quarter of the time of making and migrating a new database.
  const db = await openPglite({ load: await template(migrationsFolder) });
  return { db, close: () => db.close() };
}

async function onServer(server: string, migrationsFolder: string): Promise<TestDatabase> {
  const name = `rasoat_test_${randomBytes(6).toString('hex')}`;
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await onAdmin(server, `create database ${name} encoding 'UTF8' locale 'C' template template0`);
  const drop = () => onAdmin(server, `drop database if exists ${name} with (force)`);
  try {
    const db = await openDatabase({ databaseUrl, dataDir: tmpdir() });
    await migrate(db, migrationsFolder);
    return { db, databaseUrl, close: () => db.close().finally(drop) };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function onAdmin(server: string, statement: string): Promise<void> {
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}

async function template(migrationsFolder: string): Promise<Blob> {
  const file = join(tmpdir(), `rasoat-test-template-${await fingerprint(migrationsFolder)}.tar`);
  if (!existsSync(file)) {
    const db = await openPglite({});
    await migrate(db, migrationsFolder);
    const copy = await db.dump!();
    await db.close();
    // Test files run side by side: each may make the template, and whole ones only ever appear under its name.
    const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
    await writeFile(unfinished, Buffer.from(await copy.arrayBuffer()));
    await rename(unfinished, file);
  }
  return new Blob([await readFile(file)]);
}

async function fingerprint(migrationsFolder: string): Promise<string> {
  const hash = createHash('sha256').update(
    await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json')),
  );
  for (const entry of (await readdir(migrationsFolder, { recursive: true, withFileTypes: true })).sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  )) {
    if (entry.isFile()) hash.update(entry.name).update(await readFile(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex').slice(0, 16);
}
