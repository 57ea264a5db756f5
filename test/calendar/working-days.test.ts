import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysFrom } from '../../src/calendar/day.ts';
import { deadlineEnd } from '../../src/calendar/deadline-end.ts';
import {
  addWorkingDays,
  dayOff,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from '../../src/calendar/working-days.ts';

const daysOf = (from: string, to: string) =>
  Array.from({ length: daysFrom(from, to) + 1 }, (_, index) => addDays(from, index));

describe('the days on which offices are closed', () => {
  // From the first day off to the last, weekends and substitutes with them, as the news told people.
  test.each([
    ['New Year, a Friday', '2021-01-01', '2021-01-03'],
    ['Tết', '2021-02-10', '2021-02-16'],
    ['30 April; 1 May on a Saturday', '2021-04-30', '2021-05-03'],
    ['National Day with the day after', '2021-09-02', '2021-09-05'],
    ['New Year on a Saturday', '2022-01-01', '2022-01-03'],
    ['Tết', '2022-01-29', '2022-02-06'],
    ['Giỗ Tổ on a Sunday', '2022-04-09', '2022-04-11'],
    ['30 April and 1 May on a weekend', '2022-04-30', '2022-05-03'],
    ['National Day with the day before', '2022-09-01', '2022-09-04'],
    ['Tết', '2023-01-20', '2023-01-26'],
    ['Giỗ Tổ on a Saturday, 30 April on the Sunday after it', '2023-04-29', '2023-05-03'],
    ['National Day on a Saturday', '2023-09-01', '2023-09-04'],
    ['Tết', '2024-02-08', '2024-02-14'],
    ['Monday 29 April exchanged', '2024-04-27', '2024-05-01'],
    ['National Day', '2024-08-31', '2024-09-03'],
    ['Tết', '2025-01-25', '2025-02-02'],
    ['Giỗ Tổ on a Monday', '2025-04-05', '2025-04-07'],
    ['Friday 2 May exchanged', '2025-04-30', '2025-05-04'],
    ['National Day with the day before', '2025-08-30', '2025-09-02'],
    ['Friday 2 January exchanged', '2026-01-01', '2026-01-04'],
    ['Tết', '2026-02-14', '2026-02-22'],
    ['Giỗ Tổ on a Sunday', '2026-04-25', '2026-04-27'],
    ['30 April and 1 May', '2026-04-30', '2026-05-03'],
    ['Monday 31 August exchanged, National Day', '2026-08-29', '2026-09-02'],
  ])('%s: %s to %s, and no day more', (_, from, to) => {
    expect(daysOf(from, to).filter((day) => dayOff(day) === null)).toEqual([]);
    expect([addDays(from, -1), addDays(to, 1)].map((day) => isWorkingDay(day))).toEqual([
      { isWorking: true, isConfirmed: true },
      { isWorking: true, isConfirmed: true },
    ]);
  });

  test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])(
    'Saturday %s is worked for another day',
    (day) => expect(isWorkingDay(day)).toEqual({ isWorking: true, isConfirmed: true }),
  );

  test('a day off says why', () => {
    expect(
      ['2026-02-16', '2026-04-27', '2026-08-31', '2026-09-05', '2026-09-04'].map((day) => dayOff(day)),
    ).toEqual([
      { kind: 'holiday', holiday: 'tet' },
      { kind: 'substitute', holiday: 'hung-kings' },
      { kind: 'exchanged' },
      { kind: 'weekend' },
      null,
    ]);
  });
});

