import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { columns } from '../../src/classify/columns.ts';
import { parseOptions, UsageError } from '../../src/classify/options.ts';
import { Progress } from '../../src/classify/progress.ts';
import { run } from '../../src/classify/run.ts';
import { csv, many, plain, record } from './given.ts';
import { at, classify, classifyAlone, command, folder, put, recordsOf, world } from './program.ts';

test.each([
  [
    ['--year', '2045', '--standard', 'national-2016-2021'],
    /^--year 2045: No standard serves the list year 2045; the nearest, national-2027-2030, serves 2027 to 2030/,
  ],
  [
    ['--year', '2024', '--standard', 'national-2016-2021'],
    '--year 2024: national-2016-2021 serves the list years 2016 to 2021, not 2024, which national-2022-2026 serves;',
  ],
  [
    ['--year', '2045', '--compare', 'national-2016-2021,national-2022-2026'],
    /^--year 2045: No standard serves/,
  ],
  [['--year', '26'], '--year 26 is no list year; give one such as --year 2026.'],
  [['--year', '2045'], /^--year 2045: No standard serves the list year 2045; the nearest, .* 2027 to 2030/],
  [
    ['--year', '2026', '--province', 'hue'],
    /^We have no standard of the province hue; .* ho-chi-minh, ha-noi, quang-ninh\.$/,
  ],
  [
    ['--year', '2026', '--province', 'dong-nai'],
    /^We have no standard of the province dong-nai \(we know that it has one/,
  ],
  [['--year', '2026', '--standard', 'x'], /^There is no standard x; there are national-2016-2021, /],
  [
    ['--year', '2026', '--compare', 'national-2016-2021'],
    /^--compare takes two different standards such as /,
  ],
  [
    ['--year', '2026', '--on', '2026-06-31'],
    '--on 2026-06-31 is no day; give one as YYYY-MM-DD, such as --on 2026-09-01.',
  ],
  [['--year', '2026', '--format', 'xlsx'], '--format xlsx needs --output FILE.xlsx.'],
  [['--year', '2026', '--format', 'pdf'], '--format pdf cannot be written; give ndjson or xlsx.'],
  [['--year', '2026', '--input', 'xlsx'], /^--input xlsx cannot be read from standard input/],
  [['--year', '2026', '-', '-'], 'Standard input (-) can be read only once.'],
  [['--year', '2026', 'households.ods'], /^households\.ods: what it is cannot be seen; name it/],
  [['--yaer', '2026'], /^Unknown option '--yaer'.* See --help\.$/],
  [['--template', 'households.ods'], '--template households.ods: name it .csv or .xlsx.'],
  [['--year', '2026', '--standard', 'national-2022-2026', '--province', 'ha-noi'], /^Give only one of/],
])('wrong usage %j says what would be right', (argv, say) => {
  const parsing = () => parseOptions(argv);
  expect(parsing).toThrow(UsageError);
  expect(parsing).toThrow(say);
});

test('wrong usage is exit code 2, and nothing is written', async () => {
  const path = put('in.ndjson', JSON.stringify(record));
  expect(await classifyAlone(['--year', '26'])).toMatchObject({ code: 2, out: '' });
  expect(await classify(['--year', '2026', at('missing.csv')])).toEqual({
    code: 2,
    out: '',
    err: ['missing.csv: there is no such file.'],
  });
  expect(await classify(['--year', '2026', '--output', path, path])).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(path, 'utf8')).toBe(JSON.stringify(record));
  expect((await classify(['--help'])).out).toContain('--compare ID,ID');
});

test('an output that cannot be written is said in a sentence before anything is read, and leaves nothing', async () => {
  const path = put('one.ndjson', many(1));
  mkdirSync(at('folder.ndjson'));
  mkdirSync(at('folder.csv'));
  const places = [
    ['--output', at('nowhere/out.ndjson')],
    ['--output', at('nowhere/out.xlsx')],
    ['--output', at('folder.ndjson')],
    ['--template', at('nowhere/template.csv')],
    ['--template', at('nowhere/template.xlsx')],
    ['--template', at('folder.csv')],
  ];
  const said = [];
  for (const place of places) {
    const { code, err, out } = await classify(['--year', '2026', ...place, path]);
    said.push([code, out, err.length, err[0]?.replace(/: .*/, '')]);
  }
  expect(said).toEqual(
    places.map(([, place = '']) => [2, '', 1, `${place.slice(folder.length + 1)} cannot be written`]),
  );
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a household without a list year is refused when the command names none either', async () => {
  const own = { ...plain, id: 'H2', listYear: '2024' };
  const path = put('years.csv', csv([plain, own]));
  const lines = put('years.ndjson', `${many(1, 'N')}${many(1, 'O').replace('{', '{"listYear":2024,')}`);
  const { code, err, out } = await classifyAlone([path, lines]);
  expect(recordsOf(out).map(({ id, assessment }) => [id, assessment.listYear])).toEqual([
    ['H2', 2024],
    ['O0', 2024],
  ]);
  const say =
    'is refused: listYear: is missing; write the list year of this household, or give --year for all';
  expect([code, ...err]).toEqual([
    1,
    `years.csv:2: household "H1" ${say}`,
    `years.ndjson:1: household "N0" ${say}`,
    '2 households classified, 2 refused; 2 bad rows.',
  ]);
});

