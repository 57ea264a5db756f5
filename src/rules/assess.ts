import type { Assessment, Finding } from './assessment.ts';
import { doubtOf, surenessIn } from './certainty.ts';
import { decide } from './decide.ts';
import type { Household } from './household.ts';
import { read } from './read.ts';
import { readyOf } from './ready.ts';
import type { IsoDate } from './source.ts';
import type { Standard } from './standard.ts';

/**
 * Reads one household by one standard, for the list of one year; the result holds all that it rests on. `on` is the
 * day of the reading: ages are those of that day. The same input gives the same result for ever.
 */
export function assess(household: Household, standard: Standard, listYear: number, on: IsoDate): Assessment {
  const ready = readyOf(standard);
  const reading = read(household, ready, on);
  const { findings } = reading;
  const { possible, doubt } = decide(ready, reading, reading.count);
  const category = possible.length === 1 ? (possible[0] ?? 'undetermined') : 'undetermined';
  const certainty = surenessIn(doubt | (ready.doubtOfYear.get(listYear) ?? doubtOf('unconfirmed')));
  return {
    standard: standard.id,
    authority: standard.authority,
    listYear,
    on,
    category,
    possible,
    poorBy: category === 'poor' ? poorBy(standard, findings[0]) : null,
    provisional: certainty !== 'verified',
    certainty,
    findings,
    deprived: reading.deprived,
    unknown: reading.unknown,
    count: reading.all,
  };
}

function poorBy(standard: Standard, poorLine: Finding | undefined): Assessment['poorBy'] {
  if (standard.decide.value.kind !== 'line-or-deprived') return null;
  if (poorLine?.verdict === 'under') return 'income';
  return poorLine?.verdict === 'over' ? 'deprivations' : null;
}