describe('a year that nobody has announced yet', () => {
  test.each([
    ['Tết from the Saturday before a Monday, and its substitutes', '2039-01-22', '2039-01-30'],
    ['Tết on a Saturday and its substitutes', '2041-01-30', '2041-02-05'],
    ['National Day on a Friday', '2039-09-01', '2039-09-04'],
    ['National Day on a Thursday', '2038-09-02', '2038-09-05'],
    ['National Day on a Sunday', '2040-09-01', '2040-09-04'],
  ])('goes by the law: %s, %s to %s, unconfirmed', (_, from, to) => {
    expect(daysOf(from, to).filter((day) => dayOff(day) === null)).toEqual([]);
    expect(isWorkingDay(addDays(from, -1)).isWorking && isWorkingDay(addDays(to, 1)).isWorking).toBe(true);
    expect(daysOf(from, to).some((day) => isWorkingDay(day).isConfirmed)).toBe(false);
  });

  test('what cannot be fixed otherwise is confirmed all the same', () => {
    expect(isWorkingDay('2039-10-12')).toEqual({ isWorking: true, isConfirmed: true });
    expect(addWorkingDays('2039-10-12', 5)).toEqual({ day: '2039-10-19', isConfirmed: true });
  });

  test('days may be exchanged around its holidays: bridges beside them, Saturdays further off', () => {
    // 30 April 2039 is a Saturday.
    expect(['2039-04-26', '2039-04-23', '2039-05-14', '2039-05-21'].map(isConfirmed)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('days may be exchanged around a substitute too', () => {
    expect(['2041-02-08', '2041-02-11'].map(isConfirmed)).toEqual([false, true]);
  });

  test('its New Year reaches back into December', () => {
    expect(addWorkingDays('2038-12-27', 3)).toEqual({ day: '2038-12-30', isConfirmed: false });
  });
});

describe('24 November, which the law may have made a day off', () => {
  test('is counted as off and never as confirmed', () => {
    expect(isWorkingDay('2029-11-23').isWorking).toBe(true);
    expect(dayOff('2029-11-24')).toEqual({ kind: 'holiday', holiday: 'culture' });
    // A Saturday in 2029.
    expect(dayOff('2029-11-26')).toEqual({ kind: 'substitute', holiday: 'culture' });
    expect(isConfirmed('2029-11-26')).toBe(false);
    expect(isWorkingDay('2025-11-24')).toEqual({ isWorking: true, isConfirmed: true });
  });
});

describe('deadlines', () => {
  test.each([
    ['three days of posting before Tết', '2026-02-12', 3, '2026-02-24'],
    ['three days of posting from a Friday', '2026-03-06', 3, '2026-03-11'],
    ['seven days of re-check over 30 April', '2025-04-24', 7, '2025-05-07'],
    ['five days with a Saturday that is worked', '2026-08-20', 5, '2026-08-26'],
    ['one day, from a Sunday', '2026-03-08', 1, '2026-03-09'],
  ])('%s: from %s, %i working days, ends on %s', (_, from, count, day) => {
    expect(addWorkingDays(from, count)).toEqual({ day, isConfirmed: true });
  });

  test('fifteen calendar days that end on a Sunday end on the Monday', () => {
    expect(workingDayFrom('2026-03-15')).toEqual({ day: '2026-03-16', isConfirmed: true });
    expect(workingDayFrom('2026-03-16')).toEqual({ day: '2026-03-16', isConfirmed: true });
  });

  test('the day ends at midnight in Vietnam', () => {
    expect(deadlineEnd('2026-02-24')).toEqual(new Date('2026-02-25T00:00:00+07:00'));
    expect(deadlineEnd('2025-12-31')).toEqual(new Date('2025-12-31T17:00:00Z'));
  });

  test('what is no day, or no period, is refused', () => {
    expect(() => addWorkingDays('2026-02-30', 1)).toThrow('"2026-02-30" is not a day of the calendar');
    expect(() => isWorkingDay('2026-2-3')).toThrow('YYYY-MM-DD');
    expect(() => addWorkingDays('2026-03-02', 0)).toThrow('at least one whole working day, not 0');
  });
});

describe('counting working days', () => {
  const day = fc
    .integer({ min: 0, max: daysFrom('2021-01-01', '2045-12-31') })
    .map((n) => addDays('2021-01-01', n));
  const count = fc.integer({ min: 1, max: 60 });

  test('never ends on a day off, and one day more ends later', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const end = addWorkingDays(from, n).day;
        expect(isWorkingDay(end).isWorking).toBe(true);
        expect(addWorkingDays(from, n + 1).day > end).toBe(true);
        expect(addWorkingDays(addDays(from, 1), n).day >= end).toBe(true);
      }),
    );
  });

  test('counts back to the same number, as sure as before', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const end = addWorkingDays(from, n);
        expect(workingDaysBetween(from, end.day)).toEqual({ count: n, isConfirmed: end.isConfirmed });
      }),
    );
  });

  test('day by day comes to the same as all at once, and back again', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (from, n) => {
        let end = from;
        for (let step = 0; step < n; step += 1) end = nextWorkingDay(end).day;
        expect(end).toBe(addWorkingDays(from, n).day);
        expect(previousWorkingDay(nextWorkingDay(end).day).day).toBe(end);
      }),
    );
  });

  test('is confirmed only where each day on the way is', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const end = addWorkingDays(from, n);
        expect(end.isConfirmed).toBe(daysOf(addDays(from, 1), end.day).every(isConfirmed));
      }),
    );
  });
});

function isConfirmed(day: string): boolean {
  return isWorkingDay(day).isConfirmed;
}
