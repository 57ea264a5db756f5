import { describe, expect, test } from 'vitest';
import { writeAsExcel } from './excel.ts';
import { another, csv, keys, line, names, plain, record } from './given.ts';
import { at, classify, put, recordsOf } from './program.ts';

const year = ['--year', '2026'];

/** What is said of files, but for the summary; and which households were classified all the same. */
async function saidOf(...paths: string[]) {
  const { code, err, out } = await classify([...year, ...paths]);
  return { code, said: err.slice(0, -1), summary: err.at(-1), ids: recordsOf(out).map(({ id }) => id) };
}

test('bad rows of a CSV are named, and the others are read', async () => {
  const rows = [
    plain,
    { id: 'H2', 'income.wages': '1,5tr' },
    { id: 'H3', 'income.wages': '1500.00' },
    { id: 'H4', 'members.age': '16-15' },
    { id: 'H5', 'members.age': 'ba mươi', 'members.healthInsurance': 'rồi' },
    { id: 'H6', walls: 'gold' },
    { id: 'H7', devices: 'tv; fridge' },
    { id: 'H8', area: '' },
    { id: 'H9', listYear: '1990' },
    { id: 'H10', floorArea: '24,5' },
    { id: 'H11' },
    another({ id: 'H11', 'members.id': 'N2', walls: 'gold' }),
    { id: 'H12' },
    another({ id: 'H12' }),
    { id: 'H13' },
    another({ id: '', 'members.id': 'N2' }),
    { id: 'H14' },
    { id: 'H1' },
    line({ ...plain, id: 'H15' }).replace(/,+$/, ''),
    `${line({ ...plain, id: 'H16' })},too,much`,
    line({ ...plain, id: 'H17' }).replace('brick', '"brick'),
    { id: 'H18' },
    line({ ...plain, id: 'H19' }).replace('brick', '"bri"ck'),
    { id: 'H20', listYear: '2045' },
    { id: 'H21', internet: 'không rõ', 'members.age': '', phone: '' },
    { id: 'H22', internet: 'x', walls: 'X', 'income.wages': 'x' },
  ];
  const { code, said, summary, ids } = await saidOf(put('bad.csv', csv(rows)));
  expect(ids).toEqual(['H1', 'H14', 'H15', 'H18', 'H21']);
  expect([code, summary]).toEqual([1, '5 households classified, 18 refused; 18 bad rows.']);
  expect(said).toMatchInlineSnapshot(`
    [
      "bad.csv:3: household "H2" is refused: income.wages: "1,5tr" cannot be read; write whole VND such as 1500000 or 1.500.000",
      "bad.csv:4: household "H3" is refused: income.wages: "1500.00" cannot be read; write whole VND such as 1500000 or 1.500.000",
      "bad.csv:5: household "H4" is refused: members.age: {"min":16,"max":15} cannot be read; write {"min": 15, "max": 16} in completed years from 0 to 130, or unknown (in a table 35, 15-16 or blank)",
      "bad.csv:6: household "H5" is refused: members.age: "ba mươi" cannot be read; write completed years such as 35, or 15-16 when two are possible, or leave it blank; members.healthInsurance: "rồi" cannot be read; write có, không or không rõ (yes, no, unknown)",
      "bad.csv:7: household "H6" is refused: walls: "gold" cannot be read; write one of concrete, brick, durable-wood, weak-wood, bamboo-earth, makeshift, unknown",
      "bad.csv:8: household "H7" is refused: devices: ["tv","fridge"] cannot be read; write a list of any of smartphone, phone, tv, radio, laptop, desktop, tablet, or unknown",
      "bad.csv:9: household "H8" is refused: area: is missing; write one of rural, urban",
      "bad.csv:10: household "H9" is refused: listYear: is too early; write a year from 2000 to 2100",
      "bad.csv:11: household "H10" is refused: floorArea: "24,5" cannot be read; write a whole number of square metres such as 45",
      "bad.csv:13: household "H11", rows 12–13, is refused: walls: "gold" differs from row 12 of the household, where it is "brick"; leave it blank or repeat what stands in row 12",
      "bad.csv:15: household "H12", rows 14–15, is refused: members.id: "N1" is there twice in this household; give each person an id of their own",
      "bad.csv:17: household "H13", rows 16–17, is refused: id: is blank; repeat the household's id in each of its rows",
      "bad.csv:19: household "H1" is refused: id: was there before, and the reading already given for it lacks these rows: do not use it; put all rows of a household one after the other, or give this one another id or list year",
      "bad.csv:21: household "H16" is refused: has 32 cells where the header has 30; write one for each column, and in quotes what holds the separator",
      "bad.csv:22: household "H17" is refused: opens a quote that is not closed; close it, or write a quote inside a quoted cell twice",
      "bad.csv:24: household "H19" is refused: goes on after a closing quote; write a quote inside a quoted cell twice",
      "bad.csv:25: household "H20" is refused: listYear: No standard serves the list year 2045; the nearest, national-2027-2030, serves 2027 to 2030. Choose a year it serves, or add src/rules/standards/<period>.ts and list it in src/rules/register.ts.",
      "bad.csv:27: household "H22" is refused: internet: "x" can mean yes or not known; write có, không or không rõ (yes, no, unknown); income.wages: "x" cannot be read; write whole VND such as 1500000 or 1.500.000",
      "Do not use the readings given for "H1": people may be missing in them.",
    ]
  `);
});

