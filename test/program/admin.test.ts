import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase, rows } from '../../src/store/db.ts';
import { speakerAt, zoneNamed } from '../store/given.ts';
import { keepSent, readBefore } from '../store/sent-case.ts';
import { admin, adminJson, dataDir, freePort, startProgram } from './program.ts';
import { openWebChat } from './web-chat.ts';

/** What is in the tables of people, once the program has ended. */
async function counts(data: string): Promise<Record<string, number>> {
  const db = await openDatabase({ dataDir: data });
  try {
    const tables = [
      'wards',
      'zones',
      'persons',
      'chats',
      'posts',
      'cases',
      'events',
      'outbox',
      'invitations',
    ];
    const found = tables.map(async (table) => {
      const [row] = await rows(
        db.q,
        sql`select count(*) as count from ${sql.identifier(table)}`,
        z.object({ count: z.number() }),
      );
      return [table, row?.count ?? -1] as const;
    });
    const lines = sql`select count(distinct address) as count from web_lines`;
    const [said] = await rows(db.q, lines, z.object({ count: z.number() }));
    return { ...Object.fromEntries(await Promise.all(found)), 'web chats': said?.count ?? -1 };
  } finally {
    await db.close();
  }
}

/** Every command once, as a person and as a program call it. */
async function callAll(settings: Record<string, string>, base: string): Promise<void> {
  const plain = async (...args: string[]) => {
    const { code, out, err } = await admin(args, settings);
    expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, '']);
    return out;
  };
  expect(await plain('ward', 'add', '--name', 'phường Thử Một', '--area', 'urban')).toBe(
    'Ward phường Thử Một added with the code thu-mot.\n',
  );
  const ward = ['ward', 'add', '--name', 'xã Thử Hai', '--area', 'rural', '--code', 'hai'];
  expect(await adminJson(ward, settings)).toMatchObject({ code: 'hai', province: null });
  const inProvince = [...ward.slice(0, 3), 'xã Thử Ba', '--area', 'rural', '--province', 'quang-ninh'];
  expect(await adminJson(inProvince, settings)).toMatchObject({ province: 'quang-ninh' });
  expect(await plain('ward', 'province', '--ward', 'hai', '--province', 'ha-noi')).toBe(
    'The ward hai is in ha-noi now. Cases in which a zone was chosen before keep the province they have.\n',
  );
  expect(
    await adminJson(['ward', 'province', '--ward', 'hai', '--province', 'none'], settings),
  ).toMatchObject({
    code: 'hai',
    province: null,
  });
  expect(await plain('zone', 'add', '--ward', 'hai', '--name', 'Khu 1', '--code', 'khu-1')).toBe(
    `Zone Khu 1 added with the code khu-1.\nResidents open ${base}/k/khu-1 or send: /start khu-1\n`,
  );
  const zone = await adminJson(['zone', 'add', '--ward', 'thu-mot', '--name', 'Khu 2'], settings);
  expect(zone.code).toMatch(/^khu-2-[a-z]{4}$/);
  expect(zone.link).toBe(`${base}/k/${zone.code}`);
  expect(await plain('invite', '--zone', 'khu-1')).toMatch(`${base}/moi/moi-`);
  const invitation = await adminJson(['invite', '--zone', 'khu-1', '--hours', '5'], settings);
  expect(invitation.link).toBe(`${base}/moi/${invitation.code}`);
  expect(await plain('waiting')).toBe('Nothing is waiting for a head.\n');
  expect(await adminJson(['waiting'], settings)).toEqual({ cases: [], late: [] });
  expect(await plain('rescore', '--dry-run')).toBe(
    '0 of 0 cases would be read differently. Nothing was changed.\n',
  );
  expect(await adminJson(['rescore', '--signed'], settings)).toMatchObject({ cases: 0, added: 0 });
  expect(await adminJson(['demo', 'remove'], settings)).toHaveProperty('removed');
  expect(await plain('demo', 'remove')).toBe('There was no demonstration area.\n');
  expect(await plain('demo', 'add')).toMatch('is there now');
  expect(await adminJson(['demo', 'add'], settings)).toEqual({ added: false });
  expect(await plain('demo', 'remove')).toMatch('are removed');
}

