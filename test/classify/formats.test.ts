import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from '../../src/classify/xlsx.ts';
import { writeAsExcel } from './excel.ts';
import { another, csv, keys, line, names, plain, record } from './given.ts';
import { at, classify, classifyAlone, put, read, recordsOf } from './program.ts';

const year = ['--year', '2026'];
const two = [plain, another({ id: 'H1', 'members.id': 'N2', 'members.age': '15-16' })];

let wanted: unknown[];
beforeAll(async () => {
  const { out, err, code } = await classify([...year, put('wanted.csv', csv(two))]);
  expect(err).toEqual(['1 households classified, 0 refused; 0 bad rows.']);
  expect(code).toBe(0);
  wanted = recordsOf(out);
});

test('a household is classified whole, with where it was read', async () => {
  const { out } = await classify([...year, put('one.csv', csv([plain]))]);
  expect(JSON.parse(out)).toMatchObject({
    file: 'one.csv',
    row: 2,
    id: 'H1',
    assessment: { standard: 'national-2022-2026', listYear: 2026, on: '2026-09-01', category: 'near-poor' },
  });
});

describe('the same households give the same records', () => {
  test('from CSV with Vietnamese names, a byte order mark, CRLF, semicolons, quoted line breaks and separators', async () => {
    const header = names.join(';');
    const rows = two.map((row) =>
      keys
        .map((key) =>
          key === 'members.id' ? `"${row[key]}"` : row[key]?.includes(';') ? `"${row[key]}"` : row[key],
        )
        .join(';'),
    );
    const path = put(
      'excel.csv',
      `\uFEFF${[header, ...rows, ''].join('\r\n')}`.replace('brick', '" brick\r\n"'),
    );
    expect(recordsOf((await classify([...year, path])).out)).toEqual(wanted);
  });

  test('from NDJSON, by file and by standard input', async () => {
    const member = record.household.members[0]!;
    const unknowns = { withoutSecureWork: 'unknown', socialAllowance: 'unknown', undernourished: 'unknown' };
    const more = { healthInsurance: 'unknown', learningOrQualified: 'unknown', atSchool: 'unknown' };
    const second = { id: 'N2', age: { min: 15, max: 16 }, ...unknowns, ...more };
    const household = { ...record.household, members: [member, second] };
    // What is blank in a table is said to be unknown; left out it is so too.
    const text = `\uFEFF${JSON.stringify({ ...record, household })}\r\n\n`;
    // The second person's facts in the table are blank or as those of the plain person.
    const table = csv([plain, { ...another({ id: 'H1' }), ...blankMember('N2', '15-16') }]);
    const byTable = recordsOf((await classify([...year, put('t.csv', table)])).out);
    expect(recordsOf((await classify([...year, put('h.ndjson', text)])).out)).toEqual(byTable);
    expect(recordsOf((await classifyAlone(year, text)).out)).toEqual(byTable);
    const piped = await classifyAlone([...year, '--input', 'csv', '-'], table);
    expect(recordsOf(piped.out)).toEqual(byTable);
  });

  test('from XLSX with shared strings, numbers, runs, formulas and a sheet of another name', async () => {
    const cellOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : text === '' ? null : text);
    const rows = two.map((row) =>
      keys.map((key) =>
        key === 'members.healthInsurance' ? true : cellOf((row[key] ?? '').replaceAll('.', '')),
      ),
    );
    rows[0]![keys.indexOf('roof')] = '=tile';
    await writeAsExcel(at('h.xlsx'), [names, ...rows]);
    expect(recordsOf((await classify([...year, at('h.xlsx')])).out)).toEqual(wanted);
  });

  test('from both templates', async () => {
    const records = [];
    for (const name of ['template.csv', 'template.xlsx']) {
      expect(await classify(['--template', at(name)])).toMatchObject({ code: 0, out: '' });
      const { out, err, code } = await classify([...year, at(name)]);
      expect([code, err]).toEqual([0, ['2 households classified, 0 refused; 0 bad rows.']]);
      records.push(recordsOf(out));
    }
    expect(records[1]).toEqual(records[0]);
    expect(records[0]!.map(({ id, assessment }) => `${id} ${assessment.category}`)).toEqual([
      'VI-DU-1 near-poor',
      'VI-DU-2 poor',
    ]);
  });

  test('from files that were given one after the other, each household once', async () => {
    const files = [put('a.csv', csv([plain])), put('b.ndjson', JSON.stringify({ ...record, id: 'H2' }))];
    const { out, code } = await classify([...year, ...files]);
    expect([code, recordsOf(out).map(({ id }) => id)]).toEqual([0, ['H1', 'H2']]);
    const again = await classify([...year, ...files, ...files]);
    expect([again.code, recordsOf(again.out)]).toEqual([1, recordsOf(out)]);
    expect(again.err).toEqual([
      expect.stringMatching(/^a\.csv:2: household "H1" is refused: id: was there before, and the reading/),
      expect.stringMatching(/^b\.ndjson:1: household "H2" is refused: id: was there before, and only/),
      'Do not use the readings given for "H1": people may be missing in them.',
      '2 households classified, 2 refused; 2 bad rows.',
    ]);
  });
});

