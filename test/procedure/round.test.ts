import { describe, expect, test } from 'vitest';
import { procedures } from '../../src/procedure/procedures.ts';
import { endOfRound, windowFor } from '../../src/procedure/round.ts';

describe('the window of a round', () => {
  test.each([
    ['24-2021-yearly', '2026-09-15', '2026-09-01', '2026-12-14'],
    ['24-2021-yearly', '2026-12-14', '2026-09-01', '2026-12-14'],
    ['24-2021-yearly', '2026-12-15', '2027-09-01', '2027-12-14'],
    ['24-2021-regular', '2026-05-02', '2026-05-15', '2026-05-30'],
    ['24-2021-regular', '2026-05-20', '2026-05-15', '2026-05-30'],
    // Too little of May's is left to be reviewed in it.
    ['24-2021-regular', '2026-05-24', '2026-06-15', '2026-06-30'],
    ['24-2021-regular', '2026-12-28', '2027-01-15', '2027-01-30'],
    ['24-2021-regular', '2026-01-03', '2026-01-15', '2026-01-30'],
    ['17-2016-regular', '2018-05-07', '2018-05-07', '2018-05-16'],
  ] as const)('of %s on %s is from %s to %s', (id, day, startsOn, endsOn) => {
    expect(windowFor(procedures[id], day)).toEqual({ startsOn, endsOn });
  });
});

describe('the last day of a round', () => {
  test.each([
    ['2025-09-01', '2025-12-14', 2025, { by: 'law', isConfirmed: true }],
    // Begun later, it ends on the day of the law all the same.
    ['2025-10-06', '2025-12-14', 2025, { by: 'law', isConfirmed: true }],
    // Behind the scope of the decision its day is not sure.
    ['2026-09-01', '2026-12-14', 2026, { by: 'law', isConfirmed: false }],
    ['2025-09-01', '2025-11-28', 2025, { by: 'ward', isConfirmed: true }],
    ['2026-09-01', '2026-11-30', 2026, { by: 'ward', isConfirmed: true }],
  ] as const)('from %s to %s for the list of %i is set by %o', (startsOn, endsOn, listYear, set) => {
    expect(endOfRound(procedures['24-2021-yearly'], { startsOn, endsOn, listYear })).toEqual(set);
  });
});
