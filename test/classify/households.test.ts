import { expect, test } from 'vitest';
import { type Cell, writeAsExcel } from './excel.ts';
import { another, csv, keys, line, plain, record } from './given.ts';
import { at, classify, put, recordsOf } from './program.ts';

/** Which households of a table were read, and all that was said. */
async function read(rows: Parameters<typeof csv>[0], args = ['--year', '2026'], name = 'h.csv') {
  const { code, err, out } = await classify([...args, put(name, csv(rows))]);
  return { code, ids: recordsOf(out).map(({ id }) => id), err };
}

const second = (facts = {}) => ({ ...plain, 'members.id': 'N2', ...facts });

test('the rest of a refused household is not read as a whole one', async () => {
  const bad = [{ walls: 'gold' }, { listYear: '1990' }, { listYear: 'mới' }, { 'members.age': '131' }];
  for (const facts of bad) {
    const { ids, err } = await read([{ ...plain, ...facts }, { ...plain, id: 'H2' }, second()]);
    expect([facts, ids]).toEqual([facts, ['H2']]);
    expect(err[1]).toBe(
      'h.csv:4: household "H1" is refused: id: was there before and refused, and these rows alone may not be the whole household; mend it, and put all rows of a household one after the other, or give this one another id or list year',
    );
    expect(err.at(-1)).toBe('1 households classified, 2 refused; 2 bad rows.');
  }
});

test('a reading that turns out to lack a person is said not to be used, whatever else is wrong there', async () => {
  const rest = another({ id: 'H1', 'members.id': 'N2' });
  const { code, ids, err } = await read([plain, { ...plain, id: 'H2' }, rest, { ...plain, id: 'H3' }, rest]);
  expect([code, ids]).toEqual([1, ['H1', 'H2', 'H3']]);
  const say =
    'household "H1" is refused: id: was there before, and the reading already given for it lacks these rows: do not use it; put all rows of a household one after the other, or give this one another id or list year';
  expect(err).toEqual([
    `h.csv:4: ${say}`,
    `h.csv:6: ${say}`,
    'Do not use the readings given for "H1": people may be missing in them.',
    '3 households classified, 2 refused; 2 bad rows.',
  ]);
});

test('a household may stand in a table once for each list year, and rows without one belong to any', async () => {
  const own = (listYear: string) => ({ ...plain, listYear });
  const other = { ...plain, id: 'H2' };
  expect((await read([own('2024'), other, own('2025')])).ids).toEqual(['H1', 'H2', 'H1']);
  // The year of the command is the year of a household that tells none.
  expect((await read([plain, other, own('2026')])).ids).toEqual(['H1', 'H2']);
  expect((await read([own('2024'), other, second()])).ids).toEqual(['H1', 'H2']);
  // In another table it is another year.
  put('2024.csv', csv([own('2024')]));
  const { code } = await classify(['--year', '2026', at('2024.csv'), put('2026.csv', csv([plain]))]);
  expect(code).toBe(0);
});

test('a line of NDJSON is a household whole: only one that was read before stands in its way', async () => {
  const bad = { ...record, household: { ...record.household, walls: 'gold' } };
  const old = { ...record, listYear: 2024 };
  const text = [bad, record, record, old].map((each) => JSON.stringify(each)).join('\n');
  const { err, out } = await classify(['--year', '2026', put('h.ndjson', text)]);
  expect(recordsOf(out).map(({ assessment }) => assessment.listYear)).toEqual([2026, 2024]);
  expect(err[1]).toMatch(
    /^h\.ndjson:3: household "H1" is refused: id: was there before, and only the first is read/,
  );
});

test('blank rows are blank whatever their width, and short ones lack blank cells at the end only', async () => {
  const short = keys
    .map((key) => plain[key] ?? '')
    .join(',')
    .replace(/,+$/, '');
  expect(short.split(',').length).toBeLessThan(keys.length);
  const rows = [
    plain,
    '   ',
    ',,,',
    ','.repeat(40),
    short.replace('H1', 'H2'),
    `${line({ ...plain, id: 'H3' })},, `,
  ];
  expect(await read([...rows, '  '])).toEqual({
    code: 0,
    ids: ['H1', 'H2', 'H3'],
    err: ['3 households classified, 0 refused; 0 bad rows.'],
  });
  const { err } = await read(['H4,2026,rural']);
  expect(err[0]).toBe('h.csv:2: household "H4" is refused: members.id: is missing; write a text');
});

