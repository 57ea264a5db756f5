import type { Household, ReviewRows, Standing } from './household.ts';
import { mostReminders } from './silence.ts';

/** How far the households of a zone are. All of them together are `total`. */
export type Tally = {
  readonly zone: number;
  readonly name: string;
  readonly total: number;
  readonly done: number;
  readonly waiting: number;
  readonly open: number;
  readonly stopped: number;
  readonly notBegun: number;
};

/** The zones of a ward in their order, each with how far it is. */
export function tallies(zones: ReviewRows['zones'], households: readonly Household[]): readonly Tally[] {
  return zones.map(({ id, name }) => {
    const own = households.filter(({ zone }) => zone === id);
    const count = (wanted: Standing) => own.filter(({ standing }) => standing === wanted).length;
    return {
      zone: id,
      name,
      total: own.length,
      done: count('done'),
      waiting: count('waiting'),
      open: count('open'),
      stopped: count('stopped'),
      notBegun: count('not-begun'),
    };
  });
}

/** A household that has stopped half-way. */
export type Stuck = { readonly household: Household; readonly case: NonNullable<Household['case']> };

/** Those that have stopped, whom no message helps before the others, then the longest silent first. */
export function stuckFirst(households: readonly Household[]): readonly Stuck[] {
  return households
    .flatMap((household) =>
      household.standing === 'stopped' && household.case !== null
        ? [{ household, case: household.case }]
        : [],
    )
    .toSorted(
      (one, other) =>
        Number(needsKnock(other.case)) - Number(needsKnock(one.case)) ||
        one.case.updatedAt.getTime() - other.case.updatedAt.getTime() ||
        one.case.id - other.case.id,
    );
}

/** No reminder reaches this household any more: somebody has to go there. */
export function needsKnock(row: Stuck['case']): boolean {
  return row.reminded >= mostReminders || row.remindersOff || !row.reachable;
}
