import { expect, test } from 'vitest';
import { openPoints } from '../../src/rules/gaps.ts';
import { lastYearOf } from '../../src/rules/years.ts';
import { register, standardOf } from '../../src/rules/register.ts';
import type { Standard } from '../../src/rules/standard.ts';

/** Asked anew by each test, so that a fault in asking is the fault of a test. */
const open = () => openPoints(register);
const about = (words: string) => open().filter(({ ask }) => ask.includes(words));

test('what can leave every class open comes first, what is only a name comes last', () => {
  const reaches = [...new Set(open().map(({ reach }) => reach))];
  expect(reaches).toEqual(['class', 'income', 'indicator', 'detail', 'average', 'name']);
});

test('of those what is missing comes before what is unconfirmed, and that before what only the news say', () => {
  const states = open().flatMap(({ reach, state }) => (reach === 'class' ? [state] : []));
  const inOrder = ['gap', 'unconfirmed', 'secondary'].flatMap((one) =>
    states.filter((state) => state === one),
  );
  expect(states).toEqual(inOrder);
  expect(new Set(states).size).toBe(3);
});

test('and of those what the later lists hang on comes before what only old ones do', () => {
  const missing = open().filter(({ reach, state }) => reach === 'class' && state === 'gap');
  const latest = missing.map(({ standards }) =>
    Math.max(...standards.map((id) => lastYearOf(standardOf(id)))),
  );
  expect(latest).toEqual(latest.toSorted((a, b) => b - a));
  expect([latest[0], latest.at(-1)]).toEqual([2030, 2021]);
});

test('a question that is a detail of one standard and the class of another is asked for the class', () => {
  const national = standardOf('national-2022-2026');
  const ask = { gap: 'not found', ask: 'Độ tuổi lao động?' } as const;
  const other: Standard = { ...standardOf('national-2016-2021'), gaps: [ask] };
  const [first] = national.indicators;
  const condition = {
    value: { kind: 'without-secure-work', workingAge: ask },
    source: national.basis[0],
    certainty: 'verified',
  } as const;
  const detail: Standard = { ...national, indicators: [{ ...first!, condition }] };
  for (const standards of [
    [detail, other],
    [other, detail],
  ])
    expect(openPoints(standards).filter((point) => point.ask === ask.ask)).toMatchObject([
      { reach: 'class', state: 'gap', standards: standards.map(({ id }) => id) },
    ]);
});

test('a question about several standards is asked once', () => {
  const asks = open().map(({ ask }) => ask);
  expect(new Set(asks).size).toBe(asks.length);
  const counting = open().filter(({ reach }) => reach === 'income');
  expect(counting).toHaveLength(3);
  for (const { standards } of counting) expect(standards).toEqual(register.map(({ id }) => id));
});

test('what a province did not change is one question with the national standard', () => {
  expect(about('“Nguồn nước sinh hoạt” là khi')).toEqual([
    {
      standards: ['national-2022-2026', 'ha-noi-2022-2025', 'quang-ninh-2023-2025'],
      state: 'unconfirmed',
      reach: 'indicator',
      ask: 'Xác nhận thiếu hụt chỉ số “Nguồn nước sinh hoạt” là khi không dùng nguồn nước nào trong số: nước máy, giếng khoan, giếng đào được bảo vệ, nước khe hoặc mó được bảo vệ, nước mưa, nước đóng chai hoặc đóng bình, trong Nghị định 07/2021/NĐ-CP',
    },
  ]);
});

test('a verified value is not open', () => {
  const sure = about('mức chuẩn thu nhập của hộ nghèo khu vực');
  expect(sure.map(({ standards }) => standards)).toEqual([['ha-noi-2022-2025'], ['ha-noi-2022-2025']]);
  expect(about('mức chuẩn thu nhập của hộ cận nghèo khu vực')).toEqual([]);
});

test('an average line known from the news alone is to be confirmed', () => {
  expect(open()).toContainEqual({
    standards: ['national-2022-2026'],
    state: 'secondary',
    reach: 'average',
    ask: 'Xác nhận mức sống trung bình khu vực nông thôn (2.250.000) trong Nghị định 07/2021/NĐ-CP',
  });
  expect(about('mức sống trung bình khu vực thành thị (1.950.000)')).toHaveLength(1);
  expect(about('mức sống trung bình: đúng bằng mức thì vẫn thuộc diện').map((one) => one.standards)).toEqual([
    ['national-2022-2026'],
    ['national-2016-2021'],
  ]);
});

test('who is exactly on the line of 2016–2021 or of a province is to be confirmed', () => {
  const line = (of: string) => about(`mức chuẩn thu nhập của ${of}: đúng bằng mức thì vẫn thuộc diện`);
  expect(line('hộ nghèo').map(({ standards, state }) => [standards, state])).toEqual([
    [['ha-noi-2022-2025'], 'unconfirmed'],
    [['quang-ninh-2023-2025'], 'unconfirmed'],
    [['national-2016-2021'], 'unconfirmed'],
  ]);
  expect(line('hộ cận nghèo').map(({ standards }) => standards)).toEqual([['national-2016-2021']]);
});