test('a header that lacks columns, has unknown ones or one twice is refused with the list', async () => {
  const other = keys.filter((key) => key !== 'area' && key !== 'members.age').concat('Màu sơn', 'roof');
  const moved = put('moved.csv', csv(['x'], [...keys.slice(1), 'id']));
  const { code, said } = await saidOf(put('header.csv', csv(['x'], other)), moved, put('empty.csv', ''));
  expect(code).toBe(1);
  expect(said).toEqual([
    expect.stringMatching(
      /^header\.csv:1: the header row lacks the columns Khu vực \(area\), Tuổi \(members\.age\); it has columns that are not known: "Màu sơn"; known are Mã hộ \(id\), .*Đang đi học \(members\.inSchool\); it has columns twice: "roof"$/,
    ),
    'moved.csv:1: the header row does not begin with the column Mã hộ (id); put it first',
    'empty.csv: is empty; it must begin with a header row (see --template)',
  ]);
});

test('the columns that only the standard of 2016–2021 reads, and the list year, may be left out', async () => {
  const kept = keys.filter(
    (key) => !/listYear|phone|loudspeaker|bornYear|untreated|lowerSec|inSchool/.test(key),
  );
  const row = kept.map((key) => plain[key]).join(',');
  expect((await saidOf(put('short.csv', csv([row], kept)))).ids).toEqual(['H1']);
});

test('bad lines of an NDJSON are named, and the others are read', async () => {
  const { household } = record;
  const member = household.members[0]!;
  const lines = [
    record,
    { ...record, id: undefined },
    { ...record, colour: 'red' },
    { ...record, household: { ...household, roof: 'Tile', size: 3 } },
    { ...record, household: { ...household, members: [] } },
    { ...record, household: { ...household, members: [member, { ...member, age: 35, atSchol: true }] } },
    { ...record, household: { ...household, members: [member, member] } },
    { ...record, household: { ...household, income: { ...household.income, wages: -1, farm: 1.5 } } },
    { ...record, household: { ...household, walls: undefined } },
    { ...record, household: { ...household, devices: 'tv', internet: 'yes' } },
    { ...record, listYear: '2026' },
    [1],
  ].map((each) => JSON.stringify(each));
  lines.push(
    '{"id": ',
    '',
    JSON.stringify({ ...record, id: 'last', household: { ...household, phone: 'unknown' } }),
  );
  const { code, said, ids } = await saidOf(put('bad.ndjson', lines.join('\n')));
  expect([code, ids]).toEqual([1, ['H1', 'last']]);
  expect(said).toMatchInlineSnapshot(`
    [
      "bad.ndjson:2: id: is missing; write a text",
      "bad.ndjson:3: household "H1" is refused: colour: not known; the fields are id, listYear, household",
      "bad.ndjson:4: household "H1" is refused: roof: "Tile" cannot be read; write one of concrete, tile, sheet, leaf-thatch, makeshift, unknown; size: not known; the fields are area, members, walls, columns, roof, floorArea, water, latrine, internet, devices, phone, loudspeaker, income",
      "bad.ndjson:5: household "H1" is refused: members: nobody is in it; write at least one member",
      "bad.ndjson:6: household "H1" is refused: members[1].age: 35 cannot be read; write {"min": 15, "max": 16} in completed years from 0 to 130, or unknown (in a table 35, 15-16 or blank); members[1].atSchol: not known; the fields are id, age, withoutSecureWork, socialAllowance, undernourished, healthInsurance, learningOrQualified, atSchool, bornYear, untreatedIllness, lowerSecondaryOrLearning, inSchool",
      "bad.ndjson:7: household "H1" is refused: members[1].id: "N1" is there twice in this household; give each person an id of their own",
      "bad.ndjson:8: household "H1" is refused: income.wages: -1 cannot be read; write a whole number of VND over 12 months from 0 to 1000000000000, or unknown; income.farm: 1.5 cannot be read; write a whole number of VND over 12 months from 0 to 1000000000000, or unknown",
      "bad.ndjson:9: household "H1" is refused: walls: is missing; write one of concrete, brick, durable-wood, weak-wood, bamboo-earth, makeshift, unknown",
      "bad.ndjson:10: household "H1" is refused: internet: "yes" cannot be read; write true, false or unknown (in a table có, không or không rõ); devices: "tv" cannot be read; write a list of any of smartphone, phone, tv, radio, laptop, desktop, tablet, or unknown",
      "bad.ndjson:11: household "H1" is refused: listYear: "2026" cannot be read; write a year such as 2026",
      "bad.ndjson:12: [1] cannot be read; write an object with id, listYear, household",
      "bad.ndjson:13: is not JSON (Unexpected end of JSON input); write one household per line",
    ]
  `);
});