const wrongUses: readonly (readonly [string, RegExp])[] = [
  ['dance', /There is no command "dance"[\s\S]*ward add --name/],
  ['ward add --name X', /--area: .*\nUse it like this: ward add --name/],
  ['ward add --name X --area town', /--area: .*\nUse it like this/],
  [
    'ward add --name X --area urban --province ha-long',
    /--province: .*"quang-ninh"[\s\S]*\nUse it like this/,
  ],
  ['ward add --name Một --area urban --code taken', /the code taken is there already/],
  ['ward add --name X --area urban --code Bad/ô', /--code: "Bad\/ô" may hold small letters/],
  ['ward add --name !!! --area urban', /--code: "" may hold small letters/],
  [
    'ward province --ward nowhere --province ha-noi',
    /no ward with the code "nowhere"\. Add it with: ward add/,
  ],
  ['ward province --ward taken', /--province: give quang-ninh, .*, or none\nUse it like this: ward province/],
  ['zone add --ward nowhere --name X', /no ward with the code "nowhere"\. Add it with: ward add/],
  ['zone add --ward taken --name X --code Ô!', /--code: "Ô!" may hold small letters/],
  ['invite', /--zone: .*\nUse it like this: invite --zone/],
  ['invite --zone nowhere', /no zone with the code "nowhere"\. Add it with: zone add/],
  ['invite --zone nowhere --hours many', /--hours: .*\nUse it like this/],
  ['invite --zone nowhere --role deputy', /--role: .*\nUse it like this/],
  ['import zones --ward taken', /--file: give the table as CSV or XLSX\nUse it like this: import zones/],
  ['import zones --ward taken --file nowhere.csv', /ENOENT.*nowhere\.csv/],
  ['contact --ward taken --name X --phone 12', /--phone: is no telephone number of Vietnam/],
  ['rescore --dry', /Unknown option '--dry'/],
  ['waiting --loud', /Unknown option '--loud'/],
];

async function misuse(settings: Record<string, string>): Promise<void> {
  await adminJson(['ward', 'add', '--name', 'xã Có Rồi', '--area', 'rural', '--code', 'taken'], settings);
  for (const [line, says] of wrongUses) {
    const { code, out, err } = await admin(line.split(' '), settings);
    expect([line, code, out]).toEqual([line, 1, '']);
    expect(err).toMatch(says);
    expect(err, line).not.toMatch(/\n\s+at /);
  }
}

