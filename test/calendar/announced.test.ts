import { describe, expect, test } from 'vitest';
import { announced } from '../../src/calendar/announced.ts';
import { addDays, isWeekend, yearOf } from '../../src/calendar/day.ts';
import { tetDay } from '../../src/calendar/lunar.ts';
import { makeYear } from '../../src/calendar/year.ts';
import { dayOff, isWorkingDay } from '../../src/calendar/working-days.ts';

test('each year is announced once, in order', () => {
  const years = announced.map(({ year }) => year);
  expect(years).toEqual([...new Set(years)].sort());
});

test('an announcement counts only as far as it is complete, and only when it is verified', () => {
  const of2025 = announced.find(({ year }) => year === 2025)!;
  const early = makeYear(2025, { ...of2025, exchanged: [], completeUntil: '2025-03-31' });
  expect(['2025-02-03', '2025-05-02', '2025-09-03'].map((day) => early.open.has(day))).toEqual([
    false,
    true,
    false,
  ]);
  const heard = makeYear(2025, { ...of2025, tetFrom: { ...of2025.tetFrom, certainty: 'secondary' } });
  expect(heard.open.has('2025-02-03')).toBe(true);
});

describe.each(announced.map((each) => [each.year, each] as const))(
  'the announced days of %i',
  (year, each) => {
    test('have a source that one can look up', () => {
      for (const { certainty, source } of [each.tetFrom, each.besideNationalDay, ...each.exchanged]) {
        expect(source.document).not.toBe('');
        if (certainty !== 'unconfirmed') expect(source.url).toMatch(/^https:\/\//);
      }
    });

    test('hold the first day of Tết, one to three days before it', () => {
      const first = tetDay(year);
      expect([1, 2, 3].map((days) => addDays(first, -days))).toContain(each.tetFrom.value);
    });

    test('have the second National Day beside 2 September', () => {
      expect([`${year}-09-01`, `${year}-09-03`]).toContain(each.besideNationalDay.value);
    });

    test('exchange a weekday for a rest day that is no holiday', () => {
      for (const { off, worked } of each.exchanged.map(({ value }) => value)) {
        expect(isWeekend(off)).toBe(false);
        expect(dayOff(off)).toEqual({ kind: 'exchanged' });
        expect(isWeekend(worked) && isWorkingDay(worked).isWorking).toBe(true);
      }
    });

    test('say until when they are complete', () => {
      expect(yearOf(each.completeUntil)).toBe(year);
    });
  },
);
