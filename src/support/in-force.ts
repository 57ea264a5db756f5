import type { IsoDate } from '../rules/source.ts';
import { yearOf } from '../rules/years.ts';
import type { Period } from './policy.ts';

/**
 * Whether a policy is in force on a day: `sure` as sure as the policy itself, `unconfirmed` after the years that our facts
 * tell of, `no` on every other day. What we do not know of a day is never taken from the next period.
 */
export function inForce({ from, lasts, told, until }: Period, on: IsoDate): 'sure' | 'unconfirmed' | 'no' {
  const year = yearOf(on);
  const hasBegun = from === null ? year >= told.from : on >= from;
  if (!hasBegun || (until !== null && on > until)) return 'no';
  if (year <= told.to) return 'sure';
  return lasts ? 'unconfirmed' : 'no';
}