test.each([
  [
    'quang-ninh',
    /^No standard of quang-ninh is sure to serve the list year 2026\. To ask: .*Quảng Ninh: Nghị quyết/,
  ],
  [
    'ho-chi-minh',
    /^No standard of ho-chi-minh is sure .*\nho-chi-minh has a standard of its own .*46 và 54 triệu đồng/,
  ],
  ['ha-noi', /^No standard of ha-noi is sure to serve the list year 2026\. /],
])('what is open of %s in 2026 is said once', async (province, say) => {
  const args = ['--year', '2026', '--province', province];
  const { err, code } = await classify([...args, put('two.ndjson', many(2))]);
  expect(code).toBe(0);
  expect(err.slice(0, -1).join('\n')).toMatch(say);
  expect(new Set(err).size).toBe(err.length);
  const served = await classify(['--year', '2024', ...args.slice(2), at('two.ndjson')]);
  expect(served.err.join('\n')).not.toContain('is sure to serve');
});

test('who stops reading ends it quietly, whatever is still to come', async () => {
  const path = put('many.ndjson', many(20_000));
  const child = spawn(process.execPath, command(['--year', '2026', path]));
  let err = '';
  child.stderr.on('data', (said) => (err += String(said)));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect([code, err]).toEqual([0, '']);
});

test('a reader that pauses holds the reading back', async () => {
  let pulled = 0;
  const stdin = Readable.from(
    (function* () {
      for (; pulled < 1000; pulled += 1) yield Buffer.from(many(100, `${pulled}-`));
    })(),
  );
  const stdout = new PassThrough({ highWaterMark: 1024 });
  const running = run(['--year', '2026'], world({ stdin, stdout }));
  await once(stdout, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 300));
  // Two rounds of the streams' own buffers, of 1,000.
  expect(pulled).toBeLessThan(40);
  pulled = 990;
  stdout.resume();
  expect(await running).toBe(0);
});

test('a run that fails leaves what was there before', async () => {
  const output = put('kept.ndjson', 'kept');
  const stdin = Readable.from(
    (function* () {
      yield Buffer.from(many(1));
      throw new Error('the disk is gone');
    })(),
  );
  const running = run(['--year', '2026', '--output', output], world({ stdin }));
  await expect(running).rejects.toThrow('the disk is gone');
  expect(readFileSync(output, 'utf8')).toBe('kept');
  expect(existsSync(`${output}.part`)).toBe(false);
});

test('progress is said on a terminal once a second, and nowhere else', () => {
  const said = (isTTY: boolean) => {
    let now = 0;
    const texts: string[] = [];
    const progress = new Progress({ isTTY, write: (text) => texts.push(text) }, () => now);
    for (let row = 0; row < 4096; row += 1) {
      now += 1;
      progress.add(1);
    }
    progress.clear();
    return texts.map((text) => text.replaceAll('\r\u001B[K', '<'));
  };
  expect(said(true)).toEqual([
    '<1 024 rows, 1 000 rows/s',
    '<2 048 rows, 1 000 rows/s',
    '<3 072 rows, 1 000 rows/s',
    '<4 096 rows, 1 000 rows/s',
    '<',
  ]);
  expect(said(false)).toEqual([]);
});

test('docs/classify.md lists the columns as they are', () => {
  const path = new URL('../../docs/classify.md', import.meta.url);
  const text = readFileSync(path, 'utf8');
  const missing = columns.filter(({ key, name, values }) => {
    const row = text.split('\n').find((each) => each.startsWith(`| \`${key}\``));
    return row === undefined || !row.includes(name) || values.some((value) => !row.includes(`\`${value}\``));
  });
  expect(missing.map(({ key }) => key)).toEqual([]);
  expect(text.match(/^\| `/gm)).toHaveLength(columns.length);
});