const blankMember = (id: string, age: string) => ({
  ...Object.fromEntries(keys.filter((key) => key.startsWith('members.')).map((key) => [key, ''])),
  'members.id': id,
  'members.age': age,
});

describe('what is written', () => {
  test('NDJSON into a file', async () => {
    const { out, code } = await classify([...year, '--output', at('out.ndjson'), at('wanted.csv')]);
    expect([out, code]).toEqual(['', 0]);
    expect(recordsOf(read('out.ndjson'))).toEqual(wanted);
  });

  test('a sheet that can be read, texts in their cells', async () => {
    const rows = csv([plain, { ...plain, id: 'Hộ <2> & "ba"', 'income.wages': 'không rõ' }]);
    const output = at('out.xlsx');
    expect(await classify([...year, '--output', output, put('two.csv', rows)])).toMatchObject({
      code: 0,
      out: '',
    });
    const seen = ['row', 'id', 'class', 'possible', 'incomeMin', 'incomeMax', 'line', 'water', 'health-care'];
    expect(await cellsOf('out.xlsx', seen)).toEqual([
      [2, 'H1', 'near-poor', 'near-poor', 125_000, 125_000, 1_500_000, 'not-deprived', null],
      [
        3,
        'Hộ <2> & "ba"',
        'undetermined',
        'near-poor; average; none',
        0,
        null,
        1_500_000,
        'not-deprived',
        null,
      ],
    ]);
    const listed = execFileSync('unzip', ['-t', output], { encoding: 'utf8' });
    expect(listed).toContain('No errors detected');
  });

  test('the province’s own standard beside the national one, the household’s own list year, the day of the ages', async () => {
    const rows = csv([plain, { ...plain, id: 'H2', listYear: '2019' }]);
    const args = ['--year', '2024', '--province', 'quang-ninh', put('years.csv', rows)];
    const seen = ({ id, assessment }: ReturnType<typeof recordsOf>[number]) =>
      `${id} ${assessment.standard} ${assessment.listYear} ${assessment.on}`;
    expect(recordsOf((await classify(args)).out).map(seen)).toEqual([
      'H1 national-2022-2026 2024 2024-09-01',
      'H1 quang-ninh-2023-2025 2024 2024-09-01',
      'H2 national-2016-2021 2019 2019-09-01',
    ]);
    const one = [
      '--standard',
      'national-2022-2026',
      '--on',
      '2025-01-31',
      ...args.filter((arg) => !/prov|quang/.test(arg)),
    ];
    const { out, err, code } = await classify(one);
    expect(recordsOf(out).map(seen)).toEqual(['H1 national-2022-2026 2024 2025-01-31']);
    expect([code, err[0]]).toEqual([
      1,
      expect.stringContaining(
        'national-2022-2026 serves the list years 2022 to 2026, not 2019, which national-2016-2021',
      ),
    ]);
  });

  test('only the households whose class differs between two standards, and a table of the moves', async () => {
    const rich = { ...plain, id: 'H2', 'income.wages': '900.000.000' };
    const middle = { ...plain, id: 'H3', 'income.wages': '16.000.000' };
    const path = put('compare.csv', csv([plain, rich, middle]));
    const args = [...year, '--compare', 'national-2016-2021,national-2022-2026', path];
    const { out, err } = await classify(args);
    const records = recordsOf(out);
    expect(records.map(({ id, before, after }) => [id, before.category, after.category])).toEqual([
      ['H1', 'poor', 'near-poor'],
      ['H3', 'average', 'near-poor'],
    ]);
    expect(records[0].differs).toContainEqual(expect.objectContaining({ kind: 'line', rule: 'income' }));
    expect(records[0].differs).toContainEqual({
      kind: 'indicator-added',
      rule: 'employment',
      certainty: 'verified',
      draft: false,
    });
    expect(err.join('\n')).toMatchInlineSnapshot(`
      "Moves from national-2016-2021 (lines) to national-2022-2026 (columns):
               near-poor  none
      poor             1     0
      average          1     0
      none             0     1
      2 of 3 households change their class.
      3 households classified, 0 refused; 0 bad rows."
    `);
    await classify([...args, '--output', at('compare.xlsx')]);
    const seen = ['id', 'classBefore', 'classAfter', 'differs'];
    expect(await cellsOf('compare.xlsx', seen)).toEqual([
      [
        'H1',
        'poor',
        'near-poor',
        expect.stringMatching(
          /line income: 700000 vnd-per-person-month → 1500000.*line income-near-poor: 1000000 vnd-per-person-month → no such line.*employment: only after;/,
        ),
      ],
      ['H3', 'average', 'near-poor', expect.anything()],
    ]);
  });

  test('what is known from a draft only, how sure each side is, and for which year it was read', async () => {
    // Under the line of 2027 only.
    const path = put('turn.csv', csv([{ ...plain, 'income.wages': '20.000.000' }]));
    const args = [...year, '--compare', 'national-2022-2026,national-2027-2030', path];
    const [record] = recordsOf((await classify(args)).out);
    expect(record).toMatchObject({
      listYear: 2026,
      before: { listYear: 2026, category: 'average', draft: false },
      after: { listYear: 2027, category: 'undetermined', draft: true },
    });
    await classify([...args, '--output', at('turn.xlsx')]);
    const seen = ['id', 'listYear', 'standard', 'class', 'possible', 'provisional', 'certainty', 'draft'];
    const sides = ['Before', 'After'].map((side) => seen.slice(1).map((key) => `${key}${side}`));
    const [cells] = await cellsOf('turn.xlsx', sides.flat());
    expect(cells).toEqual(
      [record.before, record.after].flatMap((side) => [
        ...[side.listYear, side.standard, side.category, side.possible.join('; ')],
        ...[side.provisional, side.certainty, side.draft],
      ]),
    );
    const [[differs] = []] = await cellsOf('turn.xlsx', ['differs']);
    expect(differs).toContain('line income-average: 2250000 vnd-per-person-month → not known');
    expect(differs).toContain('info-devices: only before (secondary, from a draft)');
    expect(differs).toContain('waste: only after (secondary, from a draft)');
    const alone = ['--year', '2027', '--output', at('2027.xlsx'), path];
    expect((await classify(alone)).code).toBe(0);
    expect(await cellsOf('2027.xlsx', ['standard', 'provisional', 'draft'])).toContainEqual([
      'national-2027-2030',
      true,
      true,
    ]);
  });

  test('by what a household is poor, how many deprivations there may be, and the line of the near-poor', async () => {
    const path = put('2019.csv', csv([{ ...plain, water: '' }]));
    await classify(['--year', '2019', '--output', at('2019.xlsx'), path]);
    const seen = ['class', 'poorBy', 'line', 'lineNearPoor', 'deprived', 'countLeast', 'countMost'];
    const { assessment } = recordsOf((await classify(['--year', '2019', path])).out)[0];
    const { count, deprived } = assessment;
    expect(count.most).toBeGreaterThan(count.least);
    expect(await cellsOf('2019.xlsx', seen)).toEqual([
      ['poor', 'income', 700_000, 1_000_000, deprived, count.least, count.most],
    ]);
  });
});

