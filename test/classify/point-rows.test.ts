import { expect, test } from 'vitest';
import { pointTemplate, readPointRows } from '../../src/classify/point-rows.ts';
import { put } from './program.ts';

test('a table of points is read whichever way its accents and spaces are written', async () => {
  const row = 'nhà,Nhà ở,một,1 gian,7';
  const text = `Mục , Tên  mục,Phương án,Tên phương án,thành thị\n${row}\n`;
  const wanted = [
    {
      line: 2,
      item: 'nhà',
      itemLabel: 'Nhà ở',
      option: 'một',
      optionLabel: '1 gian',
      points: { 'thành thị': '7' },
    },
  ];
  for (const form of ['NFC', 'NFD'])
    expect(await readPointRows(put(`${form}.csv`, text.normalize(form)))).toEqual(wanted);
});

test('the template of a table of points can be read', async () => {
  const read = await readPointRows(put('template.csv', pointTemplate));
  expect(read.map(({ option, points }) => [option, points])).toEqual([
    ['1', { urban: '', 'rural-1': '' }],
    ['2', { urban: '', 'rural-1': '' }],
  ]);
});

test('a file that is no table of points is named, with what would be right', async () => {
  const said = async (name: string, text: string) => readPointRows(put(name, text)).catch(String);
  expect(await said('points.xlsx', 'x')).toMatch(
    /points\.xlsx is not an XLSX file; save it as Excel Workbook \(\.xlsx\)/,
  );
  expect(await said('points.csv', 'mục,tên,phương án,tên phương án')).toMatch(
    'Column 2 must be "item label" ("tên mục"), not "tên". See: points template',
  );
});
