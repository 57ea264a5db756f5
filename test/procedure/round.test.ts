import { describe, expect, test } from 'vitest';
import { procedures } from '../../src/procedure/procedures.ts';
import { windowFor } from '../../src/procedure/round.ts';

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
