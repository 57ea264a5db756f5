import { expect, test } from 'vitest';
import { openPoints } from '../../src/rules/gaps.ts';
import { register } from '../../src/rules/register.ts';

const points = openPoints(register);

test('what is missing comes before what is unconfirmed, and that before what only the news say', () => {
  const states = points.map(({ state }) => state);
  const inOrder = ['gap', 'unconfirmed', 'secondary'].flatMap((one) =>
    states.filter((state) => state === one),
  );
  expect(states).toEqual(inOrder);
  expect(new Set(states).size).toBe(3);
});

test('what can leave every class open comes first', () => {
  expect(points[0]).toMatchObject({ state: 'gap', reach: 'class' });
  const gapReaches = points.filter(({ state }) => state === 'gap').map(({ reach }) => reach);
  expect([...new Set(gapReaches)]).toEqual(['class', 'income', 'indicator', 'detail', 'average']);
});

test('a question about both standards is asked once', () => {
  const asks = points.map(({ ask }) => ask);
  expect(new Set(asks).size).toBe(asks.length);
  const counting = points.filter(({ reach }) => reach === 'income');
  expect(counting).toHaveLength(3);
  for (const { standards } of counting)
    expect(standards).toEqual(['national-2022-2026', 'national-2027-2030']);
});

test('a verified value is not open', () => {
  expect(points.some(({ ask }) => ask.includes('mức chuẩn thu nhập khu vực nông thôn'))).toBe(false);
});

test('an average line known from the news alone is to be confirmed', () => {
  expect(points).toContainEqual({
    standards: ['national-2022-2026'],
    state: 'secondary',
    reach: 'average',
    ask: 'Xác nhận mức sống trung bình khu vực nông thôn (2250000) trong Nghị định 07/2021/NĐ-CP',
  });
});
