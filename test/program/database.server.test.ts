import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../store/database.ts';
import { adminJson, folder, root, run, startProgram } from './program.ts';
import { openWebChat } from './web-chat.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());
const password = 'bi-mat-1234567890';

describe('the program on a PostgreSQL server', () => {
  test('makes no demonstration, and goes on after a restart', { timeout: 120_000 }, async () => {
    const settings = { DATABASE_URL: database.databaseUrl!, DATA_DIR: join(folder(), 'data') };
    const first = await startProgram(settings);
    let { url } = first;
    expect(first.out()).toMatch(/PostgreSQL[\s\S]*npm run admin -- ward add/);
    expect((await fetch(`${url}/demo`)).status).toBe(404);
    await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], settings);
    await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu 1', '--code', 'khu-1'], settings);
    const chat = await openWebChat(() => url, '/k/khu-1');
    await chat.types('/start khu-1');
    expect(await first.end()).toEqual({ code: 0, signal: null });
    const second = await startProgram(settings);
    url = second.url;
    expect((await chat.presses('vi')).rendered.options).toHaveLength(2);
  });

  test('is refused a database that is not there, without its password', { timeout: 120_000 }, async () => {
    const address = Object.assign(new URL(database.databaseUrl!), { pathname: '/khong_co', password });
    const program = run([process.execPath, join(root, 'dist/main.js')], { DATABASE_URL: address.href });
    expect((await program.ended).code).toBe(1);
    expect(program.err()).toMatch(/DATABASE_URL[\s\S]*khong_co[\s\S]*createdb/);
    expect(program.err()).not.toContain(password);
  });
});
