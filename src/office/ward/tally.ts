import type { State } from '../../procedure/state.ts';
import { type Household, waitingFor } from './household.ts';

/** Where the households of a zone stand, as it is counted for the ward. */
export const standings = [
  'listed',
  'head',
  'verified',
  'meeting',
  'to-post',
  'posted',
  'complaint',
  'up',
  'decided',
  'off',
] as const;
export type Standing = (typeof standings)[number];

const standingOf: Readonly<Record<State, Standing>> = {
  listed: 'listed',
  interviewed: 'head',
  returned: 'head',
  verified: 'verified',
  meeting: 'meeting',
  agreed: 'to-post',
  posted: 'posted',
  complaint: 'complaint',
  rechecked: 'to-post',
  opinion: 'up',
  decision: 'up',
  recognised: 'decided',
  certified: 'decided',
  released: 'decided',
  declined: 'decided',
  withdrawn: 'off',
  removed: 'off',
};

/** How far a zone is. */
export type ZoneTally = {
  readonly zone: number;
  readonly total: number;
  readonly late: number;
  readonly standings: readonly { readonly standing: Standing; readonly count: number }[];
};

/** How far each of these zones is, in their order; zones without a household in the round are left out. */
export function talliesOf(
  zones: readonly number[],
  households: readonly Household[],
  today: string,
): readonly ZoneTally[] {
  return zones.flatMap((zone) => {
    const own = households.filter((household) => household.zone === zone);
    if (own.length === 0) return [];
    const counted = standings.map((standing) => ({
      standing,
      count: own.filter(({ at }) => standingOf[at.state] === standing).length,
    }));
    return [
      {
        zone,
        total: own.length,
        late: waitingFor('late', own, today).length,
        standings: counted.filter(({ count }) => count > 0),
      },
    ];
  });
}
