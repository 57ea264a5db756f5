import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/day.ts';
import { hungKingsDay, tetDay } from '../../src/calendar/lunar.ts';
import { monthWithSunAt } from './astronomy.ts';

describe("Vietnam's lunar calendar", () => {
  // In 2030 the moon is new seven minutes after midnight in Beijing: there the year begins a day later.
  test.each([
    ['2020-01-25', '2020-04-02'],
    ['2021-02-12', '2021-04-21'],
    ['2022-02-01', '2022-04-10'],
    ['2023-01-22', '2023-04-29'],
    ['2024-02-10', '2024-04-18'],
    ['2025-01-29', '2025-04-07'],
    ['2026-02-17', '2026-04-26'],
    ['2027-02-06', '2027-04-16'],
    ['2028-01-26', '2028-04-04'],
    ['2029-02-13', '2029-04-23'],
    ['2030-02-02', '2030-04-12'],
    ['2031-01-23', '2031-04-01'],
    ['2032-02-11', '2032-04-19'],
    ['2033-01-31', '2033-04-09'],
    ['2034-02-19', '2034-04-28'],
    ['2035-02-08', '2035-04-17'],
  ])('Tết is on %s and Giỗ Tổ Hùng Vương on %s', (tet, hungKings) => {
    const year = Number(tet.slice(0, 4));
    expect({ tet: tetDay(year), hungKings: hungKingsDay(year) }).toEqual({ tet, hungKings });
  });

  test('moon and sun by another reckoning say the same, 2020 to 2060', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      // The first month is the one with Vũ Thủy (330°), the third the one with Cốc Vũ (30°). Only in 2034 Vũ Thủy falls
      // into the twelfth month, beside Đại Hàn; the table above holds that year.
      if (year !== 2034) expect(tetDay(year)).toBe(monthWithSunAt(330, year));
      expect(hungKingsDay(year)).toBe(addDays(monthWithSunAt(30, year), 9));
    }
  });
});
