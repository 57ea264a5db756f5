import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ageRange, parseBirth } from '../../src/input/birth.ts';
import { choose, chooseMany } from '../../src/input/choose.ts';
import { fold } from '../../src/input/fold.ts';
import { parseMemberLines } from '../../src/input/member-line.ts';
import { parseMoney } from '../../src/input/money.ts';
import { parseCount } from '../../src/input/number.ts';
import { isNobody, isUnknown, parseYesNo } from '../../src/input/yes-no.ts';

const WORDS =
  '1 2 5 15 20 100 300k 5tr 1tr5 1.500.000 1.500 0 - / x , và tháng một năm nam vụ ngày tuần quý mỗi làm triệu trăm mươi rưỡi tỷ đ k người cả không có biết Lan con vợ tuổi sn 1985 3/2020 lỗ ? ạ tu lam muoi'.split(
    ' ',
  );
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
  fc
    .array(fc.constantFrom(...WORDS, '\0', '\ud800', '\udc00', '\u200f', '\u200b', '👍🏽'), { maxLength: 12 })
    .map((words) => words.join('')),
);
const options = fc.array(fc.record({ value: fc.string(), words: fc.array(anything, { maxLength: 3 }) }), {
  maxLength: 5,
});
const RUNS = { numRuns: 3000 };

it('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(anything, options, (text, list) => {
      for (const read of [fold, parseYesNo, isUnknown, isNobody, parseMoney]) read(text);
      parseCount(text, { min: 0, max: 100 });
      parseBirth(text, 2026);
      parseMemberLines(text, 2026);
      choose(text, list);
      chooseMany(text, list);
    }),
    RUNS,
  );
});

it('folds what is folded to itself', () => {
  fc.assert(
    fc.property(anything, (text) => fold(fold(text)) === fold(text)),
    RUNS,
  );
  expect(fold('  Đường\u200b  ĐẤT,\0 n\u0306a\ud800 👍 ')).toBe('duong dat na');
});

it('gives money as whole đồng, never below nothing, and as amount times how often', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const money = parseMoney(text);
      if ('amount' in money) expect(Number.isSafeInteger(money.amount) && money.amount >= 0).toBe(true);
      if (money.kind !== 'money') return;
      expect(money.yearly).toBe(money.amount * money.times);
      expect(money.yearly).toBeLessThanOrEqual(100_000_000_000);
    }),
    RUNS,
  );
});

it('reads every amount that is written out in full, in the ways people write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 999_999_999 }), (amount) => {
      const dotted = amount.toString().replace(/\B(?=(\d{3})+$)/g, '.');
      for (const say of [`${amount}`, `${amount}đ`, dotted, `${dotted} đồng`, dotted.replaceAll('.', ',')]) {
        expect(parseMoney(say)).toEqual({ kind: 'needs-period', amount });
      }
    }),
  );
});

it('holds the age of a birth between two bounds at most a year apart', () => {
  expect(ageRange({ kind: 'born', year: 2010 }, '2026-10-01', '2026-10-01')).toEqual({ min: 15, max: 16 });
  expect(ageRange({ kind: 'born', year: 2010, month: 9 }, '2026-10-01', '2026-10-01')).toEqual({
    min: 16,
    max: 16,
  });
  expect(ageRange({ kind: 'born', year: 2010, month: 10 }, '2026-10-01', '2026-10-01')).toEqual({
    min: 15,
    max: 16,
  });
  expect(ageRange({ kind: 'born', year: 2010, month: 11 }, '2026-10-01', '2026-10-01')).toEqual({
    min: 15,
    max: 15,
  });
  expect(ageRange({ kind: 'born', year: 2026 }, '2026-10-01', '2026-10-01')).toEqual({ min: 0, max: 0 });
  expect(ageRange({ kind: 'age', years: 15 }, '2026-10-01', '2026-10-01')).toEqual({ min: 15, max: 15 });
  expect(ageRange({ kind: 'age', years: 15 }, '2026-10-01', '2026-09-20')).toEqual({ min: 15, max: 16 });
  expect(ageRange({ kind: 'age', years: 15 }, '2026-09-20', '2026-10-01')).toEqual({ min: 14, max: 15 });
  expect(ageRange({ kind: 'age', years: 15 }, '2027-10-01', '2026-10-01')).toEqual({ min: 16, max: 16 });
});