test('the number of deprivations is to be confirmed where it was not seen in the law', () => {
  expect(
    about('số chỉ số thiếu hụt của hộ nghèo (3)').map(({ standards, state }) => [standards, state]),
  ).toEqual([
    [['ha-noi-2022-2025'], 'unconfirmed'],
    [['national-2016-2021'], 'secondary'],
  ]);
});

test('what was read in a draft says so', () => {
  const drafts = about('(mới thấy trong dự thảo)');
  expect(drafts.every(({ standards }) => standards.join() === 'national-2027-2030')).toBe(true);
  expect(drafts.filter(({ reach }) => reach === 'indicator')).toHaveLength(3);
  expect(drafts.filter(({ reach }) => reach === 'name')).toHaveLength(10);
});

test('what was read somewhere else than of the document says where', () => {
  expect(about('(mới thấy trong dự thảo của nghị định thay thế)').length).toBeGreaterThan(2);
  expect(about('(mới thấy trong mã nguồn của một chương trình)')).toHaveLength(1);
});

test('the points of 2016–2021 are all to be confirmed, those from 2027 to be found', () => {
  expect(about('điểm B').filter(({ standards }) => standards.includes('national-2016-2021'))).toHaveLength(8);
  expect(about('ngưỡng điểm B1').map(({ ask }) => /\((\d+)\)/.exec(ask)?.[1])).toEqual([
    '120',
    '140',
    '150',
    '175',
  ]);
  expect(about('điểm B2 cho mỗi chỉ số thiếu hụt (10)')).toHaveLength(1);
  expect(about('ngưỡng điểm B2 (30)')).toHaveLength(1);
  expect(about('Mức điểm tương đương 2.200.000 đồng')).toMatchObject([{ state: 'gap', reach: 'class' }]);
});

test('what is not known at all of a standard can leave the class open', () => {
  expect(about('áp dụng chuẩn nào')).toMatchObject([
    { standards: ['national-2022-2026', 'national-2027-2030'], reach: 'class' },
  ]);
  expect(about('sáu chỉ số còn lại')).toMatchObject([
    { standards: ['ho-chi-minh-2021-2025'], reach: 'class' },
  ]);
  expect(about('chỉ số thứ hai của chiều thu nhập tên là gì')).toMatchObject([
    { reach: 'name', state: 'gap' },
  ]);
  // Of what is weak, and of roofs, no form was seen at all.
  expect(about('tường gỗ tạp')).toMatchObject([
    { reach: 'detail', state: 'gap', ask: expect.stringContaining('vật liệu nào là không bền chắc') },
  ]);
  expect(about('độ tuổi lao động tính từ')).toMatchObject([{ reach: 'detail', state: 'gap' }]);
  // The interview asks by these, and nobody has seen them.
  for (const words of [
    'trung học cơ sở, từ 18 đến 30',
    'cấp học nào là đúng với độ tuổi',
    'chiều cao, cân nặng',
  ])
    expect(about(words).filter(({ reach }) => reach === 'detail')).toMatchObject([{ state: 'gap' }]);
});

test('numbers that nobody verified show in the question, also those of the city', () => {
  const city = standardOf('ho-chi-minh-2021-2025');
  const unsure: Standard = {
    ...city,
    decide: {
      ...city.decide,
      value: {
        kind: 'deprived-or-income',
        nearPoorDeprivations: { value: 2, source: city.basis[0], certainty: 'unconfirmed' },
      },
    },
  };
  expect(openPoints([unsure])).toContainEqual({
    standards: ['ho-chi-minh-2021-2025'],
    state: 'unconfirmed',
    reach: 'class',
    ask: `Xác nhận số chỉ số thiếu hụt của hộ cận nghèo (2) trong ${city.basis[0].document}`,
  });
});

test('the indicator whose name is not known either is called by its id', () => {
  const city = standardOf('ho-chi-minh-2021-2025');
  const source = city.basis[0];
  const indicators = city.indicators.map((rule) => ({
    ...rule,
    condition: { value: { kind: 'under-income-line' }, source, certainty: 'unconfirmed' } as const,
  }));
  const asks = openPoints([{ ...city, indicators }]).map(({ ask }) => ask);
  expect(asks.some((ask) => ask.includes('“second-income”'))).toBe(true);
});

test('the question about allowances names the average living standard, of which a decision leaves them out', () => {
  const [ask] = about('khoản nào là trợ cấp của Nhà nước');
  expect(ask).toMatchObject({ reach: 'income', state: 'gap' });
  expect(ask?.ask).toContain('mức chuẩn hộ nghèo');
  expect(ask?.ask).toContain('mức sống trung bình, Quyết định 24/2021/QĐ-TTg');
  for (const { incomeDefinition } of register)
    expect(incomeDefinition.allowances.partly?.url).toContain('doanhnghiepthuonghieu.vn');
});