/** What stands in those columns of a sheet that was written, row by row. */
async function cellsOf(name: string, wanted: readonly string[]) {
  const sheet = [];
  for await (const { cells } of readXlsx(at(name))) sheet.push(cells);
  const header = sheet[0]!.map(String);
  const places = wanted.map((key) => header.findIndex((title) => title.endsWith(`(${key})`)));
  expect(places).not.toContain(-1);
  return sheet.slice(1).map((cells) => places.map((at) => cells[at] ?? null));
}

test('a file that is no XLSX, or a damaged one, is refused in one line', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => line({ ...plain, id: `H${at}` }).split(','));
  await writeAsExcel(at('sound.xlsx'), [keys, ...rows]);
  const damaged = readFileSync(at('sound.xlsx')).fill(0x55, 2000, 2400);
  const files = { text: csv([plain]), gzip: gzipSync('x'.repeat(99)), empty: '', damaged };
  const paths = Object.entries(files).map(([name, content]) => put(`${name}.xlsx`, content));
  const { code, err, out } = await classify([...year, ...paths]);
  expect([code, out, err.length]).toEqual([1, '', 5]);
  for (const [index, name] of ['text', 'gzip', 'empty'].entries())
    expect(err[index]).toMatch(new RegExp(`^${name}\\.xlsx: is not an XLSX file; save it as Excel Workbook`));
  expect(err[3]).toMatch(
    /^damaged\.xlsx: is damaged \(xl\/worksheets\/sheet2\.xml: .*; open it in Excel and save it again$/,
  );
});
