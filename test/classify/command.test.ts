import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { columns } from '../../src/classify/columns.ts';
import { parseOptions, UsageError } from '../../src/classify/options.ts';
import { Progress } from '../../src/classify/progress.ts';
import { run } from '../../src/classify/run.ts';
import { record } from './given.ts';
import { at, classify, command, put } from './program.ts';

test.each([
  [[], '--year is missing; give the list year, such as --year 2026.'],
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
  expect(await classify(['--year', '26'])).toMatchObject({ code: 2, out: '' });
  expect(await classify(['--year', '2026', at('missing.csv')])).toEqual({
    code: 2,
    out: '',
    err: ['missing.csv: there is no such file.'],
  });
  expect(await classify(['--year', '2026', '--output', path, path])).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(path, 'utf8')).toBe(JSON.stringify(record));
  expect((await classify(['--help'])).out).toContain('--compare ID,ID');
});

test('who stops reading ends it quietly, whatever is still to come', async () => {
  const path = put('many.ndjson', `${JSON.stringify(record)}\n`.repeat(20_000));
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
  const lines = Buffer.from(`${JSON.stringify(record)}\n`.repeat(100));
  const stdin = Readable.from(
    (function* () {
      for (; pulled < 1000; pulled += 1) yield lines;
    })(),
  );
  const stdout = new PassThrough({ highWaterMark: 1024 });
  const running = run(['--year', '2026'], {
    stdin,
    stdout,
    stderr: { write: () => undefined },
    now: () => 0,
  });
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
  const stdin = new PassThrough();
  const running = run(['--year', '2026', '--output', output], {
    stdin,
    stdout: stdin,
    stderr: { write: () => undefined },
    now: () => 0,
  });
  stdin.write(`${JSON.stringify(record)}\n`);
  stdin.destroy(new Error('the disk is gone'));
  await expect(running).rejects.toThrow('the disk is gone');
  expect(readFileSync(output, 'utf8')).toBe('kept');
  expect(existsSync(at('missing.ndjson'))).toBe(false);
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