test('a blank first line does not hide what separates the cells', async () => {
  const text = csv([{ ...plain, devices: 'không' }]).replaceAll(',', ';');
  const { code, out } = await classify(['--year', '2026', put('blank.csv', `\r\n  \n${text}`)]);
  expect([code, recordsOf(out).length]).toEqual([0, 1]);
});

test('a quote that is not closed refuses the household it stands in, not the one before', async () => {
  const open = `"${line({ ...plain, id: 'H2' })}`;
  const inside = line({ ...plain, id: 'H4' }).replace('brick', '"brick');
  const { ids, err } = await read([plain, open, { ...plain, id: 'H3' }, inside, second({ id: 'H4' })]);
  expect(ids).toEqual(['H1', 'H3']);
  expect(err.map((said) => said.replace(/quote.*/, ''))).toEqual([
    'h.csv:3: household "H2" is refused: opens a ',
    'h.csv:5: household "H4", rows 5–6, is refused: opens a ',
    '2 households classified, 2 refused; 2 bad rows.',
  ]);
});

test('a row that shows no household and cannot be read refuses both that it may belong to, by name', async () => {
  const beyond = `${line({ ...plain, id: '' })},too much`;
  const { ids, err } = await read([plain, beyond, { ...plain, id: 'H2' }, { ...plain, id: 'H3' }]);
  expect(ids).toEqual(['H3']);
  expect(err.slice(0, 2)).toEqual([
    expect.stringMatching(
      /^h\.csv:3: household "H1", rows 2–3, is refused: has 31 cells where the header has 30/,
    ),
    'h.csv:4: household "H2" is refused: row 3 before it cannot be read and shows no id, so it may belong here; mend that row',
  ]);
});

test('after a first row that cannot be read the later ones have no faults but their own', async () => {
  const { err } = await read([
    `${line(plain)},too much`,
    second(),
    { ...plain, id: 'H2', 'income.wages': '1,5tr' },
    second({ id: 'H2' }),
  ]);
  expect(err.map((said) => said.replace(/refused: .*/, 'refused'))).toEqual([
    'h.csv:2: household "H1", rows 2–3, is refused',
    'h.csv:4: household "H2", rows 4–5, is refused',
    '0 households classified, 2 refused; 2 bad rows.',
  ]);
});

test('a file with a wrong header is no refused household', async () => {
  const { err } = await classify(['--year', '2026', put('wrong.csv', 'Màu sơn\nxanh\n')]);
  expect(err[1]).toBe('0 households classified, 0 refused; 1 bad rows.');
});

test('a formula that nobody has counted and an error of a formula are refused, in the id too; CDATA is text', async () => {
  const cells = (facts: Readonly<Record<string, Cell>>): Cell[] =>
    keys.map((key) => facts[key] ?? plain[key] ?? null);
  await writeAsExcel(at('formulas.xlsx'), [
    keys,
    cells({ id: { cdata: 'Hộ 1' } }),
    cells({ id: 'H2', 'income.wages': { formula: null } }),
    cells({ id: 'H3', walls: { error: '#REF!' } }),
    cells({ id: 'H4', devices: { formula: '' } }),
    cells({ id: { error: '#N/A' }, 'members.id': 'N2' }),
    cells({ id: { error: '#N/A' }, 'members.id': 'N3' }),
    cells({ id: 'H5' }),
    cells({ id: 'H6' }),
  ]);
  const { err, out } = await classify(['--year', '2026', at('formulas.xlsx')]);
  expect(recordsOf(out).map(({ id }) => id)).toEqual(['Hộ 1', 'H6']);
  expect(err).toEqual([
    'formulas.xlsx:3: household "H2" is refused: has a cell, N3, that has a formula without a value; open the file in Excel and save it',
    'formulas.xlsx:4: household "H3" is refused: has a cell, D4, that holds the error #REF!; mend it, or clear the cell',
    'formulas.xlsx:6: household "H4", rows 5–7, is refused: has a cell, A6, that holds the error #N/A; mend it, or clear the cell',
    'formulas.xlsx:7: household "H4", rows 5–7, is refused: has a cell, A7, that holds the error #N/A; mend it, or clear the cell',
    'formulas.xlsx:8: household "H5" is refused: row 7 before it cannot be read and shows no id, so it may belong here; mend that row',
    '2 households classified, 4 refused; 5 bad rows.',
  ]);
});
