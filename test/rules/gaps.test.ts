import { expect, test } from 'vitest';
import type { OpenPoint } from '../../src/rules/gaps.ts';
import { openPoints } from '../../src/rules/gaps.ts';
import { register, standardOf } from '../../src/rules/register.ts';
import type { Standard } from '../../src/rules/standard.ts';

/** Asked anew by each test, so that a fault in asking is the fault of a test. */
const open = () => openPoints(register);
const about = (words: string) => open().filter(({ ask }) => ask.includes(words));

test('what is missing comes before what is unconfirmed, and that before what only the news say', () => {
  const states = open().map(({ state }) => state);
  const inOrder = ['gap', 'unconfirmed', 'secondary'].flatMap((one) =>
    states.filter((state) => state === one),
  );
  expect(states).toEqual(inOrder);
  expect(new Set(states).size).toBe(3);
});

test('what can leave every class open comes first, what is only a name comes last', () => {
  const reaches = (state: OpenPoint['state']) => [
    ...new Set(
      open()
        .filter((point) => point.state === state)
        .map(({ reach }) => reach),
    ),
  ];
  expect(reaches('gap')).toEqual(['class', 'income', 'indicator', 'detail', 'average', 'name']);
  expect(reaches('unconfirmed')).toEqual(['class', 'indicator', 'name']);
  expect(reaches('secondary')).toEqual(['class', 'indicator', 'average', 'name']);
});

test('a question about several standards is asked once', () => {
  const asks = open().map(({ ask }) => ask);
  expect(new Set(asks).size).toBe(asks.length);
  const counting = open().filter(({ reach }) => reach === 'income');
  expect(counting).toHaveLength(3);
  for (const { standards } of counting) expect(standards).toEqual(register.map(({ id }) => id));
});

test('what a province did not change is one question with the national standard', () => {
  expect(about('điều kiện thiếu hụt chỉ số “Nguồn nước sinh hoạt” trong Nghị định 07/2021/NĐ-CP')).toEqual([
    {
      standards: ['national-2022-2026', 'ha-noi-2022-2025', 'quang-ninh-2023-2025'],
      state: 'unconfirmed',
      reach: 'indicator',
      ask: 'Xác nhận điều kiện thiếu hụt chỉ số “Nguồn nước sinh hoạt” trong Nghị định 07/2021/NĐ-CP',
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
    ['national-2016-2021'],
    ['national-2022-2026'],
  ]);
});

test('who is exactly on the line of 2016–2021 or of a province is to be confirmed', () => {
  const line = (of: string) => about(`mức chuẩn thu nhập của ${of}: đúng bằng mức thì vẫn thuộc diện`);
  expect(line('hộ nghèo').map(({ standards, state }) => [standards, state])).toEqual([
    [['national-2016-2021'], 'unconfirmed'],
    [['ha-noi-2022-2025'], 'unconfirmed'],
    [['quang-ninh-2023-2025'], 'unconfirmed'],
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
  const drafts = about('mới thấy trong dự thảo');
  expect(drafts.every(({ standards }) => standards.join() === 'national-2027-2030')).toBe(true);
  expect(drafts.filter(({ reach }) => reach === 'indicator')).toHaveLength(3);
  expect(drafts.filter(({ reach }) => reach === 'name')).toHaveLength(10);
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
  expect(about('áp dụng chuẩn nào')).toMatchObject([{ standards: ['national-2022-2026'], reach: 'class' }]);
  expect(about('sáu chỉ số còn lại')).toMatchObject([
    { standards: ['ho-chi-minh-2021-2025'], reach: 'class' },
  ]);
  expect(about('chỉ số thứ hai của chiều thu nhập tên là gì')).toMatchObject([
    { reach: 'name', state: 'gap' },
  ]);
  expect(about('tường gỗ tạp')).toMatchObject([{ reach: 'detail', state: 'gap' }]);
  expect(about('độ tuổi lao động')).toMatchObject([{ reach: 'detail', state: 'gap' }]);
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