describe('the operator', () => {
  test('has every command while the program runs', { timeout: 480_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const program = await startProgram(settings);
    await callAll(settings, program.url);
    await misuse(settings);
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  });

  test('has every command while it does not', { timeout: 240_000 }, async () => {
    const settings = { DATA_DIR: await dataDir(), PORT: String(await freePort()) };
    await callAll(settings, `http://127.0.0.1:${settings.PORT}`);
  });

  test('writes a report where the operator is while the program runs', { timeout: 240_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    await startProgram(settings);
    const plain = async (...args: string[]) => {
      const { code, err, out } = await admin(args, settings);
      expect([code, err]).toEqual([0, '']);
      return out;
    };
    await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], settings);
    await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu 1', '--code', 'khu-1'], settings);
    const totals = ['totals', 'set', '--zone', 'khu-1', '--year', '2019', '--poor', '203', '--source', 'Mẫu'];
    expect(await plain(...totals)).toBe('Totals of Khu 1, Thử for 2019: poor 203 (Mẫu).\n');
    const opened = await adminJson(['round', 'open', '--ward', 'thu', '--list-year', '2026'], settings);
    const { id } = z.object({ id: z.number() }).parse(opened['round']);
    const out = join(settings.DATA_DIR, 'report.xlsx');
    const report = ['report', '--round', String(id), '--table', '2', '--language', 'en', '--out', out];
    expect(await plain(...report)).toContain(`Biểu 2: 2 of 2\nWritten to ${out}.\n`);
    expect((await admin(report, settings)).err).toContain('it is there already');
  });

  test('gets the dictionary and the questionnaire as a form without a database', async () => {
    const settings = { DATA_DIR: '/dev/null/none' };
    const form = join(await dataDir(), 'form.xlsx');
    const said = async (...args: string[]) => admin(args, settings);
    expect((await said('report', 'dictionary')).out).toContain('households.csv,dossier,');
    const made = ['xlsform', '--list-year', '2026', '--lang', 'vi', '--out', form];
    expect((await said(...made)).out).toContain('the questionnaire for the list of 2026');
    expect(await said('xlsform', '--lang', 'fr', '--out', form)).toMatchObject({ code: 1 });
  });

  test('is told what is wrong while it does not run', { timeout: 240_000 }, async () => {
    await misuse({ DATA_DIR: await dataDir() });
    const { code, err } = await admin(['waiting'], { DATA_DIR: await dataDir(), PORT: 'abc' });
    expect([code, err]).toEqual([1, expect.stringContaining('PORT is wrong: "abc"')]);
  });

  test('gets help without a database', async () => {
    const { code, out } = await admin(['--help'], { DATA_DIR: '/dev/null/none' });
    expect([code, out]).toEqual([0, expect.stringContaining('invite --zone')]);
  });

  test('gives out an invitation that only its button uses up, once', { timeout: 240_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const program = await startProgram(settings);
    await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], settings);
    await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu 1', '--code', 'khu-1'], settings);
    const { link = '', code = '' } = await adminJson(['invite', '--zone', 'khu-1'], settings);
    for (const _ of [1, 2]) expect((await fetch(link)).status).toBe(200);
    const path = new URL(link).pathname;
    const head = await openWebChat(() => program.url, path);
    const other = await openWebChat(() => program.url, path);
    for (const each of [head, other]) {
      const shown = (await each.types(`/start ${code}`)).rendered;
      expect(shown.options.map(({ label }) => label)).toEqual(['Nhận làm khu trưởng']);
      expect(shown.text).toContain('Khu 1');
    }
    expect((await head.presses('accept')).rendered.text).toContain('Khu 1');
    const refused = (await other.presses('accept')).rendered;
    expect(refused.options.map(({ label }) => label)).not.toContain('Nhận làm khu trưởng');
    expect((await other.types(`/start ${code}`)).rendered.text).toBe(refused.text);
    const [row] = await waitingAfterSending(program.url, settings);
    expect(row).toMatchObject({ ward: 'Thử', zone: 'Khu 1', heads: 1 });
  });

  test('has cases read again while the program runs, once', { timeout: 240_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const id = await keepOldReading(settings.DATA_DIR);
    const program = await startProgram(settings);
    const { code, out } = await admin(['rescore', '--dry-run'], settings);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^#${id}  .*none → .*\\(sent\\)\\n1 of 1 cases would be read`)),
    ]);
    expect(await adminJson(['rescore'], settings)).toMatchObject({
      changed: 1,
      added: 1,
      listed: [{ case: id, standard: 'national-2022-2026', added: true }],
    });
    expect(await adminJson(['rescore'], settings)).toMatchObject({ cases: 1, changed: 0, listed: [] });
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  });

  test('ends the demonstration with all its cases and people, for good', { timeout: 240_000 }, async () => {
    const settings = { DATA_DIR: await dataDir() };
    const first = await startProgram(settings);
    await adminJson(['ward', 'add', '--name', 'Thật', '--area', 'urban', '--code', 'that'], settings);
    await adminJson(['zone', 'add', '--ward', 'that', '--name', 'Khu 1', '--code', 'khu-1'], settings);
    const { code = '' } = await adminJson(['invite', '--zone', 'demo-khu-1'], settings);
    const head = await openWebChat(() => first.url);
    await head.types(`/start ${code}`);
    await head.presses('accept');
    for (const zone of ['demo-khu-1', 'demo-khu-2', 'khu-1']) {
      const resident = await openWebChat(() => first.url, `/k/${zone}`);
      await resident.types(`/start ${zone}`);
      await resident.presses('vi');
      await resident.presses('yes');
    }
    expect(await adminJson(['demo', 'remove'], settings)).toEqual({ removed: true });
    expect((await fetch(`${first.url}/demo`)).status).toBe(404);
    await first.end();
    const left = {
      wards: 1,
      zones: 1,
      persons: 1,
      chats: 1,
      posts: 0,
      cases: 1,
      invitations: 0,
      'web chats': 1,
    };
    expect(await counts(settings.DATA_DIR)).toMatchObject(left);

    const second = await startProgram(settings);
    expect((await fetch(`${second.url}/demo`)).status).toBe(404);
    expect(await adminJson(['demo', 'add'], settings)).toEqual({ added: true });
    expect((await fetch(`${second.url}/demo`)).status).toBe(200);
    await second.end();
    expect(await adminJson(['demo', 'remove'], settings)).toEqual({ removed: true });
    expect(await counts(settings.DATA_DIR)).toMatchObject(left);
  });
});

/** A case that was sent and read when the law's data were others; gives its id. */
async function keepOldReading(data: string): Promise<number> {
  const db = await openDatabase({ dataDir: data });
  try {
    await zoneNamed(db, 'khu-1');
    return (await keepSent(db, (await speakerAt(db, 'hoa')).id, readBefore)).id;
  } finally {
    await db.close();
  }
}

/** A household of one that knows little sends its case; the list of what waits. */
async function waitingAfterSending(url: string, settings: Record<string, string>): Promise<unknown[]> {
  const resident = await openWebChat(() => url, '/k/khu-1');
  await resident.types('/start khu-1');
  await resident.presses('vi');
  await resident.presses('yes');
  await resident.types('Thử 1985');
  let line = await resident.presses('+');
  for (let asked = 0; asked < 40; asked += 1) {
    const values = [...line.rendered.options, ...line.rendered.actions].map(({ data }) => data);
    if (values.some((data) => data.endsWith('|send'))) break;
    line = await resident.presses('unknown');
  }
  await resident.presses('send');
  const found: unknown = await adminJson(['waiting'], settings);
  return z.object({ cases: z.array(z.unknown()) }).parse(found).cases;
}