test('bad cells of a sheet are named by their row', async () => {
  const cells = (facts: Record<string, string | number | null>) =>
    keys.map((key) => ({ ...plain, ...facts })[key] ?? null);
  await writeAsExcel(at('bad.xlsx'), [
    names,
    cells({ id: 'H1' }),
    [],
    cells({ id: 'H2', 'members.age': 45_813 }),
    cells({ id: 'H3', floorArea: 24.5 }),
    [...cells({ id: 'H4' }), null, 'note'],
    cells({ id: 'H5', walls: '#N/A', internet: 1 }),
    cells({ id: 'H6', 'income.wages': 1.5e9, 'members.id': 7 }),
  ]);
  const { code, said, ids } = await saidOf(at('bad.xlsx'));
  expect([code, ids]).toEqual([1, ['H1', 'H6']]);
  expect(said).toMatchInlineSnapshot(`
    [
      "bad.xlsx:4: household "H2" is refused: Tuổi: 45813 cannot be read; write completed years such as 35, or 15-16 when two are possible, or leave it blank; Excel made a date of it: format the column as text and type it again",
      "bad.xlsx:5: household "H3" is refused: Diện tích nhà (m²): 24.5 cannot be read; write a whole number of square metres such as 45",
      "bad.xlsx:6: household "H4" is refused: has a cell beyond the last column of the header; clear it or name its column",
      "bad.xlsx:7: household "H5" is refused: Dùng Internet: 1 cannot be read; write có, không or không rõ (yes, no, unknown)",
    ]
  `);
});

describe('what is not UTF-8 is refused with what to do', () => {
  const say =
    'is not UTF-8; save the file as UTF-8 (in Excel: Save As, "CSV UTF-8"), not as Unicode text, Windows-1258, TCVN3 or VNI';
  const windows = (text: string) => Buffer.from(text.replaceAll('ó', '\u00F3'), 'latin1');

  test('rows in Windows-1258', async () => {
    const text = csv([
      plain,
      {
        id: 'H2',
        internet: 'yes',
        'members.healthInsurance': 'yes',
        'members.learningOrQualified': 'yes',
        'members.atSchool': 'yes',
      },
    ]);
    const { said } = await saidOf(put('1258.csv', windows(text.replaceAll('không', 'no'))));
    expect(said).toEqual([`1258.csv:2: household "H1" is refused: ${say}`]);
  });

  test('a whole file in UTF-16', async () => {
    const { said } = await saidOf(put('16.csv', Buffer.from(`\uFEFF${csv([plain])}`, 'utf16le')));
    expect(said).toEqual([`16.csv:1: ${say}`]);
  });

  test('a line of NDJSON', async () => {
    const bytes = Buffer.concat([windows('{"id": "hó"}\n'), Buffer.from(JSON.stringify(record))]);
    const { said, ids } = await saidOf(put('1258.ndjson', bytes));
    expect([said, ids]).toEqual([[`1258.ndjson:1: ${say}`], ['H1']]);
  });
});
